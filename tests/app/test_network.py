"""What keeps phones out: the rules, and the same in networks made for it, where the machine allows that."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from facilitator.app.neighbours import in_arp_output, in_linux_table
from facilitator.app.network import ranked
from facilitator.event.network import Address, Seen, SelfTest, Trouble, diagnosed, hotspot_limit

WIFI = Address("wlan0", "192.168.1.20")
LOOPBACK = Address("lo", "127.0.0.1")
GOOD = SelfTest("192.168.1.77", WIFI.ip, 12.0, 15.0, 30.0)


def seen(*addresses: Address, **more: object) -> Seen:
    found = ranked([*addresses, LOOPBACK])
    return Seen(found, found[0].ip, 8360, **more)  # type: ignore[arg-type]  # the tests know the fields


def troubles(what: Seen, unreached: bool = False) -> list[Trouble]:
    return [finding.trouble for finding in diagnosed(what, unreached)]


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (seen(WIFI, tests=(GOOD,)), []),
        (seen(WIFI), [Trouble.NOT_TESTED]),
        (seen(WIFI, port_taken=True, serving=False), [Trouble.PORT_IN_USE]),
        (seen(WIFI, serving=False), [Trouble.NOT_SERVING]),
        (seen(), [Trouble.NO_INTERFACE]),
        (seen(Address("wlan0", "169.254.8.9")), [Trouble.NO_LEASE]),
        (Seen((WIFI, LOOPBACK), "10.0.0.5", tests=(GOOD,)), [Trouble.ADDRESS_GONE]),
        (Seen((WIFI, LOOPBACK), "hackday.example", tests=(GOOD,)), []),
        (seen(Address("wlan0", "192.168.137.1"), tests=(GOOD,)), [Trouble.HOTSPOT_LIMIT]),
        (seen(WIFI, tests=(SelfTest("192.168.1.77", WIFI.ip, 9, 9, None),)), [Trouble.NO_STREAM]),
        (seen(WIFI, tests=(GOOD, SelfTest("192.168.1.78", WIFI.ip, 900, 9, 9))), [Trouble.SLOW]),
        (seen(WIFI, phones={WIFI.ip: 3}), [Trouble.NOT_TESTED]),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_every_trouble_has_its_name(what: Seen, expected: list[Trouble]) -> None:
    assert troubles(what) == expected


def test_a_phone_that_is_heard_of_but_not_let_in_means_a_firewall_and_silence_means_isolation() -> None:
    assert troubles(seen(WIFI, neighbours=5), unreached=True) == [Trouble.FIREWALL, Trouble.CLIENT_ISOLATION]
    assert troubles(seen(WIFI, neighbours=1), unreached=True) == [Trouble.CLIENT_ISOLATION, Trouble.FIREWALL]
    assert all(not finding.certain for finding in diagnosed(seen(WIFI, neighbours=1), unreached=True))
    assert troubles(seen(WIFI, neighbours=5, phones={WIFI.ip: 1}), unreached=True) == [Trouble.NOT_TESTED]


def test_what_the_laptop_tries_out_by_itself_proves_nothing() -> None:
    own = [SelfTest(ip, ip, 1, 1, 1) for ip in (WIFI.ip, LOOPBACK.ip)]
    assert troubles(seen(WIFI, tests=tuple(own), phones={LOOPBACK.ip: 2})) == [Trouble.NOT_TESTED]


def test_hotspots_are_known_by_their_networks() -> None:
    limits = [hotspot_limit(ip) for ip in ("192.168.137.1", "172.20.10.2", "192.168.43.7", "192.168.1.2", "a name")]
    assert limits == [8, 5, 10, None, None]


def test_neighbours_are_read_from_what_each_system_tells() -> None:
    linux = (
        "IP address       HW type     Flags       HW address            Mask     Device\n"
        "192.168.1.1      0x1         0x2         aa:bb:cc:00:11:22     *        wlan0\n"
        "192.168.1.9      0x1         0x0         00:00:00:00:00:00     *        wlan0\n"
    )
    windows = (
        "Interface: 192.168.1.20 --- 0x7\n  Internet Address      Physical Address      Type\n"
        "  192.168.1.1           aa-bb-cc-00-11-22     dynamic\n"
        "  192.168.1.255         ff-ff-ff-ff-ff-ff     static\n"
        "  224.0.0.22            01-00-5e-00-00-16     static\n"
    )
    macos = (
        "? (192.168.1.1) at aa:bb:c:0:11:22 on en0 ifscope [ethernet]\n"
        "? (192.168.1.9) at (incomplete) on en0 ifscope [ethernet]\n"
        "? (224.0.0.251) at 1:0:5e:0:0:fb on en0 ifscope permanent [ethernet]\n"
    )
    assert in_linux_table(linux) == in_arp_output(windows) == in_arp_output(macos) == {"192.168.1.1"}


# -- networks made for it ----------------------------------------------------------------------------------------------

LAPTOP, ROUTER, PHONE = "10.77.0.2", "10.77.0.1", "10.77.0.9"
_LOOK = """
import json, sys
from facilitator.app.neighbours import neighbours
from facilitator.app.network import addresses
from facilitator.event.network import Seen, diagnosed
found = addresses()
seen = Seen(found, found[0].ip, 8360, neighbours=neighbours(found[0].ip))
print(json.dumps([finding.trouble for finding in diagnosed(seen, True)]))
"""
_TRY = "import socket; socket.create_connection((%r, 8360), 1.5)"
_SERVE = "import socket; s = socket.create_server(('', 8360)); print('up', flush=True); s.accept(); s.accept()"


def run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


class Venue:
    """A switch with a laptop, a router and a phone on it, each in a network namespace of its own."""

    def __init__(self, stack: ExitStack) -> None:
        mark = uuid.uuid4().hex[:6]
        self.switch, self.laptop, self.router, self.phone = (f"{role}{mark}" for role in ("sw", "la", "ro", "ph"))
        for space in (self.switch, self.laptop, self.router, self.phone):
            run("ip", "netns", "add", space)
            stack.callback(run, "ip", "netns", "del", space)
        run("ip", "-n", self.switch, "link", "add", "bridge0", "type", "bridge")
        run("ip", "-n", self.switch, "link", "set", "bridge0", "up")
        for space, ip in ((self.laptop, LAPTOP), (self.router, ROUTER), (self.phone, PHONE)):
            peer = ("peer", "name", "wlan0", "netns", space)
            run("ip", "-n", self.switch, "link", "add", f"to{space}", "type", "veth", *peer)
            run("ip", "-n", self.switch, "link", "set", f"to{space}", "master", "bridge0", "up")
            run("ip", "-n", space, "address", "add", f"{ip}/24", "dev", "wlan0")
            run("ip", "-n", space, "link", "set", "wlan0", "up")

    def reaches(self, space: str) -> bool:
        return subprocess.run(python(space, _TRY % LAPTOP), capture_output=True).returncode == 0

    def found(self) -> list[str]:
        told = subprocess.run(python(self.laptop, _LOOK), capture_output=True, check=True, timeout=30)
        troubles: list[str] = json.loads(told.stdout)
        return troubles


def python(space: str, program: str) -> list[str]:
    """The command that runs a program in a namespace."""
    return ["ip", "netns", "exec", space, sys.executable, "-c", program]


@pytest.fixture
def venue() -> Iterator[Venue]:
    """A venue whose laptop listens for phones."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("ip") is None:
        pytest.skip("network namespaces take Linux, its tool ip, and the right to use it")
    with ExitStack() as stack:
        try:
            made = Venue(stack)
        except subprocess.CalledProcessError as refusal:
            pytest.skip(f"this machine makes no networks: {refusal.stderr.decode().strip()}")
        server = stack.enter_context(subprocess.Popen(python(made.laptop, _SERVE), stdout=subprocess.PIPE, text=True))
        stack.callback(server.kill)
        assert server.stdout is not None
        assert server.stdout.readline() == "up\n"
        yield made


def nothing(venue: Venue) -> None:
    """Everything works."""


def keep_out(venue: Venue) -> None:
    """The laptop gives phones no answer, as behind a firewall; whom it asks for by ARP it hears."""
    run("ip", "-n", venue.laptop, "route", "add", "blackhole", f"{PHONE}/32")


def isolate(venue: Venue) -> None:
    """The switch lets clients talk to the router only."""
    for space in (venue.laptop, venue.phone):
        run("ip", "-n", venue.switch, "link", "set", f"to{space}", "type", "bridge_slave", "isolated", "on")


def no_lease(venue: Venue) -> None:
    """The laptop has given itself an address."""
    run("ip", "-n", venue.laptop, "address", "flush", "dev", "wlan0")
    run("ip", "-n", venue.laptop, "address", "add", "169.254.8.9/16", "dev", "wlan0")


def no_interface(venue: Venue) -> None:
    """The laptop has left the Wi-Fi."""
    run("ip", "-n", venue.laptop, "link", "del", "wlan0")


@pytest.mark.parametrize(
    ("happen", "reached", "first"),
    [
        (nothing, True, Trouble.FIREWALL),
        (keep_out, False, Trouble.FIREWALL),
        (isolate, False, Trouble.CLIENT_ISOLATION),
        (no_lease, False, Trouble.NO_LEASE),
        (no_interface, False, Trouble.NO_INTERFACE),
    ],
    ids=lambda value: value.__name__ if callable(value) else str(value),
)
def test_in_a_real_network(venue: Venue, happen: Callable[[Venue], None], reached: bool, first: Trouble) -> None:
    happen(venue)
    if happen not in (no_lease, no_interface):
        assert venue.reaches(venue.router), "the router always gets through"
    assert venue.reaches(venue.phone) is reached
    assert venue.found()[0] == first

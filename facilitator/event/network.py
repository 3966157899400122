"""How phones reach this computer, and what is in their way: pure, from what was seen of the network."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, plural_text, text

SLOW_MS = 500.0
"""A round trip that feels slow: the limit above which a self-test names the Wi-Fi."""

LOWEST_PORT, HIGHEST_PORT = 1024, 65_535
"""The ports to choose from; those below take rights that the program does not have."""

_ALONE = 1
"""On a network whose clients are kept apart a computer sees the router, and nobody else."""


@frozen
class Address:
    """An IPv4 address of one network interface."""

    interface: str
    ip: str

    @property
    def loopback(self) -> bool:
        """Whether only this computer itself is reached by it."""
        return ipaddress.ip_address(self.ip).is_loopback

    @property
    def self_assigned(self) -> bool:
        """Whether the computer took it by itself, because nobody gave it one (RFC 3927)."""
        return ipaddress.ip_address(self.ip).is_link_local


@frozen
class SelfTest:
    """What one phone found: where it is, by which of our addresses it came, and how long things took in ms.

    `stream` is None if the live stream told nothing.
    """

    phone: str
    by: str
    page: float
    send: float
    stream: float | None

    @property
    def passed(self) -> bool:
        """Whether that phone can vote as it should."""
        return self.stream is not None and max(self.page, self.send) <= SLOW_MS


@frozen
class Seen:
    """The network as it stands.

    `addresses` best first, loopback last; `chosen` is what phones are told to use; `neighbours` how many other devices
    this computer has heard of on the network of `chosen`, None where the system does not tell; `phones` how many are
    connected, by the address that they came by; `tests` of phones, the latest last.
    """

    addresses: tuple[Address, ...]
    chosen: str
    port: int = 0
    port_taken: bool = False
    serving: bool = True
    neighbours: int | None = None
    phones: Mapping[str, int] = field(default_factory=dict)
    tests: tuple[SelfTest, ...] = ()


class Trouble(StrEnum):
    """What can be in the way of phones."""

    PORT_IN_USE = "port-in-use"
    NOT_SERVING = "not-serving"
    NO_INTERFACE = "no-interface"
    NO_LEASE = "no-lease"
    ADDRESS_GONE = "address-gone"
    FIREWALL = "firewall"
    CLIENT_ISOLATION = "client-isolation"
    HOTSPOT_LIMIT = "hotspot-limit"
    NO_STREAM = "no-stream"
    SLOW = "slow"
    NOT_TESTED = "not-tested"


@frozen
class Finding:
    """One trouble by its name, and what to do about it; `certain` is False for what is only likely."""

    trouble: Trouble
    what: Text
    advice: Text
    certain: bool = True


_HOTSPOTS: tuple[tuple[str, int], ...] = (
    ("192.168.137.0/24", 8),  # Windows' mobile hotspot
    ("172.20.10.0/28", 5),  # an iPhone
    ("192.168.43.0/24", 10),  # an Android phone
)
"""Networks that hotspots make, with how many phones they take."""


def hotspot_limit(ip: str) -> int | None:
    """How many phones the hotspot takes to whose network an address belongs; None: it is not a known hotspot's."""
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return None
    return next((most for network, most in _HOTSPOTS if address in ipaddress.ip_network(network)), None)


def diagnosed(seen: Seen, unreached: bool = False) -> tuple[Finding, ...]:
    """What is in the way, what to mend first first. `unreached`: the host says that a phone cannot open the page."""
    if seen.port_taken:
        return (_port_in_use(seen.port),)
    if not seen.serving:
        return (_not_serving(),)
    real = [address for address in seen.addresses if not address.loopback]
    if not real:
        return (_no_interface(),)
    if all(address.self_assigned for address in real):
        return (_no_lease(),)
    found: list[Finding] = []
    if _is_ip(seen.chosen) and seen.chosen not in {address.ip for address in seen.addresses}:
        found.append(_address_gone(seen.chosen, real[0].ip))
    limit = hotspot_limit(seen.chosen)
    if limit is not None:
        found.append(_hotspot(limit))
    return (*found, *_from_phones(seen, unreached))


def _from_phones(seen: Seen, unreached: bool) -> tuple[Finding, ...]:
    """What phones have found, or that none has come. What this computer tries out by itself says nothing."""
    own = {address.ip for address in seen.addresses}
    tests = [test for test in seen.tests if test.phone not in own]
    came = any(count for by, count in seen.phones.items() if not Address("", by).loopback)
    if not tests and not came:
        if not unreached:
            return (_not_tested(),)
        firewall, isolation = _firewall(), _isolation()
        if seen.neighbours is None:
            return firewall, isolation
        return (isolation, firewall) if seen.neighbours <= _ALONE else (firewall, isolation)
    if not tests:
        return (_not_tested(),)
    last = tests[-1]
    if last.stream is None:
        return (_no_stream(),)
    return () if last.passed else (_slow(max(last.page, last.send)),)


def _is_ip(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _port_in_use(port: int) -> Finding:
    return Finding(
        Trouble.PORT_IN_USE,
        text("Port {port} is in use by another program.", port=port),
        text("Close that program and start the event anew, or choose another port and print the codes again."),
    )


def _not_serving() -> Finding:
    return Finding(
        Trouble.NOT_SERVING,
        text("The phone server is not running."),
        text("Close the event and open it again. Until then, vote on paper: paper ballots count alike."),
    )


def _no_interface() -> Finding:
    return Finding(
        Trouble.NO_INTERFACE,
        text("This computer is on no network."),
        text("Join the venue’s Wi-Fi or plug in a cable; or open a hotspot on this computer or on a phone."),
    )


def _no_lease() -> Finding:
    return Finding(
        Trouble.NO_LEASE,
        text("The network has given this computer no address (no DHCP lease)."),
        text("Leave the network and join it again. If that does not help, restart the router, or use a hotspot."),
    )


def _address_gone(chosen: str, best: str) -> Finding:
    return Finding(
        Trouble.ADDRESS_GONE,
        text("The address in the codes, {address}, is no longer this computer’s.", address=chosen),
        text("Join the network that it belongs to, or choose {address} and print the codes again.", address=best),
    )


def _firewall() -> Finding:
    return Finding(
        Trouble.FIREWALL,
        text("A firewall on this computer keeps phones out."),
        text("Allow Facilitator in its settings, for private and public networks, and test again."),
        certain=False,
    )


def _isolation() -> Finding:
    return Finding(
        Trouble.CLIENT_ISOLATION,
        text("The Wi-Fi keeps its clients apart (client isolation)."),
        text("Ask for a network without it, bring your own router, or use a hotspot. Guest networks often have it."),
        certain=False,
    )


def _hotspot(limit: int) -> Finding:
    return Finding(
        Trouble.HOTSPOT_LIMIT,
        plural_text(
            "This is a hotspot, which takes {count} phone at most.",
            "This is a hotspot, which takes {count} phones at most.",
            limit,
        ),
        text("For more people use a router, or vote in turns, one phone a table, or on paper."),
    )


def _no_stream() -> Finding:
    return Finding(
        Trouble.NO_STREAM,
        text("Pages and votes reach the phone, but it is not told of changes."),
        text("Something between phone and computer holds back live news: turn off VPN and data saver on the phone."),
    )


def _slow(milliseconds: float) -> Finding:
    return Finding(
        Trouble.SLOW,
        text("The Wi-Fi is slow: a request took {milliseconds} ms.", milliseconds=round(milliseconds)),
        text("Move the access point closer, use the 5 GHz band, and have phones leave other networks alone."),
        certain=False,
    )


def _not_tested() -> Finding:
    return Finding(
        Trouble.NOT_TESTED,
        text("No phone has tested the way yet."),
        text("Join the Wi-Fi with a phone and scan the code of the self-test, before the doors open."),
    )

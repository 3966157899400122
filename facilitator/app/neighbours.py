"""The other devices that this computer has heard of on its networks: by them a firewall is told from client isolation.

A phone that tries to reach us asks for our hardware address first (ARP, RFC 826), which no firewall here keeps out. If
the network keeps its clients apart, not even that arrives.
"""

from __future__ import annotations

import ipaddress
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import ifaddr

_TABLE = Path("/proc/net/arp")
_COMPLETE = 0x2
_PATIENCE_SECONDS = 3.0
_IP = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")
_HARDWARE = re.compile(r"(?:[0-9a-f]{1,2}[:-]){5}[0-9a-f]{1,2}", re.IGNORECASE)
_NOBODY = re.compile(r"(?:ff[:-]){5}ff|(?:00?[:-]){5}00?|0?1[:-]00?[:-]5e", re.IGNORECASE)


def neighbours(ip: str) -> int | None:
    """How many devices have been heard of on the network of this address of ours; None if the system does not tell."""
    network = _network(ip)
    if network is None:
        return None
    try:
        if sys.platform == "linux":
            known = in_linux_table(_TABLE.read_text("ascii"))
        else:
            command = ["arp", "-a"] if sys.platform == "win32" else ["arp", "-an"]
            told = subprocess.run(command, capture_output=True, timeout=_PATIENCE_SECONDS, check=True)
            known = in_arp_output(told.stdout.decode("ascii", "replace"))
    except (OSError, subprocess.SubprocessError):
        return None
    return len(_within(known, network, ip))


def in_linux_table(table: str) -> set[str]:
    """The addresses in the kernel's table that have answered."""
    rows = [line.split() for line in table.splitlines()[1:]]
    return {row[0] for row in rows if len(row) > 2 and int(row[2], 16) & _COMPLETE}


def in_arp_output(output: str) -> set[str]:
    """The addresses in what `arp -a` prints, on Windows and macOS; not those of everybody or of nobody."""
    rows = [line for line in output.splitlines() if _HARDWARE.search(line) and not _NOBODY.search(line)]
    return {found[0] for line in rows if (found := _IP.search(line))}


def _within(known: Iterable[str], network: ipaddress.IPv4Network, own: str) -> set[str]:
    return {ip for ip in known if ip != own and ipaddress.ip_address(ip) in network}


def _network(own: str) -> ipaddress.IPv4Network | None:
    for adapter in ifaddr.get_adapters():
        for ip in adapter.ips:
            if ip.is_IPv4 and ip.ip == own:
                return ipaddress.IPv4Network(f"{own}/{ip.network_prefix}", strict=False)
    return None

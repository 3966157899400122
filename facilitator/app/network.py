"""The addresses at which phones may reach this computer, best first."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

import ifaddr

from facilitator.event.network import Address

_VIRTUAL = (
    "docker",
    "br-",
    "veth",
    "virbr",
    "vmnet",
    "vboxnet",
    "tun",
    "tap",
    "utun",
    "zt",
    "tailscale",
    "wg",
    "awdl",
    "llw",
)
_VIRTUAL_WORDS = ("virtual", "hyper-v", "vethernet", "vpn", "loopback", "bluetooth")


def addresses() -> tuple[Address, ...]:
    """All addresses of real interfaces, the likeliest for a venue's Wi-Fi first; never empty, loopback comes last."""
    found = [
        Address(adapter.nice_name, str(ip.ip)) for adapter in ifaddr.get_adapters() for ip in adapter.ips if ip.is_IPv4
    ]
    return ranked(found)


def ranked(found: Iterable[Address]) -> tuple[Address, ...]:
    """The addresses in the order in which to offer them: private ones before public ones, no virtual interfaces, and
    self-assigned (169.254…) ones only before loopback."""
    real = [address for address in found if address.loopback or not _is_virtual(address.interface)]
    return tuple(sorted(real, key=_rank)) or (Address("", "127.0.0.1"),)


def _rank(address: Address) -> tuple[int, str]:
    ip = ipaddress.ip_address(address.ip)
    if ip.is_loopback:
        return 3, address.interface
    if ip.is_link_local:
        return 2, address.interface
    return (0 if ip.is_private else 1), address.interface


def _is_virtual(interface: str) -> bool:
    name = interface.lower()
    return name.startswith(_VIRTUAL) or any(word in name for word in _VIRTUAL_WORDS)


def base_url(host: str, port: int) -> str:
    """The address of the phone page, without a slash at its end."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

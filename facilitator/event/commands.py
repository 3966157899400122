"""What can be asked of the event's settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ChangeEvent:
    """Change the settings that are given; the others stay."""

    title: str | None = None
    day: date | None = None
    place: str | None = None
    language: str | None = None
    zone: str | None = None
    address: str | None = None
    wifi_name: str | None = None
    wifi_password: str | None = None


@dataclass(frozen=True, slots=True)
class KeepPort:
    """Remember the port on which the phone server found room, so that printed codes stay valid."""

    port: int


@dataclass(frozen=True, slots=True)
class ErasePersonalData:
    """Take away what tells who people are; what they did together stays. Cannot be undone."""

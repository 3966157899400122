"""What can be asked of the event's settings."""

from __future__ import annotations

from datetime import date

from facilitator.common.frozen import frozen
from facilitator.event.model import Branding, Sound


@frozen
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
    branding: Branding | None = None
    sound: Sound | None = None
    welcome: str | None = None
    next_steps: str | None = None


@frozen
class KeepPort:
    """Remember the port on which the phone server found room, so that printed codes stay valid."""

    port: int


@frozen
class ErasePersonalData:
    """Take away what tells who people are; what they did together stays. Cannot be undone."""

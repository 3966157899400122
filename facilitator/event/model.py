"""What is true of the event as a whole."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from facilitator.common.clock import Instant
from facilitator.common.frozen import frozen


@frozen
class Erasure:
    """A line of the erasure log: when personal data was erased, and of how many people. It holds no names."""

    at: Instant
    people: int


class Theme(StrEnum):
    """How the screens of the room look."""

    DARK = "dark"
    LIGHT = "light"


@frozen
class Branding:
    """How the event looks on the projector and in browsers: two colours as `#rrggbb`, a logo (a picture's id), and
    light or dark. Empty colours mean the program's own."""

    primary: str = ""
    accent: str = ""
    logo: int | None = None
    theme: Theme = Theme.DARK


LOUDEST = 100
"""The volume at which sounds are played as they were made."""


@frozen
class Sound:
    """How loud warning and end are, 0 to 100, and whether they are heard at all."""

    volume: int = 70
    muted: bool = False


@frozen
class Event:
    """The event's own settings.

    `zone` is an IANA name; `day` the local date of the hack day. `port` is the one that printed codes carry, kept once
    it has been chosen; `address` the host name or IP address that the host chose for phones, empty for "the best one
    found". `staff_key` opens the staff pages. The Wi-Fi fields fill the code that joins a phone to the network.
    `welcome` and `next_steps` are the host's words for the scenes of these names, a line a point.
    """

    title: str
    day: date
    place: str = ""
    language: str = "sv"
    zone: str = "Europe/Stockholm"
    port: int = 0
    address: str = ""
    staff_key: str = ""
    wifi_name: str = ""
    wifi_password: str = ""
    erasures: tuple[Erasure, ...] = ()
    branding: Branding = Branding()
    sound: Sound = Sound()
    welcome: str = ""
    next_steps: str = ""

    @property
    def timezone(self) -> ZoneInfo:
        """The zone in which local times of the agenda are meant."""
        return ZoneInfo(self.zone)

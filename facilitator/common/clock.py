"""Time as three types that never mix: a point on the wall, a point on the monotonic clock, and a length.

All three count whole milliseconds, so that sums are exact and JSON keeps them. Nothing in the core asks the
system for the time; it is handed a `Moment`.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NewType, Protocol
from zoneinfo import ZoneInfo

from facilitator.common.frozen import frozen

Instant = NewType("Instant", int)
"""Milliseconds since 1970-01-01T00:00Z: what a clock on the wall says. Steps when somebody sets the clock."""

Monotonic = NewType("Monotonic", int)
"""Milliseconds on a clock that only runs forward, sleep included. Comparable within one boot only."""

Duration = NewType("Duration", int)
"""A length of time in milliseconds; may be negative."""


@frozen
class Moment:
    """One reading of both clocks, and the boot during which the monotonic one was read."""

    wall: Instant
    mono: Monotonic
    boot: str


class Clock(Protocol):
    """Where the present comes from: the system's clocks, or a rehearsal's virtual ones."""

    def now(self) -> Moment:
        """The present moment."""
        ...


def elapsed(start: Moment, end: Moment) -> Duration:
    """How much time passed between two moments.

    Within one boot the monotonic clock decides, so a stepped wall clock changes nothing; across boots only the
    wall clock is left to ask.
    """
    if start.boot == end.boot:
        return Duration(end.mono - start.mono)
    return Duration(end.wall - start.wall)


def seconds(count: float) -> Duration:
    """A duration from a number of seconds."""
    return Duration(round(count * 1000))


def minutes(count: float) -> Duration:
    """A duration from a number of minutes."""
    return seconds(count * 60)


def to_datetime(instant: Instant, zone: ZoneInfo) -> datetime:
    """The instant as local date and time."""
    return datetime.fromtimestamp(instant / 1000, zone)


def from_datetime(moment: datetime) -> Instant:
    """The instant of an aware date and time.

    Raises:
        ValueError: the date and time carries no zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a date and time without a zone is not an instant")
    return Instant(round(moment.timestamp() * 1000))


def at_local(day: date, local: time, zone: ZoneInfo) -> Instant:
    """The instant at which clocks in `zone` show `local` on `day`.

    A time that a daylight-saving change skips is moved forward by the gap; one that occurs twice means the first
    (PEP 495, fold=0).
    """
    return from_datetime(datetime.combine(day, local, tzinfo=zone))


def iso(instant: Instant, zone: ZoneInfo) -> str:
    """ISO 8601 with zone, to the second (milliseconds only where there are any)."""
    moment = to_datetime(instant, zone)
    return moment.isoformat(timespec="seconds" if moment.microsecond == 0 else "milliseconds")


def whole_seconds(duration: Duration) -> int:
    """The duration in seconds, rounded to the nearest whole one."""
    return round(timedelta(milliseconds=duration).total_seconds())

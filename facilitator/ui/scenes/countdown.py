"""A countdown as people read it. Shared by everything that shows one, so that all change on the same instant."""

from __future__ import annotations

from facilitator.common.clock import Duration

_SECOND_MS = 1000


def shown_seconds(left: Duration) -> int:
    """The whole seconds to show: a begun second still counts, so the full length is seen at the start and 0 at the
    end; negative once the time is over."""
    return -(-left // _SECOND_MS)


def until_tick(left: Duration) -> Duration:
    """How long until a running countdown shows its next second; never zero."""
    return Duration(left % _SECOND_MS or _SECOND_MS)


def digits(seconds: int) -> str:
    """05:12, or 1:05:12 from one hour up; +00:12 once the time is over."""
    sign = "+" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02}:{rest:02}" if hours else f"{sign}{minutes:02}:{rest:02}"

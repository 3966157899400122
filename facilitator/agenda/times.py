"""What lists write for days, times of day, lengths and yes or no."""

from __future__ import annotations

import math
import re
from datetime import date, time

from facilitator.common.clock import Duration, minutes

_DAY_MINUTES = 24 * 60
_TIME = re.compile(r"(?:kl(?:ockan)?\.?\s*)?(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2}))?\s*(am|pm|fm|em)?", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{1,2})(\d{2})")
_CUT_DECIMALS = re.compile(r"(\d{1,2})[.,]([0-5])")
_DAY_FRACTION = re.compile(r"0?[.,]\d{3,}")
_RANGE = re.compile(r"\s*(?:–|—|-|\btill\b|\bto\b)\s*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}[ T]")
_MINUTES = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:m|min|mins|minuter|minutes|minut|minute|')?\.?", re.IGNORECASE)
_HOURS = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(?:h|t|tim|timme|timmar|hour|hours)\.?(?:\s*(?:och|and)?\s*(\d+)\s*\w*\.?)?", re.IGNORECASE
)
_HOURS_MINUTES = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_DAY_NUMBER = re.compile(r"(?:dag|day)?\s*(\d{1,2})", re.IGNORECASE)
_YES = frozenset({"ja", "j", "yes", "y", "x", "1", "true", "sant", "sann", "fast", "fixed", "✓", "✔"})
_NO = frozenset({"", "nej", "n", "no", "0", "false", "falskt", "falsk", "-", "–"})


def times(cell: str) -> tuple[time, time | None] | None:
    """The time of day in a cell, and the end if it gives a range (“09:00–09:10”); None if it is not understood."""
    parts = _RANGE.split(_DATE.sub("", cell.strip()))
    found = [clock_time(part) for part in parts]
    if len(found) > 2 or found[0] is None or found[-1] is None:
        return None
    return found[0], found[1] if len(found) == 2 else None


def clock_time(cell: str) -> time | None:
    """“09:00”, “9.00”, “0900”, “9”, “kl 9”, “1:30 pm”, or a spreadsheet's share of a day; None if it is none."""
    cell = cell.strip()
    if _DAY_FRACTION.fullmatch(cell):
        return _of_minutes(round(float(cell.replace(",", ".")) * _DAY_MINUTES))
    if match := _DIGITS.fullmatch(cell):
        return _of_parts(int(match[1]), int(match[2]))
    if match := _CUT_DECIMALS.fullmatch(cell):  # a spreadsheet took 9.30 for a number and shows 9.3
        return _of_parts(int(match[1]), int(match[2]) * 10)
    if match := _TIME.fullmatch(cell):
        hour = int(match[1])
        half = (match[4] or "").lower()
        if half:
            hour = hour % 12 + (12 if half in ("pm", "em") else 0) if 1 <= hour <= 12 else hour
        return _of_parts(hour, int(match[2] or 0), int(match[3] or 0))
    return None


def _of_parts(hour: int, minute: int, second: int = 0) -> time | None:
    found = _of_minutes(hour * 60 + minute) if minute < 60 and second < 60 else None
    return found and found.replace(second=second)


def _of_minutes(count: int) -> time | None:
    """Midnight may be written 24:00."""
    return time(count % _DAY_MINUTES // 60, count % 60) if 0 <= count <= _DAY_MINUTES else None


def length(cell: str) -> Duration | None:
    """A length: minutes (“45”, “45 min”), hours (“1,5 h”, “1 h 15 min”), h:mm or h:mm:ss; None if not understood."""
    cell = cell.strip()
    if match := _MINUTES.fullmatch(cell):
        count = float(match[1].replace(",", "."))
    elif match := _HOURS.fullmatch(cell):
        count = float(match[1].replace(",", ".")) * 60 + int(match[2] or 0)
    elif (match := _HOURS_MINUTES.fullmatch(cell)) and int(match[2]) < 60 and int(match[3] or 0) < 60:
        count = int(match[1]) * 60 + int(match[2]) + int(match[3] or 0) / 60
    else:
        return None
    return minutes(count) if count <= _DAY_MINUTES else None


def usual_least_length(planned: Duration) -> Duration:
    """The least length of an item that gives none: two thirds of the planned one, in whole minutes."""
    return min(planned, minutes(math.ceil(planned * 2 / 3 / 60_000)))


def yes(cell: str) -> bool | None:
    """Whether a cell says yes; None if it says neither yes nor no."""
    word = cell.strip().casefold()
    return True if word in _YES else False if word in _NO else None


def day(cell: str) -> int | date | None:
    """A day by its number counted from 1 (“2”, “Dag 2”) or its date (“2026-05-20”); None if it is not understood."""
    cell = cell.strip()
    if match := _DAY_NUMBER.fullmatch(cell):
        return int(match[1])
    try:
        return date.fromisoformat(cell[:10])
    except ValueError:
        return None


def written_time(moment: time) -> str:
    """A time of day as `clock_time` reads it: to the minute, or to the second where it has any."""
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"


def written_length(duration: Duration) -> int | str:
    """A length as `length` reads it: a number of minutes, or h:mm:ss where they are not whole."""
    whole, rest = divmod(round(duration / 1000), 60)
    return whole if rest == 0 else f"{whole // 60}:{whole % 60:02}:{rest:02}"

"""What lists write for kinds of items, times of day, lengths and yes or no."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import time

from facilitator.agenda.model import Kind
from facilitator.common.clock import Duration, minutes
from facilitator.tables.headings import Synonyms, plain

SYNONYMS: Synonyms = {
    "start": ("Start", "Starttid", "Tid", "Klockan", "Kl", "Från", "Börjar", "Time", "Start time", "From", "Begins"),
    "end": ("Slut", "Sluttid", "Till", "Slutar", "End", "End time", "To", "Until", "Ends"),
    "title": (
        "Titel", "Rubrik", "Programpunkt", "Punkt", "Aktivitet", "Moment", "Vad", "Program", "Title", "Item",
        "Agenda item", "Activity", "Session", "What",
    ),
    "kind": ("Typ", "Slag", "Sort", "Type", "Kind"),
    "length": ("Längd", "Minuter", "Min", "Tidsåtgång", "Varaktighet", "Length", "Minutes", "Duration"),
    "least_length": (
        "Minsta längd", "Minst", "Kortaste längd", "Minimum", "Least length", "Minimum length", "Shortest", "At least",
    ),
    "speaker": ("Talare", "Vem", "Ansvarig", "Medverkande", "Speaker", "Speakers", "Who", "Host"),
    "fixed": ("Fast start", "Fast", "Fast tid", "Fixed start", "Fixed", "Fixed time"),
    "notes": ("Anteckningar", "Anteckning", "Anmärkning", "Kommentar", "Notes", "Note", "Comment", "Comments"),
    "priority": ("Prioritet", "Vikt", "Priority"),
}  # fmt: skip
"""Field of an item → its headings."""

_KINDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.TALK: (
        "tal", "föreläsning", "inledning", "välkomna", "information", "föredrag", "panel", "annat", "övrigt",
        "talk", "lecture", "speech", "welcome", "other", "keynote",
    ),
    Kind.BREAK: (
        "paus", "rast", "kaffe", "fika", "lunch", "mat", "registrering", "mingel", "frukost",
        "break", "pause", "coffee", "registration", "food", "breakfast", "mingle",
    ),
    Kind.TEAMS: ("lag", "lagindelning", "lagvisning", "teams", "team", "team reveal"),
    Kind.WORK: ("arbete", "lagarbete", "grupparbete", "hack", "workshop", "work", "team work", "teamwork", "hacking"),
    Kind.PITCHES: (
        "presentation", "presentationer", "pitch", "pitchar", "redovisning", "redovisningar", "lösningar",
        "presentations", "pitches", "demo", "demos",
    ),
    Kind.VOTE: ("omröstning", "röstning", "rösta", "vote", "voting", "ballot"),
    Kind.RESULTS: ("resultat", "prisutdelning", "vinnare", "results", "result", "awards", "prize", "prizes"),
    Kind.END: ("slut", "avslut", "avslutning", "end", "close", "closing", "the end"),
}  # fmt: skip
_KIND_OF = {plain(word): kind for kind, words in _KINDS.items() for word in (kind.value, *words)}

KIND_WORDS = tuple(words[0] for words in _KINDS.values()) + tuple(kind.value for kind in Kind)
"""The words to suggest when a kind is not understood."""

_DAY_MINUTES = 24 * 60
_TIME = re.compile(r"(?:kl(?:ockan)?\.?\s*)?(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(am|pm|fm|em)?", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{1,2})(\d{2})")
_CUT_DECIMALS = re.compile(r"(\d{1,2})[.,]([0-5])")
_DAY_FRACTION = re.compile(r"0?[.,]\d{3,}")
_RANGE = re.compile(r"\s*(?:–|—|-|\btill\b|\bto\b)\s*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}[ T]")
_MINUTES = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:m|min|mins|minuter|minutes|minut|minute|')?\.?", re.IGNORECASE)
_HOURS = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(?:h|t|tim|timme|timmar|hour|hours)\.?(?:\s*(?:och|and)?\s*(\d+)\s*\w*\.?)?", re.IGNORECASE
)
_HOURS_MINUTES = re.compile(r"(\d{1,2}):(\d{2})(?::00)?")
_YES = frozenset({"ja", "j", "yes", "y", "x", "1", "true", "sant", "sann", "fast", "fixed", "✓", "✔"})
_NO = frozenset({"", "nej", "n", "no", "0", "false", "falskt", "falsk", "-", "–"})


def kind(word: str) -> Kind | None:
    """The kind of item that a word in the list's kind column means."""
    return _KIND_OF.get(plain(word))


def kind_from_title(title: str) -> Kind:
    """The kind that a title suggests by its first word that is known; a talk if it suggests none."""
    return next((_KIND_OF[word] for part in re.findall(r"\w+", title) if (word := plain(part)) in _KIND_OF), Kind.TALK)


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
        half = (match[3] or "").lower()
        if half:
            hour = hour % 12 + (12 if half in ("pm", "em") else 0) if 1 <= hour <= 12 else hour
        return _of_parts(hour, int(match[2] or 0))
    return None


def _of_parts(hour: int, minute: int) -> time | None:
    return _of_minutes(hour * 60 + minute) if minute < 60 else None


def _of_minutes(count: int) -> time | None:
    """Midnight may be written 24:00."""
    return time(count % _DAY_MINUTES // 60, count % 60) if 0 <= count <= _DAY_MINUTES else None


def length(cell: str) -> Duration | None:
    """A length: minutes (“45”, “45 min”), hours (“1,5 h”, “1 h 15 min”) or h:mm; None if it is not understood."""
    cell = cell.strip()
    if match := _MINUTES.fullmatch(cell):
        count = float(match[1].replace(",", "."))
    elif match := _HOURS.fullmatch(cell):
        count = float(match[1].replace(",", ".")) * 60 + int(match[2] or 0)
    elif (match := _HOURS_MINUTES.fullmatch(cell)) and int(match[2]) < 60:
        count = int(match[1]) * 60 + int(match[2])
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

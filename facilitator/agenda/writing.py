"""Writes an agenda as a list that reads back as the same agenda."""

from __future__ import annotations

from facilitator.agenda import times, words
from facilitator.agenda.model import Item, Plan
from facilitator.tables.writing import Value, csv_bytes, xlsx_bytes

FIELDS = (
    *("day", "start", "title", "kind", "length", "least_length", "fixed", "priority", "speaker", "track"),
    *("warning", "danger", "scene", "at_end", "end_scene", "sound", "notes"),
)
"""The columns, in their order."""


def as_csv(plan: Plan, language: str) -> bytes:
    """The agenda as CSV, with headings and words in one of the two languages."""
    return csv_bytes(_headings(language), _rows(plan, language))


def as_xlsx(plan: Plan, language: str, title: str) -> bytes:
    """The agenda as a workbook whose sheet has this title."""
    return xlsx_bytes(title, _headings(language), _rows(plan, language))


def _headings(language: str) -> list[str]:
    return [words.heading(field, language == "sv") for field in FIELDS]


def _rows(plan: Plan, language: str) -> list[tuple[Value, ...]]:
    return [_row(item, language == "sv") for item in plan.in_order()]


def _row(item: Item, swedish: bool) -> tuple[Value, ...]:
    yes, no = ("ja", "nej") if swedish else ("yes", "no")
    return (
        item.day + 1,
        None if item.start is None else times.written_time(item.start),
        item.title,
        words.kind_word(item.kind, swedish),
        times.written_length(item.length),
        times.written_length(item.least_length),
        yes if item.fixed else None,
        item.priority,
        item.speaker,
        item.track,
        times.written_length(item.warning),
        times.written_length(item.danger),
        words.scene_word(item.scene, swedish) if item.scene else None,
        words.at_end_word(item.at_end, swedish),
        words.scene_word(item.end_scene, swedish) if item.end_scene else None,
        yes if item.sound else no,
        item.notes,
    )

"""Dates in words."""

from __future__ import annotations

from datetime import date

from facilitator.common.texts import Text, Translator, text

_MONTHS: tuple[Text, ...] = (
    text("January"),
    text("February"),
    text("March"),
    text("April"),
    text("May"),
    text("June"),
    text("July"),
    text("August"),
    text("September"),
    text("October"),
    text("November"),
    text("December"),
)


def long_date(day: date, tr: Translator) -> str:
    """The date as “14 May 2026”."""
    return tr("{day} {month} {year}", day=day.day, month=_MONTHS[day.month - 1], year=day.year)

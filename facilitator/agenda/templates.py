"""Ready agendas that a host can begin with."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from facilitator.agenda.model import Item
from facilitator.agenda.reading import read
from facilitator.common.frozen import frozen
from facilitator.common.resources import resource
from facilitator.common.texts import LANGUAGES, Text, text
from facilitator.tables.reading import read_table


class TemplateName(StrEnum):
    """The ready agendas."""

    FULL_DAY = "full-day"
    HALF_DAY = "half-day"
    TWO_DAYS = "two-days"
    WORKSHOP = "workshop"


@frozen
class AgendaTemplate:
    """A ready agenda as it is offered: what it is called, and what it is for."""

    name: TemplateName
    title: Text
    about: Text


def templates() -> tuple[AgendaTemplate, ...]:
    """The ready agendas, in the order in which they are offered."""
    return (
        AgendaTemplate(
            TemplateName.FULL_DAY,
            text("Full hack day"),
            text("08:30 to 15:55: talks, three rounds of team work, pitches, a vote and next steps."),
        ),
        AgendaTemplate(
            TemplateName.HALF_DAY,
            text("Half day"),
            text("An afternoon, 12:30 to 16:45: two rounds of team work, pitches and a vote."),
        ),
        AgendaTemplate(
            TemplateName.TWO_DAYS,
            text("Two days"),
            text("Understanding and ideas on the first day, solutions, pitches and a vote on the second."),
        ),
        AgendaTemplate(
            TemplateName.WORKSHOP,
            text("Workshop"),
            text(
                "A morning, 09:00 to 12:00: examples and challenges gathered, sharpened in two rooms, ranked together."
            ),
        ),
    )


def agenda_template(name: TemplateName, language: str) -> tuple[Item, ...]:
    """The items of a ready agenda, in English if the language is none of the program's; `PutAgenda` takes them."""
    return read(read_table(_path(name, language if language in LANGUAGES else "en"))).items


def _path(name: TemplateName, language: str) -> Path:
    if name is TemplateName.FULL_DAY:
        return resource("sample", language, "agenda.csv")
    return resource("agendas", language, f"{name.value}.csv")

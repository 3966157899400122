"""What can be wrong with a row, said so that its author finds and mends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from facilitator.common.texts import Text, text
from facilitator.tables.headings import Columns
from facilitator.tables.model import Row, column_letter

T = TypeVar("T")

_ERROR_VALUES = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})
"""What a spreadsheet saves as the result of a formula that failed."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that must be mended before the list can be imported.

    `row` is the number that a spreadsheet shows, `column` the heading as the list has it (empty if the whole row is
    meant), `value` what stands there.
    """

    row: int
    column: str
    value: str
    problem: Text


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What was understood of a list. If there are problems, none of it may be imported.

    `ignored` names the columns that mean nothing here; `added`, `updated` and `unchanged` count rows.
    """

    items: tuple[T, ...]
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()


def row_problems(row: Row, columns: Columns) -> Iterator[Problem]:
    """What is wrong with the row as such: too few or too many cells, or a spreadsheet's error in a cell that counts."""
    width = len(columns.headings)
    if len(row.cells) < width:
        yield Problem(
            row.number,
            "",
            " · ".join(row.cells),
            text("The row has {cells} cells, the headings {headings}.", cells=len(row.cells), headings=width),
        )
    for position in range(width, len(row.cells)):
        if row.cells[position]:
            yield Problem(
                row.number,
                column_letter(position),
                row.cells[position],
                text("The row has more cells than there are headings; a delimiter in a cell needs quotation marks."),
            )
            break
    if _ERROR_VALUES.isdisjoint(row.cells):
        return
    for field in columns.fields:
        value = columns.value(row, field)
        if value in _ERROR_VALUES:
            problem = text("The formula in this cell failed; write the value itself.")
            yield Problem(row.number, columns.heading(field), value, problem)

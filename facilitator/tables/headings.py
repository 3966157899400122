"""Understands headings: which column holds what, whatever the list calls it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from facilitator.common.errors import Unreadable
from facilitator.common.frozen import frozen
from facilitator.common.texts import text
from facilitator.tables.model import Row, Table, column_letter
from facilitator.tables.shaping import lowered

Synonyms = Mapping[str, tuple[str, ...]]
"""What lists call each field, in Swedish and English; case, blanks and punctuation do not matter."""

_HEADING_SEARCH_ROWS = 10
_PARENTHESES = re.compile(r"[(\[].*?[)\]]")


@frozen
class Columns:
    """Which columns, counted from 0, hold each field; `ignored` names those that hold none.

    A heading that is merged over several columns, or stands twice, gives its field several columns.
    """

    headings: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]
    ignored: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that the list has."""
        return tuple(self.places)

    def __contains__(self, field: str) -> bool:
        """Whether the list has this field."""
        return field in self.places

    def heading(self, field: str) -> str:
        """The list's own heading for the field; empty if it has none."""
        return self.headings[self.places[field][0]] if field in self.places else ""

    def values(self, row: Row, field: str) -> tuple[str, ...]:
        """What stands in each of the field's columns that is not empty, each once."""
        cells = (row.cell(column) for column in self.places.get(field, ()))
        return tuple(dict.fromkeys(cell for cell in cells if cell))

    def value(self, row: Row, field: str) -> str:
        """What stands in the field's columns, joined by blanks."""
        places = self.places.get(field, ())
        if len(places) == 1:  # nearly always, and lists can be long
            return row.cell(places[0])
        return " ".join(self.values(row, field))

    def line(self, row: Row, field: str) -> str:
        """The value on one line, with single blanks."""
        return " ".join(self.value(row, field).split())


def plain(heading: str) -> str:
    """The heading's letters and digits in lower case: “E-post ” and “epost” are the same."""
    return "".join(filter(str.isalnum, heading.casefold()))


def understand(
    table: Table, synonyms: Synonyms, chosen: Mapping[str, str | None] | None = None
) -> tuple[Table, Columns]:
    """The table with its real heading row on top, and its columns.

    Titles and group headings above the headings are passed over: of the first rows, the one that names most fields is
    taken, the lower of two that name as many. `chosen` says for headings (as the list has them) which field they hold,
    None for "ignore"; it comes before the synonyms.

    Raises:
        Unreadable: there is nothing below the heading row.
    """
    words = {plain(word): field for field, names in synonyms.items() for word in names}
    candidates = [table.headings, *(row.cells for row in table.rows[:_HEADING_SEARCH_ROWS])]
    scores = [len({field for cell in cells if (field := _field(cell, words))}) for cells in candidates]
    best = max(range(len(scores)), key=lambda index: (scores[index], index if scores[index] > 1 else -index))
    if best > 0:
        table = lowered(table, best - 1)
    if not table.rows:
        raise Unreadable(
            text("The list holds headings but no rows."),
            text("Check that the list was saved with its rows, and that the right file was chosen."),
        )
    return table, _columns(table, words, chosen or {})


def _columns(table: Table, words: Mapping[str, str], chosen: Mapping[str, str | None]) -> Columns:
    places: dict[str, tuple[int, ...]] = {}
    ignored: list[str] = []
    for position, heading in enumerate(table.headings):
        field = chosen[heading] if heading in chosen else _field(heading, words)
        if field is not None:
            places[field] = (*places.get(field, ()), position)
        elif heading or any(row.cell(position) for row in table.rows):
            ignored.append(heading or column_letter(position))
    return Columns(table.headings, places, tuple(ignored))


def _field(heading: str, words: Mapping[str, str]) -> str | None:
    """The field that a heading names, whole, without what stands in parentheses, or by a part before or after “/”."""
    bare = _PARENTHESES.sub("", heading)
    return next((words[word] for part in (heading, bare, *bare.split("/")) if (word := plain(part)) in words), None)

"""Which slice of the state lies in which table, and how a row becomes a value; `encoding` has the other way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from facilitator.agenda.model import Plan
from facilitator.common.change import Entry
from facilitator.common.errors import Unreadable
from facilitator.common.frozen import frozen
from facilitator.common.texts import text
from facilitator.event.model import Event
from facilitator.knowledge.model import Library
from facilitator.participants.model import Roster
from facilitator.solutions.model import Solutions
from facilitator.stage.model import Stage
from facilitator.store.decoding import Mismatch, decoder
from facilitator.teams.model import Teams
from facilitator.timer.model import Run
from facilitator.voting.model import Voting

SLICES: Mapping[str, type] = {
    "event": Event,
    "plan": Plan,
    "run": Run,
    "roster": Roster,
    "teams": Teams,
    "library": Library,
    "solutions": Solutions,
    "voting": Voting,
    "stage": Stage,
}
"""The slices of the state by their name in it."""


@frozen
class Table:
    """The table, by name, in which the entities of a field lie.

    `key` is the primary key's column, also for entities that lack it as a field; `whole` names the one JSON column
    that holds an entity as it is.
    """

    name: str
    key: str = "id"
    whole: str = ""


TABLES: Mapping[tuple[str, str], Table] = {
    ("plan", "items"): Table("item"),
    ("run", "actuals"): Table("actual", "item"),
    ("roster", "people"): Table("participant"),
    ("roster", "sectors"): Table("sector"),
    ("roster", "quotas"): Table("quota"),
    ("roster", "needs"): Table("need", "participant", "categories"),
    ("teams", "teams"): Table("team", "number"),
    ("library", "items"): Table("knowledge_item"),
    ("library", "questions"): Table("question"),
    ("solutions", "solutions"): Table("solution"),
    ("stage", "pictures"): Table("picture"),
    ("voting", "ballots"): Table("ballot"),
    ("voting", "cards"): Table("card"),
    ("voting", "results"): Table("result", "ballot", "result"),
    ("voting", "papers"): Table("paper"),
}
"""The table of every field that holds entities; all other fields are single values."""


@cache
def hints(slice_name: str) -> dict[str, Any]:
    """The types of a slice's fields."""
    return get_type_hints(SLICES[slice_name])


@cache
def entity_types(slice_name: str, field: str) -> tuple[type, type]:
    """The types of key and entity of a field that holds entities."""
    key, entity = get_args(hints(slice_name)[field])
    return key, entity


def from_columns(table: Table, entity_type: type, columns: Mapping[str, Any]) -> Any:
    """The entity of a row.

    Raises:
        Unreadable: the row does not hold one.
    """
    plain = columns[table.whole] if table.whole else dict(columns)
    return from_plain(plain, entity_type, table.name, str(columns[table.key]))


def from_plain(plain: Any, wanted: Any, table: str, row: str) -> Any:
    """JSON data as a value of the domain.

    Raises:
        Unreadable: it is not one; names the table and the row.
    """
    try:
        return decoder(wanted)(plain)
    except Mismatch as error:
        raise Unreadable(
            text(
                "The event file is damaged: table {table}, row {row}: {reason}.",
                table=table,
                row=row,
                reason=str(error),
            ),
            text("Open the newest safety copy beside it; the damaged file is left as it is."),
        ) from error


def entry_from_plain(plain: list[Any], version: int) -> Entry:
    """The entry that JSON data describes.

    Raises:
        Unreadable: it describes none.
    """
    slice_name, field, key, before, after = plain
    wanted = entity_types(slice_name, field)[1] if key else hints(slice_name)[field]
    values = [
        None if value is None and key else from_plain(value, wanted, "history", str(version))
        for value in (before, after)
    ]
    return Entry(slice_name, field, key, *values)


def mapping_fields(slice_name: str) -> list[str]:
    """The fields of a slice whose type is a mapping of dataclasses, that is, of entities."""
    return [
        spec.name
        for spec in fields(SLICES[slice_name])
        if get_origin(hints(slice_name)[spec.name]) is Mapping
        and hasattr(get_args(hints(slice_name)[spec.name])[1], "__dataclass_fields__")
    ]

"""Values of the domain as JSON data and as columns. Loads msgspec, so only what writes may import it at its top."""

from __future__ import annotations

from typing import Any

import msgspec

from facilitator.common.change import Entry
from facilitator.store.mapping import Table


def to_plain(value: Any) -> Any:
    """A value of the domain as JSON data."""
    return msgspec.to_builtins(value, str_keys=True)


def to_columns(table: Table, key: Any, entity: Any) -> dict[str, Any]:
    """The columns of an entity's row."""
    if table.whole:
        return {table.key: key, table.whole: to_plain(entity)}
    plain: dict[str, Any] = to_plain(entity)
    return plain


def entry_to_plain(entry: Entry) -> list[Any]:
    """An entry of a change as JSON data."""
    return [entry.slice, entry.field, entry.key, to_plain(entry.before), to_plain(entry.after)]

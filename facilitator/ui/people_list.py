"""A list of people as the import form shows it: what its columns hold, and what it would change on the roster."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from facilitator.common.errors import Unreadable
from facilitator.common.texts import Text, Translator, plural_text, text
from facilitator.desk.state import State
from facilitator.participants.commands import PutPeople
from facilitator.participants.headings import SYNONYMS
from facilitator.participants.model import Participant
from facilitator.tables.headings import Columns, understand
from facilitator.tables.model import Table
from facilitator.tables.watch import Stopped, Watch
from facilitator.ui.people_rows import name_key
from facilitator.ui.widgets.column_map import Heard
from facilitator.ui.widgets.import_form import Chosen, Read, Row, Understood

FIELDS: Mapping[str, Text] = {
    "name": text("Name"),
    "first_name": text("First name"),
    "last_name": text("Last name"),
    "organisation": text("Organisation"),
    "sector": text("Sector"),
    "quota": text("Seat quota"),
    "role": text("Role"),
    "skills": text("Skills"),
    "languages": text("Languages"),
    "wishes": text("Wishes"),
    "email": text("E-mail"),
    "reference": text("ID"),
}
"""What a column can hold, by the names that reading knows."""

LONGEST_EXAMPLE = 60


def reader(path: Path, state: State, tr: Translator) -> Read:
    """Reads the file once, and understands it anew for every choice of columns; for a thread beside the window."""

    tables: list[Table] = []

    def understood(chosen: Chosen, watch: Watch) -> Understood:
        from facilitator.tables.reading import read_table

        if not tables:
            tables.append(read_table(path, watch=watch))
        return _understood(path.name, tables[0], state, tr, chosen, watch)

    return understood


def _understood(name: str, table: Table, state: State, tr: Translator, chosen: Chosen, watch: Watch) -> Understood:
    from facilitator.participants.difference import difference
    from facilitator.participants.reading import read

    lowered, columns = understand(table, SYNONYMS, chosen)
    heard = _heard(lowered, columns)
    try:
        found = read(table, state.roster, chosen, watch)
    except Stopped:
        raise
    except Unreadable:
        nameless = text("No column holds names. Choose below which one does.")
        return Understood(name, notes=table.notes, columns=heard, fields=FIELDS, refusal=nameless)
    for person in watch.counted(found.people):
        # Sorting names is what takes longest when the page shows them; worked out here, it does not hold up the window.
        name_key(person.last_name, person.first_name, state.event.language)
    change = difference(found, state.roster)
    rows: list[Row] = []
    for changed in change.changed:
        parts = [f"{tr.render(one.field)}: {one.before or '–'} → {one.after or '–'}" for one in changed.changes]
        rows.append((tr("Changed"), changed.person.name, changed.person.organisation, " · ".join(parts)))
    rows += [(tr("New"), person.name, person.organisation, _about(person)) for person in change.added]
    return Understood(
        name,
        PutPeople(found.people, found.sectors, found.quotas) if found.people else None,
        (
            plural_text("{count} new", "{count} new", found.added),
            plural_text("{count} changed", "{count} changed", found.updated),
            plural_text("{count} unchanged", "{count} unchanged", found.unchanged),
        ),
        found.problems,
        found.notes,
        found.ignored,
        (("", 96), (tr("Name"), 170), (tr("Organisation"), 170), (tr("What is new"), None)),
        tuple(rows),
        heard,
        FIELDS,
    )


def _heard(table: Table, columns: Columns) -> tuple[Heard, ...]:
    """Every heading once, with the field it was taken for and the first thing that stands below it."""
    fields = {place: field for field, places in columns.places.items() for place in places}
    heard: dict[str, Heard] = {}
    for place, heading in enumerate(table.headings):
        if heading and heading not in heard:
            example = next((cell for row in table.rows if (cell := row.cell(place))), "")
            heard[heading] = Heard(heading, fields.get(place), example[:LONGEST_EXAMPLE])
    return tuple(heard.values())


def _about(person: Participant) -> str:
    return " · ".join(part for part in (person.role, person.email) if part)

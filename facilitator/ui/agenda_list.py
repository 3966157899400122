"""An agenda from a file as the import form shows it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from facilitator.agenda.commands import PutAgenda
from facilitator.common.texts import Translator, text
from facilitator.tables.watch import Watch
from facilitator.ui.widgets.import_form import Chosen, Read, Understood


def reader(path: Path, first_day: date, tr: Translator) -> Read:
    """Reads the file; for a thread beside the window. Dates in it count from the event's `first_day`."""

    def understood(_chosen: Chosen, watch: Watch) -> Understood:
        from facilitator.agenda.reading import read
        from facilitator.tables.reading import read_table

        found = read(read_table(path, watch=watch), first_day=first_day)
        rows = [
            (str(item.position + 1), f"{item.start:%H:%M}" if item.start else "", item.title, item.speaker)
            for item in found.items
        ]
        return Understood(
            path.name,
            PutAgenda(found.items) if found.items else None,
            (text("{count} items in place of the present ones", count=len(found.items)),),
            found.problems,
            found.notes,
            found.ignored,
            (("", 64), (tr("Start"), 170), (tr("Item"), None), (tr("Speaker"), 170)),
            tuple(rows),
        )

    return understood

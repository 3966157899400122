"""An agenda from a file as the import form shows it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from facilitator.agenda.commands import PutAgenda
from facilitator.agenda.model import Item
from facilitator.common.texts import Translator, text
from facilitator.tables.watch import Watch
from facilitator.ui.widgets.import_form import Chosen, Read, Row, Understood
from facilitator.ui.wording import length


def reader(path: Path, first_day: date, tr: Translator) -> Read:
    """Reads the file; for a thread beside the window. Dates in it count from the event's `first_day`."""

    def understood(_chosen: Chosen, watch: Watch) -> Understood:
        from facilitator.agenda.reading import read
        from facilitator.tables.reading import read_table

        found = read(read_table(path, watch=watch), first_day=first_day)
        several = any(item.day for item in found.items)
        rows = [_row(item, tr, several=several) for item in found.items]
        return Understood(
            path.name,
            PutAgenda(found.items) if found.items else None,
            (text("{count} items in place of the present ones", count=len(found.items)),),
            found.problems,
            found.notes,
            found.ignored,
            (("", 64), (tr("Start"), 130), (tr("Item"), None), (tr("Length"), 92), (tr("Speaker"), 170)),
            tuple(rows),
        )

    return understood


def _row(item: Item, tr: Translator, *, several: bool) -> Row:
    start = f"{item.start:%H:%M}" if item.start else ""
    day = tr("Day {number}", number=item.day + 1) if several else ""
    title = f"{item.track} ▸ {item.title}" if item.track else item.title
    when = " · ".join(part for part in (day, start) if part)
    return str(item.position + 1), when, title, tr.render(length(item.length)), item.speaker

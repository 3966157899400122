"""The agenda as a file for others: a spreadsheet that can be imported again, or a calendar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, Translator, text
from facilitator.desk.state import State
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import button


@frozen
class Format:
    """A kind of file: its suffix, and what it is called."""

    suffix: str
    words: Text


FORMATS = (
    Format("xlsx", text("Excel")),
    Format("csv", text("CSV")),
    Format("ics", text("Calendar (iCalendar)")),
)


def export_button(context: Context, page: QWidget) -> QPushButton:
    """A button with a menu of the formats."""
    tr = context.tr
    menu = QMenu(page)

    def pressed() -> None:
        menu.exec(made.mapToGlobal(made.rect().bottomLeft()))

    made = button(tr("Export…"), pressed, "download", tip=tr("Save the agenda for a spreadsheet or a calendar"))
    for each in FORMATS:
        menu.addAction(tr.render(each.words), partial(_ask, context, page, each))
    return made


def save(context: Context, path: Path) -> None:
    """Write the agenda to a file in the format that its suffix says, without holding up the window."""
    controls = context.controls
    state, tr = controls.desk.state, context.tr

    def then(result: Path | UserError) -> None:
        if isinstance(result, UserError):
            controls.refuse(result)
        else:
            controls.said.emit(tr("Saved {file}", file=result.name))

    controls.beside(partial(_write, path, state, tr, _calendar_of(context)), then)


def _ask(context: Context, page: QWidget, chosen: Format) -> None:
    tr = context.tr
    usual = f"{context.controls.desk.state.event.title} – {tr('Agenda')}.{chosen.suffix}".replace("/", "-")
    pattern = f"{tr.render(chosen.words)} (*.{chosen.suffix})"
    name, _ = QFileDialog.getSaveFileName(page, tr("Export the agenda"), usual, pattern)
    if name:
        path = Path(name)
        save(context, path if path.suffix.lower() == f".{chosen.suffix}" else Path(f"{name}.{chosen.suffix}"))


def _calendar_of(context: Context) -> Callable[[State], bytes]:
    def made(state: State) -> bytes:
        from facilitator.desk.calendar import calendar

        return calendar(state, context.clock.now())

    return made


def _write(path: Path, state: State, tr: Translator, calendar: Callable[[State], bytes]) -> Path:
    # Loaded with the first export: the libraries of spreadsheets and calendars are dear.
    from facilitator.agenda.writing import as_csv, as_xlsx
    from facilitator.printing.files import write_file

    match path.suffix.lower():
        case ".ics":
            content = calendar(state)
        case ".csv":
            content = as_csv(state.plan, tr.language)
        case _:
            content = as_xlsx(state.plan, tr.language, tr("Agenda"))
    return write_file(path, content)

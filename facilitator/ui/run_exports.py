"""What the page Run saves as files: the run log, the times side by side, the agenda as a calendar."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, Translator, text
from facilitator.ui.context import Context


@frozen
class Export:
    """One file to save: what the menu calls it, its name without the event's, and the ending that comes first."""

    words: Text
    name: Text
    endings: tuple[str, ...]


LOG = Export(text("Save the run log…"), text("run log"), ("xlsx", "csv"))
TIMES = Export(text("Save planned and actual times…"), text("times"), ("xlsx", "csv"))
CALENDAR = Export(text("Save the agenda as a calendar…"), text("agenda"), ("ics",))
EXPORTS = (LOG, TIMES, CALENDAR)


def export_menu(context: Context, window: QWidget) -> QMenu:
    """The menu of what can be saved."""
    menu = QMenu(window)
    for export in EXPORTS:
        menu.addAction(context.tr.render(export.words), partial(ask_and_save, context, window, export))
    return menu


def ask_and_save(context: Context, window: QWidget, export: Export) -> None:
    """Ask where, and save there."""
    tr, state = context.tr, context.controls.desk.state
    titles = {"xlsx": tr("Excel workbook"), "csv": tr("CSV list"), "ics": tr("Calendar")}
    filters = ";;".join(f"{titles[ending]} (*.{ending})" for ending in export.endings)
    plain = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in state.event.title).strip()
    suggested = f"{plain} – {tr.render(export.name)}.{export.endings[0]}"
    chosen, kind = QFileDialog.getSaveFileName(window, tr.render(export.words).rstrip("…"), suggested, filters)
    if chosen:
        path = Path(chosen)
        if path.suffix.lower().lstrip(".") not in export.endings:
            ending = next((each for each in export.endings if titles[each] in kind), export.endings[0])
            path = path.with_name(f"{path.name}.{ending}")
        save(context, export, path)


def save(context: Context, export: Export, path: Path) -> None:
    """Write the file beside the window, and say when it is there."""
    state, now = context.controls.desk.state, context.clock.now()
    steps = context.controls.attempt(context.around.history) if export is LOG else ()
    if steps is None:
        return

    def work() -> Path:
        from facilitator.desk.calendar import calendar
        from facilitator.desk.run_log import log_table, run_log, times_table
        from facilitator.tables.writing import csv_bytes, xlsx_bytes

        tr = Translator(context.tr.language)
        if export is CALENDAR:
            data = calendar(state, now)
        else:
            headings, rows = (
                times_table(state, now, tr) if export is TIMES else log_table(run_log(steps, state), state, tr)
            )
            as_list = path.suffix.lower() == ".csv"
            data = csv_bytes(headings, rows) if as_list else xlsx_bytes(tr.render(export.name), headings, rows)
        try:
            path.write_bytes(data)
        except OSError as error:
            raise UserError(
                text("“{name}” cannot be written there.", name=path.name),
                text("Close it in other programs, or choose another folder."),
            ) from error
        return path

    def then(result: Path | UserError) -> None:
        if isinstance(result, UserError):
            context.controls.refuse(result)
        else:
            context.controls.said.emit(context.tr("Saved {file}", file=result.name))

    context.controls.beside(work, then)

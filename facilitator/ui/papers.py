"""Prints from the console: which documents there are, the dialog, and one person's paper without it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from facilitator.common.errors import UserError
from facilitator.common.texts import Text, Translator, text
from facilitator.desk.state import State
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import button

Since = Callable[[], State | None]
"""The event as it was printed last, if it was."""

PAPERS: Mapping[str, Text] = {
    "team-sheets": text("Team sheets"),
    "badges": text("Badges"),
    "voting-cards": text("Voting cards"),
    "table-signs": text("Table signs"),
    "wall-list": text("Wall list"),
    "check-in-list": text("Check-in list"),
    "agenda": text("Agenda for the door"),
    "move-list": text("Move list"),
    "round-slips": text("Round slips"),
    "paper-ballots": text("Paper ballots"),
    "printer-test": text("Printer test"),
}
"""What can be printed, by the names that printing knows."""


def print_button(context: Context, names: tuple[str, ...], since: Since | None = None) -> QPushButton:
    """A button that opens the print dialog with the first of the documents ticked.

    With `since` all of them are, and only the sheets that say something else than they did then are printed.
    """
    tr = context.tr

    def pressed() -> None:
        open_print_dialog(context, made, names if since else names[:1], since() if since else None)

    made = button(tr("Print what changed") if since else tr("Print"), pressed, "printer")
    return made


def open_print_dialog(context: Context, window: QWidget, names: tuple[str, ...], before: State | None = None) -> None:
    """Open the print dialog over the window, with these documents ticked."""
    # Loaded with the first print: the console is painted before that.
    from facilitator.printing.documents import Kind
    from facilitator.ui.widgets.print_dialog import PrintDialog

    papers = {Kind(name): words for name, words in PAPERS.items()}
    PrintDialog(context, papers, tuple(map(Kind, names)), window.window(), before=before).open()


def _folder(window: QWidget, title: str) -> str:
    return QFileDialog.getExistingDirectory(window, title)


def ask_to_print_for(context: Context, window: QWidget, name: str, person: int) -> None:
    """Ask for a folder and print one person's paper."""
    title = context.tr("Where to save “{document}”", document=context.tr.render(PAPERS[name]))
    folder = _folder(window, title)
    if folder:
        print_to(context, name, Path(folder), people=frozenset({person}))


def print_to(
    context: Context, name: str, folder: Path, since: State | None = None, people: frozenset[int] | None = None
) -> None:
    """Make a document and save it as `folder`/`name`.pdf, without holding up the window.

    With `since`, the event as it was when it was printed last, only what has changed; with `people`, only theirs.
    """
    state = context.controls.desk.state
    address = context.around.phones.url or ""

    def work() -> tuple[Path, tuple[Text, ...]]:
        from facilitator.printing.documents import Kind, write_documents
        from facilitator.printing.gathering import gathered
        from facilitator.printing.options import PrintOptions, Selection

        options = PrintOptions(
            selection=Selection(people=people), changed_since=gathered(since, address) if since is not None else None
        )
        tr = Translator(state.event.language)
        written = write_documents((Kind(name),), gathered(state, address), tr, folder, options)
        return written.paths[0], written.warnings

    def then(result: tuple[Path, tuple[Text, ...]] | UserError) -> None:
        if isinstance(result, UserError):
            context.controls.refuse(result)
            return
        path, warnings = result
        context.controls.said.emit(context.tr("Saved {file}", file=path.name))
        for warning in warnings:
            context.controls.noticed.emit(context.tr.render(warning))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    context.controls.said.emit(context.tr("Making “{document}”…", document=context.tr.render(PAPERS[name])))
    context.controls.beside(work, then)

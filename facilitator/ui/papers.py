"""Prints from the console: which documents there are; made in another thread, saved where the host says, opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from facilitator.common.errors import UserError
from facilitator.common.texts import Text, Translator, text
from facilitator.desk.state import State
from facilitator.ui.context import Context
from facilitator.ui.icons import icon
from facilitator.ui.widgets.basics import button

Since = Callable[[], State | None]
"""The event as it was printed last, if it was."""

PAPERS: Mapping[str, Text] = {
    "badges": text("Badges"),
    "wall-list": text("Wall list"),
    "check-in-list": text("Check-in list"),
    "team-sheets": text("Team sheets"),
    "table-signs": text("Table signs"),
    "voting-cards": text("Voting cards"),
    "agenda": text("Agenda for the door"),
    "move-list": text("Move list"),
}
"""What can be printed, by the names that printing knows."""


def print_button(
    context: Context,
    names: tuple[str, ...],
    choose: Callable[[QWidget, str], str] | None = None,
    since: Since | None = None,
) -> QPushButton:
    """A button with a menu of documents. `choose` asks for the folder (window, title → folder, empty for none).

    With `since`, only the sheets that say something else than they did then are printed.
    """
    tr = context.tr
    made = button(tr("Print what changed") if since else tr("Print"), lambda: None, "printer")
    made.clicked.disconnect()
    menu = QMenu(made)
    for name in names:
        words = tr.render(PAPERS[name])
        menu.addAction(icon("file-text"), words, partial(_ask, context, made, name, choose or _folder, since))
    made.setMenu(menu)
    return made


def _folder(window: QWidget, title: str) -> str:
    return QFileDialog.getExistingDirectory(window, title)


def _ask(
    context: Context, window: QWidget, name: str, choose: Callable[[QWidget, str], str], since: Since | None
) -> None:
    folder = choose(window, context.tr("Where to save “{document}”", document=context.tr.render(PAPERS[name])))
    if folder:
        print_to(context, name, Path(folder), since() if since else None)


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
        from facilitator.printing.material import Material
        from facilitator.printing.options import PrintOptions, Selection

        def material(of: State) -> Material:
            return Material(of.event, of.plan, of.roster, of.teams, of.library, of.voting, base_url=address)

        options = PrintOptions(
            selection=Selection(people=people), changed_since=material(since) if since is not None else None
        )
        written = write_documents((Kind(name),), material(state), Translator(state.event.language), folder, options)
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

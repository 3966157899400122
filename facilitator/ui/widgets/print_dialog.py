"""The print dialog: choices on the left, every page as it will be printed on the right, problems below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QScrollArea, QWidget

from facilitator.common.errors import UserError
from facilitator.common.texts import Text, text
from facilitator.desk.state import State
from facilitator.printing.documents import Kind, WrittenFiles, write_layouts
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import button, card, column, holder, label, row
from facilitator.ui.widgets.print_choices import PrintChoices
from facilitator.ui.widgets.print_job import NOTHING, Job, Wish, prepare
from facilitator.ui.widgets.print_memory import memory_of
from facilitator.ui.widgets.print_preview import PrintPreview
from facilitator.ui.widgets.print_problems import PrintProblems

_CHOICES_WIDTH = 316
_SIZE = QSize(1240, 720)


def ask_folder(window: QWidget, title: str) -> str:
    """The folder that the host chooses, empty for none."""
    return QFileDialog.getExistingDirectory(window, title)


class PrintDialog(QDialog):
    """Ctrl+S saves, Ctrl+P prints, Ctrl+plus, minus and 0 zoom, Esc closes."""

    def __init__(
        self,
        context: Context,
        papers: Mapping[Kind, Text],
        kinds: tuple[Kind, ...],
        parent: QWidget,
        *,
        before: State | None = None,
        folder: Callable[[QWidget, str], str] = ask_folder,
    ) -> None:
        """`kinds` are ticked from the start. With `before`, the event as it was printed last, only what has changed."""
        super().__init__(parent)
        tr = context.tr
        self._context, self._papers, self._folder = context, papers, folder
        self._memory = memory_of(context.controls)
        self._before = dict.fromkeys(Kind, before) if before is not None else self._memory.printed
        self._job, self._state = NOTHING, context.controls.desk.state
        self._making, self._again, self._look_at = False, False, ""
        wish = replace(self._memory.wish, kinds=kinds, only_changed=before is not None, teams=None, people=None)
        self.choices = PrintChoices(tr, papers, self._state, wish, printed_before=bool(self._before))
        self.preview = PrintPreview(context.theme, tr("Preview"), tr("Tick a document to see its pages."))
        self.problems = PrintProblems(tr, papers)
        self._count = label("", "muted")
        self._save = button(tr("Save as PDF…"), self.save, "save", "primary", tip="Ctrl+S")
        self._print = button(tr("Print…"), self.print_pages, "printer", tip="Ctrl+P")
        self._gone = False
        self._made_for: Wish | None = None
        self._lay_out()
        self.resize(_SIZE.boundedTo(parent.window().size()))
        self.finished.connect(self._leave)
        self.choices.changed.connect(self._make)
        self.choices.wanted.connect(self._look)
        self.choices.take_focus()
        self._make()

    @property
    def ready(self) -> bool:
        """Whether the preview shows what is wished for."""
        return not self._making

    @property
    def job(self) -> Job:
        """What the preview shows."""
        return self._job

    def save(self) -> None:
        """Save the documents in a folder that the host chooses."""
        if not self._save.isEnabled():
            return
        folder = self._folder(self, self._context.tr("Where to save the PDF files"))
        if folder:
            job, wish, state = self._job, self.choices.wish, self._state
            self._set_buttons(usable=False)
            self._context.controls.beside(
                lambda: write_layouts(job.documents, Path(folder)),
                lambda written: self._saved(written, lambda: self._memory.keep(job.documents, state, wish)),
            )

    def print_pages(self) -> None:
        """Print the documents on a printer that the host chooses."""
        if not self._print.isEnabled():
            return
        # Loaded when it is first needed: most pages are saved and printed elsewhere.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo

        from facilitator.ui.widgets.print_printer import print_on, printer_for

        tr, wish, documents = self._context.tr, self.choices.wish, tuple(self._job.documents.values())
        if not QPrinterInfo.availablePrinterNames():
            none = text("No printer is set up on this computer.")
            self.problems.say(UserError(none, text("Save the pages as PDF and print them elsewhere.")))
            return
        printer = printer_for(wish.paper, self._state.event.title)
        asking = QPrintDialog(printer, self)
        asking.setWindowTitle(tr("Print"))
        if asking.exec() != QDialog.DialogCode.Accepted:
            return
        if not print_on(printer, documents):
            failed = text("The printer did not take the pages.")
            self.problems.say(UserError(failed, text("See whether it is on and has paper, then print once more.")))
            return
        self._memory.keep(self._job.documents, self._state, wish)
        self._context.controls.said.emit(tr("Sent to {printer}", printer=printer.printerName()))
        self.accept()

    def _lay_out(self) -> None:
        tr = self._context.tr
        self.setObjectName("ground")
        self.setWindowTitle(tr("Print"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.choices)
        left = card(scroll, margin=14)
        left.setFixedWidth(_CHOICES_WIDTH)
        zoom = (
            button("", lambda: self.preview.zoom_by(-1), "minus", "small", tip="Ctrl+-", name=tr("Smaller")),
            button("", lambda: self.preview.zoom_by(1), "plus", "small", tip="Ctrl++", name=tr("Larger")),
            button("", self.preview.zoom_to_fit, "maximize", "small", tip="Ctrl+0", name=tr("Whole page")),
        )
        right = column(row(self._count, None, *zoom), self.preview, self.problems)
        right.setStretch(1, 1)
        close = button(tr("Close"), self.reject, tip=tr("Esc"))
        body = row(left, holder(right), spacing=14)
        body.setStretch(1, 1)
        layout = column(body, row(None, close, self._print, self._save), spacing=14)
        layout.setStretch(0, 1)
        layout.setContentsMargins(18, 18, 18, 16)
        self.setLayout(layout)
        self._save.setDefault(True)  # now that it is in the dialog, which would else take its first button
        for keys, act in (
            ("Ctrl+S", self.save),
            ("Ctrl+P", self.print_pages),
            ("Ctrl++", lambda: self.preview.zoom_by(1)),
            ("Ctrl+=", lambda: self.preview.zoom_by(1)),
            ("Ctrl+-", lambda: self.preview.zoom_by(-1)),
            ("Ctrl+0", self.preview.zoom_to_fit),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def _look(self, kind: Kind) -> None:
        self._look_at = kind.value

    def _make(self) -> None:
        """Lay the pages out beside the window; a change meanwhile has them laid out once more."""
        wish, state = self.choices.wish, self._context.controls.desk.state
        if self._making:
            self._again = True
            return
        if wish == self._made_for and state is self._state:
            return  # Enter in a number says that it has changed when it has not
        self._making, self._again = True, False
        self._set_buttons(usable=False)
        self._count.setText(self._context.tr("Making the pages…"))
        self._made_for, self._state, before = wish, state, self._before
        address = self._context.around.phones.url or ""
        self._context.controls.beside(lambda: prepare(wish, state, before, address), self._made)

    def _leave(self) -> None:
        """What is still under way must not touch a dialog that is no longer there."""
        self._gone = True

    def _made(self, made: Job | UserError) -> None:
        if self._gone:
            return
        self._making = False
        if self._again and self.choices.wish != self._made_for:
            self._make()
            return
        if isinstance(made, UserError):
            self.problems.say(made)
            return
        self._job = made
        named = [(self._heading(kind), document) for kind, document in made.documents.items()]
        self.preview.show_documents(named)
        self.problems.show_problems(made.problems)
        if self._look_at in made.documents:
            self.preview.go_to(self._heading(Kind(self._look_at)))
        self._look_at = ""
        tr = self._context.tr
        self._count.setText(tr.plural("{count} page", "{count} pages", made.pages) if made.pages else "")
        self.preview.setAccessibleDescription(self._count.text())
        self._set_buttons(usable=bool(made.documents))

    def _heading(self, kind: Kind) -> str:
        tr = self._context.tr
        pages = len(self._job.documents[kind].pages)
        return f"{tr.render(self._papers[kind])} · {tr.plural('{count} page', '{count} pages', pages)}"

    def _saved(self, written: WrittenFiles | UserError, keep: Callable[[], None]) -> None:
        if not self._gone:
            self._set_buttons(usable=True)
        if isinstance(written, UserError):
            if self._gone:
                self._context.controls.refuse(written)
            else:
                self.problems.say(written)
            return
        keep()
        tr, paths = self._context.tr, written.paths
        alone = len(paths) == 1
        self._context.controls.said.emit(
            tr("Saved {file}", file=paths[0].name)
            if alone
            else tr("Saved {count} files in {folder}", count=len(paths), folder=paths[0].parent.name)
        )
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths[0] if alone else paths[0].parent)))
        if not self._gone:
            self.accept()

    def _set_buttons(self, *, usable: bool) -> None:
        self._save.setEnabled(usable)
        self._print.setEnabled(usable)

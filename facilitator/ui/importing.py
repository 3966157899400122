"""The way from a file to the event, the same on every page that imports lists: choose, look, import, come back."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from facilitator.common.errors import UserError
from facilitator.desk.desk import Outcome
from facilitator.ui.context import Context
from facilitator.ui.widgets.import_form import ImportForm, Read, Understood

PATTERNS = "*.csv *.xlsx *.txt *.tsv"


class Importing(QStackedLayout):
    """A page's own widget and, over it, the import form. Reading and importing are done beside the window."""

    def __init__(
        self,
        page: QWidget,
        context: Context,
        main: QWidget,
        title: str,
        reader: Callable[[Path], Read],
        arrive: Callable[[], None],
    ) -> None:
        """`main` is the page without the import, `title` heads the choice of a file, `reader` makes the work of reading
        one, and `arrive` puts the keyboard where it belongs once the import is over."""
        super().__init__(page)
        self._page, self._context, self._title = page, context, title
        self._reader, self._arrive = reader, arrive
        self._form = ImportForm(context, self._take, self.leave)
        self._main = main
        self.addWidget(main)
        self.addWidget(self._form)

    @property
    def under_way(self) -> bool:
        """Whether a list is being looked at."""
        return self.currentWidget() is self._form

    def choose(self) -> None:
        """Ask for a file and show what can be understood of it."""
        lists = self._context.tr("Lists ({patterns})", patterns=PATTERNS)
        chosen, _ = QFileDialog.getOpenFileName(self._page, self._title, "", lists)
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        """Show what can be understood of a file."""
        self.setCurrentWidget(self._form)
        gc.disable()  # Looking for garbage among so many new rows would stop the window for a tenth of a second.
        self._form.read(path.name, self._reader(path))

    def leave(self) -> bool:
        """Back to the page without importing; whether there was anything to leave. What is being saved is not left."""
        if not self.under_way:
            return False
        if not self._form.saving:
            self._form.stop()
            self._back()
        return True

    def _take(self, understood: Understood) -> None:
        command = understood.command
        if command is None:
            return
        controls = self._context.controls

        def then(result: Outcome | UserError) -> None:
            self._form.saved()
            if isinstance(result, UserError):
                controls.refuse(result)
                return
            controls.succeeded.emit()
            for notice in result.notices:
                controls.noticed.emit(self._context.tr.render(notice))
            controls.said.emit(self._context.tr("Imported {file}. Ctrl+Z takes it back.", file=understood.file))
            self._back()

        controls.beside(lambda: controls.desk.do(command), then)

    def _back(self) -> None:
        gc.freeze()
        gc.enable()
        self.setCurrentWidget(self._main)
        self._arrive()

"""The start window, for when no event is given: a new event, one from before, or the sample."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QStandardPaths, Signal
from PySide6.QtWidgets import QDateEdit, QFileDialog, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from facilitator.common.errors import UserError
from facilitator.common.texts import Translator
from facilitator.ui.ports import Files, NewEvent
from facilitator.ui.problems import ProblemStrip
from facilitator.ui.widgets.basics import button, card, column, label, row
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.form import form
from facilitator.ui.widgets.tick import Tick

SUFFIX = ".hackday"
MOST_RECENT = 6


class StartWindow(QMainWindow):
    """Three ways in. What is refused is said in the window, which stays."""

    entered = Signal()
    """An event has been opened; this window is done."""

    def __init__(self, files: Files, tr: Translator, today: date) -> None:
        """`today` is the day that a new event starts from."""
        super().__init__()
        self._files, self._tr = files, tr
        self.setWindowTitle(tr("Facilitator"))
        self._strip = ProblemStrip(tr)
        self.title = QLineEdit()
        self.title.setPlaceholderText(tr("Name of the event"))
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.template = Choice(choices=[(tr.render(words), name) for name, words in files.templates()])
        self.sample = Tick(tr("With sample content"))
        self.title.returnPressed.connect(self._new)
        ground = QWidget()
        ground.setObjectName("ground")
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(40, 32, 40, 32)
        layout.setSpacing(16)
        layout.addWidget(label(tr("Facilitator"), "title"))
        layout.addWidget(label(tr("Run a hack day: the clock, the teams, the votes, the projector."), "muted"))
        layout.addWidget(self._strip)
        ways = row(self._new_card(), column(self._open_card(), self._sample_card(), None, spacing=14), spacing=14)
        ways.setStretch(0, 1)
        ways.setStretch(1, 1)
        layout.addLayout(ways)
        layout.addStretch(1)
        self.setCentralWidget(ground)
        self.resize(860, 560)
        self.title.setFocus()

    @property
    def problems(self) -> ProblemStrip:
        """The strip in which refusals are told."""
        return self._strip

    def make(self, path: Path) -> None:
        """Make the event that the form describes in this file."""
        chosen = self.day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        title = self.title.text().strip()
        self._enter(lambda: self._files.new(NewEvent(path, self.template.value, title, day, self.sample.isChecked())))

    def open(self, path: Path) -> None:
        """Open the event in this file."""
        self._enter(lambda: self._files.open(path))

    def _new_card(self) -> QWidget:
        tr = self._tr
        fields = form((tr("Name"), self.title), (tr("Day"), self.day), (tr("Template"), self.template))
        fields.addRow("", self.sample)
        return card(
            label(tr("New event"), "heading"),
            fields,
            6,
            row(None, button(tr("Create…"), self._new, "plus", "primary")),
            None,
            margin=22,
        )

    def _open_card(self) -> QWidget:
        tr = self._tr
        recent = [self._recent(path) for path in list(self._files.recent())[:MOST_RECENT]]
        nothing = [] if recent else [label(tr("Events you open are listed here."), "muted", wrap=True)]
        return card(
            row(label(tr("Open an event"), "heading"), None, button(tr("Browse…"), self._browse, "folder-open")),
            *recent,
            *nothing,
            margin=22,
        )

    def _recent(self, path: Path) -> QWidget:
        made = button(path.stem, partial(self.open, path), "history", "quiet", tip=str(path))
        made.setStyleSheet("text-align: left;")
        return made

    def _sample_card(self) -> QWidget:
        tr = self._tr
        words = label(tr("Eighty people, sixteen teams and a whole day, to try things out on."), "muted", wrap=True)
        go = button(tr("Open the sample"), lambda: self._enter(self._files.open_sample), "play")
        return card(label(tr("Sample event"), "heading"), words, row(go, None), margin=22)

    def _new(self) -> None:
        tr = self._tr
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = re.sub(r"[^\w\- ]+", "", self.title.text()).strip() or tr("Hack day")
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            tr("Where to keep the event"),
            str(Path(folder) / f"{name}{SUFFIX}"),
            tr("Events ({patterns})", patterns=f"*{SUFFIX}"),
        )
        if chosen:
            path = Path(chosen)
            self.make(path if path.suffix else path.with_suffix(SUFFIX))

    def _browse(self) -> None:
        tr = self._tr
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Open an event"), "", tr("Events ({patterns})", patterns=f"*{SUFFIX}")
        )
        if chosen:
            self.open(Path(chosen))

    def _enter(self, way: Callable[[], None]) -> None:
        try:
            way()
        except UserError as error:
            self._strip.refuse(self._tr.render(error.text()))
            return
        self.close()
        self.entered.emit()

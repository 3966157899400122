"""The form that shows what was understood of a list before any of it is imported: all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from operator import itemgetter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text
from facilitator.desk.vocabulary import Command
from facilitator.tables.problems import Problem
from facilitator.tables.watch import Watch
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import Tone, button, card, column, label, pill, row
from facilitator.ui.widgets.column_map import ColumnMap, Heard
from facilitator.ui.widgets.table import Table
from facilitator.ui.widgets.table_model import Column, RowsModel

Row = tuple[str, ...]

Heading = tuple[str, int | None]
"""A heading over the rows, and its width in pixels; one of them takes the rest."""

Chosen = Mapping[str, str | None]
"""Heading → the field that the host says it holds, None for a column that is not used."""


@frozen
class Understood:
    """What a list holds: the command that imports it, sentences about it, what must be mended, and rows to look at.
    There is no command where the list changes nothing.
    `columns` can be put right where a list offers `fields` for them; `refusal` is why the columns, as they are taken
    now, make no list at all.
    """

    file: str
    command: Command | None = None
    summary: tuple[Text, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Text, ...] = ()
    ignored: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    rows: tuple[Row, ...] = ()
    columns: tuple[Heard, ...] = ()
    fields: Mapping[str, Text] = field(default_factory=dict)
    refusal: Text | None = None


Read = Callable[[Chosen, Watch], Understood]
"""Reads a list with the host's choice of columns; may take its time, and may raise `UserError`."""

LOOK_MS = 100
"""How often the rows read so far are counted on screen."""


BAR_HEIGHT = 6


class ImportForm(QWidget):
    """Reads in another thread; shows problems by row if there are any, otherwise the rows as they will be."""

    def __init__(self, context: Context, take: Callable[[Understood], None], leave: Callable[[], object]) -> None:
        """`take` begins to import what was understood, `leave` goes back to the page."""
        super().__init__()
        self._context = context
        self._take_on, self._leave = take, leave
        self._understood: Understood | None = None
        self._name = ""
        self._work: Read | None = None
        self._watch = Watch()
        self._saving = False
        self._ticks = QTimer(self)
        self._ticks.setInterval(LOOK_MS)
        self._ticks.timeout.connect(self._count)
        tr = context.tr
        self._heading = label("", "heading")
        self._summary = label("", wrap=True)
        self._pill = pill()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(BAR_HEIGHT)
        self._bar.setAccessibleName(tr("Reading the list"))
        self._notes = label("", "muted", wrap=True)
        self._import = button(tr("Import"), self._take, "check", "primary")
        self._cancel = button(tr("Cancel"), leave, tip=tr("Leave everything as it is (Esc)"))
        self._problem_model: RowsModel[Problem] = RowsModel(
            (
                Column(tr("Row"), lambda each: str(each.row), 64, right=True),
                Column(tr("Column"), lambda each: each.column, 150),
                Column(tr("What stands there"), lambda each: each.value, 200, tip=lambda each: each.value, least=620),
                Column(
                    tr("What is wrong"),
                    lambda each: tr.render(each.problem),
                    tone=lambda each: Tone.DANGER,
                    tip=lambda each: tr.render(each.problem),
                ),
            ),
            lambda each: (each.row, each.column, str(each.problem)),
        )
        self._problems = Table(self._problem_model, context.theme, tr("Problems"))
        self._place = column(self._problems)
        self._columns = ColumnMap(tr, self._choose)
        self._columns.hide()
        found = row(self._columns, self._holder(), spacing=16)
        found.setStretch(1, 1)
        self._rows: Table[Row] | None = None
        said = row(self._pill, self._summary, spacing=12)
        said.setStretch(1, 1)
        layout = column(
            row(self._heading, None, self._cancel, self._import),
            card(self._bar, said, self._notes, found, spacing=10),
            spacing=12,
        )
        layout.setStretch(1, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    @property
    def understood(self) -> Understood | None:
        """What was understood of the list; None while it is read or if it cannot be."""
        return self._understood

    @property
    def saving(self) -> bool:
        """Whether the list is on its way into the event, which can only be undone, no longer cancelled."""
        return self._saving

    def read(self, name: str, work: Read) -> None:
        """Read a list, without holding up the window."""
        self._name, self._work = name, work
        self._notes.setText("")
        self._pill.hide()
        self._problems.hide()
        self._columns.hide()
        self._drop_rows()
        self._read({})
        self._cancel.setFocus()

    def stop(self) -> None:
        """Read no further; nothing comes of what has been read."""
        self._watch.stop()
        self._wait(None)

    def saved(self) -> None:
        """The import has been done, or was refused."""
        self._saving = False
        self._wait(None)
        self._import.setEnabled(True)
        self._cancel.setEnabled(True)

    def _read(self, chosen: Chosen) -> None:
        work = self._work
        if work is None:
            return
        self._watch.stop()
        watch = self._watch = Watch()
        self._understood = None
        self._import.setEnabled(False)
        self._wait(self._context.tr("Reading {file}…", file=self._name))

        def then(result: Understood | UserError) -> None:
            if watch is self._watch and not watch.stopped:  # Otherwise the host has chosen something else meanwhile.
                self._show(result)

        self._context.controls.beside(lambda: work(chosen, watch), then)

    def _wait(self, words: str | None) -> None:
        """Show that something is under way, or no longer."""
        self._bar.setVisible(words is not None)
        if words is None:
            self._ticks.stop()
        else:
            self._heading.setText(words)
            self._summary.setText("")
            self._ticks.start()

    def _count(self) -> None:
        if self._watch.rows and not self._saving:
            self._summary.setText(self._context.tr("{count} rows read", count=self._watch.rows))

    def _choose(self, chosen: Chosen) -> None:
        self._read(chosen)

    def _holder(self) -> QWidget:
        made = QWidget()
        self._place.setContentsMargins(0, 0, 0, 0)
        made.setLayout(self._place)
        made.setMinimumHeight(160)
        return made

    def _show(self, result: Understood | UserError) -> None:
        self._wait(None)
        if isinstance(result, UserError):
            self._context.controls.refuse(result)
            self._leave()
            return
        tr = self._context.tr
        self._understood = result
        self._heading.setText(tr("Import {file}", file=result.file))
        self._columns.show_columns(result.columns, result.fields)
        self._drop_rows()
        wrong = len(result.problems)
        if result.refusal is not None:
            self._pill.setText(tr("The columns do not make a list"))
            self._pill.setProperty("tone", Tone.DANGER.value)
            self._summary.setText(tr.render(result.refusal))
        elif wrong:
            words = tr.plural("{count} problem", "{count} problems", wrong)
            self._pill.setText(words)
            self._pill.setProperty("tone", Tone.DANGER.value)
            self._summary.setText(tr("Nothing has been imported. Mend the list and import it once more."))
            self._problem_model.put(result.problems)
        else:
            self._pill.setText(tr("No problems"))
            self._pill.setProperty("tone", Tone.GOOD.value)
            self._summary.setText(" · ".join(tr.render(each) for each in result.summary))
            self._show_rows(result)
        self._pill.style().unpolish(self._pill)
        self._pill.style().polish(self._pill)
        self._pill.show()
        self._problems.setVisible(bool(wrong))
        self._notes.setText("\n".join(self._sentences(result)))
        self._notes.setVisible(bool(self._notes.text()))
        self._import.setEnabled(not wrong and result.command is not None)
        if not self._columns.isAncestorOf(self.focusWidget() or self):
            (self._import if self._import.isEnabled() else self._cancel).setFocus()

    def _sentences(self, result: Understood) -> list[str]:
        tr = self._context.tr
        sentences = [tr.render(note) for note in result.notes]
        if result.ignored:
            sentences.append(tr("Columns that are not used: {names}", names=", ".join(result.ignored)))
        return sentences

    def _show_rows(self, result: Understood) -> None:
        columns: tuple[Column[Row], ...] = tuple(
            Column(title, itemgetter(place), width, tip=itemgetter(place))
            for place, (title, width) in enumerate(result.headings)
        )
        model: RowsModel[Row] = RowsModel(columns, lambda each: each)
        model.put(result.rows)
        self._rows = Table(model, self._context.theme, self._context.tr("What will be imported"))
        model.setParent(self._rows)
        self._place.addWidget(self._rows)

    def _drop_rows(self) -> None:
        if self._rows is not None:
            self._place.removeWidget(self._rows)
            self._rows.deleteLater()
            self._rows = None

    def _take(self) -> None:
        if self._understood is not None and self._understood.command is not None:
            self._saving = True
            self._import.setEnabled(False)
            self._cancel.setEnabled(False)
            self._wait(self._context.tr("Importing {file}…", file=self._name))
            self._take_on(self._understood)

"""The rundown as a table: planned, scheduled and real times side by side, days as groups, tracks indented."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from facilitator.common.texts import Translator
from facilitator.desk.rundown import ItemState
from facilitator.ui.run_words import RundownLine
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.basics import Tone
from facilitator.ui.widgets.table import PADDING, RowDelegate, Table, fill
from facilitator.ui.widgets.table_model import Column, RowsModel

Index = QModelIndex | QPersistentModelIndex


class RundownTable(Table[RundownLine]):
    """A click selects and does no more; Enter or a double click opens, which starts the item."""

    def __init__(self, theme: Theme, tr: Translator, tip: Callable[[int], str]) -> None:
        """Empty until lines are put. `tip` is asked what to say of an item that somebody points at."""
        self._lines = _Lines(tr, tip)
        super().__init__(self._lines, theme, tr("Rundown"))
        self.setItemDelegate(_Delegate(theme, self))

    @property
    def lines(self) -> tuple[RundownLine, ...]:
        """What it shows."""
        return self._lines.rows

    @property
    def item(self) -> RundownLine | None:
        """The selected item, if one is."""
        line = self.current
        return line if line is not None and line.state is not None else None

    def put(self, lines: Sequence[RundownLine]) -> None:
        """Show these lines."""
        before = [line.key for line in self._lines.rows]
        self._lines.put(lines)
        if before != [line.key for line in lines]:
            self.clearSpans()
            for place, line in enumerate(lines):
                if line.state is None:
                    self.setSpan(place, 0, 1, len(self._lines.columns))

    def show_clocks(self, words: Mapping[int, str]) -> None:
        """Show what these items' own clocks say, by item."""
        self._lines.put(
            tuple(
                replace(line, state_words=words[line.key]) if line.key in words else line for line in self._lines.rows
            )
        )


class _Lines(RowsModel[RundownLine]):
    """The lines; headings of days cannot be selected."""

    def __init__(self, tr: Translator, tip: Callable[[int], str]) -> None:
        def of(line: RundownLine) -> str:
            return tip(line.key) if line.state else ""

        super().__init__(
            (
                Column(tr("Planned"), lambda line: line.planned if line.state else line.title, 74, tip=of),
                Column(tr("Scheduled"), lambda line: line.scheduled, 90, tip=of, least=640),
                Column(tr("Actual"), lambda line: line.really, 80, tone=_really_tone, tip=of),
                Column(tr("Item"), lambda line: line.title, strong=True, tip=of),
                Column(tr("Speaker"), lambda line: line.speaker, 120, least=880, tip=lambda line: line.speaker),
                Column(tr("Length"), lambda line: line.length, 76, right=True, least=560),
                Column(tr("+/− min"), lambda line: line.over, 78, right=True, tone=lambda line: line.over_tone),
                Column(tr("State"), lambda line: line.state_words, 116, tone=_state_tone),
            ),
            lambda line: line.key,
            live=lambda line: line.state is ItemState.RUNNING,
            faint=lambda line: line.state in (ItemState.DONE, ItemState.PASSED, ItemState.CUT),
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are only read."""
        if index.isValid() and self.rows[index.row()].state is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class _Delegate(RowDelegate):
    """Strikes cut items through, and writes the headings of days in bold."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """As in every table, but for headings and what is cut."""
        model = index.model()
        assert isinstance(model, _Lines)
        line = model.rows[index.row()]
        if line.state is None:
            self._heading(painter, QRect(option.rect), line.title, QFont(option.font))
            return
        if line.state is ItemState.CUT:
            font = QFont(option.font)
            font.setStrikeOut(True)
            option.font = font
        super().paint(painter, option, index)

    def _heading(self, painter: QPainter, area: QRect, words: str, font: QFont) -> None:
        tokens = self._theme.tokens
        painter.save()
        fill(painter, area, tokens.raised)
        fill(painter, QRect(area.left(), area.bottom(), area.width(), 1), tokens.line)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(area.adjusted(PADDING, 0, -PADDING, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


def _really_tone(line: RundownLine) -> Tone | None:
    return Tone.PLAIN if line.expected and line.state is not ItemState.CUT else None


def _state_tone(line: RundownLine) -> Tone | None:
    return {ItemState.RUNNING: Tone.ACCENT, ItemState.LATER: Tone.PLAIN}.get(line.state) if line.state else None

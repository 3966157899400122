"""Says which column of a list was taken for what, and lets the host put it right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, Translator
from facilitator.ui.widgets.basics import column, holder, label
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.elided import ElidedLabel

WIDTH = 244


@frozen
class Heard:
    """A column's heading, the field that it was taken for (None: it is not used), and an example from it."""

    heading: str
    field: str | None
    example: str


class ColumnMap(QWidget):
    """One list of fields for every heading."""

    def __init__(self, tr: Translator, chosen: Callable[[Mapping[str, str | None]], None]) -> None:
        """`chosen` is told heading → field whenever the host has chosen another one."""
        super().__init__()
        self._tr, self._chosen = tr, chosen
        self._choices: dict[str, Choice[str | None]] = {}
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 10, 0)
        self._lines.setSpacing(10)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        layout = column(label(tr("THE LIST’S COLUMNS"), "caption"), scroll, spacing=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFixedWidth(WIDTH)

    def show_columns(self, heard: Sequence[Heard], fields: Mapping[str, Text]) -> None:
        """Show these columns; lists that are there already stay, so that the focus does."""
        if [one.heading for one in heard] != list(self._choices):
            self._rebuild(heard, fields)
        for one in heard:
            self._choices[one.heading].choose(one.field)
        self.setVisible(bool(heard))

    def _rebuild(self, heard: Sequence[Heard], fields: Mapping[str, Text]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._choices = {}
        offered: list[tuple[str, str | None]] = [(self._tr.render(words), field) for field, words in fields.items()]
        offered.append((self._tr("Not used"), None))
        for one in heard:
            made = Choice[str | None](self._tr("What “{heading}” holds", heading=one.heading), offered)
            made.currentIndexChanged.connect(lambda _place: self._tell())
            self._choices[one.heading] = made
            parts: list[QWidget | int] = [ElidedLabel(one.heading, "strong"), made]
            if one.example:
                parts.append(ElidedLabel(self._tr("for example {example}", example=one.example)))
            self._lines.addWidget(holder(column(*parts, spacing=3)))
        self._lines.addStretch(1)

    def _tell(self) -> None:
        self._chosen({heading: choice.value for heading, choice in self._choices.items()})

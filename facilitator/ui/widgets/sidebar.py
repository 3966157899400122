"""The side bar: the pages, and what runs now for whoever is on another page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from facilitator.common.texts import Translator
from facilitator.ui.icons import icon
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.basics import Tone, column, label, pill, restyle, set_tone
from facilitator.ui.widgets.clock_face import ClockFace

WIDE, NARROW = 188, 96
WIDE_EDGE, NARROW_EDGE = 10, 7
"""Pixels beside the pages' names; below the icons the longest Swedish one needs all but these."""


class Sidebar(QWidget):
    """Chooses pages; the last one stands apart at the bottom."""

    chosen = Signal(int)
    now_pressed = Signal()

    def __init__(self, brand: str, pages: Sequence[tuple[str, str]], theme: Theme, tr: Translator) -> None:
        """`pages` are the icon and the name of each."""
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._brand = label(brand)
        self._brand.setObjectName("brand")
        self._group = QButtonGroup(self)
        self.now = NowTile(theme, tr)
        self.now.pressed.connect(self.now_pressed)
        self._layout = layout = QVBoxLayout(self)
        layout.setSpacing(3)
        layout.addWidget(self._brand)
        layout.addSpacing(12)
        for number, (symbol, words) in enumerate(pages):
            made = self._button(number, symbol, words)
            if number == len(pages) - 1:
                layout.addStretch(1)
                layout.addWidget(self.now)
                layout.addSpacing(8)
            layout.addWidget(made)
        self._group.idClicked.connect(self.chosen)
        self.set_narrow(False)

    def mark(self, page: int | None) -> None:
        """Show which page is in view; None is one that is not listed here."""
        self._group.setExclusive(page is not None)
        for number, made in enumerate(self._group.buttons()):
            made.setChecked(number == page)

    def set_narrow(self, narrow: bool) -> None:
        """Put the words below the icons, small, where there is little room."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        edge = NARROW_EDGE if narrow else WIDE_EDGE
        self._layout.setContentsMargins(edge, 18, edge, 12)
        self._brand.setHidden(narrow)
        self.now.set_narrow(narrow)
        style = Qt.ToolButtonStyle.ToolButtonTextUnderIcon if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for made in self._group.buttons():
            if isinstance(made, QToolButton):
                made.setToolButtonStyle(style)
                made.setText(made.accessibleName() if narrow else f"  {made.accessibleName()}")
                if bool(made.property("narrow")) is not narrow:
                    made.setProperty("narrow", narrow)
                    restyle(made)

    def _button(self, number: int, symbol: str, words: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("role", "page")
        made.setText(f"  {words}")
        made.setAccessibleName(words)
        made.setToolTip(f"{words}  ({number + 1})")
        made.setIcon(icon(symbol, QPalette.ColorRole.Dark, QPalette.ColorRole.Accent))
        made.setIconSize(QSize(19, 19))
        made.setCheckable(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setMinimumHeight(38)
        self._group.addButton(made, number)
        return made


class NowTile(QFrame):
    """The running item and its clock, small."""

    pressed = Signal()

    def __init__(self, theme: Theme, tr: Translator) -> None:
        """Hidden until something runs."""
        super().__init__()
        self.setProperty("role", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Go to the page Run"))
        self._title = label("", "strong", wrap=True)
        self._face = ClockFace(theme, 30)
        self._face.setFixedHeight(34)
        self._pill = pill()
        inside = column(self._title, self._face, self._pill, spacing=4)
        inside.setContentsMargins(10, 8, 10, 10)
        self.setLayout(inside)
        self._wanted = False
        self._narrow = False
        self.hide()

    def show_now(self, title: str, digits: str, tone: Tone | None, lateness: str, late_tone: Tone) -> None:
        """Show what runs."""
        self._title.setText(title)
        self._face.show_digits(digits, tone)
        self._pill.setText(lateness)
        set_tone(self._pill, late_tone)
        self.want(True)

    def want(self, wanted: bool) -> None:
        """Whether there is anything to show."""
        self._wanted = wanted
        self.setVisible(wanted and not self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """Leave it out where there is little room."""
        self._narrow = narrow
        self.setVisible(self._wanted and not narrow)

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to where it is run from."""
        self.pressed.emit()

"""The ways back on time beside each other, each with all that it would change; 1, 2 and 3 take them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QWidget

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.ui.widgets.basics import column, holder, label

BUTTON_PADDING = 5
LEAST_HEIGHT = 120


@frozen
class Way:
    """One way back on time: its name for the command, what it is called, what it changes, and what is still missing."""

    name: str
    title: str
    changes: tuple[str, ...]
    missing: str = ""


class ReplanWays(QWidget):
    """Up to three ways. The number keys go to pages, but here, while the focus is in it, to the ways."""

    def __init__(self, tr: Translator, take: Callable[[str], object]) -> None:
        """`take` is called with the name of the way that the host chooses."""
        super().__init__()
        self._tr, self._take = tr, take
        self._ways: tuple[Way, ...] = ()
        self._buttons: list[QPushButton] = []
        self._side_by_side = QHBoxLayout()
        self._side_by_side.setSpacing(8)
        hint = tr("1, 2 or 3 takes a way, Ctrl+Z takes it back. Esc leaves everything as it is.")
        inside = holder(self._side_by_side)
        inside.setObjectName("scrolled")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumHeight(LEAST_HEIGHT)
        scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # long lists scroll in here
        scroll.setWidget(inside)
        layout = column(label(hint, "muted", wrap=True), scroll, spacing=8)
        layout.setStretch(1, 1)
        layout.setContentsMargins(10, 4, 10, 8)
        self.setLayout(layout)

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways on offer."""
        return self._ways

    def offer(self, ways: Sequence[Way]) -> None:
        """Show these ways. The focus stays on the way that it was on."""
        if tuple(ways) == self._ways:
            return
        focused = next((place for place, each in enumerate(self._buttons) if each.hasFocus()), None)
        self._ways = tuple(ways)
        while (item := self._side_by_side.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = []
        for number, way in enumerate(self._ways, start=1):
            self._side_by_side.addWidget(self._way(number, way), 1)
        if focused is not None and self._buttons:
            self._buttons[min(focused, len(self._buttons) - 1)].setFocus()

    def focus_first(self) -> None:
        """Put the focus on the first way; Enter or 1 takes it."""
        if self._buttons:
            self._buttons[0].setFocus()

    def event(self, event: QEvent) -> bool:
        """Claim the number keys before the console takes them for pages."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._meant(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """1, 2 and 3 take a way; Return takes the one that has the focus."""
        way = self._meant(event)
        if way is not None and not event.isAutoRepeat():
            self._take(way.name)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for made in self._buttons:
                if made.hasFocus():
                    made.click()
        else:
            super().keyPressEvent(event)

    def _meant(self, event: QKeyEvent) -> Way | None:
        place = event.key() - Qt.Key.Key_1
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        return self._ways[place] if plain and 0 <= place < len(self._ways) else None

    def _way(self, number: int, way: Way) -> QWidget:
        box = QWidget()
        box.setMinimumWidth(120)
        press = _WayButton(f"{number} · {way.title}", ", ".join((*way.changes, way.missing)))
        press.clicked.connect(lambda: self._take(way.name))
        self._buttons.append(press)
        changes = label("\n".join(way.changes), wrap=True)
        changes.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        changes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        missing = label(way.missing, "pill", wrap=True)
        missing.setProperty("tone", "danger")
        if not way.missing:
            missing.hide()
        box.setLayout(column(press, missing, changes, None, spacing=6))
        return box


class _WayButton(QPushButton):
    """Its name is cut short with … where there is no room for all of it."""

    def __init__(self, words: str, description: str) -> None:
        super().__init__()
        self._words = words
        self.setProperty("role", "scene")
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(description)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the words to the new width."""
        super().resizeEvent(event)
        room = event.size().width() - 2 * BUTTON_PADDING
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))

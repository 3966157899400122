"""A colour as the host knows it, its contrast on the screens of the room, and what it is shown as instead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog, QLineEdit, QSizePolicy, QWidget

from facilitator.common.texts import Translator
from facilitator.event.model import Theme
from facilitator.ui.scenes.branding import checked
from facilitator.ui.scenes.palette import grounds_of
from facilitator.ui.widgets.basics import button, column, label, row

LENGTH = len("#rrggbb")
_SWATCH = 26


class ColourField(QWidget):
    """A field for `#rrggbb` with a button that opens the palette of all colours; empty is the program's own colour."""

    def __init__(self, name: str, tr: Translator, keep: Callable[[str], object]) -> None:
        """`keep` is told the colour when the field is left or one is picked."""
        super().__init__()
        self._tr = tr
        self._keep = keep
        self._name = name
        self.field = QLineEdit()
        self.field.setMaxLength(40)
        self.field.setPlaceholderText(tr("The program’s own"))
        self.field.setAccessibleName(name)
        self.field.editingFinished.connect(lambda: keep(self.field.text().strip().lower()))
        self.swatch = _Swatch()
        pick = button("", self._pick, "ellipsis", tip=tr("Pick a colour"), name=tr("Pick a colour: {name}", name=name))
        self._note = label("", "muted", wrap=True)
        line = row(self.swatch, self.field, pick, spacing=6)
        line.setStretch(1, 1)
        self.setLayout(column(line, self._note, spacing=3))
        self.setFocusProxy(self.field)

    @property
    def note(self) -> str:
        """What is said of the colour's contrast."""
        return self._note.text()

    def show_colour(self, colour: str, theme: Theme) -> None:
        """Show a colour that is kept, and how it stands out on the grounds of the theme."""
        if not (self.field.hasFocus() and self.field.isModified()):
            self.field.setText(colour)
        self._note.setVisible(bool(colour))
        if not colour:
            self.swatch.show_colour(None)
            return
        found = checked(colour, grounds_of(theme))
        self.swatch.show_colour(QColor(found.shown))
        ratio = f"{found.contrast:.1f}"
        self._note.setText(
            self._tr("Contrast {ratio} : 1 is too little to read; shown as {colour}.", ratio=ratio, colour=found.shown)
            if found.adjusted
            else self._tr("Contrast {ratio} : 1, good to read.", ratio=ratio)
        )

    def _pick(self) -> None:
        picked = QColorDialog.getColor(QColor(self.field.text() or "#ffffff"), self, self._name)
        if picked.isValid():
            self._keep(picked.name())


class _Swatch(QWidget):
    """The colour as the room sees it."""

    def __init__(self) -> None:
        super().__init__()
        self._colour: QColor | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(_SWATCH, _SWATCH)

    def show_colour(self, colour: QColor | None) -> None:
        """None leaves the place empty."""
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().mid().color())
        if self._colour is not None:
            painter.setBrush(self._colour)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

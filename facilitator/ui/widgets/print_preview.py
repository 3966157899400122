"""The preview: every page as it will be printed, as many side by side as there is room for, at any size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from facilitator.common.frozen import frozen
from facilitator.printing.marks import Document, Page
from facilitator.ui.fonts import inter
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.print_painter import paint_page

GAP = 18
HEADING = 30
_STEP = 1.25
_SMALLEST, _LARGEST = 0.5, 8.0
"""Pixels a millimetre."""

_KEPT = 48
"""Painted pages that are kept for scrolling."""


@frozen
class _Placed:
    """A page, or a document's heading, and where it lies on the whole surface."""

    area: QRect
    words: str = ""
    document: Document | None = None
    page: Page | None = None


class PrintPreview(QAbstractScrollArea):
    """Arrows and Page Up and Down scroll, Home and End go to the ends; the zoom follows the window until it is set."""

    zoomed = Signal()
    """The zoom has changed."""

    def __init__(self, theme: Theme, name: str, empty: str) -> None:
        """`name` is what a screen reader calls it, `empty` what it says while there are no pages."""
        super().__init__()
        self._empty = empty
        self._theme = theme
        self._documents: tuple[tuple[str, Document], ...] = ()
        self._placed: tuple[_Placed, ...] = ()
        self._pictures: dict[int, QPixmap] = {}
        self._zoom: float | None = None
        self._height = 0
        self.setAccessibleName(name)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(280, 220)

    @property
    def scale(self) -> float:
        """Pixels a millimetre."""
        return self._zoom or self._fitting()

    @property
    def fits(self) -> bool:
        """Whether the zoom follows the window."""
        return self._zoom is None

    def show_documents(self, documents: Sequence[tuple[str, Document]]) -> None:
        """Show these, each under its words; the place that is looked at stays as far as it can."""
        self._documents = tuple(documents)
        self._pictures.clear()
        self._arrange()

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller, the middle of what is seen staying where it is."""
        self._set_zoom(min(_LARGEST, max(_SMALLEST, self.scale * _STEP**steps)))

    def zoom_to_fit(self) -> None:
        """As large as a whole page can be seen."""
        self._set_zoom(None)

    def go_to(self, words: str) -> None:
        """Bring the document with these words into view."""
        for placed in self._placed:
            if placed.words == words:
                self.verticalScrollBar().setValue(placed.area.top())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two pages beside each other."""
        return QSize(720, 540)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width may hold another number of pages."""
        super().resizeEvent(event)
        if self._zoom is None:
            self._pictures.clear()
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """With Ctrl the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what is in view."""
        tokens = self._theme.tokens
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(tokens.track))
        move = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        seen = event.rect().translated(move)
        for place, placed in enumerate(self._placed):
            if not placed.area.intersects(seen):
                continue
            area = placed.area.translated(-move)
            if placed.document is None or placed.page is None:
                painter.setFont(inter(13))
                painter.setPen(QColor(tokens.text))
                painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, placed.words)
            else:
                painter.drawPixmap(area.topLeft(), self._picture(place, placed.document, placed.page, area.size()))
        if not self._placed:
            painter.setFont(inter(14))
            painter.setPen(QColor(tokens.muted))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _picture(self, place: int, document: Document, page: Page, size: QSize) -> QPixmap:
        kept = self._pictures.pop(place, None)
        if kept is None:
            ratio = self.devicePixelRatioF()
            kept = QPixmap(size * ratio)
            kept.setDevicePixelRatio(ratio)
            painter = QPainter(kept)
            painter.scale(size.width() / document.width, size.height() / document.height)
            paint_page(painter, document, page)
            painter.end()
        self._pictures[place] = kept  # the latest last
        if len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        return kept

    def _fitting(self) -> float:
        """The scale at which a whole page is seen under its heading."""
        if not self._documents:
            return 1.0
        sheet = self._documents[0][1]
        room = QSize(self.width() - 2 * GAP - 14, self.height() - HEADING - GAP)
        return max(_SMALLEST, min(room.width() / sheet.width, room.height() / sheet.height))

    def _set_zoom(self, zoom: float | None) -> None:
        bar = self.verticalScrollBar()
        middle = (bar.value() + self.viewport().height() / 2) / max(1, self._height)
        self._zoom = zoom
        self._pictures.clear()
        self._arrange()
        bar.setValue(round(middle * self._height - self.viewport().height() / 2))
        self.zoomed.emit()

    def _arrange(self) -> None:
        scale, room = self.scale, self.viewport().width()
        placed: list[_Placed] = []
        top, widest = 0, 0
        for words, document in self._documents:
            sheet = QSize(round(document.width * scale), round(document.height * scale))
            columns = max(1, min(len(document.pages), (room - GAP) // (sheet.width() + GAP)))
            left = max(GAP, (room - columns * (sheet.width() + GAP) + GAP) // 2)
            placed.append(_Placed(QRect(left, top, max(room - 2 * left, sheet.width()), HEADING), words))
            top += HEADING
            for number, page in enumerate(document.pages):
                row, column = divmod(number, columns)
                spot = QPoint(left + column * (sheet.width() + GAP), top + row * (sheet.height() + GAP))
                placed.append(_Placed(QRect(spot, sheet), "", document, page))
            top += -(-len(document.pages) // columns) * (sheet.height() + GAP)
            widest = max(widest, sheet.width() + 2 * GAP)
        self._placed, self._height = tuple(placed), top
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, top - self.viewport().height()))
        down.setPageStep(self.viewport().height())
        down.setSingleStep(48)
        across.setRange(0, max(0, widest - room))
        across.setPageStep(room)
        self.viewport().update()

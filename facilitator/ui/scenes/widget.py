"""A widget that shows the scene on show and keeps it true as time goes by."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.common.clock import Clock
from facilitator.ui.scenes.canvas import paint_scene
from facilitator.ui.scenes.choosing import scene_for
from facilitator.ui.scenes.view import SceneView


class SceneWidget(QWidget):
    """Paints a view; repaints by itself exactly when the picture is no longer true.

    Before it has been given a view it is black.
    """

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        """`clock` tells the present for every repaint; the `now` of a given view is not used."""
        super().__init__(parent)
        self._clock = clock
        self._view: SceneView | None = None
        self._alarm = QTimer(self)
        self._alarm.setSingleShot(True)
        self._alarm.setTimerType(Qt.TimerType.PreciseTimer)
        self._alarm.timeout.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def view(self) -> SceneView | None:
        """What was last given or painted."""
        return self._view

    @property
    def next_change(self) -> int | None:
        """Milliseconds until it repaints by itself; None if the picture stays as it is."""
        return self._alarm.remainingTime() if self._alarm.isActive() else None

    def set_view(self, view: SceneView) -> None:
        """Show this from now on."""
        self._view = view
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the scene as it is at this moment and set the alarm for its next change."""
        painter = QPainter(self)
        if self._view is None:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            painter.end()
            return
        self._view = replace(self._view, now=self._clock.now())
        paint_scene(painter, QRectF(self.rect()), self._view)
        painter.end()
        stays = scene_for(self._view).stays(self._view)
        if stays is None:
            self._alarm.stop()
        else:
            self._alarm.start(max(1, stays))

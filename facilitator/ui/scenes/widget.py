"""A widget that shows the scene on show and keeps it true as time goes by."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.common.clock import Clock, Moment, elapsed
from facilitator.ui.scenes.canvas import paint_scene
from facilitator.ui.scenes.fading import FRAME, Fading, changes, snapshot
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
        self._fades = False
        self._fading: Fading | None = None
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

    def set_fading(self, fades: bool) -> None:
        """Whether one scene fades into the next; otherwise, and on computers that are set to show no animations, the
        next one is simply there."""
        self._fades = fades

    def set_view(self, view: SceneView) -> None:
        """Show this from now on."""
        before = self._view
        if before is not None and (before.state.stage.view != view.state.stage.view or self._fading is None):
            fades = self._may_fade() and changes(before, view)
            kept = snapshot(before, QRectF(self.rect()), self.devicePixelRatioF()) if fades else None
            self._fading = None if kept is None else Fading(kept, self._clock.now())
        self._view = view
        self.update()

    def _may_fade(self) -> bool:
        if not (self._fades and self.isVisible()):
            return False
        from PySide6.QtWidgets import QStyle  # its 500 names take longer to load than the scene to paint

        return self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the scene as it is at this moment and set the alarm for its next change."""
        painter = QPainter(self)
        try:
            stays = self._paint(painter)
        finally:
            painter.end()  # Qt ends the program if a painter outlives a scene that failed
        if self._view is None or stays is None:
            self._alarm.stop()
        else:
            # From now, not from when painting began: otherwise each change would come late by what painting takes.
            self._alarm.start(max(1, stays - elapsed(self._view.now, self._clock.now())))

    def _paint(self, painter: QPainter) -> int | None:
        """Paint what is true now; returns the milliseconds for which it stays so, None for ever."""
        if self._view is None:
            painter.setBrush(QColor(0, 0, 0))  # `fillRect` loads the names of all of Qt's gradients
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRect(self.rect())
            return None
        from facilitator.ui.scenes.choosing import scene_for

        self._view = replace(self._view, now=self._clock.now())
        paint_scene(painter, QRectF(self.rect()), self._view)
        stays = scene_for(self._view).stays(self._view)
        if self._fade(painter, self._view.now):
            return FRAME if stays is None else min(FRAME, stays)
        return stays

    def _fade(self, painter: QPainter, now: Moment) -> bool:
        """Paint what is still seen of the scene before; tells whether there was anything."""
        opacity = 0.0 if self._fading is None else self._fading.opacity(now)
        if self._fading is None or not opacity:
            self._fading = None
            return False
        painter.setOpacity(opacity)
        painter.drawPixmap(self.rect(), self._fading.before)
        return True

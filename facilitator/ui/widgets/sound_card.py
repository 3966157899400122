"""How loud warning and end are, whether they are heard at all, and a try."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QSlider

from facilitator.desk.state import State
from facilitator.event.commands import ChangeEvent
from facilitator.event.model import LOUDEST, Sound
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import button, column, label, row

_STEP, _PAGE = 5, 20


class SoundCard(QFrame):
    """Volume, mute and test."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools, the loudspeaker among what stands around."""
        super().__init__()
        self.setProperty("role", "card")
        tr = context.tr
        self._context = context
        self._volume = QSlider(Qt.Orientation.Horizontal)
        self._volume.setRange(0, LOUDEST)
        self._volume.setSingleStep(_STEP)
        self._volume.setPageStep(_PAGE)
        self._volume.setTracking(False)
        self._volume.setAccessibleName(tr("Volume"))
        self._volume.valueChanged.connect(lambda volume: self._keep(replace(self._now, volume=volume)))
        self._figure = label("", "muted")
        self._volume.sliderMoved.connect(lambda volume: self._figure.setText(f"{volume}"))
        self._muted = QCheckBox(tr("Mute: the clock only flashes"))
        self._muted.toggled.connect(lambda muted: self._keep(replace(self._now, muted=muted)))
        self._test = button(
            tr("Test"), lambda: context.around.speaker.play("end"), "volume-2", name=tr("Test the sound")
        )
        self._failure = label("", "error", wrap=True)
        volume = row(label(tr("Volume")), self._volume, self._figure, self._test, spacing=8)
        volume.setStretch(1, 1)
        layout = column(label(tr("SOUND AT WARNING AND END"), "caption"), volume, self._muted, self._failure, spacing=6)
        layout.setContentsMargins(16, 14, 16, 14)
        self.setLayout(layout)

    @property
    def _now(self) -> Sound:
        return self._context.controls.desk.state.event.sound

    def render_state(self, state: State) -> None:
        """Show what is kept, and whether the computer plays sound."""
        sound = state.event.sound
        for widget in (self._volume, self._muted):
            widget.blockSignals(True)
        if not self._volume.isSliderDown():
            self._volume.setValue(sound.volume)
            self._figure.setText(f"{sound.volume}")
        self._muted.setChecked(sound.muted)
        for widget in (self._volume, self._muted):
            widget.blockSignals(False)
        self._volume.setEnabled(not sound.muted)
        self._test.setEnabled(not sound.muted and sound.volume > 0)
        self.sound_changed()

    def sound_changed(self) -> None:
        """Show whether the last sound was heard."""
        failure = self._context.around.speaker.failure()
        self._failure.setText(self._context.tr.render(failure.text()) if failure else "")
        self._failure.setVisible(failure is not None)

    def _keep(self, sound: Sound) -> None:
        if sound != self._now:
            self._context.controls.do(ChangeEvent(sound=sound), self._context.tr("Settings saved"))

"""A small live picture of what the room sees, for the console."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.common.clock import Clock
from facilitator.ui.scenes.canvas import HEIGHT, WIDTH
from facilitator.ui.scenes.widget import SceneWidget


class ScenePreview(SceneWidget):
    """The same picture as the projector's, scaled to the place it is given and as tall as its width asks for."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        """`clock` is the one that the projector goes by."""
        super().__init__(clock, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """It keeps the canvas's proportions."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height that leaves no strips beside the canvas."""
        return round(width * HEIGHT / WIDTH)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A sixth of the canvas in each direction."""
        return QSize(WIDTH // 6, HEIGHT // 6)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The least at which a host can tell the scenes apart."""
        return QSize(WIDTH // 12, HEIGHT // 12)

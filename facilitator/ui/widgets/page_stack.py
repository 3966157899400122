"""The pages, one in view at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class PageStack(QStackedWidget):
    """Asks for as much room as the page in view does; the others would bring scroll bars to it."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("ground")
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the page in view needs."""
        page = self.currentWidget()
        return super().minimumSizeHint() if page is None else page.minimumSizeHint()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the page in view would like."""
        page = self.currentWidget()
        return super().sizeHint() if page is None else page.sizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """As the page in view."""
        page = self.currentWidget()
        return page is not None and page.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """What the page in view needs at that width."""
        page = self.currentWidget()
        return -1 if page is None else page.heightForWidth(width)

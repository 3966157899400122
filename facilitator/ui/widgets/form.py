"""Forms: a caption beside or above each field, tied to it for screen readers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QFormLayout, QWidget

from facilitator.ui.widgets.basics import label

FIELD_HEIGHT = 34
SPIN_MARGIN = 8


def form(*fields: tuple[str, QWidget], caption_width: int = 0, stacked: bool = False) -> QFormLayout:
    """The fields below each other; `stacked` puts each caption above its field."""
    made = QFormLayout()
    made.setHorizontalSpacing(16)
    made.setVerticalSpacing(4 if stacked else 9)
    if stacked:
        made.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
    for words, field in fields:
        caption = label(words, "muted" if stacked else "")
        caption.setMinimumWidth(caption_width)
        caption.setBuddy(field)
        if not stacked:
            caption.setMinimumHeight(FIELD_HEIGHT)
            caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        field.setAccessibleName(words)
        if isinstance(field, QAbstractSpinBox):
            # The style sheet gives these a frame but cannot move the text off it.
            field.lineEdit().setTextMargins(SPIN_MARGIN, 0, SPIN_MARGIN, 0)
        made.addRow(caption, field)
    return made

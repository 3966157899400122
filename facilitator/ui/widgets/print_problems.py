"""What is wrong with the pages of the print dialog, document by document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from facilitator.common.errors import UserError
from facilitator.common.texts import Text, Translator
from facilitator.printing.documents import Kind
from facilitator.ui.widgets.basics import Tone, label, set_tone
from facilitator.ui.widgets.print_job import Problem

_ACROSS, _DOWN = 14, 10
_SHOWN = 4
"""Problems that are told one by one; the next come into view as these are mended."""


class PrintProblems(QFrame):
    """Hidden while there are none; the keyboard reaches the words, and they can be copied."""

    def __init__(self, tr: Translator, papers: Mapping[Kind, Text]) -> None:
        """`papers` are the documents' names."""
        super().__init__()
        self._tr, self._papers = tr, papers
        self.setProperty("role", "notice")
        self._words = label("", wrap=True)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._words.setParent(self)
        self.hide()

    @property
    def words(self) -> str:
        """What is said, a line a problem."""
        return self._words.text()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show these, those that keep a document from being printed first."""
        listed = sorted(problems, key=lambda problem: not problem.fatal)
        lines = [f"{self._tr.render(self._papers[one.kind])}: {self._tr.render(one.words)}" for one in listed[:_SHOWN]]
        if len(listed) > _SHOWN:
            lines.append(self._tr.plural("and {count} more", "and {count} more", len(listed) - _SHOWN))
        self._show("\n".join(lines), Tone.DANGER if any(one.fatal for one in listed) else Tone.WARNING)

    def say(self, error: UserError) -> None:
        """Show what was refused."""
        self._show(self._tr.render(error.text()), Tone.DANGER)

    def _show(self, words: str, tone: Tone) -> None:
        self._words.setText(words)
        self._words.setAccessibleName(words)
        set_tone(self, tone)
        self.setVisible(bool(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the words need to be; a layout would keep the height that a narrower label needed."""
        width = self.width() - 2 * _ACROSS
        height = self._words.heightForWidth(width)
        self._words.setGeometry(_ACROSS, _DOWN, width, height)
        self.setFixedHeight(height + 2 * _DOWN)

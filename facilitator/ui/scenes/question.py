"""The question of the day: one of them large, or all of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from facilitator.common.clock import Duration
from facilitator.knowledge.model import Library, Question
from facilitator.ui.scenes.furniture import BOLD, CONTENT, MEDIUM, TITLE, chip, note, title, to_next_minute, top_line
from facilitator.ui.scenes.ink import put, write
from facilitator.ui.scenes.lettering import Style, fit
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.points import Point, paint_points
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

TOP = 152.0
"""Where a single question begins."""

ALL = QRectF(CONTENT.left(), 272, CONTENT.width(), 744)
"""Where all of them go."""

MOST_SOURCES = 3
"""More of them would be too small for the back of the room."""

_QUESTION = Style(116, Tint.STRONG, BOLD, least=52)
_MOST_LINES = 7
_EACH = Style(56, Tint.INK, MEDIUM, least=38)
_LABEL = Style(38, Tint.SOFT, MEDIUM)
_SOURCE = Style(40, Tint.INK, MEDIUM, least=38)
_SOURCE_HEIGHT = 56.0


class QuestionScene:
    """The question for the room."""

    ground = Tint.GROUND

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """The one asked for, or the only one; otherwise all questions of the day."""
        top_line(sheet, view)
        library = view.state.library
        question = library.question(view.state.stage.question)
        if question is None and len(library.questions) == 1:
            [question] = library.questions.values()
        if question is not None:
            _large(sheet, view, question)
        elif library.questions:
            title(sheet, view.tr("Questions of the day"), TITLE)
            points = [Point(one.text, one.code) for one in library.questions.values()]
            paint_points(sheet, points, _EACH, ALL, view.tr)
        else:
            note(sheet, view.tr("There is no question yet."), CONTENT)

    def stays(self, view: SceneView) -> Duration | None:
        """Until the clock at the top shows the next minute."""
        return to_next_minute(view)


def sources(library: Library, question: Question) -> list[str]:
    """What the question grew out of: titles with the organisations they came from."""
    found = [library.items[number] for number in question.sources if number in library.items]
    return [f"{item.title} – {item.organisation}" if item.organisation else item.title for item in found]


def _large(sheet: Sheet, view: SceneView, question: Question) -> None:
    tr = view.tr
    words = tr("Question {code}", code=question.code) if question.code else tr("Question of the day")
    top = chip(sheet, words, CONTENT.left(), TOP) + 60
    behind = sources(view.state.library, question)
    shown = behind if len(behind) <= MOST_SOURCES else behind[: MOST_SOURCES - 1]
    lines = len(shown) + (len(shown) < len(behind))
    foot = CONTENT.bottom() - lines * _SOURCE_HEIGHT
    bottom = foot - 120 if behind else CONTENT.bottom()
    block = fit(question.text, _QUESTION, CONTENT.width(), _MOST_LINES, bottom - top, even=True)
    put(sheet, block, _QUESTION, QRectF(CONTENT.left(), top, CONTENT.width(), 0), Qt.AlignmentFlag.AlignLeft)
    if not behind:
        return
    write(sheet, tr("What lies behind it"), _LABEL, QRectF(CONTENT.left(), foot - 56, CONTENT.width(), 40))
    if len(shown) < len(behind):
        shown = [*shown, tr.plural("and {count} more", "and {count} more", len(behind) - len(shown))]
    for index, line in enumerate(shown):
        place = QRectF(CONTENT.left(), foot + index * _SOURCE_HEIGHT, CONTENT.width(), _SOURCE_HEIGHT)
        write(sheet, line, _SOURCE, place)

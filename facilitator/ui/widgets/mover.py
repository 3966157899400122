"""Moves a person to a team by keyboard; what the move would do is shown before it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame

from facilitator.common.texts import Translator
from facilitator.ui.widgets.basics import button, label, row
from facilitator.ui.widgets.choice import Choice


class Mover(QFrame):
    """A line with a list of teams; typing a number chooses one."""

    def __init__(
        self,
        tr: Translator,
        preview: Callable[[int | None], None],
        move: Callable[[int | None], None],
        leave: Callable[[], None],
    ) -> None:
        """`preview` is told of every team that is chosen, `move` of the one that is taken."""
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", "plain")
        self._tr, self._preview, self._move = tr, preview, move
        self._words = label("", "strong")
        self._teams = Choice[int | None](tr("Team to move to"))
        self._teams.setMinimumWidth(140)
        self._teams.currentIndexChanged.connect(lambda _place: self._preview(self._teams.value))
        line = row(
            self._words,
            self._teams,
            None,
            button(tr("Cancel"), leave),
            button(tr("Move"), self._take, "check", "primary"),
        )
        line.setContentsMargins(14, 8, 8, 8)
        self.setLayout(line)
        self.hide()

    def start(self, name: str, teams: Sequence[int]) -> None:
        """Ask where this person is to go."""
        self._words.setText(self._tr("Move {name} to", name=name))
        numbered: list[tuple[str, int | None]] = [
            (self._tr("Team {number}", number=number), number) for number in teams
        ]
        self._teams.put([*numbered, (self._tr("No team"), None)])
        self.show()
        self._teams.setFocus()
        self._preview(self._teams.value)

    def _take(self) -> None:
        self._move(self._teams.value)

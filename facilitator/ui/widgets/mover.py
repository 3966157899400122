"""Moves a person to a team by keyboard, or lets two change places; what it would do is shown before it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame

from facilitator.common.texts import Translator
from facilitator.ui.widgets.basics import button, label, row
from facilitator.ui.widgets.choice import Choice

TeamOffered = tuple[int, Sequence[tuple[str, int]]]
"""A team's number, and the names and numbers of those who could come back from it."""


class Mover(QFrame):
    """A line with a list of teams, and one of the people of the chosen team; typing a number or a name chooses."""

    def __init__(
        self,
        tr: Translator,
        preview: Callable[[int | None, int | None], None],
        move: Callable[[int | None, int | None], None],
        leave: Callable[[], None],
    ) -> None:
        """`preview` is told of every team and person that is chosen, `move` of those that are taken."""
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", "plain")
        self._tr, self._preview, self._move = tr, preview, move
        self._people: dict[int | None, Sequence[tuple[str, int]]] = {}
        self._words = label("", "strong")
        self._teams = Choice[int | None](tr("Team to move to"))
        self._teams.setMinimumWidth(120)
        self._teams.currentIndexChanged.connect(lambda _place: self._team_chosen())
        self._others = Choice[int | None](tr("Who comes back"))
        self._others.setMinimumWidth(190)
        self._others.currentIndexChanged.connect(lambda _place: self._tell(self._preview))
        line = row(
            self._words,
            self._teams,
            self._others,
            None,
            button(tr("Cancel"), leave),
            button(tr("Move"), lambda: self._tell(self._move), "check", "primary"),
        )
        line.setContentsMargins(14, 8, 8, 8)
        self.setLayout(line)
        self.hide()

    def start(self, name: str, teams: Sequence[TeamOffered]) -> None:
        """Ask where this person is to go."""
        self._words.setText(self._tr("Move {name} to", name=name))
        self._people = dict(teams)
        numbered: list[tuple[str, int | None]] = [
            (self._tr("Team {number}", number=number), number) for number, _ in teams
        ]
        self._teams.put([*numbered, (self._tr("No team"), None)])
        self.show()
        self._teams.setFocus()
        self._team_chosen()

    def _team_chosen(self) -> None:
        people = self._people.get(self._teams.value, ())
        back: list[tuple[str, int | None]] = [
            (self._tr("{name} comes back", name=name), person) for name, person in people
        ]
        self._others.put([(self._tr("nobody comes back"), None), *back])
        self._tell(self._preview)

    def _tell(self, listener: Callable[[int | None, int | None], None]) -> None:
        listener(self._teams.value, self._others.value)

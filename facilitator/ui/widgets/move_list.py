"""What a repair changed: who goes where, with the papers to print anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea

from facilitator.common.texts import Translator
from facilitator.teams.model import Move
from facilitator.ui.widgets.basics import Tone, button, column, label, row

MOST_HEIGHT = 132


class MoveList(QFrame):
    """Hidden until teams have been repaired."""

    def __init__(self, tr: Translator, papers: QPushButton, leave: Callable[[], object]) -> None:
        """`papers` prints what has changed."""
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", Tone.PLAIN.value)
        self._tr = tr
        self._heading = label("", "strong")
        self._done = button(tr("Done"), leave, "check")
        self._moves = label("", wrap=True)
        self._moves.setObjectName("scrolled")
        self._moves.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._moves.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._moves)
        self._scroll.setMaximumHeight(MOST_HEIGHT)
        layout = column(row(self._heading, None, papers, self._done), self._scroll, spacing=6)
        layout.setContentsMargins(14, 8, 8, 10)
        self.setLayout(layout)
        self.hide()

    @property
    def words(self) -> str:
        """The list as it reads."""
        return self._moves.text()

    def show_moves(self, moves: Sequence[Move], names: Mapping[int, str]) -> None:
        """List the moves: first who changes team, then who is new, then who has left."""
        tr = self._tr
        lines = []
        for move in sorted(moves, key=lambda one: (one.from_team is None, one.to_team is None)):
            name = names.get(move.participant, "")
            if move.from_team is None:
                lines.append(tr("{name}: new in team {to}", name=name, to=move.to_team))
            elif move.to_team is None:
                lines.append(tr("{name}: no longer in team {team}", name=name, team=move.from_team))
            else:
                away, to = move.from_team, move.to_team
                lines.append(tr("{name}: from team {team} to team {to}", name=name, team=away, to=to))
        count = len(lines)
        self._heading.setText(tr.plural("{count} change to tell the room", "{count} changes to tell the room", count))
        self._moves.setText("\n".join(lines))
        height = min(MOST_HEIGHT, self._moves.fontMetrics().lineSpacing() * max(1, len(lines)) + 8)
        self._scroll.setFixedHeight(height)
        self.show()
        self._done.setFocus()

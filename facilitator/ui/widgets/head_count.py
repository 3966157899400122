"""Who is here, counted: in all, per seat quota and per sector."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.common.texts import Translator
from facilitator.participants.model import Attendance, Participant, Roster
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.basics import Tone, column, holder, label, row
from facilitator.ui.widgets.chip import NOBODY, Chip, sector_chips, sectors_in_order
from facilitator.ui.widgets.clock_face import ThinBar
from facilitator.ui.widgets.elided import ElidedLabel


class HeadCount(QFrame):
    """A card with the counts."""

    def __init__(self, tr: Translator, theme: Theme) -> None:
        """Empty until a roster is shown."""
        super().__init__()
        self.setProperty("role", "card")
        self._tr, self._theme = tr, theme
        self._total = label("", "figure")
        self._bar = ThinBar(theme, tr("Checked in"), 6)
        self._others = label("", "muted", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(5)
        self._shown: object = None
        layout = column(label(tr("HERE"), "caption"), self._total, self._bar, self._others, 4, self._lines, None)
        layout.setContentsMargins(16, 14, 16, 14)
        self.setLayout(layout)

    @property
    def total(self) -> str:
        """How many are here, in words."""
        return self._total.text()

    def show_roster(self, roster: Roster) -> None:
        """Count this roster."""
        people = tuple(roster.people.values())
        here, expected = _counted(people)
        tr = self._tr
        self._total.setText(tr("{here} of {expected}", here=here, expected=expected))
        self._bar.show_share(here / expected if expected else 0, Tone.GOOD)
        absent = sum(one.attendance is Attendance.ABSENT for one in people)
        waiting = sum(one.attendance is Attendance.WAITING for one in people)
        walk_ins = sum(one.walk_in for one in people)
        parts = [tr("{count} absent", count=absent)]
        parts += [tr("{count} on the waiting list", count=waiting)] if waiting else []
        parts += [tr.plural("{count} walk-in", "{count} walk-ins", walk_ins)] if walk_ins else []
        self._others.setText(" · ".join(parts))
        lines = [*self._quotas(roster, people), *self._sectors(roster, people)]
        if lines != self._shown:
            self._shown = lines
            self._rebuild(lines)

    def _quotas(self, roster: Roster, people: Iterable[Participant]) -> list[tuple[str, str, str, str]]:
        order = sorted(roster.quotas.values(), key=lambda quota: (quota.position, quota.id))
        return [("", "", quota.name, self._figure(one for one in people if one.quota == quota.id)) for quota in order]

    def _sectors(self, roster: Roster, people: Iterable[Participant]) -> list[tuple[str, str, str, str]]:
        people = tuple(people)
        chips = sector_chips(roster)
        lines = [
            (*chips[sector.id], sector.name, self._figure(one for one in people if one.sector == sector.id))
            for sector in sectors_in_order(roster)
        ]
        without = [one for one in people if one.sector not in roster.sectors]
        if without and roster.sectors:
            lines.append((*NOBODY, self._tr("No sector"), self._figure(without)))
        return lines

    def _figure(self, people: Iterable[Participant]) -> str:
        here, expected = _counted(people)
        return self._tr("{here} of {expected}", here=here, expected=expected)

    def _rebuild(self, lines: Iterable[tuple[str, str, str, str]]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for letter, colour, name, figure in lines:
            self._lines.addWidget(_line(letter, colour, name, figure))


def _line(letter: str, colour: str, name: str, figure: str) -> QWidget:
    words, count = ElidedLabel(name, ""), label(figure, "muted")
    line = row(Chip(letter, colour, name), words, count) if letter else row(words, count)
    line.setStretchFactor(words, 1)
    return holder(line)


def _counted(people: Iterable[Participant]) -> tuple[int, int]:
    """How many are here, and how many of those with a seat were or are expected."""
    seated = [one for one in people if one.attendance is not Attendance.WAITING]
    return sum(one.attendance is Attendance.CHECKED_IN for one in seated), len(seated)

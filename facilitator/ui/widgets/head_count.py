"""Who is here, counted: in all, per seat quota and per sector."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.common.texts import Translator
from facilitator.participants.counts import Counts
from facilitator.participants.counts import HeadCount as HeadCounted
from facilitator.participants.model import Roster
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.basics import Tone, column, holder, label, row
from facilitator.ui.widgets.chip import NOBODY, Chip, sector_chips, sectors_in_order
from facilitator.ui.widgets.clock_face import ThinBar
from facilitator.ui.widgets.elided import ElidedLabel

Line = tuple[str, str, str, str]
"""A chip's letter and colour (empty for none), a name, and a figure."""


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

    def show_counts(self, roster: Roster, found: Counts) -> None:
        """Show the counts of this roster."""
        tr = self._tr
        whole = found.everybody
        expected = whole.seated + whole.absent
        self._total.setText(tr("{here} of {expected}", here=whole.here, expected=expected))
        self._bar.show_share(whole.here / expected if expected else 0, Tone.GOOD)
        parts = [tr("{count} absent", count=whole.absent)]
        parts += [tr("{count} on the waiting list", count=whole.waiting)] if whole.waiting else []
        parts += [tr.plural("{count} walk-in", "{count} walk-ins", whole.walk_ins)] if whole.walk_ins else []
        self._others.setText(" · ".join(parts))
        lines = [*self._quotas(roster, found), *self._sectors(roster, found)]
        if lines != self._shown:
            self._shown = lines
            self._rebuild(lines)

    def _quotas(self, roster: Roster, found: Counts) -> list[Line]:
        order = sorted(roster.quotas.values(), key=lambda quota: (quota.position, quota.id))
        return [("", "", quota.name, self._figure(found.by_quota[quota.id])) for quota in order]

    def _sectors(self, roster: Roster, found: Counts) -> list[Line]:
        chips = sector_chips(roster)
        lines = [
            (*chips[sector.id], sector.name, self._figure(found.by_sector[sector.id]))
            for sector in sectors_in_order(roster)
        ]
        if None in found.by_sector and roster.sectors:
            lines.append((*NOBODY, self._tr("No sector"), self._figure(found.by_sector[None])))
        return lines

    def _figure(self, count: HeadCounted) -> str:
        return self._tr("{here} of {expected}", here=count.here, expected=count.seated + count.absent)

    def _rebuild(self, lines: Iterable[Line]) -> None:
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

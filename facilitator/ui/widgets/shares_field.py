"""What each group of voters is worth together: one number a group; all empty means that votes are simply added up."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtWidgets import QSpinBox, QWidget

from facilitator.common.texts import Translator
from facilitator.ui.widgets.basics import holder, label, row
from facilitator.ui.widgets.form import SPIN_MARGIN
from facilitator.ui.wording import ROLES
from facilitator.voting.model import Ballot, Role

MOST = 100


class SharesField(QWidget):
    """A number for every group that may vote."""

    def __init__(self, tr: Translator) -> None:
        """`tr` is the host's language."""
        super().__init__()
        self.numbers: dict[Role, QSpinBox] = {}
        self._parts: dict[Role, QWidget] = {}
        for role, words in ROLES.items():
            number = QSpinBox()
            number.setRange(0, MOST)
            number.setSuffix(" %")
            number.setSpecialValueText("–")
            number.lineEdit().setTextMargins(SPIN_MARGIN, 0, SPIN_MARGIN, 0)
            number.setAccessibleName(tr("Share of {voters}", voters=tr.render(words)))
            self.numbers[role] = number
            self._parts[role] = holder(row(label(tr.render(words)), number))
        layout = row(*self._parts.values(), None, spacing=14)
        self.setLayout(layout)

    def start(self, ballot: Ballot) -> None:
        """Fill in what the ballot says."""
        shares = dict(ballot.shares)
        for role, number in self.numbers.items():
            number.setValue(round(shares.get(role, 0)))

    def show_roles(self, roles: Collection[Role]) -> None:
        """Ask for these groups only."""
        for role, part in self._parts.items():
            part.setVisible(role in roles)

    def filled_in(self, roles: Iterable[Role]) -> tuple[tuple[Role, float], ...]:
        """The shares of those who may vote; none at all if no number is given, or if only one group may."""
        asked = tuple((role, float(self.numbers[role].value())) for role in roles)
        return asked if len(asked) > 1 and any(share for _, share in asked) else ()

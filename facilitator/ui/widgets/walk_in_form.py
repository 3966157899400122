"""The form for somebody who came unannounced: a name is enough, Enter adds them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLineEdit

from facilitator.common.texts import Translator
from facilitator.participants.commands import AddWalkIn
from facilitator.participants.model import Roster
from facilitator.ui.widgets.basics import button, column, label, row
from facilitator.ui.widgets.chip import sectors_in_order
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.form import form


class WalkInForm(QFrame):
    """Name, organisation, sector, quota, role."""

    def __init__(self, tr: Translator, add: Callable[[AddWalkIn], bool], leave: Callable[[], None]) -> None:
        """`add` puts the person on the list and says whether it could; `leave` closes the form."""
        super().__init__()
        self.setProperty("role", "card")
        self._tr = tr
        self._send = add
        self.name, self.organisation, self.role = QLineEdit(), QLineEdit(), QLineEdit()
        self.sector, self.quota = Choice[int | None](), Choice[int | None]()
        fields = form(
            (tr("Name"), self.name),
            (tr("Organisation"), self.organisation),
            (tr("Sector"), self.sector),
            (tr("Seat quota"), self.quota),
            (tr("Role"), self.role),
            stacked=True,
        )
        for line in (self.name, self.organisation, self.role):
            line.returnPressed.connect(self._add)
        layout = column(
            label(tr("Walk-in"), "heading"),
            fields,
            6,
            row(button(tr("Cancel"), leave), None, button(tr("Add"), self._add, "user-plus", "primary")),
            None,
        )
        layout.setContentsMargins(16, 14, 16, 16)
        self.setLayout(layout)

    def start(self, roster: Roster, name: str) -> None:
        """Begin with an empty form; `name` is what was searched for in vain."""
        for line in (self.name, self.organisation, self.role):
            line.clear()
        self.name.setText(name)
        quotas = sorted(roster.quotas.values(), key=lambda one: (one.position, one.id))
        self.sector.put([("–", None), *((one.name, one.id) for one in sectors_in_order(roster))])
        self.quota.put([("–", None), *((one.name, one.id) for one in quotas)])
        (self.organisation if name else self.name).setFocus()

    def _add(self) -> None:
        command = AddWalkIn(
            name=self.name.text(),
            organisation=self.organisation.text().strip(),
            sector=self.sector.value,
            quota=self.quota.value,
            role=self.role.text().strip(),
        )
        if not self._send(command):
            self.name.setFocus()

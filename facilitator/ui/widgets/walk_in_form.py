"""The form for somebody who came unannounced: a name is enough, Enter adds them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLineEdit

from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.participants.commands import AddWalkIn
from facilitator.ui.door import WalkIn, suggested_team
from facilitator.ui.widgets.basics import button, column, holder, label, row
from facilitator.ui.widgets.chip import sectors_in_order
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.form import form
from facilitator.ui.widgets.tick import Tick
from facilitator.voting.model import Role


class WalkInForm(QFrame):
    """Name, organisation, sector, quota, role; the team follows what is written until the host chooses one."""

    def __init__(self, tr: Translator, add: Callable[[WalkIn], bool], leave: Callable[[], object]) -> None:
        """`add` puts the person on the list and says whether it could; `leave` closes the form."""
        super().__init__()
        self.setProperty("role", "card")
        self._tr = tr
        self._send = add
        self._state: State | None = None
        self._team_chosen = False
        self.name, self.organisation, self.role = QLineEdit(), QLineEdit(), QLineEdit()
        self.sector, self.quota, self.team = Choice[int | None](), Choice[int | None](), Choice[int | None]()
        self.badge, self.card = Tick(tr("Print the badge")), Tick(tr("Print the voting card"))
        self._team_line = holder(form((tr("Team"), self.team), stacked=True))
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
        self.organisation.textChanged.connect(lambda _words: self._suggest())
        self.sector.currentIndexChanged.connect(lambda _place: self._suggest())
        self.team.activated.connect(lambda _place: self._keep_team())
        layout = column(
            label(tr("Walk-in"), "heading"),
            fields,
            self._team_line,
            self.badge,
            self.card,
            2,
            row(button(tr("Cancel"), leave), None, button(tr("Add"), self._add, "user-plus", "primary")),
            None,
            spacing=5,
        )
        layout.setContentsMargins(16, 12, 16, 12)
        self.setLayout(layout)

    def start(self, state: State, name: str) -> None:
        """Begin with an empty form; `name` is what was searched for in vain."""
        self._state = None
        roster = state.roster
        for line in (self.name, self.organisation, self.role):
            line.clear()
        self.name.setText(name)
        quotas = sorted(roster.quotas.values(), key=lambda one: (one.position, one.id))
        self.sector.put([("–", None), *((one.name, one.id) for one in sectors_in_order(roster))])
        self.quota.put([("–", None), *((one.name, one.id) for one in quotas)])
        teams: list[tuple[str, int | None]] = [(self._tr("No team"), None)]
        teams += [(self._words_of(state, number), number) for number, team in state.teams.teams.items()
                  if not team.locked]  # fmt: skip
        self.team.put(teams)
        self._team_line.setVisible(bool(state.teams.teams))
        self._team_chosen = False
        self.badge.setChecked(True)
        has_cards = any(card.role is Role.PARTICIPANT for card in state.voting.cards.values())
        self.card.setChecked(has_cards)
        self.card.setVisible(has_cards)
        self._state = state
        self._suggest()
        (self.organisation if name else self.name).setFocus()

    def _words_of(self, state: State, number: int) -> str:
        people = state.roster.people
        there = sum(one in people and people[one].has_seat for one in state.teams.teams[number].members)
        return self._tr.plural("Team {number} · {count} person", "Team {number} · {count} people", there, number=number)

    def _suggest(self) -> None:
        if self._state is not None and not self._team_chosen:
            self.team.choose(suggested_team(self._state, self.organisation.text(), self.sector.value))

    def _keep_team(self) -> None:
        self._team_chosen = True

    def _add(self) -> None:
        command = AddWalkIn(
            name=" ".join(self.name.text().split()),
            organisation=self.organisation.text().strip(),
            sector=self.sector.value,
            quota=self.quota.value,
            role=self.role.text().strip(),
            team=self.team.value,
        )
        papers = (("badges", self.badge), ("voting-cards", self.card))
        wanted = tuple(name for name, tick in papers if tick.isChecked() and not tick.isHidden())
        if not self._send(WalkIn(command, wanted)):
            self.name.setFocus()

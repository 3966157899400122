"""Everything about one person, to read and to correct, beside the table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QWidget

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.participants.commands import ChangeParticipant
from facilitator.participants.model import Participant, Roster
from facilitator.ui.widgets.basics import button, column, holder, row
from facilitator.ui.widgets.chip import sectors_in_order
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.elided import ElidedLabel
from facilitator.ui.widgets.form import form
from facilitator.ui.widgets.tick import Tick

NARROWEST = 60
"""Width in pixels that a line is content with, so that two stand beside each other."""

FEWEST_LETTERS = 4
"""The same for a list, in letters."""

NOBODY = 0
"""The id of somebody who is not on the list yet."""


@frozen
class Written:
    """What was written about a person: the fields that are new, and their needs if those are new."""

    change: ChangeParticipant
    needs: tuple[str, ...] | None

    @property
    def changed(self) -> bool:
        """Whether any field but the needs is new."""
        return self.change != ChangeParticipant(self.change.participant)


class PersonForm(QFrame):
    """One line a field; Enter keeps all of them in one step, Esc leaves everything as it was."""

    def __init__(self, tr: Translator, keep: Callable[[Written], bool], leave: Callable[[], object]) -> None:
        """`keep` carries out what was written and says whether it could; `leave` closes the form."""
        super().__init__()
        self.setProperty("role", "card")
        self._tr, self._send = tr, keep
        self._roster: Roster | None = None
        self._person = Participant(NOBODY, "")
        names = ("first_name", "last_name", "organisation", "role", "skills", "languages", "wishes", "email",
                 "reference")  # fmt: skip
        self.lines = {name: QLineEdit() for name in (*names, "needs")}
        self.sector, self.quota = Choice[int | None](), Choice[int | None]()
        self.accessible = Tick(tr("Accessible table"))
        self._title = ElidedLabel("", "heading")
        lines = self.lines
        lines["wishes"].setPlaceholderText(tr("F3, F1"))
        self._needs = holder(form((tr("Food and accessibility needs"), lines["needs"]), stacked=True))
        fields = column(
            _pair(form((tr("First name"), lines["first_name"]), stacked=True),
                  form((tr("Last name"), lines["last_name"]), stacked=True)),
            form((tr("Organisation"), lines["organisation"]), stacked=True),
            _pair(form((tr("Sector"), self.sector), stacked=True), form((tr("Seat quota"), self.quota), stacked=True)),
            form((tr("Role"), lines["role"]), (tr("Skills"), lines["skills"]), stacked=True),
            _pair(form((tr("Languages"), lines["languages"]), stacked=True),
                  form((tr("Wishes"), lines["wishes"]), stacked=True)),
            form((tr("E-mail"), lines["email"]), (tr("ID"), lines["reference"]), stacked=True),
            self.accessible,
            self._needs,
            None,
            spacing=5,
        )  # fmt: skip
        for choice in (self.sector, self.quota):
            choice.setMinimumContentsLength(FEWEST_LETTERS)
        for line in lines.values():
            line.setMinimumWidth(NARROWEST)
            line.returnPressed.connect(self._keep)
        inside = QWidget()
        inside.setObjectName("scrolled")
        fields.setContentsMargins(2, 2, 10, 2)
        inside.setLayout(fields)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self._save = button(tr("Save"), self._keep, "check", "primary", tip=tr("Keep what is written (Enter)"))
        layout = column(
            self._title,
            scroll,
            row(button(tr("Cancel"), leave, tip=tr("Leave everything as it is (Esc)")), None, self._save),
            spacing=8,
        )
        layout.setStretch(1, 1)
        layout.setContentsMargins(16, 12, 12, 12)
        self.setLayout(layout)

    @property
    def person(self) -> int:
        """Who is shown."""
        return self._person.id

    @property
    def changed(self) -> bool:
        """Whether something is written that has not been kept."""
        return self._written() is not None

    def start(self, roster: Roster, person: Participant | None) -> None:
        """Show a person; None is somebody new."""
        self.show_person(roster, person)
        self.lines["first_name"].setFocus()
        self.lines["first_name"].selectAll()

    def show_person(self, roster: Roster, person: Participant | None) -> None:
        """Show a person, and leave the keyboard where it is."""
        self._roster = roster
        self._person = person or Participant(NOBODY, "")
        quotas = sorted(roster.quotas.values(), key=lambda one: (one.position, one.id))
        self.sector.put([("–", None), *((one.name, one.id) for one in sectors_in_order(roster))])
        self.quota.put([("–", None), *((one.name, one.id) for one in quotas)])
        for name, line in self.lines.items():
            line.setText(self._before(name))
            line.setCursorPosition(0)
        self.sector.choose(self._person.sector)
        self.quota.choose(self._person.quota)
        self.accessible.setChecked(self._person.accessible)
        self._needs.setVisible(roster.uses_needs)
        self._title.show_words(self._person.name or self._tr("Somebody new"))

    def _before(self, name: str) -> str:
        if name == "needs":
            return ", ".join(self._roster.needs.get(self._person.id, ())) if self._roster else ""
        value = getattr(self._person, name)
        return ", ".join(value) if isinstance(value, tuple) else str(value)

    def _written(self) -> Written | None:
        """What is new; None if nothing is."""
        given: dict[str, Any] = {}
        for name, line in self.lines.items():
            words = line.text().strip()
            if name != "needs" and words != self._before(name):
                is_list = name in ("skills", "languages", "wishes")
                given[name] = (words,) if is_list and words else () if is_list else words
        for name, choice in (("sector", self.sector), ("quota", self.quota)):
            if choice.value != getattr(self._person, name):
                given[name] = "" if choice.value is None else choice.value
        if self.accessible.isChecked() != self._person.accessible:
            given["accessible"] = self.accessible.isChecked()
        needs = self.lines["needs"].text().strip()
        new_needs = None if needs == self._before("needs") else tuple(needs.split(","))
        if not given and new_needs is None:
            return None
        return Written(ChangeParticipant(self._person.id, **given), new_needs)

    def _keep(self) -> None:
        written = self._written() or Written(ChangeParticipant(self._person.id), None)
        self._send(written)


def _pair(left: Any, right: Any) -> QWidget:
    """Two fields beside each other, equally wide."""
    both = row(left, right, spacing=8)
    both.setStretch(0, 1)
    both.setStretch(1, 1)
    return holder(both)

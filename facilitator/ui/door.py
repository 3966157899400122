"""What is done at the check-in desk, and the words that tell of it; the page Participants gives the names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTemporaryDir
from PySide6.QtWidgets import QWidget

from facilitator.common.frozen import frozen
from facilitator.desk.state import State
from facilitator.participants.commands import AddWalkIn, CheckIn, MarkAbsent, RemoveParticipant, UndoCheckIn
from facilitator.participants.model import Attendance, Participant
from facilitator.participants.rules import not_here
from facilitator.ui.context import Context
from facilitator.ui.papers import ask_to_print_for, print_to
from facilitator.ui.people_rows import PersonRow
from facilitator.voting.commands import ReissueCard
from facilitator.voting.model import Card


@frozen
class WalkIn:
    """Somebody who came unannounced, and the papers that they get at once."""

    command: AddWalkIn
    papers: tuple[str, ...]


class Door:
    """Commands about single people, with what to say once they are done."""

    def __init__(self, context: Context, window: QWidget) -> None:
        """`window` is what asks where to save papers."""
        self._context, self._window = context, window
        self._papers: QTemporaryDir | None = None

    def toggle(self, row: PersonRow) -> str:
        """Check in, or take it back; what to say, empty if it was refused."""
        person, tr = row.person, self._context.tr
        if person.attendance is Attendance.CHECKED_IN:
            words = tr("{name} is not here yet", name=person.name)
            return words if self._context.controls.do(UndoCheckIn(person.id), words) else ""
        return self.check_in(row)

    def check_in(self, row: PersonRow) -> str:
        """Check in; what to say, empty if it was refused."""
        tr = self._context.tr
        team = tr("team {number}", number=row.team) if row.team else tr("no team")
        words = tr("{name} is here · {team}", name=row.person.name, team=team)
        return words if self._context.controls.do(CheckIn(row.person.id), words) else ""

    def mark_absent(self, person: Participant) -> None:
        """The person will not come."""
        words = self._context.tr("{name} is marked absent", name=person.name)
        self._context.controls.do(MarkAbsent(person.id), words)

    def mark_no_shows(self) -> None:
        """Everybody who has not come will not come: one step, so that one undo brings all of them back."""
        missing = not_here(self._context.controls.desk.state.roster)
        words = self._context.tr.plural(
            "{count} person is marked absent. Ctrl+Z takes it back.",
            "{count} people are marked absent. Ctrl+Z takes it back.",
            len(missing),
        )
        self._context.controls.do(MarkAbsent(missing), words)

    def remove(self, person: Participant) -> bool:
        """Take the person off the list."""
        words = self._context.tr("{name} is off the list. Ctrl+Z brings them back.", name=person.name)
        return self._context.controls.do(RemoveParticipant(person.id), words) is not None

    def valid_card(self, person: int) -> Card | None:
        """The voting card that the person can vote with."""
        cards = self._context.controls.desk.state.voting.cards.values()
        return next((each for each in cards if each.participant == person and not each.revoked), None)

    def reissue(self, person: Participant) -> None:
        """Void a lost voting card and print another."""
        lost = self.valid_card(person.id)
        if lost is None:
            return
        words = self._context.tr("{name} has a new voting card; the old one is void.", name=person.name)
        if self._context.controls.do(ReissueCard(lost.id), words) is not None:
            ask_to_print_for(self._context, self._window, "voting-cards", person.id)

    def words_for(self, walk_in: WalkIn) -> str:
        """What to say once a walk-in is on the list."""
        tr, team = self._context.tr, walk_in.command.team
        where = tr("no team") if team is None else tr("team {number}", number=team)
        return tr("{name} is here · {team}", name=walk_in.command.name, team=where)

    def let_in(self, walk_in: WalkIn) -> int | None:
        """Put a walk-in on the list, checked in, at a team's table, with their papers; their id, None if refused."""
        controls, tr = self._context.controls, self._context.tr
        outcome = controls.do(walk_in.command, tr("{name} is on the list and checked in", name=walk_in.command.name))
        if outcome is None:
            return None
        person = int(outcome.result)
        for paper in walk_in.papers:
            print_to(self._context, paper, self._folder(person), people=frozenset({person}))
        return person

    def _folder(self, person: int) -> Path:
        """A folder of its own for a person's papers, which goes when the window does: it holds names."""
        if self._papers is None:
            self._papers = QTemporaryDir()
        folder = Path(self._papers.path(), str(person))
        folder.mkdir(exist_ok=True)
        return folder


def suggested_team(state: State, organisation: str, sector: int | None) -> int | None:
    """The team that a walk-in fits best: the fewest people who are here or expected, then the fewest of the same
    organisation, then of the same sector, then the lowest number. None if there are no teams, or all are locked."""
    people = state.roster.people
    wanted = organisation.strip().casefold()

    def crowd(number: int) -> tuple[int, int, int, int]:
        there = [people[one] for one in state.teams.teams[number].members if one in people and people[one].has_seat]
        alike = sum(bool(wanted) and one.organisation.casefold() == wanted for one in there)
        return len(there), alike, sum(sector is not None and one.sector == sector for one in there), number

    return min((number for number, team in state.teams.teams.items() if not team.locked), key=crowd, default=None)

"""What the desk does when those around it fail, and what undo must not bring back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from facilitator.agenda.commands import RemoveItem
from facilitator.app.memory import MemoryStore
from facilitator.common.errors import Stale, UserError
from facilitator.desk.commands import Redo, Undo
from facilitator.desk.desk import Desk
from facilitator.desk.events import Published
from facilitator.desk.vocabulary import parse
from facilitator.event.commands import ErasePersonalData
from facilitator.participants.commands import PutPeople, RemoveParticipant
from facilitator.teams.commands import FormTeams
from facilitator.teams.model import Formation, Person, Rules, Teams
from facilitator.timer.commands import Next, Previous, StartDay
from facilitator.voting.commands import CloseBallot, OpenBallot, PutBallot, RevealResult
from facilitator.voting.model import Phase
from tests.desk.builders import AUDIENCE, RESULTS, VOTE, PlainSolver, a_ballot, a_state, desk_in_memory
from tests.fakes import FakeClock, repeatable_bytes


class BoxOfVotes:
    """A ballot box with a list of votes, whose disk can be busy."""

    def __init__(self) -> None:
        self.votes: list[tuple[str, str]] = []
        self.sealed: list[int] = []
        self.busy = False

    def turnout(self, ballot: int) -> int:
        return len(self.votes)

    def cast(self, ballot: int) -> Sequence[tuple[str, str]]:
        return self.votes

    def receipts(self, ballot: int) -> Sequence[str]:
        return [f"R{number}" for number, _ in enumerate(self.votes)]

    def seal(self, ballot: int) -> None:
        if self.busy:
            raise OSError("the disk is busy")
        self.sealed.append(ballot)


class CopyingStore(MemoryStore):
    """Counts safety copies."""

    copies = 0

    def copy(self, reason: str) -> None:
        self.copies += 1


def a_desk(box: BoxOfVotes, store: MemoryStore | None = None) -> Desk:
    return Desk(store or MemoryStore(a_state()), box, FakeClock(), repeatable_bytes(), PlainSolver())


def test_a_ballot_that_could_not_be_sealed_is_sealed_with_the_next_change() -> None:
    box = BoxOfVotes()
    desk = a_desk(box)
    desk.do(PutBallot(a_ballot()))
    desk.do(OpenBallot(AUDIENCE))
    box.busy = True
    desk.do(CloseBallot(AUDIENCE))
    assert desk.state.voting.ballots[AUDIENCE].phase is Phase.CLOSED
    assert box.sealed == []
    box.busy = False
    desk.do(parse({"type": "show", "scene": "agenda"}))
    desk.do(parse({"type": "show", "scene": "clock"}))
    assert box.sealed == [AUDIENCE]


def test_a_close_that_is_brought_again_seals_again() -> None:
    box = BoxOfVotes()
    desk = a_desk(box)
    desk.do(PutBallot(a_ballot()))
    for command in (OpenBallot(AUDIENCE), CloseBallot(AUDIENCE), Undo(), Redo()):
        desk.do(command)
    assert box.sealed == [AUDIENCE, AUDIENCE]


def test_a_result_is_not_brought_again_when_votes_came_in_since() -> None:
    box = BoxOfVotes()
    desk = a_desk(box)
    desk.do(PutBallot(a_ballot()))
    desk.do(OpenBallot(AUDIENCE))
    box.votes.append(("participant", '{"approve":[1]}'))
    for command in (CloseBallot(AUDIENCE), RevealResult(AUDIENCE), Undo(), Redo(), Undo(), Undo()):
        desk.do(command)
    assert desk.state.voting.ballots[AUDIENCE].phase is Phase.OPEN
    box.votes.append(("participant", '{"approve":[2]}'))
    desk.do(Redo())
    with pytest.raises(Stale, match="More votes have come in"):
        desk.do(Redo())
    desk.do(RevealResult(AUDIENCE))
    assert desk.state.voting.results[AUDIENCE].ballots == 2


def test_a_listener_that_fails_keeps_nobody_else_from_hearing() -> None:
    desk = desk_in_memory()
    heard: list[Published] = []

    def broken(published: Published) -> None:
        raise ValueError("a listener's own mistake")

    desk.subscribe(broken)
    desk.subscribe(heard.append)
    assert desk.do(StartDay()).version == 1
    assert [published.version for published in heard] == [1]


def test_nothing_from_before_an_erasure_can_be_brought_back() -> None:
    desk = desk_in_memory()
    desk.do(RemoveParticipant(3))
    desk.do(ErasePersonalData(), "script")
    with pytest.raises(UserError, match="nothing to undo"):
        desk.do(Undo())
    assert 3 not in desk.state.roster.people


def test_who_comes_back_by_undo_has_their_old_place_in_the_list() -> None:
    desk = desk_in_memory()
    before = [person.id for person in desk.state.roster.seated()]
    desk.do(RemoveParticipant(3))
    desk.do(Undo())
    assert [person.id for person in desk.state.roster.seated()] == before


def test_a_safety_copy_is_kept_for_what_is_done_and_not_for_what_is_refused() -> None:
    store = CopyingStore(a_state())
    desk = a_desk(BoxOfVotes(), store)
    desk.do(StartDay())
    with pytest.raises(UserError):
        desk.do(parse({"type": "put-agenda", "items": []}))
    assert store.copies == 0
    desk.do(PutPeople((replace(desk.state.roster.people[1], first_name="Eva"),)))
    assert store.copies == 1


class SolverDuring(PlainSolver):
    """Lets something happen while it searches."""

    def __init__(self) -> None:
        self.meanwhile: list[dict[str, object]] = []
        self.desk: Desk | None = None

    def form(self, people: Sequence[Person], rules: Rules, seed: int, seconds: float, current: Teams) -> Formation:
        for data in self.meanwhile:
            assert self.desk is not None
            self.desk.do(parse(data), "staff")
        return super().form(people, rules, seed, seconds, current)


@pytest.mark.parametrize(("meanwhile", "refused"), [("check-in", False), ("mark-absent", True)])
def test_teams_are_formed_while_people_are_checked_in_but_not_past_one_who_leaves(
    meanwhile: str, refused: bool
) -> None:
    solver = SolverDuring()
    desk = solver.desk = Desk(MemoryStore(a_state()), BoxOfVotes(), FakeClock(), repeatable_bytes(), solver)
    solver.meanwhile = [{"type": meanwhile, "participant": 3}]
    if refused:
        with pytest.raises(Stale):
            desk.do(FormTeams())
    else:
        desk.do(FormTeams())
    assert bool(desk.state.teams.teams) is not refused


def test_from_the_end_of_the_day_the_way_back_leads_to_the_item_before_it() -> None:
    desk = desk_in_memory()
    for _ in range(5):
        desk.do(Next())
    assert desk.state.run.ended_at is not None
    desk.do(Previous())
    assert desk.state.run.running is not None
    assert desk.state.run.running.item == RESULTS
    assert desk.state.run.ended_at is None


def test_a_ballot_outlives_the_item_it_was_tied_to() -> None:
    desk = desk_in_memory()
    desk.do(PutBallot(a_ballot()))
    desk.do(RemoveItem(VOTE))
    assert desk.state.voting.ballots[AUDIENCE].item is None
    desk.do(Undo())
    assert desk.state.voting.ballots[AUDIENCE].item == VOTE
    desk.do(OpenBallot(AUDIENCE))
    with pytest.raises(UserError, match="There has been a vote"):
        desk.do(RemoveItem(VOTE))

"""One way in, one way out: commands, events, undo."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.common.errors import NotFound, Stale, UserError
from facilitator.desk.commands import Redo, Undo
from facilitator.desk.events import BallotClosed, BallotOpened, Event, ItemEnded, ItemStarted, Published
from facilitator.desk.rundown import ItemState, rundown
from facilitator.desk.vocabulary import parse
from facilitator.stage.commands import Blank, Message, Show
from facilitator.stage.model import SceneName
from facilitator.teams.commands import FormTeams, MoveParticipant
from facilitator.timer.commands import AddTime, Next, Pause, StartDay
from facilitator.voting.commands import IssueCards, OpenBallot, PutBallot, RevealResult
from facilitator.voting.model import Phase, Role
from tests.desk.builders import AUDIENCE, END, TALK, VOTE, WELCOME, a_ballot, a_state, desk_in_memory
from tests.fakes import FakeClock


def test_the_day_runs_from_the_first_item_to_its_end() -> None:
    clock = FakeClock()
    desk = desk_in_memory(clock)
    desk.do(StartDay())
    for _ in range(4):
        clock.pass_(minutes=10)
        desk.do(Next())
    run = desk.state.run
    assert list(run.actuals) == [1, 2, 3, 4, 5]
    assert run.running is None
    assert run.ended_at == clock.wall
    with pytest.raises(UserError, match="The day has ended"):
        desk.do(Next())


def test_a_listener_hears_what_happened_after_it_was_saved() -> None:
    heard: list[Published] = []
    desk = desk_in_memory()
    desk.do(PutBallot(a_ballot()))
    stop = desk.subscribe(heard.append)
    desk.do(StartDay())
    desk.do(Next())
    desk.do(Next())
    events: tuple[Event, ...] = heard[-1].events
    assert events == (ItemEnded(TALK), ItemStarted(VOTE), BallotOpened(AUDIENCE))
    assert heard[-1].touched == {"run", "stage", "voting"}
    desk.do(Next())
    assert [event.ballot for event in heard[-1].events if isinstance(event, BallotClosed)] == [AUDIENCE]
    stop()
    desk.do(Pause())
    assert heard[-1].version == desk.version - 1


def test_a_refused_command_changes_nothing() -> None:
    desk = desk_in_memory()
    before = (desk.state, desk.version)
    for refused in ({"type": "next", "item": 3}, {"type": "pause"}, {"type": "open-ballot", "ballot": 7}):
        with pytest.raises(UserError):
            desk.do(parse(refused))
    assert (desk.state, desk.version) == before


def test_next_meant_for_another_item_is_refused_with_the_reason() -> None:
    desk = desk_in_memory()
    desk.do(StartDay())
    desk.do(Next(item=WELCOME))
    with pytest.raises(Stale, match="Another item has been started meanwhile"):
        desk.do(Next(item=WELCOME))


def test_undo_gives_the_clock_back_as_if_next_had_not_been_pressed() -> None:
    clock = FakeClock()
    desk = desk_in_memory(clock)
    desk.do(StartDay())
    clock.pass_(minutes=4)
    before = desk.state
    desk.do(Next())
    clock.pass_(seconds=20)
    desk.do(Undo())
    assert desk.state == before
    day = rundown(desk.state, clock.now())
    assert day.running is not None
    assert day.running.item.id == WELCOME
    assert day.remaining == (10 * 60 - 4 * 60 - 20) * 1000


def test_a_ballot_that_cannot_open_does_not_hold_up_the_agenda() -> None:
    desk = desk_in_memory()
    desk.do(PutBallot(a_ballot(source="questions")))
    for _ in range(3):
        outcome = desk.do(Next())
    assert rundown(desk.state, desk.clock.now()).row(VOTE).state is ItemState.RUNNING  # type: ignore[union-attr]  # it is there
    assert "nothing to vote for" in str(outcome.notices[0])


def test_opening_cannot_be_undone_once_somebody_voted() -> None:
    desk = desk_in_memory()
    desk.do(PutBallot(a_ballot()))
    desk.do(OpenBallot(AUDIENCE))
    desk._box.turnout = lambda ballot: 3  # type: ignore[method-assign]  # three have voted meanwhile
    with pytest.raises(UserError, match="3 votes have been cast"):
        desk.do(Undo())
    assert desk.state.voting.ballots[AUDIENCE].phase is Phase.OPEN


def test_what_the_host_blanked_stays_blank_until_the_host_wants_it_back() -> None:
    desk = desk_in_memory()
    desk.do(Show(SceneName.AGENDA))
    desk.do(Blank())
    desk.do(StartDay())
    assert desk.state.stage.scene == "blank"
    desk.do(Blank())
    assert desk.state.stage.scene == "agenda"


def test_a_reveal_before_the_close_is_refused() -> None:
    desk = desk_in_memory()
    desk.do(PutBallot(a_ballot()))
    desk.do(OpenBallot(AUDIENCE))
    with pytest.raises(Stale):
        desk.do(RevealResult(AUDIENCE))


def test_people_get_a_card_and_lose_it_with_their_place() -> None:
    desk = desk_in_memory()
    walk_in = desk.do(parse({"type": "add-walk-in", "name": "Ånna Wåhlin", "sector": "1", "quota": "agency"})).result
    cards = [card for card in desk.state.voting.cards.values() if card.participant == walk_in]
    assert len(cards) == 1
    assert desk.state.roster.people[walk_in].quota == 1
    desk.do(FormTeams())
    assert any(walk_in in team.members for team in desk.state.teams.teams.values())
    desk.do(parse({"type": "remove-participant", "participant": walk_in}))
    assert desk.state.voting.cards[cards[0].id].revoked
    assert not any(walk_in in team.members for team in desk.state.teams.teams.values())


def test_a_reference_is_as_good_as_an_id() -> None:
    desk = desk_in_memory()
    desk.do(parse({"type": "check-in", "participant": "P3"}))
    assert desk.state.roster.people[3].attendance == "checked-in"
    with pytest.raises(NotFound):
        desk.do(parse({"type": "check-in", "participant": "P99"}))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], "is an object"),
        ({"type": "fly"}, "no command “fly”"),
        ({"type": "next", "speed": 3}, "no field “speed”"),
        ({"type": "add-time"}, "cannot be understood"),
        ({"type": "add-time", "seconds": "60"}, "cannot be understood"),
        ({"type": "show", "scene": "fireworks"}, "cannot be understood"),
        ({"type": "start-item", "item": {"titel": "x"}}, "named by its id"),
        ({"type": "start-item", "item": {"title": "No such"}}, "no agenda item"),
    ],
)
def test_what_is_no_command_is_refused_with_the_reason(data: Any, words: str) -> None:
    with pytest.raises(UserError, match=words):
        desk_in_memory().do(parse(data))


def test_commands_from_many_threads_are_done_one_at_a_time() -> None:
    desk = desk_in_memory()
    desk.do(StartDay())
    versions: list[int] = []
    desk.subscribe(lambda published: versions.append(published.version))

    def press() -> None:
        for _ in range(20):
            desk.do(AddTime(60))

    threads = [threading.Thread(target=press) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert versions == list(range(2, 162))
    assert desk.state.run.running is not None
    assert desk.state.run.running.added == 160 * 60_000


DAY = [
    {"type": "start-day"},
    {"type": "next"},
    {"type": "previous"},
    {"type": "start-item", "item": TALK},
    {"type": "start-item", "item": END},
    {"type": "pause"},
    {"type": "resume"},
    {"type": "add-time", "seconds": 300},
    {"type": "add-time", "seconds": -60},
    {"type": "started-ago", "seconds": 30},
    {"type": "replan-apply", "option": 1},
    {"type": "check-in", "participant": 1},
    {"type": "mark-absent", "participant": 2},
    {"type": "add-walk-in", "name": "Örjan Ek", "sector": "2"},
    {"type": "change-participant", "participant": 3, "name": "Örjan Ask", "quota": 2, "accessible": True},
    {"type": "remove-participant", "participant": 4},
    {"type": "use-waiting-list", "on": True},
    {"type": "promote-waiting"},
    {"type": "release-seats", "quota": 1},
    {"type": "form-teams"},
    {"type": "move-participant", "participant": 3, "team": 1},
    {"type": "open-ballot", "ballot": 1},
    {"type": "close-ballot", "ballot": 1},
    {"type": "reveal-result", "ballot": 1},
    {"type": "show", "scene": "agenda"},
    {"type": "blank"},
    {"type": "message", "text": "Lunch!"},
    {"type": "move-item", "item": TALK, "position": 0},
    {"type": "issue-cards", "role": "jury", "names": ["Jury 1"]},
    {"type": "change-event", "title": "Another name"},
]


@given(st.lists(st.tuples(st.sampled_from(DAY), st.integers(0, 900)), min_size=1, max_size=25))
@settings(max_examples=150, deadline=None)
def test_undoing_everything_gives_the_beginning_back_and_redoing_the_end(acts: list[tuple[Any, int]]) -> None:
    clock = FakeClock()
    desk = desk_in_memory(clock)
    desk.do(PutBallot(a_ballot()))
    done = [desk.state]
    for data, wait in acts:
        clock.pass_(seconds=wait)
        try:
            outcome = desk.do(parse(data))
        except UserError:
            assert desk.state is done[-1]
            continue
        if outcome.state is not done[-1]:
            done.append(outcome.state)
    for state in reversed(done[:-1]):
        desk.do(Undo())
        assert desk.state == state
    for state in done[1:]:
        desk.do(Redo())
        assert desk.state == state


def test_undo_leaves_alone_what_phones_sent() -> None:
    desk = desk_in_memory()
    desk.do(Message("Lunch"))
    desk.do(IssueCards(Role.GUEST, ("Guest 1",)), "phone")
    desk.do(Undo())
    assert desk.state.stage.message == ""
    assert len(desk.state.voting.cards) == 1


def test_moving_by_hand_needs_a_team_that_exists() -> None:
    desk = desk_in_memory(state=a_state())
    with pytest.raises(NotFound):
        desk.do(MoveParticipant(1, 4))


def test_the_clock_follows_a_new_length_of_the_running_item() -> None:
    clock = FakeClock()
    desk = desk_in_memory(clock)
    desk.do(StartDay())
    clock.pass_(minutes=4)
    desk.do(parse({"type": "change-item", "item": WELCOME, "seconds": 900}))
    assert rundown(desk.state, clock.now()).remaining == 11 * 60_000
    desk.do(parse({"type": "change-item", "item": TALK, "seconds": 60}))
    assert rundown(desk.state, clock.now()).remaining == 11 * 60_000
    with pytest.raises(UserError, match="left on the clock"):
        desk.do(parse({"type": "change-item", "item": WELCOME, "seconds": 120}))
    desk.do(Undo())
    desk.do(Undo())
    assert rundown(desk.state, clock.now()).remaining == 6 * 60_000

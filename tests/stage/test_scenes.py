"""What the room sees: showing, preparing, taking, blanking."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.common.errors import NotFound, UserError
from facilitator.desk.commands import Redo, Undo
from facilitator.desk.desk import Desk
from facilitator.knowledge.model import Library, Question
from facilitator.stage import rules
from facilitator.stage.commands import Blank, Message, Prepare, Show, Take
from facilitator.stage.model import SceneName, Stage, View
from facilitator.voting.commands import PutBallot, RemoveBallot
from tests.desk.builders import a_ballot, a_state, desk_in_memory

CLOCK = View(SceneName.CLOCK)


@pytest.fixture
def desk() -> Desk:
    library = Library(questions={1: Question(1, "F1", "How do we find competence?")})
    return desk_in_memory(state=replace(a_state(), library=library))


def on_show(desk: Desk) -> View:
    return desk.state.stage.view


def test_a_scene_is_shown_with_what_it_names_and_nothing_else(desk: Desk) -> None:
    desk.do(Show(SceneName.TEAMS, sector=2, question="F1"))
    assert on_show(desk) == View(SceneName.TEAMS, sector=2)
    desk.do(Show(SceneName.QUESTION, question="F1"))
    assert on_show(desk) == View(SceneName.QUESTION, question="F1")
    desk.do(Show(SceneName.CLOCK))
    assert on_show(desk) == CLOCK


@pytest.mark.parametrize(
    "named", [{"ballot": 9}, {"sector": 9}, {"question": "F9"}, {"picture": 9}], ids=lambda named: next(iter(named))
)
@pytest.mark.parametrize("kind", [Show, Prepare])
def test_what_is_not_in_the_event_is_refused_with_what_to_do(
    desk: Desk, kind: type[Show | Prepare], named: dict[str, object]
) -> None:
    with pytest.raises(NotFound) as refusal:
        desk.do(kind(SceneName.TEAMS, **named))  # type: ignore[arg-type]  # one field at a time
    assert refusal.value.remedy is not None
    assert on_show(desk) == CLOCK
    assert desk.state.stage.prepared is None


def test_preparing_changes_nothing_in_the_room_until_it_is_taken(desk: Desk) -> None:
    desk.do(Prepare(SceneName.TEAMS, sector=1))
    assert on_show(desk) == CLOCK
    desk.do(Take())
    assert on_show(desk) == View(SceneName.TEAMS, sector=1)
    assert desk.state.stage.prepared is None
    desk.do(Undo())
    assert [on_show(desk), desk.state.stage.prepared] == [CLOCK, View(SceneName.TEAMS, sector=1)]
    desk.do(Redo())
    assert on_show(desk) == View(SceneName.TEAMS, sector=1)


def test_taking_with_nothing_prepared_is_refused_and_the_room_sees_what_it_saw(desk: Desk) -> None:
    desk.do(Show(SceneName.AGENDA))
    desk.do(Prepare(SceneName.TEAMS))
    desk.do(Prepare())
    with pytest.raises(UserError, match="No scene is prepared"):
        desk.do(Take())
    assert on_show(desk) == View(SceneName.AGENDA)


def test_what_was_prepared_and_is_gone_is_not_taken(desk: Desk) -> None:
    desk.do(PutBallot(a_ballot()))
    desk.do(Prepare(SceneName.BALLOT, ballot=1))
    desk.do(RemoveBallot(1))
    with pytest.raises(NotFound):
        desk.do(Take())
    assert on_show(desk) == CLOCK


def test_a_blank_room_stays_blank_while_a_scene_is_prepared_and_sees_it_when_it_is_taken(desk: Desk) -> None:
    desk.do(Blank())
    desk.do(Prepare(SceneName.AGENDA))
    assert on_show(desk) == View(SceneName.BLANK)
    desk.do(Take())
    assert on_show(desk) == View(SceneName.AGENDA)


def test_blank_shows_again_all_of_what_was_there(desk: Desk) -> None:
    desk.do(Show(SceneName.TEAMS, sector=2))
    desk.do(Blank())
    desk.do(Blank())
    assert on_show(desk) == View(SceneName.TEAMS, sector=2)


def test_showing_the_blank_scene_is_blanking(desk: Desk) -> None:
    desk.do(Show(SceneName.AGENDA))
    desk.do(Show(SceneName.BLANK))
    desk.do(Show(SceneName.BLANK))
    assert on_show(desk).scene is SceneName.BLANK
    desk.do(Blank())
    assert on_show(desk) == View(SceneName.AGENDA)


def test_a_message_leaves_what_is_prepared(desk: Desk) -> None:
    desk.do(Prepare(SceneName.AGENDA))
    desk.do(Message("Back at 13:00"))
    assert on_show(desk) == View(SceneName.MESSAGE)
    assert desk.state.stage.prepared == View(SceneName.AGENDA)


views = st.builds(
    View,
    st.sampled_from(SceneName),
    st.none() | st.integers(1, 3),
    st.none() | st.integers(1, 3),
    st.none() | st.sampled_from(["F1", "F2"]),
    st.none() | st.integers(1, 3),
)
stages = st.lists(views, max_size=3).map(
    lambda shown: next(iter(reversed([rules.show(Stage(), view) for view in shown])), Stage())
)


@given(stages, views)
def test_one_press_always_blanks_and_the_next_brings_back(stage: Stage, view: View) -> None:
    shown = rules.show(rules.prepare(stage, view), view)
    if shown.scene is SceneName.BLANK:
        return
    dark = rules.blank(shown)
    assert dark.scene is SceneName.BLANK
    assert rules.blank(dark).view == shown.view


@given(stages, views, st.booleans())
def test_what_is_taken_is_what_was_prepared(stage: Stage, view: View, dark: bool) -> None:
    prepared = rules.prepare(rules.blank(stage) if dark else stage, view)
    assert prepared.view.scene is (rules.blank(stage) if dark else stage).scene
    taken = rules.take(prepared)
    assert taken.scene is view.scene
    assert taken.prepared is None
    if view.scene is not SceneName.BLANK:
        assert taken.view == rules.tidy(view)

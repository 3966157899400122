"""What screens are told: the scene on show, and nothing that is not on show."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from facilitator.agenda.model import Kind
from facilitator.common.clock import Instant, Moment, Monotonic, minutes, seconds
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.knowledge.model import Library, Question
from facilitator.solutions.model import Solution, Solutions
from facilitator.stage.model import Picture, SceneName, Stage, View
from facilitator.timer.model import Pitching, PitchPhase, PitchQueue
from facilitator.timer.rules import pause
from facilitator.voting.model import Method, Phase, Result, Rule, Step, StepKind
from facilitator.web.documents import public_document
from facilitator.web.room_document import pictures_on_show, room_document, speaker_document
from facilitator.web.screen_texts import screen_texts

from .day import LABELS, day

PNG = b"\x89PNG\r\n\x1a\n"
SEATED = (SceneName.TEAMS, SceneName.FIND_TABLE)
CODED = (SceneName.BALLOT, SceneName.WELCOME, SceneName.NEXT_STEPS)


def full() -> State:
    """A day with something for every scene, each of it recognisable."""
    state = day()
    event = replace(state.event, wifi_name="NÄT", wifi_password="hemligt-wifi", welcome="Hej", next_steps="Vidare")
    queue = PitchQueue((2,), Pitching(1, PitchPhase.PITCH, started(state), minutes(2)))
    result = Result(
        state.voting.ballots[9].method, state.voting.ballots[9].rule, (11,), ((11,), (10, 12, 13)), 77, 1, {11: 55.0}
    )
    plan = replace(state.plan, items={**state.plan.items, 1: replace(state.plan.items[1], kind=Kind.PITCHES)})
    return replace(
        state,
        event=event,
        plan=plan,
        run=replace(state.run, pitches=queue),
        library=Library({}, {1: Question(1, "F1", "Frågan som ingen ännu sett?")}),
        solutions=Solutions({1: Solution(1, "Hemlig lösning")}),
        voting=replace(state.voting, results={9: result}),
        stage=Stage(
            pictures={1: Picture(1, "plan.png", PNG + b"1"), 2: Picture(2, "karta.png", PNG + b"2")},
            message="Ett sparat meddelande",
            prepared=View(SceneName.TEAMS),
        ),
    )


def started(state: State) -> Moment:
    assert state.run.running is not None
    return state.run.running.started


def told(state: State, scene: SceneName, ballot: int | None = None) -> str:
    shown = replace(state, stage=replace(state.stage, scene=scene, ballot=ballot))
    return msgspec.json.encode(room_document(shown, 1, started(state))).decode()


@pytest.mark.parametrize("scene", list(SceneName))
def test_only_what_is_on_show_is_told(scene: SceneName) -> None:
    text = told(full(), scene)
    assert ("Åsa1" in text) == (scene in SEATED)
    assert ("hemligt-wifi" in text) == (scene in CODED)
    assert ("Frågan som ingen" in text) == (scene is SceneName.QUESTION)
    assert ("Hemlig lösning" in text) == (scene is SceneName.PITCH)
    assert ("Ett sparat meddelande" in text) == (scene is SceneName.MESSAGE)
    assert "HOST-KEY" not in text
    assert "prepared" not in text
    assert "plan.png" not in text
    for card in full().voting.cards.values():
        assert card.secret not in text


def test_no_number_of_a_result_is_told_before_the_reveal() -> None:
    state = full()
    assert "55" not in told(state, SceneName.RESULTS, ballot=9)
    revealed = replace(state.voting.ballots[9], phase=Phase.REVEALED)
    shown = replace(state, voting=replace(state.voting, ballots={**state.voting.ballots, 9: revealed}))
    assert '"number":55.0' in told(shown, SceneName.RESULTS, ballot=9)


def test_results_of_several_groups_say_that_they_are_of_100_by_stated_shares() -> None:
    state = full()
    combined = replace(state.voting.results[9], steps=(Step(StepKind.COMBINED, ()),), numbers={11: 61.5, 10: 38.5})
    revealed = replace(state.voting.ballots[9], phase=Phase.REVEALED)
    voting = replace(state.voting, ballots={9: revealed}, results={9: combined})
    shown = replace(state, voting=voting, stage=replace(state.stage, scene=SceneName.RESULTS, ballot=9))
    document = room_document(shown, 1, started(state))["scene"]["result"]
    assert document["combined"] is True
    assert [row["number"] for row in document["rows"]] == [61.5, 38.5, None, None]
    assert screen_texts(Translator("en"))["unit_combined"] == "of 100, by stated shares"


@pytest.mark.parametrize(
    ("ranking", "unveiled", "places"),
    [
        (((10,), (11,), (12,), (13,)), 1, [(1, None), (2, None), (3, [2])]),
        (((10,), (11,), (12,), (13,)), 2, [(1, None), (2, [1]), (3, [2])]),
        (((10, 11), (12,), (13,)), 1, [(1, None), (3, [2])]),
        (((10,), (11, 12, 13)), 1, [(1, None), (2, [1, 2, 3])]),
    ],
)
def test_the_podium_tells_no_name_of_a_place_still_to_come(
    ranking: tuple[tuple[int, ...], ...], unveiled: int, places: list[tuple[int, list[int] | None]]
) -> None:
    state = full()
    closed = replace(state.voting.ballots[9], unveiled=unveiled)
    result = replace(state.voting.results[9], ranking=ranking, winners=ranking[0], numbers={10: 41.0, 11: 32.0})
    voting = replace(state.voting, ballots={9: closed}, results={9: result})
    shown = replace(state, voting=voting, stage=replace(state.stage, scene=SceneName.RESULTS, ballot=9))
    document = room_document(shown, 1, started(state))["scene"]
    assert "result" not in document
    assert document["podium"] == [
        {"place": place} | ({} if at is None else {"labels": [LABELS[each] for each in at]}) for place, at in places
    ]


def test_a_ballot_that_closes_by_itself_has_that_countdown_and_not_the_items() -> None:
    state = full()
    begun = started(state)
    open_until = replace(state.voting.ballots[1], closes_at=Instant(begun.wall + minutes(3)))
    voting = replace(state.voting, ballots={1: open_until})
    shown = replace(state, voting=voting, stage=replace(state.stage, scene=SceneName.BALLOT, ballot=1))
    scene = room_document(shown, 1, begun)["scene"]
    assert scene["closing"] == {"ends": begun.wall + minutes(3), "warning": minutes(1), "danger": seconds(15)}
    assert "day" not in scene
    endless = replace(shown, voting=replace(voting, ballots={1: replace(open_until, closes_at=None)}))
    scene = room_document(endless, 1, begun)["scene"]
    assert ("closing" in scene, "day" in scene) == (False, True)


def test_only_pictures_on_show_can_be_fetched() -> None:
    state = full()
    assert pictures_on_show(state) == {}
    shown = replace(state, stage=replace(state.stage, scene=SceneName.PICTURE, picture=2))
    assert [picture.id for picture in pictures_on_show(shown).values()] == [2]
    [key] = pictures_on_show(shown)
    assert room_document(shown, 1, started(state))["scene"]["picture"] == key
    branded = replace(state, event=replace(state.event, branding=replace(state.event.branding, logo=1)))
    assert [picture.id for picture in pictures_on_show(branded).values()] == [1]


def later(moment: Moment, by: int, wall_by: int = 0) -> Moment:
    return Moment(Instant(moment.wall + by + wall_by), Monotonic(moment.mono + by), moment.boot)


def test_the_end_of_a_countdown_is_told_to_the_millisecond_and_is_no_news_each_time() -> None:
    state = day()
    begun = started(state)

    def ends(now: Moment) -> int:
        shown = replace(state, stage=Stage(SceneName.CLOCK))
        ends: int = room_document(shown, 1, now)["scene"]["day"]["clock"]["ends"]
        return ends

    assert {ends(later(begun, past, wobble)) for past, wobble in ((0, 0), (61_017, 3), (2_900_001, -7))} == {
        begun.wall + minutes(50)
    }
    assert ends(later(begun, 60_000, 3_600_000)) == begun.wall + minutes(50) + 3_600_000, "the wall clock was set"


def test_a_held_clock_tells_what_is_left() -> None:
    state = replace(day(), stage=Stage(SceneName.CLOCK))
    held = replace(state, run=pause(state.run, later(started(state), minutes(20))))
    clock = room_document(held, 1, later(started(state), minutes(25)))["scene"]["day"]["clock"]
    assert (clock["left"], "ends" in clock) == (minutes(30), False)


def test_the_speaker_reads_a_message_only_while_the_room_does() -> None:
    state = full()
    begun = started(state)
    assert "message" not in speaker_document(state, 1, begun)
    shown = replace(state, stage=replace(state.stage, scene=SceneName.MESSAGE))
    assert speaker_document(shown, 1, begun)["message"] == "Ett sparat meddelande"
    assert "Åsa1" not in msgspec.json.encode(speaker_document(shown, 1, begun)).decode()


def test_phones_are_told_whose_turn_it_is_to_the_minute() -> None:
    state = full()
    pitches = public_document(state, 1, started(state))["pitches"]
    assert pitches["now"] == 1
    [[team, at]] = pitches["turns"]
    assert team == 2
    assert at % 60 == 0
    assert 0 < at * 1000 - started(state).wall < minutes(50)
    assert public_document(state, 1, later(started(state), seconds(5)))["pitches"] == pitches
    assert "pitches" not in public_document(day(), 1, started(state))


def test_every_method_and_every_rule_has_its_words() -> None:
    words = screen_texts(Translator("en"))
    for rule in Rule:
        assert f"unit_{rule}" in words
    for method in Method:
        assert f"{method}" in words or f"{method}Many" in words

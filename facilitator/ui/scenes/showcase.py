"""The day's telling moments, made from an event before its day: for the pictures of the guide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from facilitator.agenda.model import Item, Kind
from facilitator.common.clock import Duration, Instant, Moment, Monotonic, minutes
from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.desk.options import draw
from facilitator.desk.rundown import planned_slots
from facilitator.desk.state import State
from facilitator.stage.model import SceneName, Stage, View
from facilitator.timer.model import Actual, Pitching, PitchPhase, PitchQueue, Run, Running
from facilitator.timer.pitches import lot
from facilitator.voting.choices import Approvals, Choices, Dots, Places, Ranking, Scores, Single, Words
from facilitator.voting.model import AXIS_HIGHEST, AXIS_LOWEST, SCORE_HIGHEST, Ballot, Method, Option, Phase, Role
from facilitator.voting.tally import Cast, count

VOTERS = 68
"""Made-up votes on each ballot of the participants."""

JURORS = 5
"""Made-up votes on each ballot of the jury."""

_SEED = 360
_ANSWERS = ("Trust", "Time", "Money", "Mod")
_BOOT = "showcase"


@frozen
class Showpiece:
    """One picture: its name, the state and the moment that it shows, and how many have voted."""

    name: str
    state: State
    now: Moment
    turnout: int = 0


def showcase(state: State, message: str) -> Iterator[Showpiece]:
    """Every scene at a moment that shows it well, as far as the event has what it takes; the same on every run."""
    work = _longest(state, Kind.WORK) or _longest(state, *Kind)
    if work is not None:
        for name, minute in (("clock", work.length * 2 // 5), ("clock-last-minutes", work.length - minutes(3))):
            yield _at(_show(_running(state, work), SceneName.CLOCK), name, work, Duration(minute))
        over = Duration(work.length + minutes(4))
        yield _at(_show(_running(state, work), SceneName.CLOCK), "clock-over-time", work, over)
        yield _at(_show(_running(state, work), SceneName.AGENDA), "agenda", work, minutes(2))
        for view in _standing(state):
            shown = replace(_show(state, view.scene, message=message), run=_running(state, work).run)
            stage = replace(shown.stage, sector=view.sector, question=view.question, picture=view.picture)
            yield _at(replace(shown, stage=stage), _name(view), work, minutes(0))
    first = next(iter(state.plan.to_run()), None)
    if first is not None:
        yield _at(_show(state, SceneName.WELCOME), SceneName.WELCOME.value, first, minutes(-15))
    yield from _pitches(state)
    votes = _longest(state, Kind.VOTE) or work
    if votes is not None:
        yield from _ballots(state, votes)


def _standing(state: State) -> Iterator[View]:
    """What can be shown at any time of the day."""
    scenes = (SceneName.TEAMS, SceneName.FIND_TABLE, SceneName.QUESTION, SceneName.NEXT_STEPS, SceneName.MESSAGE)
    yield from map(View, scenes)
    yield View(SceneName.BLANK)
    for sector in list(state.roster.sectors)[:1]:
        yield View(SceneName.TEAMS, sector=sector)
    for question in list(state.library.questions.values())[:1]:
        yield View(SceneName.QUESTION, question=question.code)
    for picture in list(state.stage.pictures)[:1]:
        yield View(SceneName.PICTURE, picture=picture)


def _name(view: View) -> str:
    if view.sector is not None:
        return f"{view.scene}-sector"
    return f"{view.scene}-one" if view.question is not None else view.scene.value


def _pitches(state: State) -> Iterator[Showpiece]:
    """A third of the teams have pitched, in an order drawn by lot."""
    item = _longest(state, Kind.PITCHES)
    order = lot(state.teams.teams, _SEED)
    if item is None or not order:
        return
    begun = _running(state, item)
    done = len(order) // 3
    after = Duration(item.length // 3 + minutes(1))
    started = _moment(Instant(planned_slots(state)[item.id].start + item.length // 3))
    now = Pitching(order[done], PitchPhase.PITCH, started, minutes(2))
    queue = PitchQueue(order[done + 1 :], now, order[:done], seed=_SEED)
    shown = replace(_show(begun, SceneName.PITCH), run=replace(begun.run, pitches=queue))
    yield _at(shown, SceneName.PITCH.value, item, after)


def _ballots(state: State, during: Item) -> Iterator[Showpiece]:
    chance = Random(_SEED)
    for ballot in sorted(state.voting.ballots.values(), key=lambda ballot: ballot.position):
        try:
            ready = replace(ballot, options=draw(state, ballot), item=during.id)
        except UserError:
            continue  # nothing to vote for: no picture of it
        voters = JURORS if ballot.roles == (Role.JURY,) else VOTERS
        opened = _with(state, replace(ready, phase=Phase.OPEN))
        open_state = _show(_running(opened, during), SceneName.BALLOT, ballot.id)
        yield replace(_at(open_state, f"ballot-{ballot.id}", during, minutes(4)), turnout=voters - voters // 5)
        cast = [Cast(choices, role=ballot.roles[0]) for choices in made_up(ready, voters, chance)]
        revealed = _with(state, replace(ready, phase=Phase.REVEALED))
        results = {**revealed.voting.results, ballot.id: count(ready, cast)}
        counted = replace(revealed, voting=replace(revealed.voting, results=results))
        shown = _show(counted, SceneName.RESULTS, ballot.id)
        yield replace(_at(shown, f"results-{ballot.id}", during, during.length), turnout=voters)


def made_up(ballot: Ballot, voters: int, chance: Random) -> list[Choices]:
    """Votes as a room might cast them: some options are liked better than others."""
    liked = {option.id: chance.random() for option in ballot.options}
    return [_vote(ballot, liked, chance) for _ in range(voters)]


def _vote(ballot: Ballot, liked: dict[int, float], chance: Random) -> Choices:
    mood = {option.id: (liked[option.id] + 2 * chance.random()) / 3 for option in ballot.options}
    best = sorted(mood, key=lambda option: -mood[option])
    match ballot.method:
        case Method.SINGLE:
            return Single(best[0])
        case Method.APPROVAL:
            return Approvals(tuple(sorted(best[: ballot.most or 3])))
        case Method.RANKED:
            return Ranking(tuple(best[: ballot.most or 5]))
        case Method.SCORE:
            return Scores(tuple((option.id, _scores(ballot, mood[option.id], chance)) for option in ballot.options))
        case Method.DOTS:
            return Dots(tuple(sorted((option, 1) for option in best[: ballot.budget])))
        case Method.AXES:
            return Places(_places(ballot.options, mood, chance))
        case Method.TEXT:
            return Words(chance.choice(_ANSWERS))


def _scores(ballot: Ballot, mood: float, chance: Random) -> tuple[tuple[str, int], ...]:
    return tuple(
        (criterion.name, round(SCORE_HIGHEST * (3 * mood + chance.random()) / 4)) for criterion in ballot.criteria
    )


def _places(
    options: Sequence[Option], mood: dict[int, float], chance: Random
) -> tuple[tuple[int, tuple[int, int]], ...]:
    """Interest follows the mood; how feasible a thing is has little to do with that."""
    span = AXIS_HIGHEST - AXIS_LOWEST
    return tuple(
        (
            option.id,
            (
                AXIS_LOWEST + round(span * mood[option.id]),
                AXIS_LOWEST + round(span * (2 * Random(option.id).random() + chance.random()) / 3),
            ),
        )
        for option in options
    )


def _longest(state: State, *kinds: Kind) -> Item | None:
    items = [item for item in state.plan.to_run() if item.kind in kinds and item.length]
    return max(items, key=lambda item: item.length, default=None)


def _with(state: State, ballot: Ballot) -> State:
    return replace(state, voting=replace(state.voting, ballots={**state.voting.ballots, ballot.id: ballot}))


def _show(state: State, scene: SceneName, ballot: int | None = None, message: str = "") -> State:
    return replace(state, stage=Stage(scene, ballot, message, pictures=state.stage.pictures))


def _running(state: State, item: Item) -> State:
    """The item on the clock since its planned start; all before it ran as planned."""
    slots = planned_slots(state)
    actuals = {
        one.id: Actual(one.id, slots[one.id].start, slots[one.id].end)
        for one in state.plan.to_run()
        if one.position < item.position
    }
    actuals[item.id] = Actual(item.id, slots[item.id].start)
    return replace(state, run=Run(Running(item.id, _moment(slots[item.id].start), item.length), actuals))


def _at(state: State, name: str, item: Item, after: Duration) -> Showpiece:
    return Showpiece(name, state, _moment(Instant(planned_slots(state)[item.id].start + after)))


def _moment(wall: Instant) -> Moment:
    return Moment(wall, Monotonic(wall), _BOOT)

"""The scenes of the second version in every situation that looks different."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.common.clock import Moment
from facilitator.desk.state import State
from facilitator.stage.model import Picture, SceneName, View
from facilitator.timer.model import PitchPhase, PitchQueue
from tests.ui.scenes import fixtures as of
from tests.ui.scenes import more_fixtures as more

Situation = tuple[str, State, Moment]


def situations() -> Iterator[Situation]:
    """Each by name."""
    yield from _welcome()
    yield from _tables()
    yield from _questions()
    yield from _pitches()
    yield from _others()


def _welcome() -> Iterator[Situation]:
    empty, sample, extreme = of.empty_event(), of.sample_event(), of.extreme_event()
    scene, now = SceneName.WELCOME, of.at(8, 12)
    yield "welcome-empty", more.shown(empty, scene), now
    yield "welcome", more.shown(more.worded(sample), scene), now
    yield "welcome-plain", more.shown(sample, scene), now
    yield "welcome-logo", more.shown(more.worded(more.branded(sample)), scene), now
    yield "welcome-running", more.shown(of.running(more.branded(sample), 2, of.at(9, 0)), scene), of.at(9, 2)
    words = "\n".join([of.LONG] * 6 + [of.ENDLESS])
    yield "welcome-extreme", more.shown(replace(extreme, event=replace(extreme.event, welcome=words)), scene), now
    yield "next-steps", more.shown(more.worded(sample), SceneName.NEXT_STEPS), of.at(15, 40)
    yield "next-steps-empty", more.shown(empty, SceneName.NEXT_STEPS), of.at(15, 40)
    far = replace(extreme, event=replace(extreme.event, next_steps=words))
    yield "next-steps-extreme", more.shown(far, SceneName.NEXT_STEPS), of.at(15, 40)


def _tables() -> Iterator[Situation]:
    empty, sample, extreme = of.empty_event(), more.sectored(of.sample_event()), of.extreme_event()
    scene, now = SceneName.FIND_TABLE, of.at(10, 22)
    yield "find-table-empty", more.shown(empty, scene), now
    yield "find-table-1", more.shown(sample, scene), now
    yield "find-table-2", more.shown(sample, scene), of.at(10, 22, 13)
    yield "find-table-few", more.shown(more.crowd(7, 2), scene), now
    yield "find-table-20", more.shown(more.crowd(20, 4), scene), now
    yield "find-table-200", more.shown(more.branded(more.crowd(200, 24)), scene), now
    yield "find-table-extreme", more.shown(extreme, scene), now
    teams = SceneName.TEAMS
    yield "teams-24", more.shown(more.crowd(200, 24), teams), now
    yield "teams-sector", more.shown(sample, teams, View(teams, sector=3)), now
    nobody = replace(sample, roster=replace(sample.roster, people=of.sample_event().roster.people))
    yield "teams-sector-nobody", more.shown(nobody, teams, View(teams, sector=3)), now


def _questions() -> Iterator[Situation]:
    sample = more.questioned(of.sample_event())
    scene, now = SceneName.QUESTION, of.at(10, 30)
    yield "question-none", more.shown(of.empty_event(), scene), now
    yield "question", more.shown(sample, scene, View(scene, question="F1")), now
    yield "question-plain", more.shown(sample, scene, View(scene, question="F2")), now
    yield "question-only", more.shown(more.questioned(of.sample_event(), 1, "Vem saknas vid bordet?"), scene), now
    yield "questions", more.shown(sample, scene), now
    yield "questions-light", more.shown(more.branded(more.questioned(of.sample_event(), 3)), scene), now
    far = more.questioned(of.extreme_event(), 24, of.LONG + " " + of.ENDLESS)
    yield "question-extreme", more.shown(far, scene, View(scene, question="F1")), now
    yield "questions-extreme", more.shown(far, scene), now


def _pitches() -> Iterator[Situation]:
    sample = more.solved(of.sample_event())
    scene, since = SceneName.PITCH, of.at(14, 30)
    yield "pitch-none", more.shown(of.empty_event(), scene), since
    yield "pitch", more.shown(more.pitching(sample, since), scene), of.at(14, 30, 41)
    yield "pitch-light", more.shown(more.branded(more.pitching(sample, since)), scene), of.at(14, 31, 35)
    yield "pitch-over", more.shown(more.pitching(sample, since), scene), of.at(14, 32, 9)
    questions = more.pitching(sample, since, PitchPhase.QUESTIONS, 60)
    yield "pitch-questions", more.shown(questions, scene), of.at(14, 30, 55)
    change = more.pitching(sample, since, PitchPhase.CHANGE_OVER, 30, left=1)
    yield "pitch-change-over", more.shown(change, scene), of.at(14, 30, 5)
    last = more.pitching(of.sample_event(), since, left=0, paused=of.at(14, 31))
    yield "pitch-last-paused", more.shown(last, scene), of.at(14, 33)
    waiting = replace(sample, run=replace(sample.run, pitches=PitchQueue(tuple(range(1, 17)))))
    yield "pitch-first", more.shown(waiting, scene), since
    done = replace(sample, run=replace(sample.run, pitches=PitchQueue(done=tuple(range(1, 17)))))
    yield "pitch-done", more.shown(done, scene), since
    far = more.pitching(more.solved(of.sample_event(), of.LONG + of.ENDLESS), since, length=3600)
    yield "pitch-extreme", more.shown(far, scene), of.at(16, 30)
    called = replace(far, run=replace(far.run, pitches=PitchQueue((4, 5), done=(1,))))
    yield "pitch-extreme-called", more.shown(called, scene), since


def _others() -> Iterator[Situation]:
    sample, scene = of.sample_event(), SceneName.CLOCK
    work = of.running(sample, 10, of.at(10, 40))
    yield "clock-tracks", more.shown(more.tracks(work), scene), of.at(10, 50)
    yield "clock-tracks-many", more.shown(more.tracks(work, 5), scene), of.at(11, 18)
    yield "clock-nearly", more.shown(work, scene), of.at(11, 29, 20)
    yield "clock-light", more.shown(more.branded(work), scene), of.at(11, 26, 20)
    yield "agenda-light", more.shown(more.branded(work), SceneName.AGENDA), of.at(11, 26, 20)
    yield "teams-light", more.shown(more.branded(work), SceneName.TEAMS), of.at(11, 26, 20)
    yield (
        "message-light",
        replace(
            more.branded(of.on_show(sample, SceneName.MESSAGE, message="Lunch! Vi går vidare 12:27.")),
        ),
        of.at(11, 30),
    )
    prize = sample.voting.ballots[1]
    voting = more.branded(more.worded(of.running(of.opened(sample, prize), 16, of.at(15, 13))))
    yield "ballot-light", more.shown(voting, SceneName.BALLOT), of.at(15, 18, 40)
    counted = more.branded(of.revealed(sample, prize, of.approvals(16, 57)))
    yield "results-light", more.shown(counted, SceneName.RESULTS), of.at(15, 25)
    for name, size in (("wide", (3000, 400)), ("tall", (300, 2000)), ("slide", (1600, 900))):
        pictures = {1: Picture(1, name, more.png(*size))}
        state = replace(sample, stage=replace(sample.stage, pictures=pictures))
        view = View(SceneName.PICTURE, picture=1)
        yield f"picture-{name}", more.shown(state, SceneName.PICTURE, view), of.at(9, 0)
    yield "picture-none", more.shown(sample, SceneName.PICTURE), of.at(9, 0)
    broken = replace(sample, stage=replace(sample.stage, pictures={1: Picture(1, "broken", b"\x89PNG\r\n\x1a\n")}))
    view = View(SceneName.PICTURE, picture=1)
    yield "picture-broken", more.shown(broken, SceneName.PICTURE, view), of.at(9, 0)

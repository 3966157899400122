"""The pitch queue in words: a line for each team, how the time is shared, what the next press does."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from facilitator.common.clock import Duration
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, Translator, plural_text, text
from facilitator.desk.pitching import Pitches
from facilitator.desk.state import State
from facilitator.timer.model import PitchPhase, PitchQueue
from facilitator.ui.scenes import countdown
from facilitator.ui.wording import clock, digits

PITCH_PHASES: Mapping[PitchPhase, Text] = {
    PitchPhase.CHANGE_OVER: text("Change-over"),
    PitchPhase.PITCH: text("Pitch"),
    PitchPhase.QUESTIONS: text("Questions"),
}

NEARLY = 5_000
"""Milliseconds by which the pitches may miss the item's end without a word: what a whole second each leaves over."""


class Place(StrEnum):
    """Where a team stands."""

    ON_STAGE = "on stage"
    WAITING = "waiting"
    ABSENT = "absent"
    DONE = "done"


@frozen
class PitchLine:
    """One team in the queue; `turn` is when it will begin, or nothing for those who have had their turn."""

    team: int
    place: Place
    number: str
    name: str
    solution: str
    turn: str
    words: str


def pitch_lines(pitches: Pitches, state: State, tr: Translator) -> tuple[PitchLine, ...]:
    """Every team: who is on stage, who waits in order, who was not there, who is done."""
    queue = pitches.queue
    order: list[tuple[int, Place]] = [(queue.now.team, Place.ON_STAGE)] if queue.now else []
    order += [(team, Place.WAITING) for team in queue.waiting]
    order += [(team, Place.ABSENT) for team in queue.absent]
    order += [(team, Place.DONE) for team in reversed(queue.done)]
    said = {
        Place.WAITING: tr("Waiting"),
        Place.ABSENT: tr("Not there"),
        Place.DONE: tr("Has pitched"),
        Place.ON_STAGE: tr("On stage"),
    }
    lines = []
    waiting = 0
    for team, place in order:
        waiting += place is Place.WAITING
        words = said[place]
        if place is Place.WAITING and waiting == 1:
            words = tr("Next up")
        turn = pitches.turns.get(team)
        handed_in = state.solutions.solutions.get(team)
        lines.append(
            PitchLine(
                team,
                place,
                str(waiting) if place is Place.WAITING else "",
                tr("Team {number}", number=team),
                handed_in.title if handed_in else "",
                "" if turn is None else clock(turn, state.event.timezone),
                words,
            )
        )
    return tuple(lines)


def share_words(pitches: Pitches, state: State) -> Text:
    """How the time is shared: “11 teams left, 2:38 each to end at 15:13”, or when they will be done if that differs."""
    share, zone = pitches.share, state.event.timezone
    if share.teams == 0:
        return text("No team is left to pitch.")
    ends = clock(share.ends, zone)
    left = plural_text("{count} team left", "{count} teams left", share.teams)
    if share.each < 0:
        return text("{teams}; questions and change-overs alone run past {time}", teams=left, time=ends)
    if share.each == share.pitch or abs(share.finish - share.ends) <= NEARLY:
        return text("{teams}, {each} each to end at {time}", teams=left, each=minutes_seconds(share.pitch), time=ends)
    return text(
        "{teams}, {each} each: done at {finish}, planned {time}",
        teams=left,
        each=minutes_seconds(share.pitch),
        finish=clock(share.finish, zone),
        time=ends,
    )


def order_words(queue: PitchQueue) -> Text:
    """How the order came about."""
    if queue.seed is not None:
        return text("Drawn by lot, seed {seed}", seed=f"{queue.seed:06}")
    return text("Order set by hand") if queue.waiting != tuple(sorted(queue.waiting)) else text("By team number")


def stage_words(pitches: Pitches, tr: Translator) -> str:
    """Who is on stage, what they have left, and who comes then; empty while nobody is."""
    if pitches.on_stage is None or pitches.left is None:
        return ""
    words = tr(
        "Team {team} · {phase} {left}",
        team=pitches.on_stage.team,
        phase=tr.render(PITCH_PHASES[pitches.on_stage.phase]),
        left=digits(pitches.left),
    )
    if not pitches.queue.waiting:
        return tr("{now} · the last one", now=words)
    return tr("{now} · then team {team}", now=words, team=pitches.queue.waiting[0])


def next_words(queue: PitchQueue) -> Text | None:
    """What the next press does; None if there is nothing left to do."""
    if queue.now is not None:
        if queue.now.phase is PitchPhase.CHANGE_OVER:
            return text("Start the pitch")
        if queue.now.phase is PitchPhase.PITCH and queue.times.questions > 0:
            return text("Questions")
        if not queue.waiting:
            return text("The last one is done")
    if not queue.waiting:
        return None
    return text("Call team {team}", team=queue.waiting[0])


def minutes_seconds(length: Duration) -> str:
    """A length as 2:38."""
    return countdown.digits(round(length / 1000)).removeprefix("0")

"""What a second host needs while the day runs: who steers, what was overlooked, tracks, pitches, the next scene."""

from __future__ import annotations

from dataclasses import asdict

from facilitator.common.clock import Duration, Instant, Moment, whole_seconds
from facilitator.desk.due import missed
from facilitator.desk.forgotten import forgotten_start
from facilitator.desk.pitching import pitching
from facilitator.desk.state import State
from facilitator.timer.commands import ReachEnd, StartItem
from facilitator.timer.rules import remaining
from facilitator.timer.sharing import phase_left
from facilitator.web.documents import Document, when


def running_documents(state: State, now: Moment) -> Document:
    """The parts of the staff's state that are about steering the day."""
    steering = state.run.steering
    return {
        "steering": None if steering is None else {"by": steering.by, "at": when(state, steering.at)},
        "forgotten": _forgotten(state, now),
        "missed": _missed(state, now),
        "tracks": _tracks(state, now),
        "pitches": _pitches(state, now),
        "stage": _stage(state),
    }


def _stage(state: State) -> Document:
    """What the room sees, what is prepared to follow, and the pictures that can be shown."""
    stage = state.stage
    return asdict(stage.view) | {
        "message": stage.message,
        "prepared": None if stage.prepared is None else asdict(stage.prepared),
        "pictures": [{"id": picture.id, "name": picture.name} for picture in stage.pictures.values()],
    }


def _forgotten(state: State, now: Moment) -> Document | None:
    """The item that is due while nobody has pressed; `started-ago` with it puts that right."""
    found = forgotten_start(state, now)
    if found is None:
        return None
    return {"item": found.item, "title": state.plan.items[found.item].title, "due": when(state, found.due)}


def _missed(state: State, now: Moment) -> list[Document]:
    """What time would have done while nobody was awake: ends of items, and starts on tracks."""
    found: list[Document] = []
    for occasion in missed(state, now):
        command = occasion.command
        if isinstance(command, ReachEnd | StartItem) and isinstance(command.item, int):
            item = state.plan.items[command.item]
            does = item.at_end if isinstance(command, ReachEnd) else "start"
            found.append({"item": item.id, "title": item.title, "does": does, "at": when(state, occasion.at)})
    return found


def _tracks(state: State, now: Moment) -> list[Document]:
    """What runs beside the plenary; `ends_at` while its clock runs, `remaining` seconds while it is held."""
    items = state.plan.items
    found = [(items[one.item], one) for one in state.run.beside if one.item in items]
    found.sort(key=lambda pair: (pair[0].track, pair[0].position))
    return [
        {"item": item.id, "title": item.title, "track": item.track}
        | _clock(state, remaining(one, now), one.paused_at is not None, now)
        for item, one in found
    ]


def _pitches(state: State, now: Moment) -> Document | None:
    """The queue of those pitches that run or come next, with the time at which each team will begin."""
    pitches = pitching(state, now)
    if pitches is None:
        return None
    queue = pitches.queue
    stage: Document | None = None
    if queue.now is not None:
        held = queue.now.paused_at is not None
        stage = {"team": queue.now.team, "phase": queue.now.phase}
        stage |= _clock(state, phase_left(queue.now, now), held, now)
    return {
        "item": pitches.item,
        "running": pitches.running,
        "now": stage,
        "waiting": [{"team": team, "begins": when(state, pitches.turns.get(team))} for team in queue.waiting],
        "absent": list(queue.absent),
        "done": list(queue.done),
        "each_seconds": whole_seconds(pitches.share.each),
        "ends": when(state, pitches.share.ends),
        "titles": {str(one.team): one.title for one in state.solutions.solutions.values() if one.title.strip()},
    }


def _clock(state: State, left: Duration, held: bool, now: Moment) -> Document:
    document: Document = {"paused": held, "ends_at": None}
    if held:
        return document | {"remaining": whole_seconds(left)}
    return document | {"ends_at": when(state, Instant(now.wall + left))}

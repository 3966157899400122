"""What the room sees, for screens in browsers: the scene on show with what it shows, and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache

from facilitator.common.clock import Moment, iso, to_datetime
from facilitator.desk.pitching import pitching
from facilitator.desk.rundown import Rundown, rundown
from facilitator.desk.state import State
from facilitator.stage.model import Picture, SceneName
from facilitator.stage.pictures import MOST
from facilitator.voting.model import Phase
from facilitator.web.codes import code_document, wifi
from facilitator.web.documents import Document
from facilitator.web.room_clock import day_document, pitch_clock
from facilitator.web.room_lists import agenda_scene, find_table_scene, question_scene, teams_scene
from facilitator.web.room_votes import ballot_scene, results_scene

_VOTING = (Phase.DRAFT, Phase.OPEN)


def room_document(state: State, version: int, now: Moment, address: str | None = None) -> Document:
    """The scene on show and how it looks. `address` is the one that phones open, None if it is not known."""
    return _frame(state, version, now) | {"scene": {"name": state.stage.scene} | _scene(state, now, address)}


def speaker_document(state: State, version: int, now: Moment) -> Document:
    """What a speaker below the stage sees: the countdown, what is next, how late it is, the message, the pitches."""
    day = rundown(state, now)
    document = _frame(state, version, now) | {"day": day_document(state, day, now), "late": day.late}
    if state.stage.scene is SceneName.MESSAGE:
        document["message"] = state.stage.message.strip()
    pitches = pitching(state, now)
    if pitches is not None and pitches.running:
        document["pitches"] = pitch_scene(state, now)
    return document


def pictures_on_show(state: State) -> Mapping[str, Picture]:
    """The pictures that the room sees, the event's logo among them, by their keys in the documents."""
    numbers = [state.event.branding.logo]
    if state.stage.scene is SceneName.PICTURE:
        numbers.append(state.stage.picture)
    pictures = state.stage.pictures
    found = [pictures[number] for number in numbers if number is not None and number in pictures]
    return {_key(picture): picture for picture in found}


def pitch_scene(state: State, now: Moment) -> Document:
    """Who is on stage, with what, for how long, and who comes next."""
    queue = state.run.pitches
    document: Document = {
        "now": None,
        "next": _team(state, queue.waiting[0]) if queue.waiting else None,
        "left": queue.left,
        "done": len(queue.done),
    }
    if queue.now is not None:
        document["now"] = _team(state, queue.now.team) | {"phase": queue.now.phase}
        document["now"]["clock"] = pitch_clock(queue.now, now)
    shared = pitching(state, now)
    if shared is not None and shared.running:
        document["finish"] = shared.share.finish
    return document


def _frame(state: State, version: int, now: Moment) -> Document:
    """What every scene has round it. `offset` is what the event's local time is ahead of UTC, in milliseconds."""
    event, branding = state.event, state.event.branding
    ahead = to_datetime(now.wall, event.timezone).utcoffset()
    return {
        "version": version,
        "server_time": iso(now.wall, event.timezone),
        "event": {
            "title": event.title,
            "language": event.language,
            "offset": 0 if ahead is None else round(ahead.total_seconds() * 1000),
        },
        "look": {
            "theme": branding.theme,
            "primary": branding.primary,
            "accent": branding.accent,
            "logo": _key_of(state, branding.logo),
        },
    }


def _scene(state: State, now: Moment, address: str | None) -> Document:
    day = rundown(state, now)
    match state.stage.scene:
        case SceneName.BLANK:
            return {}
        case SceneName.CLOCK:
            return {"day": day_document(state, day, now), "place": state.event.place}
        case SceneName.AGENDA:
            return agenda_scene(state, day)
        case SceneName.TEAMS:
            return teams_scene(state)
        case SceneName.FIND_TABLE:
            return find_table_scene(state)
        case SceneName.QUESTION:
            return question_scene(state)
        case SceneName.PITCH:
            return pitch_scene(state, now)
        case SceneName.BALLOT:
            document = ballot_scene(state, day, now)
            voting = document["ballot"] is not None and document["ballot"]["phase"] in _VOTING
            return document | (_codes(state, address) if voting else {})
        case SceneName.RESULTS:
            return results_scene(state)
        case SceneName.MESSAGE:
            return {"words": state.stage.message.strip()}
        case SceneName.PICTURE:
            return {"picture": _key_of(state, state.stage.picture)}
        case SceneName.WELCOME:
            return _welcome(state, day, now) | _codes(state, address)
        case SceneName.NEXT_STEPS:
            return {"points": _points(state.event.next_steps)} | _codes(state, address)


def _welcome(state: State, day: Rundown, now: Moment) -> Document:
    event = state.event
    return {"place": event.place, "points": _points(event.welcome), "day": day_document(state, day, now)}


def _codes(state: State, address: str | None) -> Document:
    """What the codes are for: the page's address, and the Wi-Fi where the event has one."""
    event = state.event
    document: Document = {"address": address}
    if event.wifi_name:
        content = wifi(event.wifi_name, event.wifi_password)
        document["wifi"] = {"name": event.wifi_name, "password": event.wifi_password, "code": code_document(content)}
    return document


def _team(state: State, team: int) -> Document:
    solution = state.solutions.solutions.get(team)
    return {"team": team, "title": "" if solution is None else solution.title.strip()}


def _points(words: str) -> list[str]:
    """The host's words, a line a point."""
    return [line.strip() for line in words.splitlines() if line.strip()]


def _key_of(state: State, number: int | None) -> str | None:
    picture = None if number is None else state.stage.pictures.get(number)
    return None if picture is None else _key(picture)


def _key(picture: Picture) -> str:
    """Names the picture by what it shows, so that a browser may keep it and nobody finds another by counting."""
    return _digest(picture.data)


@lru_cache(maxsize=MOST)
def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]

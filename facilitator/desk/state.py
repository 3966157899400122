"""The state of the whole event: one slice a feature."""

from __future__ import annotations

from dataclasses import field, fields, replace
from typing import Any

from facilitator.agenda.model import Plan
from facilitator.common.change import Entry, difference
from facilitator.common.frozen import frozen
from facilitator.event.model import Event
from facilitator.knowledge.model import Library
from facilitator.participants.model import Roster
from facilitator.solutions.model import Solutions
from facilitator.stage.model import Stage
from facilitator.teams.model import Teams
from facilitator.timer.model import Run
from facilitator.voting.model import Voting


@frozen
class State:
    """Everything that is true of the event, but for the ballots cast, which lie in the ballot box."""

    event: Event
    plan: Plan = field(default_factory=Plan)
    run: Run = field(default_factory=Run)
    roster: Roster = field(default_factory=Roster)
    teams: Teams = field(default_factory=Teams)
    library: Library = field(default_factory=Library)
    solutions: Solutions = field(default_factory=Solutions)
    voting: Voting = field(default_factory=Voting)
    stage: Stage = field(default_factory=Stage)


SLICES = tuple(spec.name for spec in fields(State))

_UNRECORDED = frozenset({("roster", "needs")})
"""Fields of which the history keeps nothing: food and accessibility needs, which one action must be able to purge."""


def change(before: State, after: State) -> tuple[Entry, ...]:
    """What has to be replaced to get from one state to another."""
    entries: list[Entry] = []
    for name in SLICES:
        entries += difference(name, getattr(before, name), getattr(after, name))
    return tuple(entries)


def is_recorded(entry: Entry) -> bool:
    """Whether the history keeps the entry, so that undo can take it back."""
    return (entry.slice, entry.field) not in _UNRECORDED


def current(state: State, entry: Entry) -> Any:
    """The value that stands where the entry puts one; None if there is none."""
    value = getattr(getattr(state, entry.slice), entry.field)
    return value.get(_key(entry)) if entry.key else value


def apply(state: State, entries: tuple[Entry, ...]) -> State:
    """The state with the entries' `after` values in place."""
    for name in {entry.slice for entry in entries}:
        part = getattr(state, name)
        changed: dict[str, Any] = {}
        for entry in (entry for entry in entries if entry.slice == name):
            if not entry.key:
                changed[entry.field] = entry.after
                continue
            mapping = changed.setdefault(entry.field, dict(getattr(part, entry.field)))
            if entry.after is None:
                mapping.pop(_key(entry), None)
            else:
                mapping[_key(entry)] = entry.after
        for one, value in changed.items():
            if isinstance(value, dict) and not _kept_by_text(name, one):
                changed[one] = dict(sorted(value.items()))  # what came back takes its old place in the list
        state = replace(state, **{name: replace(part, **changed)})
    return state


def _key(entry: Entry) -> int | str:
    return entry.key if _kept_by_text(entry.slice, entry.field) else int(entry.key)


def _kept_by_text(name: str, field_name: str) -> bool:
    """Whether the entities of a field are kept by text: cards are, everything else by number."""
    return (name, field_name) == ("voting", "cards")

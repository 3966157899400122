"""Decides commands about the event's settings."""

from __future__ import annotations

from dataclasses import replace

from facilitator.desk.decision import Context, Decision
from facilitator.desk.state import State
from facilitator.desk.vocabulary import EventCommand
from facilitator.event import rules
from facilitator.event.commands import KeepPort


def decide(state: State, command: EventCommand, _context: Context) -> Decision:
    """What a command about the event comes to."""
    if isinstance(command, KeepPort):
        return Decision(replace(state, event=replace(state.event, port=command.port)))
    return Decision(replace(state, event=rules.change(state.event, command)))

"""Decides commands: each is answered with a new state, or refused. Pure functions, one module a feature."""

from __future__ import annotations

from dataclasses import replace

from facilitator.desk.deciders import agenda, content, event, people, pitches, stage, teams, timer, voting
from facilitator.desk.decision import TIME, Context, Decision
from facilitator.desk.state import State
from facilitator.desk.vocabulary import (
    AgendaCommand,
    Command,
    ContentCommand,
    EventCommand,
    HistoryCommand,
    PeopleCommand,
    PitchCommand,
    SlowCommand,
    StageCommand,
    TeamsCommand,
    TimerCommand,
)
from facilitator.timer.model import Steering


def decide(state: State, command: Command, context: Context) -> Decision:
    """What the command comes to.

    Raises:
        UserError: the command is refused.
        TypeError: the command is one that the desk itself must carry out (undo, redo, slow ones).
    """
    if isinstance(command, TimerCommand):
        return _steered(state, timer.decide(state, command, context), context)
    if isinstance(command, PitchCommand):
        return _steered(state, pitches.decide(state, command, context), context)
    if isinstance(command, AgendaCommand):
        return agenda.decide(state, command, context)
    if isinstance(command, PeopleCommand):
        return people.decide(state, command, context)
    if isinstance(command, TeamsCommand):
        return teams.decide(state, command, context)
    if isinstance(command, ContentCommand):
        return content.decide(state, command, context)
    if isinstance(command, StageCommand):
        return stage.decide(state, command, context)
    if isinstance(command, EventCommand):
        return event.decide(state, command, context)
    if isinstance(command, HistoryCommand | SlowCommand):
        raise TypeError(f"{type(command).__name__} is not decided here")
    return voting.decide(state, command, context)


def _steered(before: State, decision: Decision, context: Context) -> Decision:
    """The decision with who steers; what time itself does is nobody's steering."""
    if context.by == TIME or decision.state.run == before.run:
        return decision
    run = replace(decision.state.run, steering=Steering(context.by, context.now.wall))
    return replace(decision, state=replace(decision.state, run=run))

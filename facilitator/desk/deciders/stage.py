"""Decides commands about what the room sees."""

from __future__ import annotations

from dataclasses import replace

from facilitator.desk.decision import Context, Decision
from facilitator.desk.state import State
from facilitator.desk.vocabulary import StageCommand
from facilitator.stage import rules
from facilitator.stage.commands import Blank, Show
from facilitator.voting.rules import find_ballot


def decide(state: State, command: StageCommand, _context: Context) -> Decision:
    """What a command about the projector comes to."""
    if isinstance(command, Show):
        if command.ballot is not None:
            find_ballot(state.voting, command.ballot)
        return Decision(replace(state, stage=rules.show(state.stage, command.scene, command.ballot)))
    if isinstance(command, Blank):
        return Decision(replace(state, stage=rules.blank(state.stage)))
    return Decision(replace(state, stage=rules.message(state.stage, command.text)))

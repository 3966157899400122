"""Decides commands about the event's settings."""

from __future__ import annotations

from dataclasses import replace

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.desk.decision import Context, Decision
from facilitator.desk.erasure import erased
from facilitator.desk.state import State
from facilitator.desk.vocabulary import EventCommand
from facilitator.event import rules
from facilitator.event.commands import ErasePersonalData, KeepPort
from facilitator.stage.pictures import find_picture
from facilitator.voting.model import Phase


def decide(state: State, command: EventCommand, context: Context) -> Decision:
    """What a command about the event comes to."""
    if isinstance(command, KeepPort):
        return Decision(replace(state, event=replace(state.event, port=command.port)))
    if isinstance(command, ErasePersonalData):
        if any(ballot.phase is Phase.OPEN for ballot in state.voting.ballots.values()):
            raise UserError(text("A ballot is open."), text("Close it first; then personal data can be erased."))
        return Decision(erased(state, context.now.wall))
    if command.branding is not None and command.branding.logo is not None:
        find_picture(state.stage.pictures, command.branding.logo)
    return Decision(replace(state, event=rules.change(state.event, command)))

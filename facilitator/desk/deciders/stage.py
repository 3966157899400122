"""Decides commands about what the room sees."""

from __future__ import annotations

from dataclasses import replace

from facilitator.common.errors import NotFound
from facilitator.common.texts import text
from facilitator.desk.decision import Context, Decision
from facilitator.desk.state import State
from facilitator.desk.vocabulary import StageCommand
from facilitator.stage import pictures, rules
from facilitator.stage.commands import AddPicture, Blank, Message, Prepare, RemovePicture, Show, Take
from facilitator.stage.model import SceneName, View
from facilitator.voting.rules import find_ballot


def decide(state: State, command: StageCommand, _context: Context) -> Decision:
    """What a command about the projector comes to."""
    stage = state.stage
    match command:
        case Show(scene, ballot, sector, question, picture):
            stage = rules.show(stage, _checked(state, View(scene, ballot, sector, question, picture)))
        case Prepare(SceneName() as scene, ballot, sector, question, picture):
            stage = rules.prepare(stage, _checked(state, View(scene, ballot, sector, question, picture)))
        case Prepare():
            stage = rules.prepare(stage, None)
        case Take():
            if stage.prepared is not None:  # what it names may have been removed meanwhile
                _checked(state, stage.prepared)
            stage = rules.take(stage)
        case Blank():
            stage = rules.blank(stage)
        case Message():
            stage = rules.message(stage, command.text)
        case AddPicture():
            stage, added = pictures.add(stage, command.name, command.data)
            return Decision(replace(state, stage=stage), result=added.id)
        case RemovePicture():
            return Decision(_without_picture(state, command.picture))
    return Decision(replace(state, stage=stage))


def _checked(state: State, view: View) -> View:
    """The view, if everything that it names is in the event.

    Raises:
        NotFound: something is not.
    """
    if view.ballot is not None:
        find_ballot(state.voting, view.ballot)
    if view.sector is not None and view.sector not in state.roster.sectors:
        raise NotFound(
            text("There is no sector {sector} in this event.", sector=view.sector),
            text("Choose one of its sectors, or show all teams."),
        )
    if view.question is not None and state.library.question(view.question) is None:
        raise NotFound(
            text("There is no question “{code}” in this event.", code=view.question),
            text("Choose one of its questions by its code."),
        )
    if view.picture is not None:
        pictures.find_picture(state.stage.pictures, view.picture)
    return view


def _without_picture(state: State, number: int) -> State:
    """The state without the picture; as the logo it is taken off too."""
    stage = pictures.remove(state.stage, number)
    branding = state.event.branding
    if branding.logo == number:
        branding = replace(branding, logo=None)
    return replace(state, stage=stage, event=replace(state.event, branding=branding))

"""Which views of a scene a host can choose between: a ballot, a sector, a question, a picture."""

from __future__ import annotations

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.desk.state import State
from facilitator.stage.model import SceneName, View
from facilitator.voting.model import Ballot, Phase

OFFERED = (
    SceneName.WELCOME,
    SceneName.CLOCK,
    SceneName.AGENDA,
    SceneName.TEAMS,
    SceneName.FIND_TABLE,
    SceneName.QUESTION,
    SceneName.PITCH,
    SceneName.BALLOT,
    SceneName.RESULTS,
    SceneName.NEXT_STEPS,
    SceneName.MESSAGE,
    SceneName.PICTURE,
)
"""The scenes in the order in which a day needs them; the blank one has a key of its own."""


@frozen
class Offer:
    """A view, and what it is called among those of the same scene."""

    words: Text
    view: View


def offers(state: State, scene: SceneName) -> tuple[Offer, ...]:
    """The views of a scene, the usual one first; none if the event has nothing that the scene could show."""
    match scene:
        case SceneName.TEAMS:
            sectors = sorted(state.roster.sectors.values(), key=lambda sector: sector.position)
            each = (Offer(_name(one.name), View(scene, sector=one.id)) for one in sectors)
            return (Offer(text("All teams"), View(scene)), *each)
        case SceneName.QUESTION:
            return tuple(
                Offer(text("{code} {words}", code=one.code, words=one.text), View(scene, question=one.code))
                for one in state.library.questions.values()
            )
        case SceneName.PICTURE:
            return tuple(Offer(_name(one.name), View(scene, picture=one.id)) for one in state.stage.pictures.values())
        case SceneName.BALLOT | SceneName.RESULTS:
            return (Offer(text("The latest ballot"), View(scene)), *_ballots(state, scene))
        case SceneName.MESSAGE:
            return (Offer(text("The message"), View(scene)),) if state.stage.message else ()
        case _:
            return (Offer(text("As it is"), View(scene)),)


def details(state: State, view: View) -> Text | None:
    """What a view shows besides its scene; None if it shows the usual, or what is no longer there."""
    if view == View(view.scene):
        return None
    return next((each.words for each in offers(state, view.scene) if each.view == view), None)


def _ballots(state: State, scene: SceneName) -> tuple[Offer, ...]:
    def shown(ballot: Ballot) -> bool:
        return ballot.phase is Phase.REVEALED if scene is SceneName.RESULTS else ballot.phase is not Phase.DRAFT

    listed = sorted(state.voting.ballots.values(), key=lambda ballot: ballot.position)
    return tuple(Offer(_name(one.title), View(scene, ballot=one.id)) for one in listed if shown(one))


def _name(words: str) -> Text:
    return text("{name}", name=words)

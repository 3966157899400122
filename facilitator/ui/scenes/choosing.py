"""Which scene the stage asks for."""

from __future__ import annotations

from facilitator.stage.model import SceneName
from facilitator.ui.scenes.agenda import AgendaScene
from facilitator.ui.scenes.ballot import BallotScene
from facilitator.ui.scenes.blank import BlankScene
from facilitator.ui.scenes.clock import ClockScene
from facilitator.ui.scenes.message import MessageScene
from facilitator.ui.scenes.results import ResultsScene
from facilitator.ui.scenes.scene import Scene
from facilitator.ui.scenes.teams import TeamsScene
from facilitator.ui.scenes.view import SceneView


def scene_for(view: SceneView) -> Scene:
    """The scene on show."""
    match view.state.stage.scene:
        case SceneName.BLANK:
            return BlankScene()
        case SceneName.CLOCK:
            return ClockScene()
        case SceneName.AGENDA:
            return AgendaScene()
        case SceneName.TEAMS:
            return TeamsScene()
        case SceneName.BALLOT:
            return BallotScene()
        case SceneName.RESULTS:
            return ResultsScene()
        case SceneName.MESSAGE:
            return MessageScene()

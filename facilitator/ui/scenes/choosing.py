"""Which scene the stage asks for. Each is loaded when it is first shown: the console starts with one of them."""

from __future__ import annotations

from facilitator.stage.model import SceneName
from facilitator.ui.scenes.scene import Scene
from facilitator.ui.scenes.view import SceneView


def scene_for(view: SceneView) -> Scene:
    """The scene on show."""
    match view.state.stage.scene:
        case SceneName.BLANK:
            from facilitator.ui.scenes.blank import BlankScene

            return BlankScene()
        case SceneName.CLOCK:
            from facilitator.ui.scenes.clock import ClockScene

            return ClockScene()
        case SceneName.AGENDA:
            from facilitator.ui.scenes.agenda import AgendaScene

            return AgendaScene()
        case SceneName.TEAMS:
            from facilitator.ui.scenes.teams import TeamsScene

            return TeamsScene()
        case SceneName.BALLOT:
            from facilitator.ui.scenes.ballot import BallotScene

            return BallotScene()
        case SceneName.RESULTS:
            from facilitator.ui.scenes.results import ResultsScene

            return ResultsScene()
        case SceneName.MESSAGE:
            from facilitator.ui.scenes.message import MessageScene

            return MessageScene()
        case SceneName.WELCOME:
            from facilitator.ui.scenes.welcome import WelcomeScene

            return WelcomeScene()
        case SceneName.FIND_TABLE:
            from facilitator.ui.scenes.find_table import FindTableScene

            return FindTableScene()
        case SceneName.QUESTION:
            from facilitator.ui.scenes.question import QuestionScene

            return QuestionScene()
        case SceneName.PITCH:
            from facilitator.ui.scenes.pitch import PitchScene

            return PitchScene()
        case SceneName.NEXT_STEPS:
            from facilitator.ui.scenes.next_steps import NextStepsScene

            return NextStepsScene()
        case SceneName.PICTURE:
            from facilitator.ui.scenes.picture import PictureScene

            return PictureScene()

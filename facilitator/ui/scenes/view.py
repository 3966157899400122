"""Everything that a scene is painted from; no scene reads anything else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from facilitator.common.clock import Moment
from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.stage.model import Picture


@frozen
class SceneView:
    """What is shown, when, and in whose language.

    `turnouts` says how many have voted, by ballot; `address` is the one that phones open, None while no phone can
    reach the program.
    """

    state: State
    now: Moment
    tr: Translator
    turnouts: Mapping[int, int] = field(default_factory=dict)
    address: str | None = None

    @property
    def logo(self) -> Picture | None:
        """The event's logo, if it has one."""
        number = self.state.event.branding.logo
        return None if number is None else self.state.stage.pictures.get(number)

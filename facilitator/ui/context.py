"""What every page is given."""

from __future__ import annotations

from facilitator.common.clock import Clock
from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.ui.controls import Controls
from facilitator.ui.ports import Surroundings
from facilitator.ui.preferences import Preferences
from facilitator.ui.room import Room
from facilitator.ui.theme import Theme


@frozen
class Context:
    """The host's tools: commands, language, time, look, what stands around the console, and what the room sees."""

    controls: Controls
    tr: Translator
    clock: Clock
    theme: Theme
    around: Surroundings
    room: Room
    preferences: Preferences

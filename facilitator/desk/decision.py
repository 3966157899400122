"""What deciding takes and gives."""

from __future__ import annotations

from typing import Any

from facilitator.common.clock import Moment
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text
from facilitator.desk.events import Event
from facilitator.desk.ports import BallotBox, Randomness
from facilitator.desk.state import State

TIME = "clock"
"""Who sends the commands that time itself gives; see `facilitator.desk.due`."""


@frozen
class Context:
    """What a decision may ask for besides the state: the time, randomness, the ballots cast, and who asks."""

    now: Moment
    random: Randomness
    box: BallotBox
    by: str = "host"


@frozen
class Decision:
    """What a command comes to: the new state, what happened, an answer for the sender, and words for the host."""

    state: State
    events: tuple[Event, ...] = ()
    result: Any = None
    notices: tuple[Text, ...] = ()

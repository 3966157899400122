"""What happens during a rehearsed day: a command at a time."""

from __future__ import annotations

from facilitator.common.clock import Instant
from facilitator.common.frozen import frozen
from facilitator.desk.vocabulary import Command


@frozen
class Happening:
    """A command, and when it is due; without a command, time just passes until then, and does what it does itself."""

    at: Instant
    command: Command | None

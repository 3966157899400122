"""What happens during a rehearsed day: a command at a time."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.common.clock import Instant
from facilitator.desk.vocabulary import Command


@dataclass(frozen=True, slots=True)
class Happening:
    """A command, and when it is due."""

    at: Instant
    command: Command

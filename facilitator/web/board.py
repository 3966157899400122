"""What the child knows of the event: the latest that the app has told it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone

import msgspec

from facilitator.voting.model import Card
from facilitator.web.messages import Private, RollMessage, StateMessage


class Board:
    """The latest state and roll. Used from the server's one thread."""

    def __init__(self, wall: Callable[[], float]) -> None:
        """`wall` gives the seconds since 1970 by this computer's clock."""
        self._wall = wall
        self._ahead = timedelta()
        self._zone: timezone | None = None
        self._members = b"}"
        self._staff: dict[str, object] = {}
        self.tag = ""
        self.title = ""
        self.private = Private()
        self.cards: Mapping[str, Card] = {}

    @property
    def told(self) -> bool:
        """Whether there is a state to show."""
        return bool(self.tag)

    def take_state(self, message: StateMessage) -> None:
        """The event has changed.

        The documents carry the app's time, which in a rehearsal is not this computer's: the difference is kept.
        """
        public = msgspec.json.decode(message.public, type=dict[str, msgspec.Raw])
        told_at = datetime.fromisoformat(msgspec.json.decode(public.pop("server_time"), type=str))
        self._zone = timezone(told_at.utcoffset() or timedelta())
        self._ahead = told_at - self._here()
        self._members = msgspec.json.encode(public)[1:]
        self._staff = msgspec.json.decode(message.staff)
        self.title = str(msgspec.json.decode(public["event"], type=dict[str, object]).get("title", ""))
        self.private = message.private
        self.tag = f"{message.version}-{zlib.crc32(self._members):08x}"

    def take_roll(self, message: RollMessage) -> None:
        """The roll has changed."""
        self.cards = {card.id: card for card in message.cards}

    def public(self) -> bytes:
        """The public document as it is to be sent now."""
        return b'{"server_time":' + msgspec.json.encode(self._time()) + b"," + self._members

    def staff(self, turnouts: Mapping[int, int]) -> bytes:
        """The staff's document as it is to be sent now, with the turnout as the box has it."""
        ballots = self._staff.get("ballots")
        counted = [
            {**ballot, "turnout": {**ballot["turnout"], "cast": turnouts.get(ballot["id"], 0)}}
            for ballot in (ballots if isinstance(ballots, list) else [])
        ]
        return msgspec.json.encode({**self._staff, "server_time": self._time(), "ballots": counted})

    def _time(self) -> str:
        return (self._here() + self._ahead).isoformat(timespec="milliseconds")

    def _here(self) -> datetime:
        return datetime.fromtimestamp(self._wall(), self._zone)

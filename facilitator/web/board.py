"""What the child knows of the event: the latest that the app has told it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

import msgspec

from facilitator.voting.model import Card
from facilitator.web.messages import PicturesMessage, Private, RollMessage, StateMessage
from facilitator.web.sheet import Sheet

ON_THE_WAY = timedelta(seconds=1)
"""What the app's time may lie behind without being another time: a state takes a moment from process to process."""


class Board:
    """The latest state and roll. Used from the server's one thread."""

    def __init__(self, wall: Callable[[], float]) -> None:
        """`wall` gives the seconds since 1970 by this computer's clock."""
        self._wall = wall
        self._ahead = timedelta()
        self._zone: timezone | None = None
        self._version = 0
        self._public, self._room, self._speaker = Sheet(), Sheet(), Sheet()
        self._scene: dict[str, Any] = {}
        self._turnouts: Mapping[int, int] = {}
        self._staff: dict[str, object] = {}
        self.title = ""
        self.address: str | None = None
        self.private = Private()
        self.cards: Mapping[str, Card] = {}
        self.pictures: Mapping[str, bytes] = {}

    @property
    def told(self) -> bool:
        """Whether there is a state to show."""
        return bool(self.tag)

    @property
    def tag(self) -> str:
        """Changes whenever the public document does."""
        return self._public.tag

    @property
    def room_tag(self) -> str:
        """Changes whenever what the room sees does."""
        return self._room.tag

    @property
    def speaker_tag(self) -> str:
        """Changes whenever what the speaker sees does."""
        return self._speaker.tag

    def take_state(self, message: StateMessage) -> None:
        """The event has changed.

        The documents carry the app's time, which in a rehearsal is not this computer's: the difference is kept.
        """
        public, speaker = (msgspec.json.decode(part, type=dict[str, Any]) for part in (message.public, message.speaker))
        told_at = datetime.fromisoformat(public.pop("server_time"))
        self._zone = timezone(told_at.utcoffset() or timedelta())
        ahead = told_at - self._here()
        self._ahead = timedelta() if abs(ahead) < ON_THE_WAY else ahead
        self._version = message.version
        self._public.take(message.version, public)
        self._speaker.take(message.version, _without_time(speaker))
        self._scene = _without_time(msgspec.json.decode(message.room, type=dict[str, Any]))
        self.address = self._scene["scene"].get("address")
        self._draw()
        self._staff = msgspec.json.decode(message.staff)
        self.title = str(public["event"].get("title", ""))
        self.private = message.private

    def take_turnouts(self, turnouts: Mapping[int, int]) -> None:
        """More have voted; the room sees how many where the ballot is on show."""
        self._turnouts = turnouts
        if self.told:
            self._draw()

    def take_roll(self, message: RollMessage) -> None:
        """The roll has changed."""
        self.cards = {card.id: card for card in message.cards}

    def take_pictures(self, message: PicturesMessage) -> None:
        """The room sees other pictures."""
        self.pictures = message.pictures

    def public(self) -> bytes:
        """The public document as it is to be sent now."""
        return self._public.at(self.time())

    def room(self) -> bytes:
        """What the room sees, as it is to be sent now."""
        return self._room.at(self.time())

    def speaker(self) -> bytes:
        """What the speaker sees, as it is to be sent now."""
        return self._speaker.at(self.time())

    def staff(self, turnouts: Mapping[int, int]) -> bytes:
        """The staff's document as it is to be sent now, with the turnout as the box has it."""
        ballots = self._staff.get("ballots")
        counted = [
            {**ballot, "turnout": {**ballot["turnout"], "cast": turnouts.get(ballot["id"], 0)}}
            for ballot in (ballots if isinstance(ballots, list) else [])
        ]
        return msgspec.json.encode({**self._staff, "server_time": self.time(), "ballots": counted})

    def time(self) -> str:
        """The app's time now, ISO 8601 to the millisecond."""
        return (self._here() + self._ahead).isoformat(timespec="milliseconds")

    def _draw(self) -> None:
        """Put what the room sees on its sheet, with the turnout as the box has it."""
        scene = self._scene["scene"]
        turnout = scene.get("turnout")
        if turnout is not None:
            scene = scene | {"turnout": turnout | {"cast": self._turnouts.get(turnout["ballot"], 0)}}
        self._room.take(self._version, self._scene | {"scene": scene})

    def _here(self) -> datetime:
        return datetime.fromtimestamp(self._wall(), self._zone)


def _without_time(document: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name != "server_time"}

"""What the app and the phone server's process say to each other: JSON lines on the child's stdin and stdout.

Secrets travel here and nowhere else; a pipe between two processes of one user is as private as their memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import TypeAlias

import msgspec

from facilitator.common.frozen import frozen
from facilitator.event.network import SelfTest
from facilitator.voting.model import Ballot, Card


@frozen
class Person:
    """What a participant's own phone shows about them."""

    name: str
    team: int | None = None
    table: str = ""


@frozen
class Private:
    """What the server needs to know and phones never see.

    `ballots` are all of them, drafts too; `people` by participant id; `staff_key` opens the staff requests (empty: none
    does); `hosts` are names, besides IP addresses, by which phones may reach the server; `language` is the event's.
    """

    ballots: Mapping[int, Ballot] = field(default_factory=dict)
    people: Mapping[int, Person] = field(default_factory=dict)
    staff_key: str = field(default="", repr=False)
    hosts: tuple[str, ...] = ()
    language: str = "sv"


class StateMessage(msgspec.Struct, frozen=True, tag="state", tag_field="kind"):
    """The event as it stands: the documents of the public, the staff, the room's screens and the speaker's, and what
    checking votes takes. The latest counts."""

    version: int
    public: msgspec.Raw
    staff: msgspec.Raw
    room: msgspec.Raw
    speaker: msgspec.Raw
    private: Private


class PicturesMessage(msgspec.Struct, frozen=True, tag="pictures", tag_field="kind"):
    """The pictures that the room sees, PNG or JPEG, by the keys under which documents name them. Sent before those."""

    pictures: Mapping[str, bytes]


class RollMessage(msgspec.Struct, frozen=True, tag="roll", tag_field="kind"):
    """The electoral roll: every voting card, revoked ones too. Sent first, and again when it has changed."""

    cards: tuple[Card, ...]


class AnswerMessage(msgspec.Struct, frozen=True, tag="answer", tag_field="kind"):
    """What came of a command; `body` goes to the phone as it is."""

    id: int
    status: int
    body: msgspec.Raw


ToChild: TypeAlias = StateMessage | PicturesMessage | RollMessage | AnswerMessage


class FailReason(StrEnum):
    """Why a child could not serve."""

    PORT_IN_USE = "port-in-use"
    PORT_FORBIDDEN = "port-forbidden"
    NO_SUCH_ADDRESS = "no-such-address"
    EVENT_FILE = "event-file"
    OTHER = "other"


class ReadyMessage(msgspec.Struct, frozen=True, tag="ready", tag_field="kind"):
    """The server answers phones from now on."""

    port: int
    pid: int


class CommandMessage(msgspec.Struct, frozen=True, tag="command", tag_field="kind"):
    """A command from a staff phone, to be answered under the same id, with texts in `language`."""

    id: int
    do: msgspec.Raw
    by: str
    language: str


class TurnoutMessage(msgspec.Struct, frozen=True, tag="turnout", tag_field="kind"):
    """How many have voted, per ballot."""

    ballots: Mapping[int, int]


class PhonesMessage(msgspec.Struct, frozen=True, tag="phones", tag_field="kind"):
    """How many phones have their live stream open, and how many of them came by which of this computer's addresses."""

    count: int
    by: Mapping[str, int]


class SelfTestMessage(msgspec.Struct, frozen=True, tag="self-test", tag_field="kind"):
    """What a phone found that has tested the way here."""

    result: SelfTest


class FailedMessage(msgspec.Struct, frozen=True, tag="failed", tag_field="kind"):
    """The child cannot serve, and ends."""

    reason: FailReason
    detail: str


FromChild: TypeAlias = ReadyMessage | CommandMessage | TurnoutMessage | PhonesMessage | SelfTestMessage | FailedMessage

_to_child: msgspec.json.Decoder[ToChild] = msgspec.json.Decoder(ToChild)
_from_child: msgspec.json.Decoder[FromChild] = msgspec.json.Decoder(FromChild)


def encode(message: ToChild | FromChild) -> bytes:
    """The message as one line."""
    return msgspec.json.encode(message) + b"\n"


def decode_to_child(line: bytes) -> ToChild:
    """The message that the app sent.

    Raises:
        msgspec.DecodeError: the line is none of them.
    """
    return _to_child.decode(line)


def decode_from_child(line: bytes) -> FromChild:
    """The message that the child sent.

    Raises:
        msgspec.DecodeError: the line is none of them.
    """
    return _from_child.decode(line)

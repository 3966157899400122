"""The one vocabulary of commands, for buttons, staff phones and scripts, and their JSON form.

A command's type name is its class name in kebab case: `AddTime(60)` is `{"type": "add-time", "seconds": 60}`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import fields, replace
from typing import Any, get_args

import msgspec

from facilitator.agenda.commands import (
    AddItem,
    ChangeItem,
    ChangeItems,
    CutItem,
    CutItems,
    InsertItems,
    MoveItem,
    MoveItems,
    PutAgenda,
    RemoveItem,
    RemoveItems,
    ReplanApply,
    ReplanPreview,
)
from facilitator.common.errors import Unreadable
from facilitator.common.texts import text
from facilitator.desk.commands import Redo, Undo
from facilitator.event.commands import ChangeEvent, ErasePersonalData, KeepPort
from facilitator.knowledge.commands import PutKnowledge
from facilitator.participants.commands import (
    AddWalkIn,
    ChangeParticipant,
    CheckIn,
    MarkAbsent,
    PromoteWaiting,
    PurgeNeeds,
    PutNeeds,
    PutPeople,
    PutQuota,
    PutSector,
    ReleaseSeats,
    RemoveParticipant,
    RemoveQuota,
    RemoveSector,
    UndoCheckIn,
    UseNeeds,
    UseWaitingList,
)
from facilitator.solutions.commands import PutSolutions
from facilitator.stage.commands import AddPicture, Blank, Message, Prepare, RemovePicture, Show, Take
from facilitator.teams.commands import (
    FormTeams,
    LockParticipant,
    LockTeam,
    MoveParticipant,
    RepairTeams,
    SeatRounds,
    SeatTeams,
    SwapParticipants,
    Unseat,
)
from facilitator.timer.commands import (
    AddTime,
    DrawPitches,
    EndTrack,
    Next,
    NextPitch,
    OrderPitches,
    Pause,
    PitchAbsent,
    Previous,
    ReachEnd,
    RequeuePitch,
    Resume,
    SetPitchTimes,
    SkipToTeam,
    StartDay,
    StartedAgo,
    StartItem,
    SwapPitches,
)
from facilitator.voting.commands import (
    BreakTies,
    CloseBallot,
    ExtendBallot,
    GroupTexts,
    IssueCards,
    KeyPaper,
    NameGroup,
    OpenBallot,
    PutBallot,
    ReissueCard,
    RemoveBallot,
    RemovePaper,
    RevealResult,
    RevokeCards,
    UngroupTexts,
)

EventCommand = ChangeEvent | KeepPort | ErasePersonalData
AgendaCommand = (
    PutAgenda
    | AddItem
    | InsertItems
    | ChangeItem
    | ChangeItems
    | MoveItem
    | MoveItems
    | CutItem
    | CutItems
    | RemoveItem
    | RemoveItems
    | ReplanPreview
    | ReplanApply
)
TimerCommand = StartDay | Next | Previous | StartItem | Pause | Resume | AddTime | StartedAgo | EndTrack | ReachEnd
PitchCommand = (
    DrawPitches | OrderPitches | SwapPitches | SetPitchTimes | NextPitch | SkipToTeam | PitchAbsent | RequeuePitch
)
PeopleCommand = (
    PutPeople
    | ChangeParticipant
    | RemoveParticipant
    | CheckIn
    | UndoCheckIn
    | MarkAbsent
    | AddWalkIn
    | PutSector
    | RemoveSector
    | PutQuota
    | RemoveQuota
    | UseWaitingList
    | ReleaseSeats
    | PromoteWaiting
    | UseNeeds
    | PutNeeds
    | PurgeNeeds
)
TeamsCommand = SeatTeams | SeatRounds | MoveParticipant | SwapParticipants | LockParticipant | LockTeam | Unseat
SlowCommand = FormTeams | RepairTeams
ContentCommand = PutKnowledge | PutSolutions
VotingCommand = (
    PutBallot
    | RemoveBallot
    | OpenBallot
    | ExtendBallot
    | CloseBallot
    | RevealResult
    | BreakTies
    | GroupTexts
    | UngroupTexts
    | NameGroup
    | KeyPaper
    | RemovePaper
    | IssueCards
    | ReissueCard
    | RevokeCards
)
StageCommand = Show | Blank | Message | Prepare | Take | AddPicture | RemovePicture
HistoryCommand = Undo | Redo

Command = (
    EventCommand
    | AgendaCommand
    | TimerCommand
    | PitchCommand
    | PeopleCommand
    | TeamsCommand
    | SlowCommand
    | ContentCommand
    | VotingCommand
    | StageCommand
    | HistoryCommand
)


_LARGEST = 2**53 - 1
"""The largest whole number that every reader of JSON keeps exactly (RFC 8259, section 6)."""


def type_name(kind: type) -> str:
    """The name of a command class in JSON."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


COMMANDS: Mapping[str, type] = {type_name(kind): kind for kind in get_args(Command)}
"""Every command class by its name in JSON."""


FOR_STAFF = frozenset(
    type_name(kind)
    for kind in (
        *get_args(TimerCommand),
        *get_args(PitchCommand),
        *(ReplanPreview, ReplanApply, CutItem, CutItems, CheckIn, UndoCheckIn, MarkAbsent, AddWalkIn),
        *(FormTeams, RepairTeams, MoveParticipant, SwapParticipants, LockParticipant, LockTeam),
        *(OpenBallot, ExtendBallot, CloseBallot, RevealResult),
        *(Show, Blank, Message, Prepare, Take),
        *get_args(HistoryCommand),
    )
)
"""What a second host may send from a phone; lists, settings and erasure are for the console."""


def parse(data: object, among: Container[str] = COMMANDS) -> Command:
    """The command that JSON data describes; `among` are the types that this sender may use.

    Raises:
        Unreadable: it is no object, has no or an unknown type, or a field is unknown, missing or of the wrong kind.
    """
    if not isinstance(data, Mapping) or not isinstance(data.get("type"), str):
        raise Unreadable(
            text("A command is an object with a “type”."), text("For example {example}.", example='{"type": "next"}')
        )
    name = data["type"]
    kind = COMMANDS.get(name)
    if kind is None or name not in among:
        raise Unreadable(text("There is no command “{name}”.", name=name), text("See the list in the guide."))
    given = {key: value for key, value in data.items() if key != "type"}
    known = {spec.name for spec in fields(kind)}
    for key in given:
        if key not in known:
            raise Unreadable(text("The command “{name}” has no field “{key}”.", name=name, key=str(key)))
    try:
        command: Command = msgspec.convert(given, kind, str_keys=True)
    except msgspec.ValidationError as error:
        raise Unreadable(
            text("The command “{name}” cannot be understood: {reason}.", name=name, reason=str(error))
        ) from error
    if _outsized(given):
        raise Unreadable(text("The command “{name}” holds a number that is too large.", name=name))
    return command


def _outsized(data: object) -> bool:
    """Whether a whole number in it, at any depth, is one that JSON readers and the event file cannot hold."""
    if isinstance(data, int):
        return abs(data) > _LARGEST
    if isinstance(data, Mapping):
        return any(_outsized(value) for value in data.values())
    return isinstance(data, list | tuple) and any(_outsized(value) for value in data)


def encode(command: Command) -> dict[str, Any]:
    """The command as JSON data; fields that are left at their default are left out."""
    given: dict[str, Any] = {}
    for spec in fields(command):
        value = getattr(command, spec.name)
        if value != spec.default:
            given[spec.name] = value
    return {"type": type_name(type(command)), **msgspec.to_builtins(given, str_keys=True)}


def recorded(command: Command) -> dict[str, Any]:
    """The command as the history keeps it: whole, but for needs, of which it tells neither the words nor whose, and for
    a picture's data, which the change holds already."""
    match command:
        case PutNeeds():
            return {"type": type_name(PutNeeds)}
        case AddPicture():
            return encode(replace(command, data=b""))
        case _:
            return encode(command)

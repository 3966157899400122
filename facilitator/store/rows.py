"""The tables of the event file.

One row class an entity, its columns named like the entity's fields. What is not a plain value is kept as JSON in its
column. Single values of a slice lie in `value`. Validation is the domain's: table classes do none.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class ValueRow(SQLModel, table=True):
    """A single value of a slice, such as the running item."""

    __tablename__ = "value"
    slice: str = Field(primary_key=True)
    field: str = Field(primary_key=True)
    value: Any = Field(sa_type=JSON)


class HistoryRow(SQLModel, table=True):
    """One line of what has been done: the command, what it replaced, and what it takes back if it is an undo."""

    __tablename__ = "history"
    version: int = Field(primary_key=True)
    at: int
    by: str
    command: Any = Field(sa_type=JSON)
    entries: Any = Field(sa_type=JSON)
    undoable: bool
    undoes: int | None = None
    redoes: int | None = None


class ItemRow(SQLModel, table=True):
    """An agenda item."""

    __tablename__ = "item"
    id: int = Field(primary_key=True)
    position: int
    title: str
    kind: str
    length: int
    least_length: int
    start: str | None = None
    fixed: bool
    speaker: str
    notes: str
    priority: int
    scheduled_start: int | None = None
    scheduled_length: int | None = None
    cut: bool
    day: int
    track: str
    warning: int
    danger: int
    scene: str
    at_end: str
    end_scene: str
    sound: bool


class ActualRow(SQLModel, table=True):
    """When an item really ran."""

    __tablename__ = "actual"
    item: int = Field(primary_key=True)
    started: int
    ended: int | None = None


class PictureRow(SQLModel, table=True):
    """A picture, encoded as base64."""

    __tablename__ = "picture"
    id: int = Field(primary_key=True)
    name: str
    data: str


class SectorRow(SQLModel, table=True):
    """A sector."""

    __tablename__ = "sector"
    id: int = Field(primary_key=True)
    position: int
    name: str
    letter: str


class QuotaRow(SQLModel, table=True):
    """A seat quota."""

    __tablename__ = "quota"
    id: int = Field(primary_key=True)
    position: int
    name: str
    seats: int
    agency: bool
    release_at: int | None = None


class ParticipantRow(SQLModel, table=True):
    """A person on the list."""

    __tablename__ = "participant"
    id: int = Field(primary_key=True)
    first_name: str
    last_name: str
    organisation: str
    sector: int | None = None
    quota: int | None = None
    role: str
    skills: Any = Field(sa_type=JSON)
    languages: Any = Field(sa_type=JSON)
    wishes: Any = Field(sa_type=JSON)
    email: str
    reference: str
    attendance: str
    walk_in: bool
    accessible: bool
    waiting_number: int


class NeedRow(SQLModel, table=True):
    """A person's food and accessibility needs, in a table of their own that can be emptied."""

    __tablename__ = "need"
    participant: int = Field(primary_key=True)
    categories: Any = Field(sa_type=JSON)


class TeamRow(SQLModel, table=True):
    """A team and who is in it."""

    __tablename__ = "team"
    number: int = Field(primary_key=True)
    table: str
    question: str | None = None
    members: Any = Field(sa_type=JSON)
    locked: bool


class KnowledgeRow(SQLModel, table=True):
    """A success example or a challenge."""

    __tablename__ = "knowledge_item"
    id: int = Field(primary_key=True)
    kind: str
    title: str
    text: str
    organisation: str
    sector: int | None = None
    theme: str
    workshop: str
    source: str


class QuestionRow(SQLModel, table=True):
    """A question that teams work on."""

    __tablename__ = "question"
    id: int = Field(primary_key=True)
    code: str
    text: str
    sources: Any = Field(sa_type=JSON)


class SolutionRow(SQLModel, table=True):
    """What a team handed in."""

    __tablename__ = "solution"
    id: int = Field(primary_key=True)
    title: str
    problem: str
    proposal: str
    audience: str
    first_step: str
    kind: str | None = None


class BallotRow(SQLModel, table=True):
    """A ballot's terms; the ballot box reads `phase`, `contest` and `change_until_close` in its own transactions."""

    __tablename__ = "ballot"
    id: int = Field(primary_key=True)
    position: int
    title: str
    method: str
    rule: str
    phase: str
    contest: str
    source: str
    options: Any = Field(sa_type=JSON)
    roles: Any = Field(sa_type=JSON)
    change_until_close: bool
    straw_poll: bool
    most: int | None = None
    budget: int
    criteria: Any = Field(sa_type=JSON)
    own_team_excluded: bool
    blind: bool
    shuffled: bool
    item: int | None = None
    weights: Any = Field(sa_type=JSON)
    opened_at: int | None = None
    closed_at: int | None = None
    opens_at: int | None = None
    closes_at: int | None = None
    lasts: int | None = None
    shares: Any = Field(sa_type=JSON)
    reasons: bool
    groups: Any = Field(sa_type=JSON)
    dice: str
    unveiled: int
    receipts_listed: bool


class CardRow(SQLModel, table=True):
    """A voting card on the electoral roll."""

    __tablename__ = "card"
    id: str = Field(primary_key=True)
    secret: str
    participant: int | None = None
    name: str
    role: str
    revoked: bool
    first: str


class PaperRow(SQLModel, table=True):
    """A paper ballot and its two keyings; nothing in it names a voter."""

    __tablename__ = "paper"
    id: int = Field(primary_key=True)
    ballot: int
    serial: int
    role: str
    first: str
    second: str


class ResultRow(SQLModel, table=True):
    """The result of a revealed ballot."""

    __tablename__ = "result"
    ballot: int = Field(primary_key=True)
    result: Any = Field(sa_type=JSON)


class RollMarkRow(SQLModel, table=True):
    """That somebody has voted."""

    __tablename__ = "roll_mark"
    __table_args__ = {"sqlite_with_rowid": False}
    ballot: int = Field(primary_key=True)
    voter: str = Field(primary_key=True)


class CastBallotRow(SQLModel, table=True):
    """What somebody voted."""

    __tablename__ = "cast_ballot"
    __table_args__ = {"sqlite_with_rowid": False}
    ballot: int = Field(primary_key=True)
    receipt: str = Field(primary_key=True)
    role: str
    choices: str


class ChangeableRow(SQLModel, table=True):
    """Which cast ballot is whose, while it may still be changed."""

    __tablename__ = "changeable"
    __table_args__ = {"sqlite_with_rowid": False}
    ballot: int = Field(primary_key=True)
    voter: str = Field(primary_key=True)
    receipt: str


class ReplacedBallotRow(SQLModel, table=True):
    """The receipt of a cast ballot that its voter replaced, while ballots may still be changed."""

    __tablename__ = "replaced_ballot"
    __table_args__ = {"sqlite_with_rowid": False}
    ballot: int = Field(primary_key=True)
    receipt: str = Field(primary_key=True)

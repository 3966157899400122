"""What a vote is made of: ballots with their options, voting cards, and results. Data only; `rules.py` decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from facilitator.common.clock import Duration, Instant
from facilitator.common.frozen import frozen

SCORE_LOWEST, SCORE_HIGHEST = 0, 5
"""The range of a score on one criterion."""

AXIS_LOWEST, AXIS_HIGHEST = 1, 5
"""The range of a place on one of the two axes, interest and feasibility."""

LONGEST_TEXT = 500
"""The most characters of an answer in open text."""

LONGEST_REASON = 200
"""The most characters of a reason given for a place on the axes."""


class Method(StrEnum):
    """How a voter fills in the ballot; the shapes of the choices are in `choices.py`."""

    SINGLE = "single"
    APPROVAL = "approval"
    RANKED = "ranked"
    SCORE = "score"
    DOTS = "dots"
    AXES = "axes"
    TEXT = "text"


class Rule(StrEnum):
    """How the ballots are counted; each has its module in `counting`."""

    PLURALITY = "plurality"
    APPROVAL = "approval"
    SCHULZE = "schulze"
    IRV = "irv"
    BORDA = "borda"
    MEAN = "mean"
    STAR = "star"
    DOTS = "dots"
    AXES = "axes"
    GROUPS = "groups"


RULES: Mapping[Method, tuple[Rule, ...]] = {
    Method.SINGLE: (Rule.PLURALITY,),
    Method.APPROVAL: (Rule.APPROVAL,),
    Method.RANKED: (Rule.SCHULZE, Rule.IRV, Rule.BORDA),
    Method.SCORE: (Rule.MEAN, Rule.STAR),
    Method.DOTS: (Rule.DOTS,),
    Method.AXES: (Rule.AXES,),
    Method.TEXT: (Rule.GROUPS,),
}
"""The rules that can count each method, the customary one first."""


class Phase(StrEnum):
    """How far a ballot has come. No running result is shown to anybody before `REVEALED`."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"


class Role(StrEnum):
    """Whose card it is; a ballot names the roles that may vote, and what a vote of each counts for."""

    PARTICIPANT = "participant"
    JURY = "jury"
    GUEST = "guest"


class Source(StrEnum):
    """Where a ballot's options are drawn from when it opens; `OWN` are written on the ballot itself."""

    OWN = "own"
    SOLUTIONS = "solutions"
    TEAMS = "teams"
    EXAMPLES = "examples"
    CHALLENGES = "challenges"
    QUESTIONS = "questions"


@frozen
class Option:
    """One thing to vote for. `team` is the number of the team behind it, for ballots that exclude one's own."""

    id: int
    label: str
    detail: str = ""
    team: int | None = None


@frozen
class Criterion:
    """One aspect that a score ballot asks about, and its weight against the other ones."""

    name: str
    weight: float = 1.0


@frozen
class Group:
    """Answers in open text that the host has put together by hand under one name; equal answers always share one."""

    id: int
    name: str
    texts: tuple[str, ...]


@frozen
class Ballot:
    """One question put to the room, from draft to revealed result.

    `contest` (32 hex digits) is fresh when the ballot opens and binds every vote's mac to this opening.
    `most` limits how many options may be approved or ranked; `budget` is the number of dots a voter may spend.
    `weights` says what one vote of a role counts for; a role that is not named counts once.
    `blind` hides teams and organisations until the reveal; `shuffled` gives every phone its own order.
    `item` is the agenda item whose start opens the ballot and whose end closes it.
    `opens_at` is when it opens by itself, `closes_at` when it closes by itself; `lasts` sets `closes_at` as it opens.
    `shares` says what the voters of a role are worth together, see `combining`. `reasons` invites a few words for each
    place on the axes, `groups` are those of answers in open text. `dice` is what was thrown for the lot that breaks
    ties, see `lot`. `unveiled` counts the places, from the third upwards, that the room has been shown before the
    reveal. `receipts_listed` publishes the list in which receipts can be found.
    """

    id: int
    position: int
    title: str
    method: Method
    rule: Rule
    phase: Phase = Phase.DRAFT
    contest: str = ""
    source: Source = Source.OWN
    options: tuple[Option, ...] = ()
    roles: tuple[Role, ...] = (Role.PARTICIPANT,)
    change_until_close: bool = False
    straw_poll: bool = False
    most: int | None = None
    budget: int = 5
    criteria: tuple[Criterion, ...] = ()
    own_team_excluded: bool = False
    blind: bool = False
    shuffled: bool = False
    item: int | None = None
    weights: tuple[tuple[Role, float], ...] = ()
    opened_at: Instant | None = None
    closed_at: Instant | None = None
    opens_at: Instant | None = None
    closes_at: Instant | None = None
    lasts: Duration | None = None
    shares: tuple[tuple[Role, float], ...] = ()
    reasons: bool = False
    groups: tuple[Group, ...] = ()
    dice: str = ""
    unveiled: int = 0
    receipts_listed: bool = False

    @property
    def candidates(self) -> tuple[Option, ...]:
        """What is counted: the options, or the groups of answers in open text."""
        if self.method is Method.TEXT:
            return tuple(Option(group.id, group.name) for group in self.groups)
        return self.options


@frozen
class Paper:
    """A paper ballot as two people have keyed it in, each without seeing what the other one typed.

    `serial` is the number that was written on the paper when it was taken from the box; it names no person. `first`
    and `second` are the two keyings, as the canonical JSON of their choices; empty where one is still missing.
    """

    id: int
    ballot: int
    serial: int
    role: Role
    first: str = ""
    second: str = ""

    @property
    def agreed(self) -> bool:
        """Whether both have typed the same: only then the paper counts."""
        return bool(self.first) and self.first == self.second

    @property
    def differs(self) -> bool:
        """Whether the two have typed different things."""
        return bool(self.first and self.second) and self.first != self.second


@frozen
class Card:
    """A voting card: the right to cast one vote on every ballot that its role may vote on.

    `id` (16 hex digits) is derived from `secret` (10 characters of Crockford base32) and is all that crosses the
    network. A participant's name is the roster's to tell, so `name` is empty on their cards. `first` is the id of the
    card that this one was issued in place of, the very first of the holder's cards; the electoral roll is kept by
    `roll_key`, so that a reissued card cannot vote a second time.
    """

    id: str
    secret: str = field(repr=False)
    participant: int | None
    name: str
    role: Role
    revoked: bool = False
    first: str = ""

    @property
    def roll_key(self) -> str:
        """What the electoral roll marks as having voted: the same for a card and its replacements."""
        return self.first or self.id


class StepKind(StrEnum):
    """What a table of the count shows."""

    TOTALS = "totals"
    POINTS = "points"
    MEANS = "means"
    QUARTILES = "quartiles"
    PAIRWISE = "pairwise"
    PATHS = "paths"
    ROUND = "round"
    BRANCHES = "branches"
    RUNOFF = "runoff"
    COMBINED = "combined"
    LOT = "lot"


@frozen
class Row:
    """One option's line in a table; a cell is `None` where there is nothing to say."""

    option: int
    cells: tuple[int | float | None, ...]


@frozen
class Step:
    """One table of the count, in the order in which a person would follow it.

    The columns are measures (`columns`) or, in a table of pairs, options (`against`). `kept` are the options that go
    on from here, `removed` those that leave, `tied` those between which the rule cannot tell. `rest` counts the votes
    that stand behind no row: exhausted rankings, voters without a preference between two finalists. `note` is what the
    rule adds in print, such as the digest that a lot was drawn with. `role` says whose votes alone it counts, if not
    everybody's.
    """

    kind: StepKind
    rows: tuple[Row, ...]
    columns: tuple[str, ...] = ()
    against: tuple[int, ...] = ()
    kept: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    tied: tuple[int, ...] = ()
    rest: int | float = 0
    note: str = ""
    role: Role | None = None


@frozen
class Part:
    """What the voters of one role alone said: their winners, and the number per option as in `Result.numbers`."""

    ballots: int
    abstentions: int
    winners: tuple[int, ...]
    numbers: Mapping[int, float]


@frozen
class Result:
    """The outcome of a count, with option ids.

    `ranking` lists groups from first to last; options in one group share their place, and `winners` is the first
    group (empty if every ballot abstained). `ballots` counts all cast ballots, `abstentions` the empty ones among them.
    `numbers` holds the figure to draw for an option (votes, points, mean…; missing if it got none to speak of), and
    `parts` the same for each role if more than one voted.
    """

    method: Method
    rule: Rule
    winners: tuple[int, ...]
    ranking: tuple[tuple[int, ...], ...]
    ballots: int
    abstentions: int
    numbers: Mapping[int, float]
    steps: tuple[Step, ...] = ()
    parts: Mapping[Role, Part] = field(default_factory=dict)


@frozen
class Voting:
    """All ballots by id, all cards by card id, the counted results by ballot, and paper ballots.

    A result stands there from the reveal on; while it is revealed step by step it stands there before, for the host
    and the projector only. `digests` holds, by ballot, what the box came to when it was counted: see
    `receipts.box_digest`. A ballot counted by an older version has none, nor has one whose voters' words were erased.
    """

    ballots: Mapping[int, Ballot] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    results: Mapping[int, Result] = field(default_factory=dict)
    papers: Mapping[int, Paper] = field(default_factory=dict)
    digests: tuple[tuple[int, str], ...] = ()

    def digest_of(self, ballot: int) -> str:
        """The digest of a ballot's box as it was counted; empty if there is none."""
        return dict(self.digests).get(ballot, "")

    def papers_of(self, ballot: int) -> tuple[Paper, ...]:
        """The papers of a ballot by their serials."""
        return tuple(
            sorted((each for each in self.papers.values() if each.ballot == ballot), key=lambda each: each.serial)
        )

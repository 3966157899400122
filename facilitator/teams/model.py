"""What teams are made of: people as the solver sees them, the rules, the teams, and the figures they are judged by.

Everything here is plain data that JSON can hold, so that the event file stores it as it stands; only `BrokenRule`,
`Formation` and `RepairOption` live in memory alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text

USUAL_TEAM_SIZE = 5
"""People in a team when nobody has said otherwise."""


class Tier(StrEnum):
    """One thing that good teams have little of; tiers are counted down strictly one above the other."""

    SECTORS = "sectors"
    """Sum over teams and sectors of how far a head count lies outside floor…ceiling of the sector's even share."""
    QUOTAS = "quotas"
    """The same for seat quotas."""
    ORGANISATIONS = "organisations"
    """Pairs of people from one organisation in one team."""
    OUTSIDE_WISHES = "outside_wishes"
    """People with wishes whose team's question is not among them."""
    WISH_RANKS = "wish_ranks"
    """Sum of (rank − 1) over the people whose team's question is among their wishes."""
    SKILL_GAPS = "skill_gaps"
    """(team, skill) pairs that nobody in the team covers."""
    OBK = "obk"
    """What the OBK-index lacks: familiar ties within teams, see `facilitator.teams.obk`."""


ALL_TIERS = tuple(Tier)
"""Every tier in its usual order."""


@frozen
class Person:
    """A participant as far as teams are concerned.

    `name` only serves messages; `wishes` are question codes, best first; `accessible` says that the person needs an
    accessible table.
    """

    id: int
    sector: int | None = None
    quota: int | None = None
    organisation: str = ""
    role: str = ""
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    accessible: bool = False
    name: str = ""

    def speaks(self, language: str) -> bool:
        """Whether the person speaks a language; somebody whose languages nobody wrote down is taken to."""
        return not self.languages or language.casefold() in {spoken.casefold() for spoken in self.languages}


@frozen
class TeamSlot:
    """A place for a team: its number, the table's name, the code of the question worked on there."""

    number: int
    table: str
    question: str | None = None
    accessible: bool = False


@frozen
class QuotaRange:
    """Hard limits for one seat quota: team size → (fewest, most) people of that quota.

    A size that is not named takes the limits of the nearest named one, loosened by the difference in size.
    """

    quota: int
    label: str
    by_size: Mapping[int, tuple[int, int]]


@frozen
class Rules:
    """What the host asks of the teams; every field left alone means that nothing is asked.

    `teams` None means one team for every `USUAL_TEAM_SIZE` people; `size` None means as even as the numbers allow.
    `slots` names tables and questions; when it is empty, the tables are numbered and the questions that people wish
    for are dealt out evenly. `tiers` in order of priority; a tier left out does not count. `skills` empty means
    every skill that somebody has. `min_per_team`: skill or role → people in each team who have it.
    `common_languages`: every team must share at least one of these. `met`: groups of people who have already sat
    together. `fixed`: participant → team number.
    """

    teams: int | None = None
    size: tuple[int, int] | None = None
    slots: tuple[TeamSlot, ...] = ()
    tiers: tuple[Tier, ...] = ALL_TIERS
    skills: tuple[str, ...] = ()
    quota_ranges: tuple[QuotaRange, ...] = ()
    max_same_organisation: int | None = None
    common_languages: tuple[str, ...] = ()
    min_per_team: Mapping[str, int] = field(default_factory=dict)
    keep_together: tuple[tuple[int, ...], ...] = ()
    keep_apart: tuple[tuple[int, ...], ...] = ()
    needs_accessible: tuple[int, ...] = ()
    fixed: Mapping[int, int] = field(default_factory=dict)
    met: tuple[tuple[int, ...], ...] = ()


@frozen
class Team:
    """A team at its table. A locked team keeps exactly the people it has."""

    number: int
    table: str
    question: str | None = None
    members: tuple[int, ...] = ()
    locked: bool = False


@frozen
class TierValue:
    """One tier measured: its value, the best that can be had with the tiers above it as they are, and whether that
    is proven (value equals bound)."""

    name: Tier
    value: int
    bound: int
    proven: bool


@frozen
class Move:
    """Somebody changes place; None stands for no team (a newcomer on the left, somebody absent on the right)."""

    participant: int
    from_team: int | None
    to_team: int | None


@frozen
class BrokenRule:
    """A hard rule that some teams break, or that cannot be kept; `rule` is its stable name, such as
    `min_per_team:facilitation`."""

    rule: str
    why: Text


@frozen
class Formation:
    """Teams as the solver found them. `seconds` is the time it took, `seed` what makes it repeatable.

    `moves` tells the difference to the teams there were before; `broken_rules` is empty when all hard rules hold.
    """

    teams: tuple[Team, ...]
    tiers: tuple[TierValue, ...]
    moves: tuple[Move, ...] = ()
    broken_rules: tuple[BrokenRule, ...] = ()
    seconds: float = 0.0
    seed: int = 0


@frozen
class Progress:
    """The best teams so far while the solver works, usable as they are; `seconds` since it began."""

    teams: tuple[Team, ...]
    tiers: tuple[TierValue, ...]
    seconds: float


@frozen
class RepairOption:
    """One way to go on after absences and walk-ins: `changed` people of those seated before sit elsewhere now;
    `fewest` says that fewer is proven impossible while the hard rules hold."""

    formation: Formation
    changed: int
    fewest: bool


@frozen
class RoundPlan:
    """Table rounds. `repeats` counts meetings of two people who had met before, `bound` is the fewest there can be."""

    rounds: tuple[tuple[Team, ...], ...]
    repeats: int
    bound: int
    seconds: float = 0.0
    seed: int = 0

    @property
    def proven(self) -> bool:
        """Whether fewer repeats are proven impossible."""
        return self.repeats == self.bound


@frozen
class Teams:
    """The feature's state in the event: the rules, the teams by number, and the latest figures.

    `rounds` are the table rounds that have been drawn up, each a set of teams of its own.
    """

    rules: Rules = field(default_factory=Rules)
    teams: Mapping[int, Team] = field(default_factory=dict)
    locked_people: tuple[int, ...] = ()
    tiers: tuple[TierValue, ...] = ()
    seed: int = 0
    rounds: tuple[tuple[Team, ...], ...] = ()

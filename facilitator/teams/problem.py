"""The instance to solve: people, teams and rules resolved into positions and groups that every method reads.

People and teams are referred to by their position in `people` and `slots`; `None` or `UNSEATED` stands for no team.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from facilitator.common.frozen import frozen
from facilitator.teams.model import Person, Rules, Team, Teams, TeamSlot, Tier
from facilitator.teams.slots import even_sizes, slots_for

UNSEATED = -1
"""The team position of somebody who sits nowhere."""

Group = tuple[int, ...]
"""Positions of people who have something in common."""


@frozen
class Share:
    """A group whose members are to be spread evenly: each team is due `least` to `most` of them."""

    members: Group
    least: int
    most: int


@frozen
class Requirement:
    """At least `least` people of a skill or role in every team."""

    name: str
    members: Group
    least: int


@frozen
class Problem:
    """One instance. `sizes` holds (fewest, most) for each team; `pinned` the team of people who must not move
    (locked), `closed` the teams that take nobody else; `wish_cost` the rank less one of each question for each person.
    """

    people: tuple[Person, ...]
    slots: tuple[TeamSlot, ...]
    rules: Rules
    sizes: tuple[tuple[int, int], ...]
    sectors: tuple[Share, ...]
    quotas: tuple[Share, ...]
    organisations: tuple[Share, ...]
    roles: tuple[Share, ...]
    met: tuple[Share, ...]
    skills: tuple[Group, ...]
    requirements: tuple[Requirement, ...]
    quota_members: tuple[Group, ...]
    together: tuple[Group, ...]
    apart: tuple[Group, ...]
    needs_accessible: Group
    fixed: tuple[tuple[int, int], ...]
    pinned: tuple[tuple[int, int], ...]
    closed: frozenset[int]
    wish_cost: tuple[dict[str, int], ...]

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """The tiers that count, in order of priority."""
        return self.rules.tiers

    def seats_of(self, teams: Iterable[Team]) -> list[int]:
        """The team position of each person in an allocation; people it does not hold are unseated."""
        team_at = {slot.number: position for position, slot in enumerate(self.slots)}
        home = {member: team_at[team.number] for team in teams if team.number in team_at for member in team.members}
        return [home.get(person.id, UNSEATED) for person in self.people]

    def teams_of(self, seats: Sequence[int]) -> tuple[Team, ...]:
        """The allocation as teams, members in the order of their numbers."""
        members: list[list[int]] = [[] for _ in self.slots]
        for person, team in zip(self.people, seats, strict=True):
            if team != UNSEATED:
                members[team].append(person.id)
        return tuple(
            Team(slot.number, slot.table, slot.question, tuple(sorted(members[at])), at in self.closed)
            for at, slot in enumerate(self.slots)
        )


def build_problem(
    people: Iterable[Person], rules: Rules, current: Teams | None = None, *, even: bool = False
) -> Problem:
    """Resolve people, rules and locks.

    `current` supplies the people and teams that are locked where they are. `even` overrides the rules' team size with
    the floor and ceiling of what the present people make, as a repair does. References to people or teams who are
    not there are passed over: somebody absent binds nobody.
    """
    everybody = tuple(sorted(people, key=lambda person: person.id))
    slots = slots_for(everybody, rules)
    at = {person.id: position for position, person in enumerate(everybody)}
    team_at = {slot.number: position for position, slot in enumerate(slots)}
    pinned, closed = _locks(current, at, team_at)

    def present(ids: Iterable[int]) -> Group:
        return tuple(sorted({at[one] for one in ids if one in at}))

    def shares(key: Callable[[Person], Hashable | None]) -> tuple[Share, ...]:
        return _shares(_grouped(everybody, key), len(slots))

    no_sector = any(person.sector is not None for person in everybody)
    accessible = {person.id for person in everybody if person.accessible} | set(rules.needs_accessible)
    return Problem(
        people=everybody,
        slots=slots,
        rules=rules,
        sizes=_sizes(len(everybody), len(slots), rules, pinned, closed, even),
        sectors=shares(lambda person: person.sector if person.sector is not None else (-1 if no_sector else None)),
        quotas=shares(lambda person: person.quota),
        organisations=shares(lambda person: person.organisation.strip().casefold() or None),
        roles=shares(lambda person: person.role.strip().casefold() or None),
        met=_shares((group for group in map(present, rules.met) if len(group) > 1), len(slots)),
        skills=tuple(_skilled(everybody, skill) for skill in _skills(everybody, rules)),
        requirements=tuple(
            Requirement(name, _holders(everybody, name), least) for name, least in rules.min_per_team.items()
        ),
        quota_members=tuple(
            tuple(i for i, person in enumerate(everybody) if person.quota == limits.quota)
            for limits in rules.quota_ranges
        ),
        together=tuple(group for group in map(present, rules.keep_together) if len(group) > 1),
        apart=tuple(group for group in map(present, rules.keep_apart) if len(group) > 1),
        needs_accessible=present(accessible),
        fixed=tuple((at[one], team_at[team]) for one, team in rules.fixed.items() if one in at and team in team_at),
        pinned=pinned,
        closed=closed,
        wish_cost=tuple(_wish_cost(person) for person in everybody),
    )


def _wish_cost(person: Person) -> dict[str, int]:
    ranks: dict[str, int] = {}
    for rank, question in enumerate(person.wishes):
        ranks.setdefault(question, rank)
    return ranks


def _grouped(people: Sequence[Person], key: Callable[[Person], Hashable | None]) -> Iterable[Group]:
    groups: defaultdict[Hashable, list[int]] = defaultdict(list)
    for position, person in enumerate(people):
        value = key(person)
        if value is not None:
            groups[value].append(position)
    return (tuple(members) for members in groups.values())


def _shares(groups: Iterable[Group], teams: int) -> tuple[Share, ...]:
    return tuple(Share(group, *even_sizes(len(group), teams)) for group in groups)


def _skills(people: Sequence[Person], rules: Rules) -> tuple[str, ...]:
    if rules.skills:
        return rules.skills
    return tuple(sorted({skill.strip().casefold() for person in people for skill in person.skills}))


def _skilled(people: Sequence[Person], name: str) -> Group:
    wanted = name.strip().casefold()
    return tuple(
        i for i, person in enumerate(people) if any(skill.strip().casefold() == wanted for skill in person.skills)
    )


def _holders(people: Sequence[Person], name: str) -> Group:
    """Who has a skill, or a role, of that name."""
    wanted = name.strip().casefold()
    in_role = {i for i, person in enumerate(people) if person.role.strip().casefold() == wanted}
    return tuple(sorted(in_role.union(_skilled(people, name))))


def _locks(
    current: Teams | None, at: dict[int, int], team_at: dict[int, int]
) -> tuple[tuple[tuple[int, int], ...], frozenset[int]]:
    if current is None:
        return (), frozenset()
    locked_people = set(current.locked_people)
    pinned = {
        at[member]: team_at[team.number]
        for team in current.teams.values()
        if team.number in team_at
        for member in team.members
        if member in at and (team.locked or member in locked_people)
    }
    closed = {team_at[team.number] for team in current.teams.values() if team.locked and team.number in team_at}
    return tuple(sorted(pinned.items())), frozenset(closed)


def _sizes(
    people: int,
    teams: int,
    rules: Rules,
    pinned: tuple[tuple[int, int], ...],
    closed: frozenset[int],
    even: bool,
) -> tuple[tuple[int, int], ...]:
    """(fewest, most) for each team; a locked team keeps the size it has."""
    kept = {team: sum(1 for _, where in pinned if where == team) for team in closed}
    free = even_sizes(people - sum(kept.values()), teams - len(kept))
    if rules.size is not None and not even:
        free = rules.size
    return tuple((kept[team], kept[team]) if team in kept else free for team in range(teams))

"""What hosts do to teams by hand: move, swap, lock. Pure functions from one state to the next, tiers re-measured.

Every function raises `NotFound` for a team or a person who is not there, and `UserError` where a lock forbids it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.common.errors import NotFound, UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import text
from facilitator.teams.hard import broken_rules
from facilitator.teams.measure import floor_bounds, measure
from facilitator.teams.model import BrokenRule, Formation, Person, Rules, Team, Teams, TeamSlot, Tier, TierValue
from facilitator.teams.problem import Problem, build_problem


@frozen
class TierChange:
    """What a move would do to one tier."""

    name: Tier
    before: int
    after: int


@frozen
class Preview:
    """What a move would do: the tiers before and after, and the hard rules that would be broken anew."""

    changes: tuple[TierChange, ...]
    newly_broken: tuple[BrokenRule, ...]


def team_of(state: Teams, participant: int) -> Team | None:
    """The team that somebody sits in."""
    return next((team for team in state.teams.values() if participant in team.members), None)


def seated_rules(state: Teams) -> Rules:
    """The rules with the slots of the teams that exist, which may be other than the rules would make now."""
    accessible = {slot.number for slot in state.rules.slots if slot.accessible}
    slots = tuple(
        TeamSlot(team.number, team.table, team.question, team.number in accessible)
        for _, team in sorted(state.teams.items())
    )
    return replace(state.rules, teams=len(slots), slots=slots)


def seated_problem(state: Teams, people: Sequence[Person], *, even: bool = False) -> Problem:
    """The instance that the existing teams are an allocation of."""
    return build_problem(people, seated_rules(state), state, even=even)


def adopt(state: Teams, formation: Formation) -> Teams:
    """Take over what the solver found; the locks stay."""
    teams = {team.number: team for team in formation.teams}
    seated = {member for team in formation.teams for member in team.members}
    locked = tuple(person for person in state.locked_people if person in seated)
    return replace(state, teams=teams, locked_people=locked, tiers=formation.tiers, seed=formation.seed)


def move_participant(state: Teams, people: Sequence[Person], participant: int, team: int | None) -> Teams:
    """Put somebody in a team, or in none."""
    _need_person(people, participant)
    _need_free(state, participant)
    home = team_of(state, participant)
    if team is not None and home is not None and home.number == team:
        return state
    target = _need_team(state, team) if team is not None else None
    for involved in (home, target):
        _need_unlocked(involved)
    teams = dict(state.teams)
    if home is not None:
        teams[home.number] = _without(home, participant)
    if target is not None:
        teams[target.number] = _with(target, participant)
    return remeasured(replace(state, teams=teams), people)


def swap_participants(state: Teams, people: Sequence[Person], first: int, second: int) -> Teams:
    """Let two people change places; one of them may be without a team."""
    for participant in (first, second):
        _need_person(people, participant)
        _need_free(state, participant)
    mine, theirs = team_of(state, first), team_of(state, second)
    if mine == theirs:
        return state
    for involved in (mine, theirs):
        _need_unlocked(involved)
    teams = dict(state.teams)
    if mine is not None:
        teams[mine.number] = _with(_without(mine, first), second)
    if theirs is not None:
        teams[theirs.number] = _with(_without(theirs, second), first)
    return remeasured(replace(state, teams=teams), people)


def lock_person(state: Teams, participant: int, locked: bool) -> Teams:
    """Keep somebody where they sit, whatever is formed or repaired; or let go again."""
    if locked and team_of(state, participant) is None:
        raise NotFound(
            text("Participant {number} sits in no team and cannot be locked there.", number=participant),
            text("Put them in a team first."),
        )
    others = tuple(one for one in state.locked_people if one != participant)
    return replace(state, locked_people=tuple(sorted((*others, participant))) if locked else others)


def lock_team(state: Teams, number: int, locked: bool) -> Teams:
    """Keep a team exactly as it is, whatever is formed or repaired; or let go again."""
    team = replace(_need_team(state, number), locked=locked)
    return replace(state, teams={**state.teams, number: team})


def preview_move(state: Teams, people: Sequence[Person], participant: int, team: int | None) -> Preview:
    """What `move_participant` would do, before anything is dropped."""
    return _preview(state, move_participant(state, people, participant, team), people)


def preview_swap(state: Teams, people: Sequence[Person], first: int, second: int) -> Preview:
    """What `swap_participants` would do."""
    return _preview(state, swap_participants(state, people, first, second), people)


def remeasured(state: Teams, people: Sequence[Person]) -> Teams:
    """The state with its tiers measured afresh.

    A bound that was found stays true for a tier as long as every tier above it has the value it had then; below the
    first that differs only arithmetic's bounds are left.
    """
    problem = seated_problem(state, people)
    values = measure(problem, problem.seats_of(state.teams.values()))
    known = {tier.name: tier for tier in state.tiers}
    tiers: list[TierValue] = []
    unchanged = True
    for name, value, floor in zip(problem.tiers, values, floor_bounds(problem), strict=True):
        before = known.get(name)
        bound = min(value, max(floor, before.bound) if before is not None and unchanged else floor)
        unchanged = unchanged and before is not None and before.value == value
        proven = bound == value and all(tier.proven for tier in tiers)
        tiers.append(TierValue(name, value, bound, proven))
    return replace(state, tiers=tuple(tiers))


def _preview(before: Teams, after: Teams, people: Sequence[Person]) -> Preview:
    problem = seated_problem(before, people)
    old, new = (problem.seats_of(state.teams.values()) for state in (before, after))
    changes = zip(problem.tiers, measure(problem, old), measure(problem, new), strict=True)
    broken = broken_rules(problem, old)
    return Preview(
        tuple(TierChange(*change) for change in changes),
        tuple(one for one in broken_rules(problem, new) if one not in broken),
    )


def _with(team: Team, participant: int) -> Team:
    return replace(team, members=tuple(sorted((*team.members, participant))))


def _without(team: Team, participant: int) -> Team:
    return replace(team, members=tuple(one for one in team.members if one != participant))


def _need_person(people: Sequence[Person], participant: int) -> None:
    if all(person.id != participant for person in people):
        raise NotFound(
            text("Participant {number} is not among those who take part.", number=participant),
            text("Check the person in first."),
        )


def _need_free(state: Teams, participant: int) -> None:
    if participant in state.locked_people:
        raise UserError(
            text("Participant {number} is locked to their team.", number=participant), text("Unlock the person first.")
        )


def _need_team(state: Teams, number: int) -> Team:
    if number not in state.teams:
        raise NotFound(text("There is no team {number}.", number=number), text("Choose one of the teams that exist."))
    return state.teams[number]


def _need_unlocked(team: Team | None) -> None:
    if team is not None and team.locked:
        raise UserError(text("The team at table {table} is locked.", table=team.table), text("Unlock the team first."))

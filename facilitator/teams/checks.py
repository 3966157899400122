"""Contradictions that counting alone finds, named with the numbers that clash.

They come before any search: a solver may need very long to see what a sum shows at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.common.texts import text
from facilitator.teams.hard import name_of, names_of, quota_limits
from facilitator.teams.model import BrokenRule
from facilitator.teams.problem import Group, Problem


def contradictions(problem: Problem) -> tuple[BrokenRule, ...]:
    """Every rule that cannot be kept by any allocation, as far as counting shows."""
    if not problem.people:
        return ()
    return tuple(
        broken
        for check in (_sizes, _requirements, _quotas, _organisations, _languages, _together, _apart, _tables)
        for broken in check(problem)
    )


def _sizes(problem: Problem) -> Iterator[BrokenRule]:
    people, teams = len(problem.people), len(problem.slots)
    least, most = sum(low for low, _ in problem.sizes), sum(high for _, high in problem.sizes)
    if not teams:
        yield BrokenRule("size", text("{people} people and no team to put them in.", people=people))
    elif not least <= people <= most:
        why = text(
            "{people} people, and {teams} teams that hold {least} to {most} in all: "
            "change the number of teams or their size.",
            people=people,
            teams=teams,
            least=least,
            most=most,
        )
        yield BrokenRule("size", why)


def _open_teams(problem: Problem) -> list[int]:
    return [team for team in range(len(problem.slots)) if team not in problem.closed]


def _free(problem: Problem, group: Group) -> Group:
    """The people of a group who do not sit in a locked team."""
    away = {person for person, team in problem.pinned if team in problem.closed}
    return tuple(person for person in group if person not in away)


def _requirements(problem: Problem) -> Iterator[BrokenRule]:
    teams = len(_open_teams(problem))
    for need in problem.requirements:
        holders = len(_free(problem, need.members))
        if holders < need.least * teams:
            why = text(
                "{holders} with {name}, {teams} teams that need {least} each: {missing} too few.",
                holders=holders,
                name=need.name,
                teams=teams,
                least=need.least,
                missing=need.least * teams - holders,
            )
            yield BrokenRule(f"min_per_team:{need.name}", why)


def _quotas(problem: Problem) -> Iterator[BrokenRule]:
    for limits, members in zip(problem.rules.quota_ranges, problem.quota_members, strict=True):
        count = len(_free(problem, members))
        ranges = [
            [quota_limits(limits.by_size, size) for size in range(problem.sizes[team][0], problem.sizes[team][1] + 1)]
            for team in _open_teams(problem)
        ]
        least = sum(min(low for low, _ in of_team) for of_team in ranges if of_team)
        most = sum(max(high for _, high in of_team) for of_team in ranges if of_team)
        if not least <= count <= most:
            why = text(
                "{count} people of the quota {quota}, and teams that need {least} to {most} of them in all.",
                count=count,
                quota=limits.label,
                least=least,
                most=most,
            )
            yield BrokenRule(f"quota:{limits.label}", why)


def _organisations(problem: Problem) -> Iterator[BrokenRule]:
    cap, teams = problem.rules.max_same_organisation, len(_open_teams(problem))
    for share in problem.organisations if cap is not None else ():
        colleagues = _free(problem, share.members)
        if cap is not None and len(colleagues) > cap * teams:
            why = text(
                "{count} people from {organisation}, {teams} teams that take at most {most} each.",
                count=len(colleagues),
                organisation=problem.people[colleagues[0]].organisation,
                teams=teams,
                most=cap,
            )
            yield BrokenRule("max_same_organisation", why)


def _languages(problem: Problem) -> Iterator[BrokenRule]:
    wanted = problem.rules.common_languages
    if not wanted:
        return
    for person in _free(problem, tuple(range(len(problem.people)))):
        if not any(problem.people[person].speaks(language) for language in wanted):
            why = text(
                "{name} speaks none of the languages that a team may share: {languages}.",
                name=name_of(problem, person),
                languages=", ".join(wanted),
            )
            yield BrokenRule("common_language", why)


def _companies(problem: Problem) -> list[set[int]]:
    """People who must sit together, directly or through others."""
    companies: list[set[int]] = []
    for group in problem.together:
        joined = set(group)
        for company in [one for one in companies if one & joined]:
            companies.remove(company)
            joined |= company
        companies.append(joined)
    return companies


def _together(problem: Problem) -> Iterator[BrokenRule]:
    largest = max((most for _, most in problem.sizes), default=0)
    home = dict(problem.fixed) | dict(problem.pinned)
    for company in _companies(problem):
        names = names_of(problem, sorted(company))
        if len(company) > largest:
            why = text("{names} are to sit together, and no team holds more than {most}.", names=names, most=largest)
            yield BrokenRule("keep_together", why)
        if len({home[person] for person in company if person in home}) > 1:
            why = text("{names} are to sit together and have fixed or locked seats at different tables.", names=names)
            yield BrokenRule("keep_together", why)
        for group in problem.apart:
            torn = sorted(company.intersection(group))
            if len(torn) > 1:
                why = text("{names} are to sit both together and apart.", names=names_of(problem, torn))
                yield BrokenRule("keep_apart", why)


def _apart(problem: Problem) -> Iterator[BrokenRule]:
    home = dict(problem.fixed) | dict(problem.pinned)
    for group in problem.apart:
        if len(group) > len(problem.slots):
            why = text(
                "{names} are to sit apart, and there are {teams} teams.",
                names=names_of(problem, group),
                teams=len(problem.slots),
            )
            yield BrokenRule("keep_apart", why)
        for team, slot in enumerate(problem.slots):
            here = [person for person in group if home.get(person) == team]
            if len(here) > 1 and team not in problem.closed:
                why = text(
                    "{names} are to sit apart and have fixed or locked seats at table {table}.",
                    names=names_of(problem, here),
                    table=slot.table,
                )
                yield BrokenRule("keep_apart", why)


def _tables(problem: Problem) -> Iterator[BrokenRule]:
    pinned, fixed = dict(problem.pinned), dict(problem.fixed)
    for person, team in problem.fixed:
        name, table = name_of(problem, person), problem.slots[team].table
        if pinned.get(person, team) != team or (person not in pinned and team in problem.closed):
            why = text("{name} has a fixed seat at table {table}, and a lock prevents it.", name=name, table=table)
            yield BrokenRule("fixed", why)
        elif person in problem.needs_accessible and not problem.slots[team].accessible:
            why = text(
                "{name} needs an accessible table, and the fixed seat is at table {table}.", name=name, table=table
            )
            yield BrokenRule("needs_accessible", why)
    for team, (_, most) in enumerate(problem.sizes):
        seated = sum(1 for where in (fixed | pinned).values() if where == team)
        if seated > most and team not in problem.closed:
            why = text(
                "{count} people have fixed or locked seats at table {table}, which holds {most}.",
                count=seated,
                table=problem.slots[team].table,
                most=most,
            )
            yield BrokenRule("fixed", why)
    waiting = [person for person in problem.needs_accessible if person not in pinned]
    seats = sum(problem.sizes[team][1] for team in _open_teams(problem) if problem.slots[team].accessible)
    if len(waiting) > seats:
        why = text(
            "{count} people need an accessible table, and such tables have {seats} seats.",
            count=len(waiting),
            seats=seats,
        )
        yield BrokenRule("needs_accessible", why)

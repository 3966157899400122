"""The hard rules of any allocation: which are broken, where, and in words.

Each rule has a stable name: `size`, `unseated`, `quota:LABEL`, `max_same_organisation`, `common_language`,
`min_per_team:NAME`, `keep_together`, `keep_apart`, `needs_accessible`, `fixed`. A locked team is excused from the rules
about its own make-up: the host has chosen it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from facilitator.common.texts import Text, text
from facilitator.teams.model import BrokenRule
from facilitator.teams.problem import UNSEATED, Problem


def quota_limits(by_size: Mapping[int, tuple[int, int]], size: int) -> tuple[int, int]:
    """Fewest and most people of a quota in a team of that size.

    A size without limits of its own takes those of the nearest named size (the smaller where two are as near): the
    least sinks with each person fewer and the most grows with each person more, so that no size is stricter for
    being unnamed.
    """
    if not by_size:
        return 0, size
    nearest = min(by_size, key=lambda named: (abs(named - size), named))
    least, most = by_size[nearest]
    return max(0, least - max(0, nearest - size)), most + max(0, size - nearest)


def broken_rules(problem: Problem, seats: Sequence[int]) -> tuple[BrokenRule, ...]:
    """Every hard rule that an allocation breaks, one entry for each place where it does."""
    members: list[list[int]] = [[] for _ in problem.slots]
    for person, team in enumerate(seats):
        if team != UNSEATED:
            members[team].append(person)
    found: list[BrokenRule] = []
    for team, group in enumerate(members):
        if team not in problem.closed:
            found += _broken_in_team(problem, team, group)
    found += _broken_by_people(problem, seats)
    return tuple(found)


def name_of(problem: Problem, person: int) -> str:
    """What to call a person in a message."""
    return problem.people[person].name or f"#{problem.people[person].id}"


def names_of(problem: Problem, people: Iterable[int]) -> str:
    """What to call several people in a message."""
    return ", ".join(name_of(problem, person) for person in people)


def shared_languages(problem: Problem, members: Sequence[int]) -> tuple[str, ...]:
    """Those of the rules' languages that everybody in a team speaks."""
    return tuple(
        language
        for language in problem.rules.common_languages
        if all(problem.people[person].speaks(language) for person in members)
    )


def _broken_in_team(problem: Problem, team: int, members: Sequence[int]) -> Iterator[BrokenRule]:
    rules, table = problem.rules, problem.slots[team].table
    inside = set(members)
    least, most = problem.sizes[team]
    if not least <= len(members) <= most:
        yield BrokenRule("size", _outside(text("people"), table, len(members), least, most))
    for limits, quota in zip(rules.quota_ranges, problem.quota_members, strict=True):
        least, most = quota_limits(limits.by_size, len(members))
        count = len(inside.intersection(quota))
        if not least <= count <= most:
            yield BrokenRule(f"quota:{limits.label}", _outside(limits.label, table, count, least, most))
    if rules.max_same_organisation is not None:
        for share in problem.organisations:
            same = inside.intersection(share.members)
            if len(same) > rules.max_same_organisation:
                why = text(
                    "{count} people at table {table} come from {organisation}; at most {most} may.",
                    count=len(same),
                    table=table,
                    organisation=problem.people[share.members[0]].organisation,
                    most=rules.max_same_organisation,
                )
                yield BrokenRule("max_same_organisation", why)
    if rules.common_languages and members and not shared_languages(problem, members):
        why = text(
            "Nobody’s language is shared by all at table {table}; it must be one of {languages}.",
            table=table,
            languages=", ".join(rules.common_languages),
        )
        yield BrokenRule("common_language", why)
    for need in problem.requirements:
        count = len(inside.intersection(need.members))
        if count < need.least:
            why = text(
                "Table {table} has {count} with {name}; it needs {least}.",
                table=table,
                count=count,
                name=need.name,
                least=need.least,
            )
            yield BrokenRule(f"min_per_team:{need.name}", why)
    for group in problem.apart:
        here = [person for person in group if person in inside]
        if len(here) > 1:
            why = text("{names} are to sit apart and share table {table}.", names=names_of(problem, here), table=table)
            yield BrokenRule("keep_apart", why)


def _outside(what: str | Text, table: str, count: int, least: int, most: int) -> Text:
    if least == most:
        return text("Table {table}: {count} {what}; it must be {most}.", table=table, count=count, what=what, most=most)
    return text(
        "Table {table}: {count} {what}; it must be {least}–{most}.",
        table=table,
        count=count,
        what=what,
        least=least,
        most=most,
    )


def _broken_by_people(problem: Problem, seats: Sequence[int]) -> Iterator[BrokenRule]:
    for person, team in enumerate(seats):
        if team == UNSEATED:
            yield BrokenRule("unseated", text("{name} has no team.", name=name_of(problem, person)))
    for group in problem.together:
        if len({seats[person] for person in group}) > 1:
            why = text("{names} are to sit together and do not.", names=names_of(problem, group))
            yield BrokenRule("keep_together", why)
    for person in problem.needs_accessible:
        if seats[person] != UNSEATED and not problem.slots[seats[person]].accessible:
            why = text("{name} needs an accessible table.", name=name_of(problem, person))
            yield BrokenRule("needs_accessible", why)
    for person, team in problem.fixed:
        if seats[person] != team:
            why = text(
                "{name} has a fixed seat at table {table}.",
                name=name_of(problem, person),
                table=problem.slots[team].table,
            )
            yield BrokenRule("fixed", why)

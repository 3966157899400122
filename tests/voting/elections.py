"""Elections for the tests: short ways to write them down, and generators of random ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from facilitator.voting.choices import (
    Abstention,
    Approvals,
    Choices,
    Dots,
    Places,
    Ranking,
    Scores,
    Single,
    Words,
)
from facilitator.voting.model import RULES, Ballot, Criterion, Group, Method, Option, Result, Role, Rule
from facilitator.voting.tally import Cast, count

CRITERIA = (Criterion("Nytta", 2.0), Criterion("Mod", 0.1))


def ballot(rule: Rule, names: Sequence[str], **settings: object) -> Ballot:
    """A ballot with options numbered from 1."""
    method = next(method for method, rules in RULES.items() if rule in rules)
    options = tuple(Option(number, name) for number, name in enumerate(names, 1))
    if method is Method.SCORE:
        settings.setdefault("criteria", (Criterion("score"),))
    if method is Method.TEXT:
        settings.setdefault("groups", tuple(Group(option.id, option.label, (option.label,)) for option in options))
        options = ()
    return Ballot(1, 1, "Test", method, rule, options=options, **settings)  # type: ignore[arg-type]


def rankings(names: str, piles: Sequence[tuple[int, str]]) -> tuple[Cast, ...]:
    """Rankings written as strings of one-letter names."""
    return tuple(Cast(Ranking(tuple(names.index(name) + 1 for name in order)), number) for number, order in piles)


def stars(names: str, piles: Sequence[tuple[int, Sequence[int]]]) -> tuple[Cast, ...]:
    """Scores in the order of the names."""
    return tuple(
        Cast(Scores(tuple((option, (("score", mark),)) for option, mark in enumerate(marks, 1))), number)
        for number, marks in piles
    )


def ranked(names: str, rule: Rule, piles: Sequence[tuple[int, str]]) -> list[str]:
    """The ranking by this rule: groups of one-letter names."""
    return spelled(names, count(ballot(rule, names), rankings(names, piles)))


def spelled(names: str, result: Result) -> list[str]:
    """The ranking as groups of one-letter names, in the order of the alphabet within a group."""
    return ["".join(sorted(names[option - 1] for option in group)) for group in result.ranking]


def choices(method: Method, size: int) -> st.SearchStrategy[Choices]:
    """Any choices that a ballot with that many options allows."""
    options = st.integers(1, size)
    some = st.sets(options, min_size=1).map(lambda chosen: tuple(sorted(chosen)))
    by_method: dict[Method, st.SearchStrategy[Choices]] = {
        Method.SINGLE: options.map(Single),
        Method.APPROVAL: some.map(Approvals),
        Method.RANKED: st.lists(options, unique=True, min_size=1).map(lambda order: Ranking(tuple(order))),
        Method.SCORE: st.dictionaries(
            options,
            st.dictionaries(st.sampled_from([each.name for each in CRITERIA]), st.integers(0, 5), min_size=1),
            min_size=1,
        ).map(lambda scores: Scores(tuple((each, tuple(sorted(scores[each].items()))) for each in sorted(scores)))),
        Method.DOTS: st.dictionaries(options, st.integers(1, 3), min_size=1).map(
            lambda dots: Dots(tuple(sorted(dots.items())))
        ),
        Method.AXES: st.dictionaries(options, st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1).map(
            lambda places: Places(tuple(sorted(places.items())))
        ),
        Method.TEXT: st.sampled_from(["A", "B", "C", "nobody's"]).map(Words),
    }
    return by_method[method] | st.just(Abstention())


def renumbered(chosen: Choices, ids: Mapping[int, int]) -> Choices:
    """The same choices where the options have other numbers."""
    match chosen:
        case Single(option):
            return Single(ids[option])
        case Approvals(options):
            return Approvals(tuple(sorted(ids[option] for option in options)))
        case Ranking(options):
            return Ranking(tuple(ids[option] for option in options))
        case Scores(scores):
            return Scores(tuple(sorted((ids[option], marks) for option, marks in scores)))
        case Dots(dots):
            return Dots(tuple(sorted((ids[option], number) for option, number in dots)))
        case Places(places):
            return Places(tuple(sorted((ids[option], place) for option, place in places)))
        case _:
            return chosen


@st.composite
def elections(
    draw: st.DrawFn, rules: Sequence[Rule] = tuple(Rule), most: int = 5, combined: bool = False
) -> tuple[Ballot, list[Cast]]:
    """A ballot by one of these rules, with weighted or combined roles, and what was cast on it."""
    rule = draw(st.sampled_from(rules))
    size = draw(st.integers(1, most))
    shares = ((Role.PARTICIPANT, 60.0), (Role.JURY, 40.0))
    settings: dict[str, object] = {"shares": shares} if combined else {"weights": ((Role.JURY, 2.5),)}
    settings["budget"] = 100
    if rule in RULES[Method.SCORE]:
        settings["criteria"] = CRITERIA
    empty = ballot(rule, "ABCDEFGH"[:size], **settings)
    cast = st.builds(
        Cast, choices(empty.method, size), st.integers(1, 4), st.sampled_from([Role.PARTICIPANT, Role.JURY])
    )
    return empty, draw(st.lists(cast, max_size=8))

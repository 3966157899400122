"""Simulated votes: always allowed, always the same, and never for one's own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.rehearsal.choosing import choose
from facilitator.voting.checking import checked
from facilitator.voting.choices import Abstention
from facilitator.voting.model import RULES, Ballot, Criterion, Method, Option

BALLOTS = st.builds(
    lambda method, count, most, budget, own: Ballot(
        3,
        1,
        "Prize",
        method,
        RULES[method][0],
        options=tuple(Option(number * 7, f"Option {number}", "", number) for number in range(1, count + 1)),
        most=most,
        budget=budget,
        criteria=(Criterion("Useful"), Criterion("New", 2)),
        own_team_excluded=own,
    ),
    st.sampled_from(Method),
    st.integers(1, 12),
    st.none() | st.integers(1, 15),
    st.integers(1, 20),
    st.booleans(),
)


def as_seen(ballot: Ballot) -> dict[str, Any]:
    """The parts of the public document that choices depend on."""
    return {
        "id": ballot.id,
        "method": str(ballot.method),
        "options": [{"id": option.id, "label": option.label} for option in ballot.options],
        "rules": {
            "most": ballot.most,
            "budget": ballot.budget,
            "criteria": [criterion.name for criterion in ballot.criteria],
        },
    }


@settings(deadline=None)
@given(BALLOTS, st.integers(1, 500))
def test_every_choice_is_allowed_and_the_same_again(ballot: Ballot, phone: int) -> None:
    own = [option.id for option in ballot.options if option.team == 1] if ballot.own_team_excluded else []
    choices = choose(as_seen(ballot), own, f"participant|{phone}")
    checked(ballot, choices, own_team=1)
    assert choices == choose(as_seen(ballot), own, f"participant|{phone}")


def test_whoever_has_nothing_left_to_choose_hands_in_an_empty_ballot() -> None:
    ballot = Ballot(1, 1, "Prize", Method.SINGLE, RULES[Method.SINGLE][0], options=(Option(1, "Ours"),))
    assert isinstance(checked(ballot, choose(as_seen(ballot), [1], "participant|1")), Abstention)


def test_the_room_leans_somewhere_and_few_hand_in_nothing() -> None:
    options = tuple(Option(number, f"Option {number}") for number in range(1, 17))
    ballot = Ballot(1, 1, "Prize", Method.SINGLE, RULES[Method.SINGLE][0], options=options)
    cast = [choose(as_seen(ballot), [], f"participant|{phone}") for phone in range(1, 401)]
    empty = [choices for choices in cast if "abstain" in choices]
    piles = sorted(sum(choices.get("one") == option.id for choices in cast) for option in options)
    assert 0 < len(empty) < 30
    assert piles[-1] > 4 * piles[0]
    other = as_seen(replace(ballot, id=2))
    assert [choose(other, [], f"participant|{phone}") for phone in range(1, 401)] != cast

"""Ballots, cards and results survive the way into the event file and back."""

from __future__ import annotations

import msgspec

from facilitator.common.clock import Instant
from facilitator.voting.model import (
    RULES,
    Ballot,
    Card,
    Criterion,
    Method,
    Option,
    Part,
    Phase,
    Result,
    Role,
    Row,
    Rule,
    Step,
    StepKind,
    Voting,
)

BALLOT = Ballot(
    3,
    1,
    "Publikens pris",
    Method.SCORE,
    Rule.STAR,
    phase=Phase.REVEALED,
    contest="ab" * 16,
    options=(Option(1, "OBK-index", "kort", 4), Option(2, "Integrator")),
    roles=(Role.PARTICIPANT, Role.JURY),
    most=2,
    criteria=(Criterion("Nytta", 2.0), Criterion("Mod")),
    weights=((Role.JURY, 2.5),),
    opened_at=Instant(1_700_000_000_000),
)
RESULT = Result(
    Method.SCORE,
    Rule.STAR,
    (2,),
    ((2,), (1,)),
    2,
    0,
    {1: 3.5, 2: 4},
    (Step(StepKind.RUNOFF, (Row(1, (1, None)), Row(2, (0.5, 2))), ("for", "against"), kept=(2,)),),
    {Role.JURY: Part(1, 0, (2,), {2: 4.0})},
)


def test_the_whole_state_survives_json() -> None:
    card = Card("0123456789abcdef", "ABCDEFGHJK", None, "Jury 1", Role.JURY, first="f" * 16)
    voting = Voting({3: BALLOT}, {card.id: card}, {3: RESULT})
    assert msgspec.json.decode(msgspec.json.encode(voting), type=Voting) == voting


def test_every_rule_counts_exactly_one_method() -> None:
    assert sorted(rule for rules in RULES.values() for rule in rules) == sorted(Rule)
    assert set(RULES) == set(Method)

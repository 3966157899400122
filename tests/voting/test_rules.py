"""What may be done with ballots and cards, and what is refused."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.common.clock import Duration, Instant
from facilitator.common.errors import NotFound, Stale, UserError
from facilitator.voting import roll, rules
from facilitator.voting.choices import Single
from facilitator.voting.model import Ballot, Criterion, Method, Option, Phase, Role, Rule, Source, Voting
from facilitator.voting.roll import Holder
from facilitator.voting.tally import Cast, count

from .elections import ballot

NOW = Instant(1_700_000_000_000)
CONTEST = "0123456789abcdef" * 2
DRAFT = replace(ballot(Rule.PLURALITY, "AB"), title="Pris")
SOURCE = random.Random(1).randbytes


def _with_draft(**settings: object) -> tuple[Voting, int]:
    voting, added = rules.add_ballot(Voting(), replace(DRAFT, **settings))  # type: ignore[arg-type]
    return voting, added.id


def test_a_ballot_goes_from_draft_to_result() -> None:
    voting, one = _with_draft()
    voting = rules.open_ballot(voting, one, CONTEST, NOW)
    assert (voting.ballots[one].phase, voting.ballots[one].contest) == (Phase.OPEN, CONTEST)
    voting = rules.close_ballot(voting, one, Instant(NOW + 5))
    assert (voting.ballots[one].opened_at, voting.ballots[one].closed_at) == (NOW, NOW + 5)
    result = count(voting.ballots[one], [Cast(Single(2))])
    voting = rules.reveal_result(voting, one, result)
    assert voting.ballots[one].phase is Phase.REVEALED
    assert voting.results == {one: result}


STEPS: dict[str, Callable[[Voting, int], Voting]] = {
    "edit": lambda voting, one: rules.edit_ballot(voting, replace(voting.ballots[one], title="Nytt")),
    "open": lambda voting, one: rules.open_ballot(voting, one, CONTEST, NOW),
    "close": lambda voting, one: rules.close_ballot(voting, one, NOW),
    "reveal": lambda voting, one: rules.reveal_result(voting, one, count(voting.ballots[one], [])),
    "remove": lambda voting, one: rules.remove_ballot(voting, one),
}
ALLOWED = {
    Phase.DRAFT: {"edit", "open", "remove"},
    Phase.OPEN: {"close"},
    Phase.CLOSED: {"reveal"},
    Phase.REVEALED: set[str](),
}


@given(st.lists(st.sampled_from(sorted(STEPS))))
def test_no_step_is_possible_out_of_turn(steps: list[str]) -> None:
    voting, one = _with_draft()
    for name in steps:
        phase = voting.ballots[one].phase
        if name in ALLOWED[phase]:
            voting = STEPS[name](voting, one)
            if name == "remove":
                assert one not in voting.ballots
                return
        else:
            with pytest.raises(Stale):
                STEPS[name](voting, one)
        assert list(Phase).index(voting.ballots[one].phase) >= list(Phase).index(phase)


def test_a_draft_is_always_a_draft() -> None:
    """Whatever is sent as a draft, it does not arrive as open, nor over another one."""
    voting, first = _with_draft()
    voting, second = rules.add_ballot(voting, replace(DRAFT, id=first, phase=Phase.OPEN, contest=CONTEST))
    assert second.id != first
    assert second.position > voting.ballots[first].position
    assert (second.phase, second.contest) == (Phase.DRAFT, "")
    edited = rules.edit_ballot(voting, replace(second, phase=Phase.REVEALED, title="Nytt"))
    assert (edited.ballots[second.id].phase, edited.ballots[second.id].title) == (Phase.DRAFT, "Nytt")


def test_options_are_drawn_when_it_opens() -> None:
    voting, one = _with_draft(source=Source.SOLUTIONS, options=())
    drawn = (Option(7, "Integrator", team=3), Option(9, "OBK-index", team=1))
    assert rules.open_ballot(voting, one, CONTEST, NOW, drawn).ballots[one].options == drawn
    with pytest.raises(UserError, match="no options"):
        rules.open_ballot(voting, one, CONTEST, NOW, ())
    own, mine = _with_draft()
    with pytest.raises(ValueError, match="own options"):
        rules.open_ballot(own, mine, CONTEST, NOW, drawn)
    with pytest.raises(ValueError, match="32 hex"):
        rules.open_ballot(own, mine, "Z" * 32, NOW)


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": " "},
        {"rule": Rule.SCHULZE},
        {"options": (Option(1, "A"), Option(1, "B"))},
        {"options": (Option(1, " "),)},
        {"method": Method.SCORE, "rule": Rule.MEAN},
        {"method": Method.SCORE, "rule": Rule.MEAN, "criteria": (Criterion("a"), Criterion("a"))},
        {"method": Method.SCORE, "rule": Rule.MEAN, "criteria": (Criterion("a", 0.0),)},
        {"method": Method.SCORE, "rule": Rule.MEAN, "criteria": (Criterion("a", float("nan")),)},
        {"weights": ((Role.JURY, -1.0),)},
        {"most": 0},
        {"budget": 0},
        {"roles": ()},
        {"straw_poll": True, "own_team_excluded": True},
    ],
)
def test_a_ballot_that_contradicts_itself_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(UserError):
        _with_draft(**wrong)


def test_what_does_not_exist_is_not_found() -> None:
    with pytest.raises(NotFound):
        rules.find_ballot(Voting(), 4)
    with pytest.raises(NotFound):
        roll.revoke_card(Voting(), "0" * 16)


def test_everybody_gets_one_card_and_keeps_it() -> None:
    people = [Holder(f"Person {number}", participant=number) for number in range(80)]
    jury = [Holder("Jury", Role.JURY), Holder("Jury", Role.JURY)]
    voting = roll.issue_cards(Voting(), [*people, people[0], *jury], SOURCE)
    assert len(voting.cards) == 82
    assert all(key == card.id for key, card in voting.cards.items())
    assert roll.issue_cards(voting, people, SOURCE) == voting
    audience: Ballot = replace(DRAFT, roles=(Role.PARTICIPANT,))
    assert {card.participant for card in rules.eligible(voting, audience)} == set(range(80))
    assert len(rules.eligible(voting, replace(DRAFT, roles=(Role.JURY,)))) == 2
    assert rules.eligible(voting, replace(DRAFT, straw_poll=True)) == ()


def test_a_reissued_card_has_the_lost_ones_place_on_the_roll() -> None:
    voting = roll.issue_cards(Voting(), [Holder("Alva", participant=1)], SOURCE)
    (first,) = voting.cards.values()
    voting, second = roll.reissue_card(voting, first.id, SOURCE)
    voting, third = roll.reissue_card(voting, second.id, SOURCE)
    assert len({first.secret, second.secret, third.secret}) == 3
    assert first.roll_key == second.roll_key == third.roll_key == first.id
    assert rules.eligible(voting, DRAFT) == (third,)
    with pytest.raises(Stale, match="revoked already"):
        roll.reissue_card(voting, second.id, SOURCE)
    voting = roll.issue_cards(roll.revoke_card(voting, third.id), [Holder("Alva", participant=1)], SOURCE)
    (fourth,) = rules.eligible(voting, DRAFT)
    assert fourth.roll_key == first.id


def test_two_cards_are_never_the_same() -> None:
    repeating = itertools.cycle([bytes(7), bytes(7), b"\x01" * 7])
    voting = roll.issue_cards(Voting(), [Holder("A"), Holder("B")], lambda _: next(repeating))
    assert len(voting.cards) == 2


def test_a_card_keeps_its_secret_out_of_logs() -> None:
    voting = roll.issue_cards(Voting(), [Holder("Alva", participant=1)], SOURCE)
    (card,) = voting.cards.values()
    assert card.secret not in repr(voting)


def test_a_vote_ends_after_its_length_or_at_its_time_whichever_is_first() -> None:
    for settings, end in (
        ({"lasts": Duration(60_000)}, 60_000),
        ({"closes_at": Instant(NOW + 30_000)}, 30_000),
        ({"lasts": Duration(60_000), "closes_at": Instant(NOW + 30_000)}, 30_000),
    ):
        voting, one = _with_draft(**settings)
        assert rules.open_ballot(voting, one, CONTEST, NOW).ballots[one].closes_at == NOW + end
    voting, one = _with_draft(closes_at=NOW)
    with pytest.raises(UserError, match="has passed"):
        rules.open_ballot(voting, one, CONTEST, NOW)
    with pytest.raises(UserError, match="after it opens"):
        _with_draft(opens_at=NOW, closes_at=NOW)


def test_more_time_for_a_vote() -> None:
    voting, one = _with_draft()
    voting = rules.open_ballot(voting, one, CONTEST, NOW)
    voting = rules.extend_ballot(voting, one, Duration(60_000), Instant(NOW + 1_000))
    assert voting.ballots[one].closes_at == NOW + 61_000
    voting = rules.extend_ballot(voting, one, Duration(-30_000), Instant(NOW + 2_000))
    assert voting.ballots[one].closes_at == NOW + 31_000
    with pytest.raises(UserError):
        rules.extend_ballot(voting, one, Duration(-30_000), Instant(NOW + 2_000))


@pytest.mark.parametrize(
    ("votes", "podium"),
    [
        ("AAAABBBCCD", [(1,), (2,), (3,)]),
        ("AABBC", [(1, 2), (3,)]),
        ("AABCD", [(1,), (2, 3, 4)]),
        ("ABCD", [(1, 2, 3, 4)]),
        ("", []),
    ],
)
def test_places_are_shown_from_the_third_upwards(votes: str, podium: list[tuple[int, ...]]) -> None:
    voting, one = _with_draft(options=ballot(Rule.PLURALITY, "ABCD").options)
    voting = rules.close_ballot(rules.open_ballot(voting, one, CONTEST, NOW), one, NOW)
    result = count(voting.ballots[one], [Cast(Single("ABCD".index(name) + 1)) for name in votes])
    assert list(rules.podium(result)) == podium
    for step in range(1, max(1, len(podium))):
        voting = rules.unveil_place(voting, one, result)
        assert (voting.ballots[one].phase, voting.ballots[one].unveiled) == (Phase.CLOSED, step)
        with pytest.raises(Stale):
            rules.put_dice(voting, one, "6")
    voting = rules.unveil_place(voting, one, result)
    assert (voting.ballots[one].phase, voting.ballots[one].unveiled) == (Phase.REVEALED, 0)


def test_dice_are_thrown_once_and_after_the_close() -> None:
    voting, one = _with_draft()
    voting = rules.open_ballot(voting, one, CONTEST, NOW)
    with pytest.raises(Stale):
        rules.put_dice(voting, one, "36")
    voting = rules.close_ballot(voting, one, NOW)
    with pytest.raises(UserError, match="throw of dice"):
        rules.put_dice(voting, one, "six")
    thrown = rules.put_dice(voting, one, "36")
    with pytest.raises(Stale, match="36"):
        rules.put_dice(thrown, one, "11")

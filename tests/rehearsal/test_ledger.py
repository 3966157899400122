"""The ledger: who owes a vote, and how long it is waited for."""

from __future__ import annotations

import threading
from dataclasses import replace

from facilitator.rehearsal.ledger import Due, Ledger, cards_in_use, votes_due
from facilitator.voting.model import Card, Phase, Role, Voting
from tests.desk.builders import a_ballot, a_state

CARDS = tuple(
    Card(name, "", number, name, role)
    for number, (name, role) in enumerate(
        [("a", Role.PARTICIPANT), ("b", Role.PARTICIPANT), ("c", Role.JURY), ("d", Role.GUEST)], start=1
    )
)
OPEN = replace(a_ballot(), id=1, phase=Phase.OPEN, contest="x")


def due(*ballots_: object, cards: tuple[Card, ...] = CARDS, **more: object) -> set[int]:
    ballot = replace(OPEN, **more)  # type: ignore[arg-type]  # the test's own keywords
    voting = Voting({1: ballot}, {card.id: card for card in cards})
    return {each.phone for each in votes_due(replace(a_state(), voting=voting), CARDS)}


def test_votes_are_due_from_good_cards_of_the_ballots_roles_while_it_is_open() -> None:
    assert due() == {1, 2}
    assert due(roles=(Role.JURY, Role.GUEST)) == {3, 4}
    assert due(phase=Phase.CLOSED) == set()
    assert due(phase=Phase.DRAFT) == set()
    assert due(straw_poll=True) == {1, 2, 3, 4}
    assert due(cards=(replace(CARDS[0], revoked=True), *CARDS[1:])) == {2}


def test_the_first_participants_get_phones_and_the_jury_and_guests_besides() -> None:
    shuffled = (CARDS[3], CARDS[1], CARDS[0], CARDS[2], replace(CARDS[0], id="old", revoked=True))
    assert [card.id for card in cards_in_use(shuffled, 1)] == ["a", "c", "d"]
    assert [card.id for card in cards_in_use(shuffled, 80)] == ["a", "b", "c", "d"]
    assert cards_in_use(shuffled, 0) == ()


def test_waiting_ends_when_the_last_answer_is_there() -> None:
    ledger, votes = Ledger(), [Due(number, 1, "x") for number in (1, 2, 3)]
    for vote in votes:
        ledger.casting(vote)
    ledger.cast(votes[0])
    ledger.turned_down(votes[1], "closed")
    late = threading.Thread(target=ledger.cast, args=(votes[2],))
    late.start()
    ledger.wait_done(frozenset(votes), 20)
    late.join()
    assert (ledger.sent, ledger.acknowledged, ledger.missing, ledger.refusals) == (3, 2, 0, ("closed",))


def test_a_vote_that_never_comes_is_given_up_once_and_counted_as_missing() -> None:
    ledger, never = Ledger(), Due(1, 1, "x")
    ledger.wait_done(frozenset({never}), 0)
    ledger.wait_done(frozenset({never}), 3600)
    assert (ledger.sent, ledger.missing) == (0, 1)
    assert not ledger.wait_connected(1, 0)

"""What simulated phones have sent and got back, kept where the day and the phones' thread both can see it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from facilitator.common.frozen import frozen
from facilitator.desk.state import State
from facilitator.voting.model import Card, Phase, Role


@frozen
class Due:
    """A vote that a phone is going to cast: on this ballot, at this opening of it."""

    phone: int
    ballot: int
    contest: str


def cards_in_use(cards: Iterable[Card], phones: int) -> tuple[Card, ...]:
    """The cards that `phones` phones are given: the first participants' in the order of the list, and, if there are any
    phones at all, one each for the jury and the guests, whose ballots would stay empty otherwise."""
    if phones == 0:
        return ()
    good = [card for card in cards if not card.revoked]
    participants = sorted(
        (card for card in good if card.role is Role.PARTICIPANT), key=lambda card: card.participant or 0
    )
    others = sorted((card for card in good if card.role is not Role.PARTICIPANT), key=lambda card: card.name)
    return (*participants[:phones], *others)


def votes_due(state: State, cards: Iterable[Card]) -> frozenset[Due]:
    """The votes that phones with these cards owe the open ballots; phones are counted from 1 in the cards' order."""
    open_ballots = [ballot for ballot in state.voting.ballots.values() if ballot.phase is Phase.OPEN]
    due = set()
    for number, card in enumerate(cards, start=1):
        present = state.voting.cards.get(card.id, card)
        for ballot in open_ballots:
            if ballot.straw_poll or (present.role in ballot.roles and not present.revoked):
                due.add(Due(number, ballot.id, ballot.contest))
    return frozenset(due)


class Ledger:
    """Counts votes; may be used from any thread."""

    def __init__(self) -> None:
        """Nothing has been sent."""
        self._changed = threading.Condition()
        self._on_their_way: set[Due] = set()
        self._done: set[Due] = set()
        self._connected: set[int] = set()
        self._given_up: set[Due] = set()
        self._sent = 0
        self._acknowledged = 0
        self._refusals: list[str] = []

    @property
    def sent(self) -> int:
        """How many distinct votes have been sent; tries of the same vote count once."""
        return self._sent

    @property
    def acknowledged(self) -> int:
        """How many of them have been answered with a receipt."""
        return self._acknowledged

    @property
    def refusals(self) -> tuple[str, ...]:
        """Why votes were turned down, in the phones' words."""
        return tuple(self._refusals)

    @property
    def missing(self) -> int:
        """How many votes that were waited for have not been answered."""
        return len(self._given_up - self._done)

    def connected(self, phone: int) -> None:
        """A phone has its live stream open."""
        with self._telling():
            self._connected.add(phone)

    def casting(self, due: Due) -> None:
        """A vote goes out."""
        with self._telling():
            self._sent += 1
            self._on_their_way.add(due)

    def cast(self, due: Due) -> None:
        """A vote has been acknowledged."""
        with self._telling():
            self._acknowledged += 1
            self._end(due)

    def turned_down(self, due: Due, reason: str) -> None:
        """A vote has been refused for good."""
        with self._telling():
            self._refusals.append(reason)
            self._end(due)

    def wait_connected(self, phones: int, patience: float) -> bool:
        """Wait until so many phones are connected; False if none has come for `patience` seconds."""
        with self._changed:
            while len(self._connected) < phones:
                if not self._changed.wait(patience):
                    return False
        return True

    def wait_done(self, due: frozenset[Due], patience: float) -> None:
        """Wait until these votes, and all that are on their way, have been answered.

        Gives up what is missing when nothing has moved for `patience` seconds, and does not wait for it again.
        """
        with self._changed:
            while missing := (due | self._on_their_way) - self._done - self._given_up:
                if not self._changed.wait(patience):
                    self._given_up |= missing

    def _end(self, due: Due) -> None:
        self._on_their_way.discard(due)
        self._done.add(due)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        with self._changed:
            yield
            self._changed.notify_all()

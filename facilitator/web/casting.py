"""Takes a vote that a phone sent to the ballot box, and says what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from typing import TypeAlias

from facilitator.common.texts import text
from facilitator.store.ballot_box import BallotBoxWriter, Verdict
from facilitator.web.admission import UNKNOWN_CARD, WRONG_MAC, SentVote, admitted, closed, device_of
from facilitator.web.board import Board
from facilitator.web.limits import Limits
from facilitator.web.problems import Problem, too_many, unavailable

Settle: TypeAlias = Callable[[Verdict], None]
"""Told in the server's thread what became of a vote; must not fail."""

_STORED = {Verdict.ACCEPTED: HTTPStatus.CREATED, Verdict.REPLACED: HTTPStatus.CREATED, Verdict.REPEATED: HTTPStatus.OK}


class Casting:
    """The way into the box, the same for phones with and without scripts."""

    def __init__(self, board: Board, writer: BallotBoxWriter[Settle], limits: Limits) -> None:
        """`limits` slow down whoever guesses."""
        self._board = board
        self._writer = writer
        self._limits = limits

    def submit(self, number: int, sent: SentVote, authorization: str | None, address: str, settle: Settle) -> str:
        """Queue a vote on ballot `number` that came from `address`: its receipt, worth something once `settle` says so.

        Raises:
            Problem: it may not go into the box.
        """
        try:
            vote = admitted(self._board, number, sent, device_of(authorization))
        except Problem as problem:
            raise self.limited(problem, address, sent.card) from problem
        limits = self._limits
        waiting = limits.new_devices.take(address) if sent.card is None else limits.cards.take(sent.card)
        if waiting:
            raise too_many(waiting)
        self._writer.submit(settle, vote)
        return vote.receipt

    async def cast(
        self, number: int, sent: SentVote, authorization: str | None, address: str
    ) -> tuple[str, HTTPStatus]:
        """Put a vote into the box: its receipt, and the status that says whether it was there already.

        Raises:
            Problem: it is not in the box.
        """
        verdict: asyncio.Future[Verdict] = asyncio.get_running_loop().create_future()

        def settle(came: Verdict) -> None:
            if not verdict.done():
                verdict.set_result(came)

        receipt = self.submit(number, sent, authorization, address, settle)
        return receipt, stored(await verdict)

    def limited(self, problem: Problem, address: str, card: str | None) -> Problem:
        """The refusal itself, or one for too many tries if it may be guessing and there were too many."""
        if problem.code not in (UNKNOWN_CARD, WRONG_MAC):
            return problem
        waiting = self._limits.failures.take(address)
        if problem.code == WRONG_MAC and card is not None:
            waiting = max(waiting, self._limits.wrong_macs.take(card))
        return too_many(waiting) if waiting else problem


def stored(verdict: Verdict) -> HTTPStatus:
    """The status for a vote that is in the box.

    Raises:
        Problem: it is not.
    """
    if verdict in _STORED:
        return _STORED[verdict]
    if verdict is Verdict.CLOSED:
        raise closed()
    if verdict is Verdict.UNAVAILABLE:
        raise unavailable()
    if verdict is Verdict.ALREADY:
        message = text("A vote has already been cast with this voting card.")
    elif verdict is Verdict.SUPERSEDED:
        message = text("You have replaced this vote by a later one, which stands.")
    else:
        message = text("A vote with this number has already been cast.")
    raise Problem(HTTPStatus.CONFLICT, "already-voted" if verdict is not Verdict.TAKEN else "uid-taken", message)

"""Which requests take the short way: votes on a ballot, and the live stream of phones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache, partial

from facilitator.store.ballot_box import Verdict
from facilitator.web.admission import sent_vote
from facilitator.web.board import Board
from facilitator.web.bodies import decode
from facilitator.web.casting import Casting, stored
from facilitator.web.guard import allowed_host, own_origin
from facilitator.web.live import Live
from facilitator.web.problems import Problem, language_of, problem_response
from facilitator.web.short_way import Call, Way

_VOTES = re.compile(rb"/api/ballots/([0-9]{1,9})/votes")
_LIVE = re.compile(rb"/api/live(\?.*)?")


class ShortWays:
    """The short ways, and what they share with the routes."""

    def __init__(self, board: Board, casting: Casting, live: Live) -> None:
        """`live` is the phones' stream."""
        self._board = board
        self._casting = casting
        self._live = live
        self._known = lru_cache(256)(self._find)  # a room asks for the same few things

    def find(self, method: bytes, url: bytes, headers: Mapping[bytes, bytes]) -> Way | None:
        """The short way of a request; what would be refused for its host or origin takes the ordinary one."""
        names = tuple(self._board.private.hosts)
        return self._known(method, url, headers.get(b"host", b""), headers.get(b"origin"), names)

    def _find(self, method: bytes, url: bytes, host: bytes, origin: bytes | None, names: tuple[str, ...]) -> Way | None:
        way: Way
        if method == b"POST" and (votes := _VOTES.fullmatch(url)):
            way = partial(self._vote, int(votes[1]))
        elif method == b"GET" and _LIVE.fullmatch(url):
            way = self._live.open
        else:
            return None
        called = host.decode("latin-1")
        if not allowed_host(called, names):
            return None
        return way if own_origin(None if origin is None else origin.decode("latin-1"), called) else None

    def _vote(self, number: int, call: Call) -> None:
        """Casts a ballot. The answer leaves after the vote is on disk."""

        def settle(verdict: Verdict) -> None:
            try:
                status = stored(verdict)
            except Problem as problem:
                self._refuse(problem, call)
            else:
                call.answer_json(status, b'{"receipt":"%s"}' % receipt.encode())

        try:
            sent = sent_vote(decode(call.body))
            receipt = self._casting.submit(number, sent, call.header(b"authorization"), call.address, settle)
        except Problem as problem:
            self._refuse(problem, call)

    def _refuse(self, problem: Problem, call: Call) -> None:
        language = language_of(call.header(b"accept-language"), self._board.private.language)
        call.answer(problem_response(problem, language))

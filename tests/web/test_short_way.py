"""Votes and streams by the short way: the same answers as by the ordinary one, the same patience with connections."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import closing

import pytest

from .day import SECRETS, Served, signed

CLOSE = b"Connection: close\r\n"


@pytest.fixture
def line(served: Served) -> Iterator[socket.socket]:
    """A bare connection."""
    with closing(socket.create_connection(("127.0.0.1", served.server.port), 20)) as opened:
        yield opened


def vote(at: int, *headers: bytes, ballot: int = 1, host: bytes = b"127.0.0.1") -> bytes:
    body = json.dumps(signed(ballot, SECRETS[at], f"{at:032x}", {"one": 11})).encode()
    head = b"POST /api/ballots/%d/votes HTTP/1.1\r\nHost: %s\r\n%s" % (ballot, host, b"".join(headers))
    return head + b"Content-Length: %d\r\n\r\n" % len(body) + body


def state(*headers: bytes) -> bytes:
    return b"GET /api/state HTTP/1.1\r\nHost: 127.0.0.1\r\n%s\r\n" % b"".join(headers)


def answers(line: socket.socket) -> list[tuple[int, dict[bytes, bytes], bytes]]:
    """Status, headers and body of every answer until the server ends the connection."""
    came = b""
    while received := line.recv(65_536):
        came += received
    found = []
    while came:
        head, _, rest = came.partition(b"\r\n\r\n")
        first, *lines = head.split(b"\r\n")
        headers = dict(each.lower().split(b": ", 1) for each in lines)
        length = int(headers[b"content-length"])
        found.append((int(first.split()[1]), headers, rest[:length]))
        came = rest[length:]
    return found


def test_both_ways_answer_alike(served: Served, line: socket.socket) -> None:
    whole = vote(0)
    line.sendall(whole)
    head, body = vote(0, CLOSE).split(b"\r\n\r\n")
    line.sendall(head + b"\r\n\r\n" + body[:20])
    served.until(lambda: served.turnouts.get(1) == 1)  # by then the server has read the first part alone
    line.sendall(body[20:])
    (short, short_headers, short_body), (ordinary, ordinary_headers, ordinary_body) = answers(line)
    assert (short, ordinary) == (201, 200)
    assert json.loads(short_body) == json.loads(ordinary_body)
    assert short_headers.keys() == ordinary_headers.keys() - {b"connection"}
    same = short_headers.keys() - {b"date"}
    assert {name: short_headers[name] for name in same} == {name: ordinary_headers[name] for name in same}


def test_what_is_sent_without_waiting_is_answered_in_order(line: socket.socket) -> None:
    line.sendall(vote(0) + state() + vote(1) + vote(1) + state(CLOSE))
    statuses = [status for status, _, _ in answers(line)]
    assert statuses == [201, 200, 201, 200, 200]


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (vote(0, CLOSE, host=b"evil.example"), 421),
        (vote(0, CLOSE, b"Origin: http://evil.example\r\n"), 403),
        (vote(0, CLOSE, b"Origin: http://127.0.0.1\r\n"), 201),
        (vote(0, CLOSE, b"Expect: 100-continue\r\n").replace(b"1.1\r\n", b"1.1\r\n", 1), 201),
        (vote(0, CLOSE, ballot=999), 404),
    ],
    ids=["host", "origin", "own origin", "expects", "no ballot"],
)
def test_what_is_refused_is_refused_by_every_way(line: socket.socket, request_: bytes, status: int) -> None:
    line.sendall(request_)
    *_, last = answers_but_continue(line)
    assert last[0] == status
    assert last[1][b"x-content-type-options"] == b"nosniff"
    assert last[1][b"cache-control"] == b"no-store"


def test_a_refusal_leaves_the_connection_open_and_speaks_the_phones_language(line: socket.socket) -> None:
    swedish = b"Accept-Language: sv\r\n"
    line.sendall(vote(0, swedish, ballot=8) + vote(0, CLOSE))
    (refused, headers, body), (accepted, _, _) = answers(line)
    assert (refused, accepted) == (409, 201)
    assert headers[b"content-language"] == b"sv"
    assert json.loads(body)["code"] == "not-opened"


def test_streams_come_and_go(served: Served) -> None:
    request = b"GET /api/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    lines = [socket.create_connection(("127.0.0.1", served.server.port), 20) for _ in range(3)]
    for each in lines:
        each.sendall(request)
    served.until(lambda: served.phones[-1:] == [3])
    for each in lines:
        each.close()
    served.until(lambda: served.phones[-1] == 0)


def answers_but_continue(line: socket.socket) -> list[tuple[int, dict[bytes, bytes], bytes]]:
    """Like `answers`, without the line that says that a body may come."""
    came = b""
    while received := line.recv(65_536):
        came += received
    came = came.removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n")
    head, _, body = came.partition(b"\r\n\r\n")
    first, *lines = head.split(b"\r\n")
    return [(int(first.split()[1]), dict(each.lower().split(b": ", 1) for each in lines), body)]

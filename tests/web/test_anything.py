"""Whatever is sent, the server answers with a refusal of its own, never with a fault."""

from __future__ import annotations

import json
import os

import httpx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .day import SECRETS, signed

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
KEYS = st.sampled_from(["one", "approve", "rank", "scores", "dots", "axes", "abstain"])
IDS = st.integers(9, 14) | st.integers()
CHOICES = st.dictionaries(
    KEYS,
    ANYTHING | IDS | st.lists(IDS, max_size=5) | st.dictionaries(IDS.map(str), ANYTHING | IDS, max_size=4),
    min_size=1,
    max_size=2,
)
EXPECTED = {200, 201, 400, 401, 403, 404, 409, 413, 422, 429}
LENIENT = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def answered(answer: httpx.Response) -> None:
    assert answer.status_code in EXPECTED, answer.text
    if answer.status_code >= 400:
        assert answer.json()["status"] == answer.status_code


@given(body=ANYTHING | st.binary(max_size=200))
@LENIENT
def test_any_body(shared: httpx.Client, body: object) -> None:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    answered(shared.post("/api/ballots/1/votes", content=content))
    answered(shared.post("/api/staff/commands", content=content))


@given(number=st.integers(1, 12), choices=CHOICES, voter=st.sampled_from(SECRETS))
@LENIENT
def test_any_signed_choices(shared: httpx.Client, number: int, choices: object, voter: str) -> None:
    body = signed(number, voter, os.urandom(16).hex(), choices)
    answered(shared.post(f"/api/ballots/{number}/votes", content=json.dumps(body).encode()))


@given(
    name=st.sampled_from(["Authorization", "Accept-Language", "Accept-Encoding", "Last-Event-ID", "Content-Length-X"]),
    value=st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60),
    path=st.sampled_from(["/", "/api/state", "/api/me", "/api/staff/state", "/api/ballots/1/details"]),
)
@LENIENT
def test_any_header(shared: httpx.Client, name: str, value: str, path: str) -> None:
    answer = shared.get(path, headers={name: value.strip()})
    assert answer.status_code in EXPECTED

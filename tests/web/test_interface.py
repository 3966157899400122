"""The rest of the interface: state, live stream, staff, refusals of all kinds, and the description."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Generator
from http import HTTPStatus
from typing import Any

import httpx
import pytest

from facilitator.common.errors import NotFound, UserError
from facilitator.common.texts import text
from facilitator.voting.model import Phase, Result
from facilitator.web.openapi import OPENAPI

from .day import DRAFT, SECRETS, STAFF_KEY, Served, cast, contest, signed

STAFF = {"Authorization": f"Staff {STAFF_KEY}"}
UID = "a" * 32


def test_the_state_shows_ballots_of_the_day_the_one_on_show_first(served: Served, client: httpx.Client) -> None:
    state = client.get("/api/state").json()
    assert state["version"] == 1
    assert state["event"]["title"] == "Skills360-modellen"
    assert (state["now"]["title"], state["now"]["paused"]) == ("Lagarbete", False)
    assert state["next"]["title"] == "Fika & mingel"
    ids = [ballot["id"] for ballot in state["ballots"]]
    assert ids[0] == 3
    assert DRAFT not in ids
    assert state["ballots"][0]["contest"] == contest(3)
    assert not any("result" in ballot for ballot in state["ballots"])


def test_no_result_before_the_reveal(served: Served, client: httpx.Client) -> None:
    ballot = served.state.voting.ballots[1]
    outcome = Result(ballot.method, ballot.rule, (10,), ((10,), (11, 12, 13)), 3, 1, {10: 2.0})
    voting = served.state.voting
    object.__setattr__(voting, "results", {1: outcome})
    for phase, shown in ((Phase.CLOSED, False), (Phase.REVEALED, True)):
        served.change(1, phase=phase)
        state = _until_version(client, served.version)
        staff = client.get("/api/staff/state", headers=STAFF).json()
        for document in (state, staff):
            found = next(each for each in document["ballots"] if each["id"] == 1)
            assert ("result" in found) == shown
    assert found["result"]["ranking"] == [[10], [11, 12, 13]]


def _until_version(client: httpx.Client, version: int) -> dict[str, Any]:
    for event in _events(client):
        if event["version"] == version:
            return event
    raise AssertionError("the stream ended")


def _events(client: httpx.Client, **params: str) -> Generator[dict[str, Any], None, None]:
    with client.stream("GET", "/api/live", params=params) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        name = ""
        for line in stream.iter_lines():
            if line.startswith("event: "):
                name = line[7:]
            elif line.startswith("data: "):
                assert name == "state"
                yield json.loads(line[6:])


def test_the_stream_tells_every_change_and_the_phones_are_counted(served: Served, client: httpx.Client) -> None:
    events = _events(client)
    assert next(events)["version"] == 1
    served.until(lambda: served.phones and served.phones[-1] == 1)
    served.change(1, phase=Phase.CLOSED)
    changed = next(events)
    assert changed["version"] == 2
    fields = client.get("/api/state").json()
    assert {key: changed[key] for key in changed if key != "server_time"} == {
        key: fields[key] for key in fields if key != "server_time"
    }
    events.close()
    served.until(lambda: served.phones[-1] == 0)


def test_a_phone_that_has_the_state_is_not_told_it_again(served: Served, client: httpx.Client) -> None:
    tag = re.search(r'data-tag="([^"]+)"', client.get("/").text)
    assert tag is not None
    events = _events(client, have=tag[1])
    served.change(1, phase=Phase.CLOSED)
    assert next(events)["version"] == 2


def test_descriptions_of_options_are_apart_from_the_state(shared: httpx.Client) -> None:
    assert "Om OBK-index." not in shared.get("/api/state").text
    assert shared.get("/api/ballots/1/details").json()["details"]["12"] == "Om OBK-index."
    assert shared.get(f"/api/ballots/{DRAFT}/details").status_code == 404


def test_me_says_name_team_and_table(shared: httpx.Client) -> None:
    card = str(signed(1, SECRETS[4], UID, {})["card"])
    me = shared.get("/api/me", headers={"Authorization": "Card " + card}).json()
    assert {key: me[key] for key in ("name", "team", "table", "voted")} == {
        "name": "Åsa5 Öberg",
        "team": 2,
        "table": "Tjärn",
        "voted": {},
    }


def test_staff_commands_reach_the_app_and_come_back(served: Served, client: httpx.Client) -> None:
    answer = client.post("/api/staff/commands", headers=STAFF, json={"type": "add-time", "seconds": 60})
    assert (answer.status_code, answer.json()) == (200, {"version": 1, "result": None})
    assert served.commands == [({"type": "add-time", "seconds": 60}, "staff")]


@pytest.mark.parametrize(("error", "status"), [(UserError, 409), (NotFound, 404)])
def test_a_refused_command_says_why(
    served: Served, client: httpx.Client, error: type[UserError], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(do: object, by: str) -> tuple[int, dict[str, object]]:
        raise error(text("Nothing is running."), text("Start the day or an item first."))

    object.__setattr__(served.server._callbacks, "on_command", refuse)
    answer = client.post("/api/staff/commands", headers=STAFF, json={"type": "next"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"] == "Nothing is running. Start the day or an item first."


def test_the_staff_key_locks_after_wrong_tries(client: httpx.Client) -> None:
    assert client.get("/api/staff/state").status_code == 401
    wrong = [client.get("/api/staff/state", headers={"Authorization": f"Staff {n}"}) for n in range(20)]
    assert wrong[0].status_code == 403
    assert wrong[-1].status_code == 429
    assert 1 <= int(wrong[-1].headers["retry-after"]) <= 30
    assert client.get("/api/staff/state", headers=STAFF).status_code == 429


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 421),
        ({"Host": "evil.example:80"}, 421),
        ({"Host": "[bad"}, 421),
        ({"Host": "10.1.2.3:8360"}, 200),
        ({"Host": "localhost"}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_host_and_origin(shared: httpx.Client, headers: dict[str, str], status: int) -> None:
    answer = shared.get("/api/state", headers=headers)
    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    own = shared.get("/api/state", headers={"Origin": str(shared.base_url).rstrip("/")})
    assert own.status_code == 200


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b'{"uid":NaN}', 400),
        (b'{"uid":1,"uid":2}', 400),
        (b"[" * 16_000, 400),
        (b'{"choices":' + b"9" * 10_000 + b"}", 400),
        (b"[]", 422),
        (b"{}", 422),
        (b'"x"', 422),
        (b'{"card":1,"uid":"%s","choices":{},"mac":""}' % (b"a" * 32), 422),
        (b'{"card":"x","uid":"short","choices":{},"mac":""}', 422),
        (b'{"card":"\\ud800","uid":"%s","choices":{"\\ud800":"\\ud800"},"mac":"\\ud800"}' % (b"a" * 32), 403),
        (b" " * 20_000, 413),
    ],
)
def test_bodies_that_are_no_votes(shared: httpx.Client, body: bytes, status: int) -> None:
    answer = shared.post("/api/ballots/1/votes", content=body)
    assert answer.status_code == status
    assert answer.json()["status"] == status


def test_surrogates_and_endless_numbers_in_a_signed_vote(shared: httpx.Client) -> None:
    odd: list[object] = [{"\ud800": 1}, {"one": "\ud800"}, {"one": 10**3000}, {"one": 1.5}, {"one": [[[[]]]]}, [], None]
    for choices in odd:
        body = json.dumps(signed(1, SECRETS[0], UID, choices))
        answer = shared.post("/api/ballots/1/votes", content=body.encode())
        assert answer.status_code == 422, choices
        assert answer.json()["detail"]


def test_a_body_in_chunks_is_limited_too(shared: httpx.Client) -> None:
    answer = shared.post("/api/ballots/1/votes", content=(b" " * 4000 for _ in range(10)))
    assert answer.status_code == 413


def test_unknown_addresses_and_methods(shared: httpx.Client) -> None:
    for method, path, status in (
        ("GET", "/nothing", 404),
        ("GET", "/api/state/", 404),
        ("DELETE", "/api/state", 405),
        ("OPTIONS", "/api/state", 405),
        ("GET", "/api/ballots/1/votes", 405),
        ("POST", "/api/live", 405),
    ):
        answer = shared.request(method, path)
        assert answer.status_code == status, (method, path)
        assert answer.headers["content-type"] == "application/problem+json"
    assert shared.head("/api/state").content == b""
    assert shared.head("/").status_code == 200
    assert shared.head("/api/live").status_code == 200


def test_the_description_names_every_route_and_what_it_answers(served: Served, client: httpx.Client) -> None:
    assert client.get("/api/openapi.json").json() == json.loads(json.dumps(OPENAPI))
    paths = OPENAPI["paths"]
    for path, operations in paths.items():
        for method in ("get", "post"):
            url = path.replace("{ballot}", "1")
            if path.endswith("/live") and method == "get":
                continue
            answer = client.request(method.upper(), url)
            if method in operations:
                assert str(answer.status_code) in operations[method]["responses"], (method, path, answer.status_code)
            else:
                assert answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED
    vote = paths["/api/ballots/{ballot}/votes"]["post"]["responses"]
    assert {str(cast(client, 1, SECRETS[0], UID, {"one": 11}).status_code) for _ in range(2)} == {"200", "201"}
    assert {"200", "201", "403", "404", "409", "413", "422", "429", "503"} <= set(vote)


def test_a_taken_port_is_reported(served: Served, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = Served(tmp_path_factory.mktemp("other") / "day.hackday")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        other.start(taken.getsockname()[1])
        assert [str(reason) for reason in other.failed] == ["port-in-use"]
        other.failed.clear()
    other.start()
    assert other.readied == 1
    other.server.stop()

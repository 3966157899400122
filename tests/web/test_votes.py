"""Casting votes over real HTTP: what is counted, what is refused and why."""

from __future__ import annotations

import httpx
import pytest

from facilitator.voting.cards import card_id
from facilitator.voting.model import Phase
from facilitator.voting.receipts import receipt

from .day import CHANGEABLE, CLOSED, DRAFT, FOR_JURY, JURY, NEW, OLD, SECRETS, STRAW, Served, cast, contest, signed

UIDS = [f"{n:032x}" for n in range(1, 10)]
ONE = {"one": 11}
ALLOWED = {
    1: {"one": 11},
    2: {"approve": [12, 10]},
    3: {"rank": [13, 11]},
    4: {"scores": {"10": {"Nytta": 5, "Genomförbarhet": 0}}},
    5: {"dots": {"10": 3, "12": 2}},
    6: {"axes": {"10": [1, 5]}},
}
REFUSED = [
    (1, {"one": 99}, "99"),
    (1, {"one": "11"}, "11"),
    (1, {"approve": [11]}, "approve"),
    (2, {"approve": [11, 11]}, "Fördomsfri"),
    (2, {"approve": [10, 11, 12, 13]}, "4"),
    (3, {"rank": [10, 99]}, "99"),
    (4, {"scores": {"10": {"Nytta": 6}}}, "6"),
    (4, {"scores": {"10": {"Glans": 1}}}, "Glans"),
    (5, {"dots": {"10": 4, "11": 2}}, "6"),
    (5, {"dots": {"10": -1}}, "-1"),
    (6, {"axes": {"10": [0, 3]}}, "Integratören"),
    (6, {"axes": {"10": [3]}}, "Integratören"),
]


def problem(answer: httpx.Response, status: int) -> str:
    """The detail of a refusal, after its form has been checked."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    document = answer.json()
    assert document["status"] == status
    return str(document["detail"])


def counted(served: Served, client: httpx.Client, number: int) -> int:
    state = client.get("/api/staff/state", headers={"Authorization": "Staff HOST-KEY-1234"}).json()
    return next(int(each["turnout"]["cast"]) for each in state["ballots"] if each["id"] == number)


@pytest.mark.parametrize("number", ALLOWED)
def test_every_method_takes_its_choices_once(served: Served, client: httpx.Client, number: int) -> None:
    first = cast(client, number, SECRETS[0], UIDS[0], ALLOWED[number])
    assert (first.status_code, first.json()) == (201, {"receipt": receipt(contest(number), UIDS[0])})
    again = cast(client, number, SECRETS[0], UIDS[0], ALLOWED[number])
    assert (again.status_code, again.json()) == (200, first.json())
    assert "already" in problem(cast(client, number, SECRETS[0], UIDS[1], ALLOWED[number]), 409)
    assert cast(client, number, SECRETS[1], UIDS[2], {"abstain": True}).status_code == 201
    assert counted(served, client, number) == 2
    mine = client.get("/api/me", headers={"Authorization": "Card " + card_id(SECRETS[0])}).json()
    assert mine["voted"] == {str(number): True}
    served.until(lambda: served.turnouts == {number: 2})


def test_choices_that_are_not_allowed_are_named(client: httpx.Client) -> None:
    for at, (number, choices, offender) in enumerate(REFUSED):
        assert offender in problem(cast(client, number, SECRETS[at % 6], UIDS[0], choices), 422), choices
    own_team = problem(cast(client, CHANGEABLE, SECRETS[0], UIDS[0], {"one": 10}), 422)
    assert "Integratören" in own_team
    assert cast(client, CHANGEABLE, SECRETS[3], UIDS[0], {"one": 10}).status_code == 201


def test_who_may_not_vote_is_told_so(client: httpx.Client) -> None:
    post = f"/api/ballots/{1}/votes"
    body = signed(1, SECRETS[0], UIDS[0], ONE)
    assert "signed" in problem(client.post(post, json={**body, "mac": "0" * 64}), 403)
    assert "signed" in problem(client.post(post, json={**body, "choices": {"one": 12}}), 403)
    assert "signed" in problem(client.post(post, json={**body, "uid": UIDS[1]}), 403)
    assert "signed" in problem(client.post("/api/ballots/2/votes", json=body), 403)
    assert "signed" in problem(client.post(post, json={key: body[key] for key in ("card", "uid", "choices")}), 403)
    assert "not known" in problem(client.post(post, json={**body, "card": "f" * 16}), 403)
    problem(client.post(post, json={**body, "card": None}), 403)
    assert "replaced" in problem(cast(client, 1, OLD, UIDS[0], ONE), 403)
    assert "not for this ballot" in problem(cast(client, FOR_JURY, SECRETS[0], UIDS[0], ONE), 403)
    assert "not for this ballot" in problem(cast(client, 1, JURY, UIDS[0], ONE), 403)
    assert cast(client, FOR_JURY, JURY, UIDS[0], ONE).status_code == 201
    problem(client.get("/api/me", headers={"Authorization": "Card " + "f" * 16}), 403)
    problem(client.get("/api/me"), 401)


def test_a_reissued_card_cannot_vote_a_second_time(served: Served, client: httpx.Client) -> None:
    cards = served.state.voting.cards
    assert cards[card_id(NEW)].roll_key == card_id(OLD)
    assert cast(client, 1, NEW, UIDS[0], ONE).status_code == 201
    problem(cast(client, 1, NEW, UIDS[1], ONE), 409)


def test_closed_draft_and_unknown_ballots(served: Served, client: httpx.Client) -> None:
    assert "closed" in problem(cast(client, CLOSED, SECRETS[0], UIDS[0], ONE), 409)
    assert "closed" in problem(cast(client, CLOSED, SECRETS[0], UIDS[0], {"one": 99}), 409)
    assert "not been opened" in problem(cast(client, DRAFT, SECRETS[0], UIDS[0], ONE), 409)
    for number in ("999", "0", "x", "-1", "1.0", "9" * 4000):
        problem(client.post(f"/api/ballots/{number}/votes", json=signed(1, SECRETS[0], UIDS[0], ONE)), 404)


def test_the_file_decides_when_a_ballot_is_closed(served: Served, client: httpx.Client) -> None:
    kept = cast(client, 1, SECRETS[0], UIDS[0], ONE)
    state = served.state
    served.change(1, phase=Phase.CLOSED)
    assert "closed" in problem(cast(client, 1, SECRETS[1], UIDS[1], ONE), 409)
    assert cast(client, 1, SECRETS[0], UIDS[0], ONE).json() == kept.json()
    served.server.publish(state, served.version + 1)  # phones that still believe it open change nothing
    assert "closed" in problem(cast(client, 1, SECRETS[1], UIDS[1], ONE), 409)


def test_a_changeable_vote_is_replaced_and_stays_replaced(served: Served, client: httpx.Client) -> None:
    first, second = (cast(client, CHANGEABLE, SECRETS[0], uid, ONE) for uid in UIDS[:2])
    assert [first.status_code, second.status_code] == [201, 201]
    assert cast(client, CHANGEABLE, SECRETS[0], UIDS[1], ONE).status_code == 200
    assert "later one" in problem(cast(client, CHANGEABLE, SECRETS[0], UIDS[0], ONE), 409)
    assert counted(served, client, CHANGEABLE) == 1


def test_a_straw_poll_takes_devices_and_no_cards(client: httpx.Client) -> None:
    post, body = f"/api/ballots/{STRAW}/votes", {"card": None, "uid": UIDS[0], "choices": ONE}
    device = {"Authorization": "Device " + "a" * 32}
    assert client.post(post, json=body, headers=device).status_code == 201
    assert client.post(post, json=body, headers=device).status_code == 200
    problem(client.post(post, json={**body, "uid": UIDS[1]}, headers=device), 409)
    problem(client.post(post, json=body), 403)
    problem(client.post(post, json=body, headers={"Authorization": "Device x"}), 403)
    problem(client.post(post, json=signed(STRAW, SECRETS[0], UIDS[0], ONE), headers=device), 422)


def test_refusals_speak_the_language_of_the_phone(client: httpx.Client) -> None:
    for asked, answered in (("en-GB,en;q=0.9", "en"), ("sv", "sv"), ("de", "sv"), ("en;q=0.3, sv;q=0.8", "sv")):
        answer = client.get("/api/me", headers={"Accept-Language": asked})
        assert answer.headers["content-language"] == answered


def test_guessing_is_slowed_down_but_good_votes_pass(client: httpx.Client) -> None:
    body = signed(1, SECRETS[0], UIDS[0], ONE)
    answers = [client.post("/api/ballots/1/votes", json={**body, "mac": "1" * 64}) for _ in range(30)]
    assert [answer.status_code for answer in answers[:10]] == [403] * 10
    limited = answers[-1]
    assert "wait" in problem(limited, 429).lower()
    assert int(limited.headers["retry-after"]) >= 1
    unknown = [client.get("/api/me", headers={"Authorization": f"Card {n:016x}"}) for n in range(400)]
    assert unknown[0].status_code == 403
    assert unknown[-1].status_code == 429
    assert cast(client, 1, SECRETS[0], UIDS[0], ONE).status_code == 201
    assert cast(client, 1, SECRETS[1], UIDS[1], ONE).status_code == 201

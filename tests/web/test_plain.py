"""Voting without JavaScript: the same votes, checks and promises through plain forms."""

from __future__ import annotations

import json
import re
from contextlib import closing
from html import unescape
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect

from facilitator.store.ballot_box import BallotBox
from facilitator.voting.cards import shown
from facilitator.voting.checking import checked
from facilitator.voting.choices import ChoiceRefused
from facilitator.web.plain_form import choices_of

from .day import CHANGEABLE, CLOSED, DRAFT, FOR_JURY, JURY, OLD, SECRETS, STRAW, Served, ballots

UID = "b" * 32
FILLED_IN: list[tuple[int, dict[str, Any], dict[str, Any]]] = [
    (1, {"one": "12"}, {"one": 12}),
    (2, {"approve": ["12", "10"]}, {"approve": [10, 12]}),
    (3, {"rank.13": "1", "rank.11": "3", "rank.10": ""}, {"rank": [13, 11]}),
    (4, {"score.12.0": "4", "score.12.1": "0"}, {"scores": {"12": {"Nytta": 4, "Genomförbarhet": 0}}}),
    (5, {"dots.10": "2", "dots.12": "1", "dots.11": "0"}, {"dots": {"10": 2, "12": 1}}),
    (6, {"axes.12.0": "5", "axes.12.1": "2"}, {"axes": {"12": [5, 2]}}),
    (1, {"abstain": "1", "one": "12"}, {"abstain": True}),
]
REFUSED = [
    (1, {}, "not chosen anything"),
    (1, {"one": "99"}, "99"),
    (1, {"one": "<b>"}, "<b>"),
    (2, {"approve": ["10", "11", "12", "13"]}, "At most 3"),
    (3, {"rank.10": "1", "rank.11": "1"}, "have the same place"),
    (3, {"rank.10": "first"}, "first"),
    (4, {"score.10.0": "6"}, "6"),
    (5, {"dots.10": "4", "dots.11": "2"}, "6"),
    (5, {"dots.10": "-1"}, "-1"),
    (6, {"axes.10.0": "3"}, "both numbers"),
]


def vote(client: httpx.Client, number: int, secret: str, uid: str = UID, **fields: Any) -> httpx.Response:
    return client.post(f"/plain/{number}", data={"code": secret, "uid": uid, **fields})


@pytest.mark.parametrize(("number", "fields", "expected"), FILLED_IN)
def test_every_method_is_cast_once(
    served: Served, client: httpx.Client, number: int, fields: dict[str, Any], expected: dict[str, Any]
) -> None:
    answers = [vote(client, number, shown(SECRETS[0]).lower(), **fields) for _ in range(2)]
    receipts = [re.findall(r'class="receipt">([^<]+)<', answer.text) for answer in answers]
    with closing(BallotBox(served.file)) as box:
        assert [[each] for each in box.receipts(number)] == receipts[:1] == receipts[1:]
        assert [json.loads(choices) for _, choices in box.cast(number)] == [expected]
    again = vote(client, number, SECRETS[0], "c" * 32, **fields)
    assert again.status_code == 409
    assert "already been cast" in again.text


@pytest.mark.parametrize(("number", "fields", "offender"), REFUSED)
def test_what_is_not_allowed_is_named_and_what_was_filled_in_is_kept(
    served: Served, client: httpx.Client, number: int, fields: dict[str, Any], offender: str
) -> None:
    answer = vote(client, number, SECRETS[0], **fields)
    assert answer.status_code == 422
    wrong = unescape(re.findall(r'class="wrong" role="alert">([^<]+)<', answer.text)[0])
    assert offender in wrong
    assert answer.text.count(f'name="uid" value="{UID}"') == 1
    with closing(BallotBox(served.file)) as box:
        assert box.turnout(number) == 0


def test_who_may_not_vote_is_told_so_on_a_page(client: httpx.Client) -> None:
    for number, secret, status, words in (
        (1, "nonsense", 422, "not the code of a voting card"),
        (1, "ZZZZZZZZZZ", 403, "not known here"),
        (1, OLD, 403, "has been replaced"),
        (FOR_JURY, SECRETS[0], 403, "not for this ballot"),
        (CLOSED, SECRETS[0], 409, "is closed"),
        (DRAFT, SECRETS[0], 404, "no such ballot"),
        (STRAW, SECRETS[0], 404, "no such ballot"),
        (999, SECRETS[0], 404, "no such ballot"),
    ):
        answer = vote(client, number, secret, one="11")
        assert (answer.status_code, answer.headers["content-type"][:9]) == (status, "text/html"), words
        assert words in answer.text
    assert vote(client, 1, SECRETS[0], "short", one="11").status_code == 422


def test_a_card_sees_its_own_ballots_and_never_its_own_team(client: httpx.Client) -> None:
    page = client.post("/plain", data={"code": SECRETS[0]}).text
    assert set(map(int, re.findall(r'action="/plain/(\d+)', page))) == {1, 2, 3, 4, 5, 6, CHANGEABLE}
    own = page[page.index(f'action="/plain/{CHANGEABLE}') :]
    assert "Integratören" not in own
    assert re.findall(r'action="/plain/(\d+)', client.post("/plain", data={"code": JURY}).text) == [str(FOR_JURY)]


def test_a_changeable_vote_is_replaced(served: Served, client: httpx.Client) -> None:
    for uid, option in (("1" * 32, "12"), ("2" * 32, "13")):
        assert vote(client, CHANGEABLE, SECRETS[0], uid, one=option).status_code == 200
    with closing(BallotBox(served.file)) as box:
        assert [json.loads(choices) for _, choices in box.cast(CHANGEABLE)] == [{"one": 13}]


def test_guessing_codes_is_slowed_down(client: httpx.Client) -> None:
    answers = [client.post("/plain", data={"code": f"ZZZZZZZ{n:03}"}) for n in range(200)]
    assert (answers[0].status_code, answers[-1].status_code) == (403, 429)
    assert client.post("/plain", data={"code": SECRETS[0]}).status_code == 200


def test_the_pages_keep_to_their_policy_and_leave_nothing_behind(shared: httpx.Client) -> None:
    for answer in (shared.get("/plain"), shared.post("/plain", data={"code": SECRETS[0]})):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "form-action 'self'" in policy
        assert "script-src" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert "set-cookie" not in answer.headers
        assert "&lt;b&gt;&amp;" in answer.text or "Fördomsfri" not in answer.text
    foreign = shared.post("/plain", data={"code": SECRETS[0]}, headers={"Origin": "http://evil.example"})
    assert foreign.status_code == 403


@pytest.mark.parametrize(
    "body", [b"code=%ff", b"&".join(b"a=1" for _ in range(2000)), b"\xff", b"code=" + b"x" * 20_000]
)
def test_bodies_that_are_no_forms(shared: httpx.Client, body: bytes) -> None:
    assert shared.post("/plain", content=body).status_code in (400, 413, 422)


@given(
    number=st.sampled_from([1, 2, 3, 4, 5, 6]),
    fields=st.dictionaries(
        st.sampled_from(["one", "approve", "rank.10", "rank.11", "score.10.0", "score.11.1", "dots.12", "axes.10.0"]),
        st.lists(st.sampled_from(["", "0", "1", "3", "10", "11", "x", "-2", "²", "9" * 5000]) | st.text(), max_size=3),
    ),
)
def test_any_fields_are_choices_or_refused(number: int, fields: dict[str, list[str]]) -> None:
    ballot = ballots()[number]
    try:
        checked(ballot, choices_of(ballot, fields))
    except ChoiceRefused:
        return


def test_a_browser_without_javascript_votes(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800}, locale="en-GB")
    page = context.new_page()
    page.goto(served.url)
    page.get_by_role("link", name="Vote without JavaScript").click()
    expect(page.get_by_text("sends your card’s code over the network")).to_be_visible()
    page.get_by_label("The code on your card").fill(shown(SECRETS[0]))
    page.get_by_role("button", name="Show my ballots").click()
    form = page.locator("form[action^='/plain/1?']")
    form.get_by_label("OBK-index").check()
    form.get_by_role("button", name="Cast my vote").click()
    expect(page.get_by_text("Your vote has been counted")).to_be_visible()
    shown_receipt = page.locator(".receipt").inner_text()
    page.reload()  # sends the form again
    expect(page.locator(".receipt")).to_have_text(shown_receipt)
    page.get_by_role("button", name="To my other ballots").click()
    expect(page.locator("form[action^='/plain/2?']")).to_be_visible()
    expect(page.locator("form[action^='/plain/1?']")).to_have_count(0)
    assert SECRETS[0] not in page.url
    assert context.cookies() == []
    with closing(BallotBox(served.file)) as box:
        assert box.receipts(1) == [shown_receipt]
    context.close()

"""The self-test that a phone runs, from its page to the console."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping

import httpx
import pytest
from playwright.sync_api import BrowserContext, expect

from facilitator.app.phones import Phones
from facilitator.event.network import SelfTest

from .accessible import violations

RESULT = {"page": 12.5, "send": 20, "stream": 31.0}


def told(phones: Phones) -> threading.Event:
    changed = threading.Event()
    phones.on_change(changed.set)
    return changed


def test_a_result_reaches_the_console_with_where_the_phone_is(phones: Phones) -> None:
    changed = told(phones)
    with httpx.Client(base_url=str(phones.url), trust_env=False) as client:
        answer = client.post("/api/selftest", json=RESULT)
    assert answer.json() == {"passed": True, "phone": "127.0.0.1", "by": "127.0.0.1"}
    assert changed.wait(20)
    assert phones.tests == (SelfTest("127.0.0.1", "127.0.0.1", 12.5, 20.0, 31.0),)


@pytest.mark.parametrize(
    "sent",
    [{}, [], {**RESULT, "page": -1}, {**RESULT, "page": 1e9}, {**RESULT, "page": "1"}, {**RESULT, "more": 1}],
)
def test_what_is_no_measurement_is_refused(shared: httpx.Client, sent: Mapping[str, object]) -> None:
    answer = shared.post("/api/selftest", json=sent)
    assert answer.status_code == 422
    assert "page, send and stream" in answer.json()["detail"]


def test_results_are_slowed_down_not_piled_up(shared: httpx.Client) -> None:
    statuses = {shared.post("/api/selftest", json=RESULT).status_code for _ in range(400)}
    assert statuses == {200, 429}


def test_a_phone_runs_it(phones: Phones, phone: BrowserContext) -> None:
    changed = told(phones)
    page = phone.new_page()
    page.goto(f"{phones.url}/selftest")
    page.wait_for_selector("#again:not([hidden])")
    assert page.inner_text("#verdict") == "Everything works. Phones in this place can vote."
    assert page.inner_text("#where") == "This phone: 127.0.0.1. It came by 127.0.0.1."
    assert violations(page) == []
    assert changed.wait(20)
    (result,) = phones.tests
    assert result.passed
    assert result.stream is not None


def test_without_a_live_stream_it_says_so(phones: Phones, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.route("**/api/live", lambda route: route.abort())
    page.clock.install()
    page.goto(f"{phones.url}/selftest")
    expect(page.locator("#send")).to_have_text(re.compile(r"[0-9] ms$"))
    page.clock.run_for(9_000)
    page.wait_for_selector("#again:not([hidden])")
    assert "not told of changes" in page.inner_text("#verdict")

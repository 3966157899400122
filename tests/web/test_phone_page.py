"""The phone page in a real browser: from the card's address to the receipt."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from facilitator.store.ballot_box import BallotBox
from facilitator.voting.cards import address, shown
from facilitator.voting.choices import canonical
from facilitator.voting.model import Phase

from .day import CHANGEABLE, SECRETS, STRAW, Served, contest

PAGE_LIMIT, REQUEST_LIMIT = 14_000, 3


@pytest.fixture
def page(phone: BrowserContext, served: Served) -> Iterator[Page]:
    opened = phone.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if "Security Policy" in message.text else None)
    opened.goto(address(served.url, SECRETS[0]))
    yield opened
    assert faults == []


def section(page: Page, number: int) -> Locator:
    return page.locator(f"[data-ballot='{number}']")


def button(inside: Page | Locator, name: str) -> Locator:
    return inside.get_by_role("button", name=name, exact=True)


def single(form: Locator) -> None:
    form.get_by_label("OBK-index").check()


def approval(form: Locator) -> None:
    form.get_by_label("OBK-index").check()
    form.get_by_label("Integratören").check()


def ranked(form: Locator) -> None:
    for place, name in enumerate(("Integratören", "OBK-index", "MOD i vardagen"), 1):
        button(form, f"Place {name} as number {place}").click()
    button(form, "Move MOD i vardagen up").press("Enter")
    button(form, "Take Integratören out of the order").click()


def score(form: Locator) -> None:
    option = form.get_by_role("group", name="OBK-index")
    option.get_by_role("group", name="Nytta").get_by_label("4").check(force=True)
    option.get_by_role("group", name="Genomförbarhet").get_by_label("0").check(force=True)


def dots(form: Locator) -> None:
    for _ in range(3):
        button(form, "One dot more for Integratören").click()
    button(form, "One dot less for Integratören").click()
    button(form, "One dot more for OBK-index").click()


def axes(form: Locator) -> None:
    option = form.get_by_role("group", name="OBK-index")
    option.get_by_role("group", name="Interest").get_by_label("5").check(force=True)
    option.get_by_role("group", name="Feasibility").get_by_label("2").check(force=True)


FILLED_IN: list[tuple[int, Callable[[Locator], None], dict[str, Any]]] = [
    (1, single, {"one": 12}),
    (2, approval, {"approve": [10, 12]}),
    (3, ranked, {"rank": [13, 12]}),
    (4, score, {"scores": {"12": {"Nytta": 4, "Genomförbarhet": 0}}}),
    (5, dots, {"dots": {"10": 2, "12": 1}}),
    (6, axes, {"axes": {"12": [5, 2]}}),
    (STRAW, single, {"one": 12}),
]


def test_a_vote_of_every_method_from_the_cards_address(page: Page, served: Served) -> None:
    expect(page.get_by_text("Åsa1 Öberg")).to_be_visible()
    expect(page.get_by_text("Table Blåbär")).to_be_visible()
    assert page.url == served.url + "/", "the secret has left the address bar"
    for number, fill_in, _ in FILLED_IN:
        form = section(page, number)
        fill_in(form)
        button(form, "Review my vote").click()
        button(form, "Cast my vote").click()
        expect(form.get_by_text("Your vote has been counted")).to_be_visible()
        shown_receipt = form.locator(".receipt").inner_text()
        with closing(BallotBox(served.file)) as box:
            assert box.receipts(number) == [shown_receipt]
    with closing(BallotBox(served.file)) as box:
        for number, _, expected in FILLED_IN:
            assert [json.loads(choices) for _, choices in box.cast(number)] == [expected]


def test_a_blank_vote_counts(page: Page, served: Served) -> None:
    form = section(page, 1)
    button(form, "Review my vote").click()
    expect(form.get_by_text("You have not chosen anything yet")).to_be_visible()
    button(form, "Vote blank").click()
    expect(form.get_by_text("A blank vote.")).to_be_visible()
    button(form, "Cast my vote").click()
    expect(form.get_by_text("Your vote has been counted")).to_be_visible()
    with closing(BallotBox(served.file)) as box:
        assert box.cast(1) == [("participant", '{"abstain":true}')]


def test_a_half_filled_ballot_survives_reload_and_another_ballots_opening(page: Page, served: Served) -> None:
    form = section(page, 2)
    form.get_by_label("OBK-index").check()
    served.change(8, phase=Phase.OPEN, contest=contest(8))
    expect(section(page, 8)).to_be_visible()
    expect(form.get_by_label("OBK-index")).to_be_checked()
    page.reload()
    expect(form.get_by_label("OBK-index")).to_be_checked()
    expect(page.get_by_text("Åsa1 Öberg")).to_be_visible()


def test_a_vote_sent_while_the_server_is_away_arrives_once(page: Page, served: Served) -> None:
    form = section(page, 1)
    form.get_by_label("OBK-index").check()
    button(form, "Review my vote").click()
    port = served.server.port
    served.server.stop()
    button(form, "Cast my vote").click()
    expect(form.get_by_text("Sending your vote.")).to_be_visible()
    expect(page.get_by_text("No connection.")).to_be_visible()
    served.server.start(port)
    expect(form.get_by_text("Your vote has been counted")).to_be_visible()
    expect(page.get_by_text("No connection.")).to_be_hidden()
    with closing(BallotBox(served.file)) as box:
        assert box.turnout(1) == 1


def test_a_vote_may_be_changed_where_the_ballot_says_so(page: Page, served: Served) -> None:
    form = section(page, CHANGEABLE)
    expect(form.get_by_label("Integratören")).to_have_count(0)  # the own team's
    for name in ("OBK-index", "MOD i vardagen"):
        form.get_by_label(name).check()
        button(form, "Review my vote").click()
        button(form, "Cast my vote").click()
        expect(form.get_by_text("Your vote has been counted")).to_be_visible()
        button(form, "Change my vote").click()
    with closing(BallotBox(served.file)) as box:
        assert [json.loads(choices) for _, choices in box.cast(CHANGEABLE)] == [{"one": 13}]


def test_closing_and_revealing_reach_the_phone(page: Page, served: Served) -> None:
    served.change(1, phase=Phase.CLOSED)
    expect(section(page, 1).get_by_text("The vote is closed.")).to_be_visible()


def test_the_code_can_be_typed_in(phone: BrowserContext, served: Served) -> None:
    page = phone.new_page()
    page.goto(served.url)
    code = page.get_by_label("The code on your card")
    code.fill("nothing")
    button(page, "Use this card").click()
    expect(page.get_by_text("That is not a card’s code.")).to_be_visible()
    code.fill(" " + shown(SECRETS[1]).lower().replace("0", "o"))
    button(page, "Use this card").click()
    expect(page.get_by_text("Åsa2 Öberg")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Åsa2 Öberg")).to_be_visible()


def test_an_unknown_card_is_refused_and_forgotten(phone: BrowserContext, served: Served) -> None:
    page = phone.new_page()
    page.goto(address(served.url, "ZZZZZZZZZZ"))
    expect(page.get_by_text("This voting card is not known here.")).to_be_visible()
    assert page.evaluate("localStorage.getItem('card')") is None


def test_the_first_page_is_small(browser: Browser, served: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    sizes: dict[str, list[float]] = {}
    urls: list[str] = []

    def add(event: dict[str, Any], size: float) -> None:
        sizes.setdefault(event["requestId"], []).append(size)

    session.on("Network.requestWillBeSent", lambda event: urls.append(event["request"]["url"]))
    session.on("Network.dataReceived", lambda event: add(event, event["encodedDataLength"]))
    session.on("Network.responseReceived", lambda event: add(event, event["response"]["encodedDataLength"]))
    finished = "Network.loadingFinished"
    session.on(finished, lambda event: sizes.update({event["requestId"]: [event["encodedDataLength"]]}))
    session.send("Network.enable")
    page.goto(address(served.url, SECRETS[0]))
    expect(page.get_by_text("Åsa1 Öberg")).to_be_visible()
    served.until(lambda: served.phones and served.phones[-1] == 1)
    context.close()
    total = sum(map(sum, sizes.values()))
    assert 8_000 < total <= PAGE_LIMIT, sizes
    assert len(urls) <= REQUEST_LIMIT
    assert all(url.startswith(served.url) for url in urls)


@pytest.mark.parametrize("message", ["", "a", "å" * 27, "x" * 55, "x" * 56, "x" * 64, "𝄞é" * 40])
def test_the_phones_mac_is_the_servers(page: Page, message: str) -> None:
    key = SECRETS[2]
    wanted = hmac.new(key.encode(), message.encode(), hashlib.sha256).hexdigest()
    assert page.evaluate("([key, words]) => hex(hmac(utf8(key), utf8(words)))", [key, message]) == wanted


def test_the_phones_json_is_the_servers(page: Page) -> None:
    marks = {"Nytta ”å”": 1, "\U0001f600": 2, "\uffee": 3, 'a"\\\n\x7f\u2028': 0}
    choices = {"scores": {"10": marks, "9": {}}, "b": [2, 1]}
    assert page.evaluate("choices => canonical(choices)", choices) == canonical(choices)


def test_descriptions_are_there_for_those_who_want_them(page: Page) -> None:
    form = section(page, 2)
    form.get_by_label("OBK-index").check()
    button(form, "Show descriptions").click()
    expect(form.get_by_text("Om Fördomsfri rekrytering <b>&.")).to_be_visible()
    expect(form.get_by_label("OBK-index")).to_be_checked()


def test_nothing_from_outside_becomes_html(page: Page) -> None:
    expect(section(page, 1).get_by_text("Fördomsfri rekrytering <b>&")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_off_or_too_small_to_hit(browser: Browser, served: Served, width: int, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="sv-SE")
    page = context.new_page()
    page.goto(address(served.url, SECRETS[0]))
    page.locator("#me").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, .opt, .seg label, .code')]
        .filter(one => one.offsetParent).map(one => [one.textContent, one.getBoundingClientRect()])
        .filter(([, box]) => box.height < 43.5 || box.width < 29).map(([words]) => words)"""
    )
    assert small == []
    context.close()


def test_the_language_can_be_switched_and_is_kept(page: Page) -> None:
    assert page.evaluate("document.documentElement.lang") == "en"
    page.locator("#lang").click()
    assert page.evaluate("document.documentElement.lang") == "sv"
    page.reload()
    assert page.evaluate("document.documentElement.lang") == "sv"


def test_without_scripts_the_page_says_what_to_do(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url)
    expect(page.locator("noscript p").first).to_be_visible()
    context.close()

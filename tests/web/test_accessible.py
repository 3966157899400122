"""Every state of the phone page, the form and the staff page: axe finds nothing, at 320 pixels nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from facilitator.app.phones import Phones
from facilitator.app.session import Session
from facilitator.stage.commands import Message
from facilitator.timer.commands import Next, Pause, StartDay, StartedAgo
from facilitator.voting.cards import address
from facilitator.voting.commands import CloseBallot, ExtendBallot, OpenBallot, RevealResult
from facilitator.voting.model import Phase

from .accessible import cut_off_or_too_small, violations
from .day import CHANGEABLE, METHODS, SECRETS, STRAW, Served
from .test_phone_page import FILLED_IN, button, section


def check(page: Page, state: str) -> None:
    assert violations(page) == [], state
    assert cut_off_or_too_small(page) == [], state


@pytest.fixture
def narrow(browser: Browser) -> Iterator[BrowserContext]:
    """The narrowest screen that counts (WCAG 2.2, 1.4.10), in Swedish, whose words are longer."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, locale="sv-SE", reduced_motion="reduce")
    context.set_default_timeout(20_000)
    yield context
    context.close()


def test_the_phone_page(narrow: BrowserContext, served: Served) -> None:
    page = narrow.new_page()
    page.goto(served.url)
    page.get_by_role("button", name="Använd kortet").click()
    check(page, "a code is asked for and wrong")
    page.goto(address(served.url, "ZZZZZZZZZZ"))
    page.get_by_role("alert").filter(has_text="okänt").or_(page.locator("#codeWrong")).first.wait_for()
    check(page, "an unknown card")
    page.goto(address(served.url, SECRETS[0]))
    page.locator("#me").wait_for()
    check(page, "all forms, empty")
    for number in METHODS:
        details = section(page, number).get_by_role("button", name="Visa beskrivningar")
        details.click()
        expect(details).to_have_count(0)
    check(page, "all forms, with descriptions")
    for number in (*METHODS, STRAW):
        section(page, number).locator("button.main").click()
    check(page, "all forms, with nothing chosen")


def test_the_phone_page_on_the_way_to_a_receipt(narrow: BrowserContext, served: Served) -> None:
    page = narrow.new_page()
    page.goto(f"{served.url}/?lang=en#{SECRETS[0]}")
    page.evaluate("remember('language', 'en')")
    page.locator("#me").wait_for()
    for number, fill_in, _ in FILLED_IN:
        fill_in(section(page, number))
    check(page, "all forms, filled in")
    for number, _, _ in FILLED_IN:
        button(section(page, number), "Review my vote").click()
    check(page, "all votes under review")
    for number, _, _ in FILLED_IN:
        button(section(page, number), "Cast my vote").click()
        expect(section(page, number).get_by_text("Your vote has been counted")).to_be_visible()
    served.change(CHANGEABLE, phase=Phase.CLOSED)
    expect(section(page, CHANGEABLE).get_by_text("The vote is closed.")).to_be_visible()
    check(page, "all receipts")
    served.server.stop()
    expect(page.locator("#link")).to_be_visible()
    check(page, "no connection")


def test_the_phone_page_with_a_result(narrow: BrowserContext, session: Session, phones: Phones) -> None:
    page = narrow.new_page()
    page.goto(str(phones.url))
    page.locator("#ballots section").first.wait_for()
    check(page, "nothing to vote on")
    for command in (StartDay(), OpenBallot(1), CloseBallot(1), RevealResult(1)):
        session.desk.do(command)
    page.locator("[data-view=result]").wait_for()
    check(page, "a result")
    session.desk.do(Pause())
    expect(page.locator("#now")).to_contain_text("paus")
    check(page, "a clock that is held")


def test_the_form_without_javascript(narrow: BrowserContext, served: Served) -> None:
    page = narrow.new_page()
    page.goto(f"{served.url}/plain?lang=en")
    check(page, "the code")
    page.get_by_label("The code on your card").fill("AAAAA-AAAAB")
    button(page, "Show my ballots").click()
    check(page, "a wrong code")
    page.get_by_label("The code on your card").fill(SECRETS[0])
    button(page, "Show my ballots").click()
    check(page, "all forms")
    form = page.locator("form[action^='/plain/2?']")
    button(form, "Cast my vote").click()
    check(page, "nothing chosen")
    form.get_by_label("OBK-index").check()
    button(form, "Cast my vote").click()
    page.locator(".receipt").wait_for()
    check(page, "a receipt")


def _turn(name: str) -> Callable[[Page], None]:
    return lambda page: page.locator(f"[data-row='tab-{name}'], [data-row=tab-{name}]").first.click()


@pytest.fixture
def staff(narrow: BrowserContext, phones: Phones) -> Page:
    page = narrow.new_page()
    page.goto(str(phones.staff_url))
    page.locator("#running").wait_for()
    return page


def test_the_staff_page(staff: Page, session: Session) -> None:
    check(staff, "before the day")
    session.desk.do(StartDay())
    staff.get_by_role("timer").wait_for()
    check(staff, "the first item")
    session.desk.do(StartedAgo(7 * 3600))
    session.desk.do(Message("Lunch är serverad i foajén, ta med er namnbrickan"))
    staff.locator(".clock.over.long").wait_for()
    check(staff, "hours over time, with a message")
    session.desk.do(Pause())
    staff.get_by_text("Lunch är serverad").wait_for()
    check(staff, "held")
    _turn("plan")(staff)
    staff.locator("[data-act=open]").nth(3).click()
    check(staff, "the plan with a question")
    _turn("people")(staff)
    staff.locator("#people [data-act=in]").first.click()
    staff.locator("#people [data-act=undo]").wait_for()
    check(staff, "people")
    staff.locator("#search").fill("xyz")
    check(staff, "nobody found")


def test_the_ballots_of_the_staff_page(staff: Page, session: Session) -> None:
    _turn("votes")(staff)
    staff.locator("[data-act=step]").first.click()
    check(staff, "drafts with a question")
    session.desk.do(OpenBallot(1))
    staff.locator(".tag.open").wait_for()
    session.desk.do(ExtendBallot(1, 600))
    staff.locator("[data-act=extend]").wait_for()
    check(staff, "open until a time")
    session.desk.do(CloseBallot(1))
    staff.locator("[data-act=place]").click()
    check(staff, "closed, with a question about a place")
    session.desk.do(RevealResult(1))
    session.desk.do(StartDay())
    while session.desk.state.run.ended_at is None:
        session.desk.do(Next())
    staff.locator(".tag.revealed").first.wait_for()
    check(staff, "revealed")
    _turn("clock")(staff)
    check(staff, "the day has ended")


def test_the_gate_and_a_badge(narrow: BrowserContext, phones: Phones, session: Session) -> None:
    page = narrow.new_page()
    page.goto(f"{phones.url}/staff")
    page.locator("#key").wait_for()
    check(page, "no key")
    page.goto(f"{phones.url}/#staff=wrong")
    page.get_by_role("alert").wait_for()
    check(page, "a wrong key")
    page.goto(str(phones.staff_url))
    page.locator("#running").wait_for()
    page.goto(f"{phones.url}/#badge=7")
    page.get_by_role("heading", name=session.desk.state.roster.people[7].name).wait_for()
    check(page, "a badge")
    page.locator("#badge [data-act=in]").click()
    page.locator("#badge .done").wait_for()
    check(page, "a badge that is checked in")

"""The staff page in a real browser, on the sample event with its real desk."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

from playwright.sync_api import BrowserContext, Locator, Page, expect

from facilitator.app.phones import Phones
from facilitator.app.session import Session
from facilitator.desk.state import State
from facilitator.participants.badge_code import badge_address, badge_code
from facilitator.participants.commands import CheckIn, PutPeople
from facilitator.participants.model import Attendance, Participant
from facilitator.stage.model import SceneName
from facilitator.timer.commands import AddTime, Next, StartDay, StartedAgo
from facilitator.voting.model import Phase


def press(inside: Page | Locator, name: str) -> None:
    inside.get_by_role("button", name=name, exact=True).click()


def turn_to(page: Page, name: str) -> None:
    page.get_by_role("navigation").get_by_role("button", name=name).click()


def settle(page: Page, holds: str) -> None:
    """Wait until an expression is true in the page, whose policy forbids Playwright's own way of asking."""
    for _ in range(600):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{holds} did not come true")


def until(session: Session, page: Page, holds: Callable[[State], bool]) -> None:
    """Wait until the event itself is as it should be."""
    for _ in range(600):
        if holds(session.desk.state):
            return
        page.wait_for_timeout(50)
    raise AssertionError("the event did not change as it should")


def running(session: Session) -> int | None:
    now = session.desk.state.run.running
    return now.item if now else None


def calm(page: Page) -> None:
    """Let the moment pass in which a second press of such a button is taken for a bounce."""
    settle(page, "underWay === 0 && Date.now() - settled > CALM_MS")


def test_the_staff_address_opens_the_page_and_leaves_no_key_behind(staff: Page, phones: Phones) -> None:
    expect(staff.get_by_text("The day has not begun")).to_be_visible()
    assert staff.url == f"{phones.url}/staff"
    staff.reload()
    expect(staff.get_by_role("button", name="Start the day")).to_be_visible()
    press(staff, "Forget the key on this phone")
    expect(staff.get_by_label("Staff key")).to_be_visible()
    staff.reload()
    expect(staff.get_by_label("Staff key")).to_be_visible()
    staff.get_by_label("Staff key").fill(str(phones.staff_url).partition("=")[2])
    press(staff, "Open the page")
    expect(staff.get_by_role("button", name="Start the day")).to_be_visible()


def test_next_is_taken_once_however_often_it_is_pressed(staff: Page, session: Session) -> None:
    press(staff, "Start the day")
    first, second, *_ = session.desk.state.plan.to_run()
    expect(staff.get_by_role("heading", name=first.title)).to_be_visible()
    calm(staff)
    staff.get_by_role("button", name=f"Next: {second.title}").dblclick()
    expect(staff.get_by_role("heading", name=second.title)).to_be_visible()
    assert running(session) == second.id
    assert session.desk.version == session.file.marks()[-1].version
    assert [mark.command for mark in session.file.marks()].count("next") == 1


def test_a_press_for_an_item_that_no_longer_runs_is_refused_with_the_reason(staff: Page, session: Session) -> None:
    session.desk.do(StartDay())
    _, second, third, *_ = session.desk.state.plan.to_run()
    expect(staff.get_by_role("button", name=f"Next: {second.title}")).to_be_visible()
    staff.route("**/api/staff/state", lambda route: route.abort())
    session.desk.do(Next())
    press(staff, f"Next: {second.title}")
    expect(staff.get_by_role("alert").get_by_text("Another item has been started meanwhile.")).to_be_visible()
    assert running(session) == second.id
    staff.unroute("**/api/staff/state")
    expect(staff.get_by_role("button", name=f"Next: {third.title}")).to_be_visible()


def test_a_press_right_after_somebody_elses_is_for_the_item_before(staff: Page, session: Session) -> None:
    session.desk.do(StartDay())
    _, second, third, *_ = session.desk.state.plan.to_run()
    expect(staff.get_by_role("button", name=f"Next: {second.title}")).to_be_visible()
    staff.evaluate(
        """title => new MutationObserver(() => {
            const button = document.querySelector('button.go');
            if (button?.textContent.includes(title)) button.click();
        }).observe(document.body, {subtree: true, childList: true})""",
        third.title,
    )
    session.desk.do(Next())
    expect(staff.get_by_role("alert").get_by_text("Another item has been started meanwhile.")).to_be_visible()
    assert running(session) == second.id


def test_the_clock_is_held_and_changed(staff: Page, session: Session) -> None:
    press(staff, "Start the day")
    expect(staff.get_by_text(re.compile(r"^(30:00|29:5\d)$"))).to_be_visible()
    press(staff, "Give 5 minutes")
    press(staff, "Give one minute")
    press(staff, "Take one minute")
    until(session, staff, lambda state: state.run.running is not None and state.run.running.added == 300_000)
    calm(staff)
    press(staff, "Pause")
    expect(staff.get_by_text("Paused")).to_be_visible()
    held = staff.locator("[data-clock]").first.inner_text()
    staff.wait_for_timeout(1500)  # only time can tell that a clock stands still
    assert staff.locator("[data-clock]").first.inner_text() == held
    calm(staff)
    press(staff, "Resume")
    until(session, staff, lambda state: state.run.running is not None and state.run.running.paused_at is None)
    staff.get_by_label("Started, minutes ago").fill("40")
    press(staff, "Set")
    expect(staff.get_by_text("Over time")).to_be_visible()
    expect(staff.get_by_text(re.compile(r"^\+05:0\d$"))).to_be_visible()


def test_a_refusal_says_why_and_stays_until_it_is_read(staff: Page, session: Session) -> None:
    session.desk.do(StartDay())
    session.desk.do(StartedAgo(1790))
    press(staff, "Take one minute")
    refusal = staff.get_by_role("alert").filter(has_text="left on the clock")
    expect(refusal).to_be_visible()
    press(refusal, "OK")
    expect(refusal).to_be_hidden()


def test_previous_undo_and_redo(staff: Page, session: Session) -> None:
    session.desk.do(StartDay())
    first, second, *_ = session.desk.state.plan.to_run()
    session.desk.do(Next())
    expect(staff.get_by_role("heading", name=second.title)).to_be_visible()
    press(staff, "Previous")
    expect(staff.get_by_role("heading", name=first.title)).to_be_visible()
    calm(staff)
    press(staff, "Undo")
    expect(staff.get_by_text("Taken back: back to the item before.")).to_be_visible()
    assert running(session) == second.id
    calm(staff)
    press(staff, "Redo")
    expect(staff.get_by_text("Done again: back to the item before.")).to_be_visible()
    assert running(session) == first.id


def test_an_item_is_started_from_the_plan_after_a_question(staff: Page, session: Session) -> None:
    third = session.desk.state.plan.to_run()[2]
    turn_to(staff, "Plan")
    staff.get_by_role("button", name=third.title).click()
    question = staff.get_by_role("group", name=f"Start “{third.title}” now?")
    press(question, "Cancel")
    expect(question).to_be_hidden()
    assert running(session) is None
    staff.get_by_role("button", name=third.title).click()
    press(question, "Start it")
    expect(staff.locator("[aria-current=step]").get_by_text(third.title)).to_be_visible()
    assert running(session) == third.id


def test_the_projector_is_steered(staff: Page, session: Session) -> None:
    press(staff, "Agenda")
    until(session, staff, lambda state: state.stage.scene is SceneName.AGENDA)
    expect(staff.get_by_role("button", name="Agenda", pressed=True)).to_be_visible()
    press(staff, "Blank")
    until(session, staff, lambda state: state.stage.scene is SceneName.BLANK)
    calm(staff)
    press(staff, "Blank")
    until(session, staff, lambda state: state.stage.scene is SceneName.AGENDA)
    staff.get_by_label("Message to the room").fill("Fika <b>nu</b>")
    press(staff, "Show it")
    expect(staff.get_by_text("The message: Fika <b>nu</b>")).to_be_visible()
    assert session.desk.state.stage.scene is SceneName.MESSAGE
    press(staff, "Take it away")
    until(session, staff, lambda state: state.stage.message == "")


def test_a_ballot_goes_from_draft_to_result(staff: Page, session: Session) -> None:
    turn_to(staff, "Vote")
    number = 3
    title = session.desk.state.voting.ballots[number].title
    card = staff.get_by_role("region", name=title)
    expect(card.get_by_text("people may vote.")).to_be_visible()
    for name, phase in (
        ("Open the ballot", Phase.OPEN),
        ("Close the ballot", Phase.CLOSED),
        ("Reveal the result", Phase.REVEALED),
    ):
        card.get_by_role("button", name=name, expanded=False).click()
        before = session.desk.state.voting.ballots[number].phase
        assert before is not phase
        card.get_by_role("group").get_by_role("button", name=name).click()
        expect(card.get_by_text(str(phase).capitalize(), exact=True)).to_be_visible()
        calm(staff)
    assert session.desk.state.voting.ballots[number].phase is Phase.REVEALED
    expect(card.get_by_text("Nobody has chosen anything.")).to_be_visible()


def test_people_are_found_and_checked_in(staff: Page, session: Session) -> None:
    turn_to(staff, "Participants")
    person = next(one for one in session.desk.state.roster.people.values() if "å" in one.name.lower())

    def now(state: State) -> Attendance:
        return state.roster.people[person.id].attendance

    search = staff.get_by_label("Search by name or organisation")
    for typed in (person.name, person.name.lower().replace("å", "a").replace("ä", "a").replace("ö", "o")):
        search.fill(typed)
        expect(staff.get_by_role("button", name=f"Check in {person.name}")).to_be_visible()
    staff.get_by_role("button", name=f"Check in {person.name}").click()
    until(session, staff, lambda state: now(state) is Attendance.CHECKED_IN)
    expect(staff.locator("#counts")).to_contain_text("1 here")
    staff.get_by_role("button", name=f"{person.name}: undo").click()
    until(session, staff, lambda state: now(state) is Attendance.REGISTERED)
    staff.get_by_role("button", name=f"{person.name}: absent").click()
    until(session, staff, lambda state: now(state) is Attendance.ABSENT)
    search.fill("nobody at all")
    expect(staff.get_by_text("Nobody on the list is called that.")).to_be_visible()


def test_a_walk_in_is_put_on_the_list(staff: Page, session: Session) -> None:
    turn_to(staff, "Participants")
    form = staff.locator("#walkIn")
    form.get_by_label("Name").fill("Ölle <i>Ny</i>")
    form.get_by_label("Organisation").fill("Myndighet 9")
    form.get_by_label("Sector").select_option(index=2)
    press(form, "Add and check in")
    expect(staff.get_by_text("Ölle <i>Ny</i> is on the list and checked in")).to_be_visible()
    added: Participant = max(session.desk.state.roster.people.values(), key=lambda one: one.id)
    assert (added.name, added.organisation, added.walk_in) == ("Ölle <i>Ny</i>", "Myndighet 9", True)
    assert added.sector is not None
    expect(form.get_by_label("Name")).to_have_value("")


def test_a_badge_is_checked_in_by_one_press(staff: Page, session: Session, phones: Phones) -> None:
    person = replace(session.desk.state.roster.people[7], reference="Å-7/b")
    session.desk.do(PutPeople((person,)))
    badge = staff.context.new_page()
    badge.goto(f"{phones.url}/#badge={quote(person.reference, safe='')}")
    expect(badge.get_by_role("heading", name=person.name)).to_be_visible()
    badge.locator("#badge").get_by_role("button", name="Check in").click()
    expect(badge.locator("#badge").get_by_text("Checked in")).to_be_visible()
    assert session.desk.state.roster.people[person.id].attendance is Attendance.CHECKED_IN
    badge.goto(f"{phones.url}/#badge=8")
    expect(badge.get_by_role("heading", name=session.desk.state.roster.people[8].name)).to_be_visible()
    badge.goto(f"{phones.url}/#badge=nobody-999")
    expect(badge.get_by_text("This badge is not on the list.")).to_be_visible()


def test_a_printed_badge_says_who_was_here_already_and_can_be_taken_back(
    staff: Page, session: Session, phones: Phones
) -> None:
    state = session.desk.state
    code = badge_code(state.event.staff_key, 7)
    badge = staff.context.new_page()
    badge.goto(badge_address(str(phones.url), code))
    box = badge.locator("#badge")
    box.get_by_role("button", name="Check in").click()
    expect(box.get_by_text("✓ Checked in")).to_be_visible()
    box.get_by_role("button", name="undo").click()
    expect(box.get_by_role("button", name="Check in")).to_be_visible()
    assert session.desk.state.roster.people[7].attendance is Attendance.REGISTERED
    session.desk.do(CheckIn(7))
    again = staff.context.new_page()
    again.goto(badge_address(str(phones.url), code))
    expect(again.locator("#badge").get_by_text("was checked in already")).to_be_visible()
    again.goto(badge_address(str(phones.url), badge_code("another event", 7)))
    expect(again.get_by_text("This badge is of another event")).to_be_visible()
    expect(again.get_by_text(state.roster.people[7].name)).to_have_count(0)


def test_a_badge_that_a_participant_scans_leads_to_the_vote(
    phone: BrowserContext, session: Session, phones: Phones
) -> None:
    page = phone.new_page()
    page.goto(badge_address(str(phones.url), badge_code(session.desk.state.event.staff_key, 7)))
    expect(page.get_by_text("This code is for those who check people in.")).to_be_visible()
    page.get_by_role("link", name="To the voting page").click()
    page.wait_for_url(f"{phones.url}/")


def test_a_badge_tells_others_nothing(phone: BrowserContext, session: Session, phones: Phones) -> None:
    person = session.desk.state.roster.people[7]
    page = phone.new_page()
    page.goto(f"{phones.url}/#badge={person.id}")
    expect(page.get_by_role("heading", name=session.desk.state.event.title)).to_be_visible()
    expect(page.get_by_text(person.name)).to_have_count(0)
    assert page.url == f"{phones.url}/"


def test_a_wrong_key_is_refused_and_too_many_lock(phone: BrowserContext, phones: Phones) -> None:
    page = phone.new_page()
    page.goto(f"{phones.url}/#staff=wrong")
    expect(page.get_by_text("That is not the staff key.")).to_be_visible()
    for number in range(12):
        page.get_by_label("Staff key").fill(f"wrong{number}")
        press(page, "Open the page")
        settle(page, "!reading")
    expect(page.get_by_text("Too many tries.")).to_be_visible()


def test_a_lost_connection_shows_and_what_was_pressed_is_not_repeated(
    staff: Page, session: Session, phones: Phones
) -> None:
    press(staff, "Start the day")
    expect(staff.get_by_role("button", name="Pause")).to_be_visible()
    calm(staff)
    staff.context.set_offline(True)
    press(staff, "Give one minute")
    expect(staff.get_by_text("No answer came.")).to_be_visible()
    expect(staff.get_by_text("No connection.")).to_be_visible()
    staff.context.set_offline(False)
    expect(staff.get_by_text("No connection.")).to_be_hidden()
    session.desk.do(AddTime(60))
    expect(staff.get_by_text(re.compile(r"^30:[0-5]\d$"))).to_be_visible()


def test_what_others_do_is_seen_at_once(staff: Page, session: Session) -> None:
    expect(staff.get_by_role("button", name="Start the day")).to_be_visible()
    session.desk.do(StartDay())
    expect(staff.get_by_role("heading", name=session.desk.state.plan.to_run()[0].title)).to_be_visible()


def test_voters_load_nothing_of_the_staffs(phone: BrowserContext, phones: Phones) -> None:
    page = phone.new_page()
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.goto(str(phones.url))
    page.locator("#ballots section").first.wait_for()
    assert not any("staff" in url for url in urls)

"""Steering the day from a phone: who steers, what was overlooked, tracks, pitches, the next scene."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from facilitator.agenda.commands import PutAgenda
from facilitator.agenda.model import AtEnd
from facilitator.app.phones import Phones
from facilitator.app.session import Session
from facilitator.common.clock import Instant, Moment, Monotonic, from_datetime, minutes
from facilitator.event.commands import ChangeEvent
from facilitator.stage.model import SceneName
from facilitator.timer.commands import Resume, StartDay, StartItem
from facilitator.timer.rules import start
from facilitator.web.staff import STAFF, sender
from facilitator.web.staff_document import staff_document

from .accessible import cut_off_or_too_small, violations
from .day import day
from .test_staff_page import calm, press, until


@pytest.fixture
def staff(phone: BrowserContext, phones: Phones) -> Iterator[Page]:
    page = phone.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(str(phones.staff_url))
    page.locator("#running").wait_for()
    yield page
    assert faults == []


@pytest.mark.parametrize(
    ("given", "by"),
    [
        (None, STAFF),
        ("  Anna\u0000\n  Öberg ", "Anna Öberg"),
        ("clock", STAFF),
        ("Host", STAFF),
        ("x" * 90, "x" * 40),
        (["a"], "['a']"),
    ],
)
def test_a_host_is_called_by_the_name_they_give_and_by_no_others(given: object, by: str) -> None:
    plain, name = sender({"type": "next"} | ({} if given is None else {"by": given}))
    assert (plain, name) == ({"type": "next"}, by)


def later(moment: Moment, by: int) -> Moment:
    return Moment(Instant(moment.wall + by), Monotonic(moment.mono + by), moment.boot)


def test_a_missed_end_is_told_until_somebody_decides() -> None:
    state = day()
    assert state.run.running is not None
    begun = state.run.running.started
    items = {**state.plan.items, 1: replace(state.plan.items[1], at_end=AtEnd.NEXT)}
    state = replace(state, plan=replace(state.plan, items=items))
    assert staff_document(state, 1, later(begun, minutes(49)), {})["missed"] == []
    [missed] = staff_document(state, 1, later(begun, minutes(55)), {})["missed"]
    assert (missed["item"], missed["does"], missed["title"]) == (1, "next", "Lagarbete")


def test_a_forgotten_start_is_told_with_its_time() -> None:
    state = day()
    assert state.run.running is not None
    now = later(state.run.running.started, minutes(52))
    told = staff_document(state, 1, now, {})["forgotten"]
    assert (told["item"], told["title"]) == (2, "Fika & mingel")
    moved = replace(state, run=start(state.run, 2, minutes(15), now))
    assert staff_document(moved, 1, now, {})["forgotten"] is None


def test_a_name_is_given_once_and_shown_to_the_others(staff: Page, session: Session) -> None:
    staff.get_by_label("Your name").fill("Bo Ek")
    press(staff, "Keep")
    press(staff, "Start the day")
    until(session, staff, lambda state: state.run.steering is not None and state.run.steering.by == "Bo Ek")
    expect(staff.get_by_text("You steered last")).to_be_visible()
    staff.reload()
    calm(staff)
    press(staff, "Pause")
    expect(staff.get_by_text("Paused")).to_be_visible()
    assert session.desk.state.run.steering is not None
    assert session.desk.state.run.steering.by == "Bo Ek"
    session.desk.do(Resume())
    expect(staff.get_by_text("The host’s computer steered last")).to_be_visible()


def test_the_next_scene_is_prepared_and_taken(staff: Page, session: Session) -> None:
    press(staff, "Prepare first")
    press(staff, "Agenda")
    until(session, staff, lambda state: state.stage.prepared is not None)
    assert session.desk.state.stage.scene is SceneName.CLOCK
    expect(staff.get_by_text("Prepared: Agenda")).to_be_visible()
    assert violations(staff) == []
    calm(staff)
    press(staff, "Take: Agenda")
    until(session, staff, lambda state: state.stage.scene is SceneName.AGENDA and state.stage.prepared is None)
    press(staff, "Find your table")
    until(session, staff, lambda state: state.stage.scene is SceneName.FIND_TABLE)


def test_the_pitch_queue_goes_on_swaps_and_takes_back(staff: Page, session: Session) -> None:
    number = next(item.id for item in session.desk.state.plan.to_run() if item.kind == "pitches")
    session.desk.do(StartDay())
    session.desk.do(StartItem(number))
    press(staff, "Call the first team")
    until(session, staff, lambda state: state.run.pitches.now is not None)
    first, second = session.desk.state.run.pitches.waiting[:2]
    staff.get_by_role("button", name=f"Let team {first} change places with another").click()
    calm(staff)
    press(staff, f"With team {second}")
    until(session, staff, lambda state: state.run.pitches.waiting[:2] == (second, first))
    calm(staff)
    staff.get_by_role("button", name=f"Team {second} is not there").click()
    until(session, staff, lambda state: state.run.pitches.absent == (second,))
    staff.evaluate("scrollTo(0, 0)")  # under the bar at the top a button is not one that can be missed
    assert violations(staff) == []
    staff.set_viewport_size({"width": 320, "height": 800})
    assert cut_off_or_too_small(staff) == []
    calm(staff)
    staff.get_by_role("button", name=f"Put team {second} back in the queue").click()
    until(session, staff, lambda state: state.run.pitches.waiting[-1] == second)
    calm(staff)
    press(staff, "Next phase")
    until(
        session, staff, lambda state: state.run.pitches.now is not None and state.run.pitches.now.phase == "questions"
    )


def test_a_forgotten_start_is_put_right_by_one_press(staff: Page, session: Session) -> None:
    zone = session.desk.state.event.timezone
    due = (datetime.now(zone) - timedelta(minutes=5)).replace(second=0, microsecond=0)
    first, *others = session.desk.state.plan.in_order()
    session.desk.do(ChangeEvent(day=due.date()))
    following = (replace(item, fixed=False, start=None) for item in others)
    session.desk.do(PutAgenda((replace(first, start=due.time(), fixed=True), *following)))
    staff.evaluate("readState()")
    staff.get_by_role("button", name="Yes, at").click()
    until(session, staff, lambda state: state.run.running is not None)
    running = session.desk.state.run.running
    assert running is not None
    assert abs(running.started.wall - from_datetime(due)) < 1500


def test_a_track_is_steered_beside_the_plenary(staff: Page, session: Session) -> None:
    first, second, *_ = session.desk.state.plan.to_run()
    items = session.desk.state.plan.items
    beside = replace(second, track="Rum B", fixed=False, start=None)
    session.desk.do(PutAgenda(tuple(beside if item.id == second.id else item for item in items.values())))
    session.desk.do(StartItem(first.id))
    if not session.desk.state.run.beside:
        session.desk.do(StartItem({"title": second.title}))
    staff.get_by_role("button", name=f"Pause “{second.title}”").click()
    until(session, staff, lambda state: state.run.beside[0].paused_at is not None)
    calm(staff)
    staff.get_by_role("button", name=f"One minute more for “{second.title}”").click()
    until(session, staff, lambda state: state.run.beside[0].added == 60_000)
    staff.get_by_role("button", name=f"End “{second.title}”").click()
    until(session, staff, lambda state: not state.run.beside)

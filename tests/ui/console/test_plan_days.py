"""An event of several days: each has a date of its own, on screen and on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from facilitator.agenda.commands import PutAgenda
from facilitator.agenda.model import Plan
from facilitator.agenda.templates import TemplateName, agenda_template
from facilitator.common.clock import Instant, from_datetime
from facilitator.common.texts import Translator
from facilitator.desk.rundown import rundown
from facilitator.event.model import Event
from facilitator.printing.agenda_poster import agenda_poster
from facilitator.printing.material import Material
from facilitator.printing.pdf import render
from facilitator.timer.commands import Next, StartDay
from facilitator.ui.event_day import off_its_day
from tests.ui.conftest import DAY, ZONE, Setting

TWO_DAYS = agenda_template(TemplateName.TWO_DAYS, "en")


def pages(material: Material, language: str = "en") -> list[str]:
    document = agenda_poster(material, Translator(language))
    return [page.extract_text() for page in PdfReader(BytesIO(render(document))).pages]


def test_each_day_has_a_page_with_its_date_for_the_door() -> None:
    first, second = pages(Material(Event("Two days", DAY), Plan({item.id: item for item in TWO_DAYS})))
    assert "Day 1 · 20 May 2026" in first
    assert "Day 2 · 21 May 2026" in second
    for item in TWO_DAYS:
        assert item.title.split()[0] in (first if item.day == 0 else second)


def test_a_day_of_which_nothing_runs_has_no_page() -> None:
    items = {item.id: replace(item, cut=item.day == 0) for item in TWO_DAYS}
    (only,) = pages(Material(Event("Two days", DAY), Plan(items)))
    assert "Day 2 · 21 May 2026" in only


def test_an_only_day_needs_no_number() -> None:
    items = agenda_template(TemplateName.HALF_DAY, "en")
    (only,) = pages(Material(Event("Half a day", DAY), Plan({item.id: item for item in items})))
    assert "The day" in only
    assert "Day 1" not in only


def at(day: int, hour: int) -> Instant:
    return from_datetime(datetime(2026, 5, DAY.day + day, hour, 20, tzinfo=ZONE))


def off(here: Setting) -> bool:
    now = here.clock.now()
    return off_its_day(here.desk.state, rundown(here.desk.state, now), now)


@pytest.mark.parametrize(("day", "is_off"), [(-1, True), (0, False), (1, False), (2, True), (5, True)])
def test_before_it_has_begun_every_day_of_the_event_is_its_day(empty: Setting, day: int, is_off: bool) -> None:
    empty.desk.do(PutAgenda(TWO_DAYS))
    empty.clock.wall = at(day, 8)
    assert off(empty) is is_off


def test_the_second_day_is_its_own_day_and_no_other(empty: Setting) -> None:
    empty.desk.do(PutAgenda(TWO_DAYS))
    empty.clock.wall = at(0, 9)
    empty.desk.do(StartDay())
    while not rundown(empty.desk.state, empty.clock.now()).ended:
        empty.clock.pass_(minutes=35)
        empty.desk.do(Next())
    assert not off(empty)
    empty.clock.pass_(minutes=16 * 60)
    assert not off(empty)
    empty.desk.do(StartDay())
    assert rundown(empty.desk.state, empty.clock.now()).day == 1
    assert not off(empty)
    empty.clock.pass_(minutes=40 * 60)
    assert off(empty)

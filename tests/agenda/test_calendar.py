"""The agenda in a calendar, read back by its parser."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from icalendar import Calendar, Component

from facilitator.agenda.calendar import Occasion, as_icalendar
from facilitator.agenda.model import Kind, Plan
from facilitator.agenda.schedule import planned
from facilitator.common.clock import minutes, to_datetime
from tests.agenda.plans import DAY, ZONE, at, days_with_fixed_starts, item, plan_of, schedule_of

OCCASION = Occasion("Hackdagen; ”Åäö”, 2026", "Rådhuset, Åmål", ZONE, "a1b2.facilitator")


def parsed(plan: Plan, day: date = DAY) -> Calendar:
    content = as_icalendar(plan, planned(plan, day, ZONE), OCCASION, at(8))
    assert content == as_icalendar(plan, planned(plan, day, ZONE), OCCASION, at(8))
    assert all(len(line) <= 75 for line in content.split(b"\r\n")), "lines are folded"
    return Calendar.from_ical(content)


def when(entry: Component, name: str) -> datetime:
    """A property of an entry that is a date and time."""
    found = entry.decoded(name)
    assert isinstance(found, datetime)
    return found


@settings(max_examples=100, deadline=None)
@given(days_with_fixed_starts(most=6, tracks=True))
def test_every_item_stands_at_its_time(plan: Plan) -> None:
    slots = schedule_of(plan)
    entries = parsed(plan).walk("VEVENT")
    assert [str(entry["UID"]) for entry in entries] == [f"{one.id}@a1b2.facilitator" for one in plan.in_order()]
    for entry, one in zip(entries, plan.in_order(), strict=True):
        assert str(entry["SUMMARY"]) == one.title
        assert when(entry, "DTSTART") == to_datetime(slots[one.id].start, ZONE)
        if one.length:
            assert when(entry, "DTEND") == to_datetime(slots[one.id].end, ZONE)
        else:
            assert "DTEND" not in entry
        assert entry["DTSTART"].params["TZID"] == "Europe/Stockholm"


def test_words_a_track_a_speaker_and_what_is_kept_to_the_host() -> None:
    plan = plan_of(
        item(1, 10, start=time(9), title="Välkomna; alla, \\ och\nen rad till", speaker="Åsa", notes="Mikrofon 2"),
        item(2, 10, track="Rum Ö"),
        replace(item(3, 0, kind=Kind.END), cut=True),
    )
    calendar = parsed(plan)
    assert str(calendar["X-WR-CALNAME"]) == OCCASION.title
    welcome, beside, end = calendar.walk("VEVENT")
    assert str(welcome["SUMMARY"]) == plan.items[1].title
    assert (str(welcome["LOCATION"]), str(beside["LOCATION"])) == ("Rådhuset, Åmål", "Rådhuset, Åmål, Rum Ö")
    assert str(welcome["DESCRIPTION"]) == "Åsa"
    assert "Mikrofon" not in calendar.to_ical().decode()
    assert "STATUS" not in welcome
    assert str(end["STATUS"]) == "CANCELLED"
    assert "DTEND" not in end


def test_the_zone_comes_with_its_rules() -> None:
    calendar = parsed(plan_of(item(1, 60, start=time(1, 30)), item(2, 60, start=time(9))), date(2026, 3, 29))
    (zone,) = calendar.walk("VTIMEZONE")
    assert {part.name for part in zone.subcomponents} == {"STANDARD", "DAYLIGHT"}
    first, second = (when(entry, "DTSTART") for entry in calendar.walk("VEVENT"))
    assert (first.utcoffset(), second.utcoffset()) == (timedelta(hours=1), timedelta(hours=2))
    assert second.timestamp() - first.timestamp() == minutes(6.5 * 60) / 1000


def test_an_empty_agenda_is_a_calendar_too() -> None:
    assert parsed(Plan()).walk("VEVENT") == []

"""The agenda as iCalendar (RFC 5545), for calendars of people and rooms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from facilitator import __version__
from facilitator.agenda.model import Item, Plan, Slot
from facilitator.common.clock import Instant, to_datetime
from facilitator.common.frozen import frozen

PRODUCER = f"-//Facilitator//{__version__}//EN"


@frozen
class Occasion:
    """What the calendar says of the event as a whole; `uid` makes its entries those of this event, on every export."""

    title: str
    place: str
    zone: ZoneInfo
    uid: str


def as_icalendar(plan: Plan, slots: Mapping[int, Slot], occasion: Occasion, now: Instant) -> bytes:
    """The items at these times, with the rules of their time zone; `now` is when the calendar was made.

    An item keeps its identifier however it is changed, so that calendars replace what they have. Cut items are
    cancelled rather than left out. The host's notes stay with the host.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", occasion.title)
    for item in plan.in_order():
        calendar.add_component(_entry(item, slots[item.id], occasion, now))
    if plan.items:
        years = [to_datetime(slot.start, occasion.zone).year for slot in slots.values()]
        calendar.add_missing_timezones(date(min(years), 1, 1), date(max(years) + 1, 1, 1))
    content: bytes = calendar.to_ical()
    return content


def _entry(item: Item, slot: Slot, occasion: Occasion, now: Instant) -> Event:
    entry = Event()
    entry.add("uid", f"{item.id}@{occasion.uid}")
    entry.add("dtstamp", datetime.fromtimestamp(now // 1000, UTC))
    entry.add("summary", item.title)
    entry.add("dtstart", _local(slot.start, occasion.zone))
    if slot.end > slot.start:  # an end must be later than the start (RFC 5545, 3.8.2.2)
        entry.add("dtend", _local(slot.end, occasion.zone))
    where = ", ".join(part for part in (occasion.place, item.track) if part)
    if where:
        entry.add("location", where)
    if item.speaker:
        entry.add("description", item.speaker)
    if item.cut:
        entry.add("status", "CANCELLED")
    return entry


def _local(instant: Instant, zone: ZoneInfo) -> datetime:
    return to_datetime(instant, zone).replace(microsecond=0)

"""The event's agenda as a calendar file."""

from __future__ import annotations

import hashlib

from facilitator.agenda.calendar import Occasion, as_icalendar
from facilitator.common.clock import Moment
from facilitator.desk.rundown import planned_slots, scheduled_slots
from facilitator.desk.state import State


def calendar(state: State, now: Moment) -> bytes:
    """The agenda after its last re-plan as iCalendar; cut items stand cancelled where they were planned."""
    planned = planned_slots(state)
    slots = {
        item: planned[item] if state.plan.items[item].cut else slot for item, slot in scheduled_slots(state).items()
    }
    event = state.event
    return as_icalendar(state.plan, slots, Occasion(event.title, event.place, event.timezone, _uid(state)), now.wall)


def _uid(state: State) -> str:
    """What is the same for this event at every export, and tells nothing of the key that it is made from."""
    own = state.event.staff_key or f"{state.event.title}|{state.event.day.isoformat()}"
    return hashlib.sha256(f"calendar|{own}".encode()).hexdigest()[:24] + ".facilitator"

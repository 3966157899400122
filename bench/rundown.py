"""How long the rundown's ways back on time take to work out for a long day, in CPU seconds of this process."""

from __future__ import annotations

import time
from datetime import date
from datetime import time as clock_time
from zoneinfo import ZoneInfo

from bench import Figure
from facilitator.agenda.model import Item, Kind, Plan
from facilitator.agenda.outlook import outlook
from facilitator.agenda.progress import Progress
from facilitator.agenda.replan import options
from facilitator.agenda.schedule import planned, scheduled
from facilitator.common.clock import Instant, minutes

ITEMS = 60
FIXED_EVERY = 10
LATE_MINUTES = 45
ROUNDS = 15
REPLAN_LIMIT_MS = 100.0
OUTLOOK_LIMIT_MS = 20.0


def long_day() -> Plan:
    """Sixty items of ten minutes from 08:00: every tenth with a fixed start, every sixth on a track of its own."""
    items = []
    place = 0
    for number in range(1, ITEMS + 1):
        track = "Table 1" if number % 6 == 5 else ""
        start = clock_time(8 + place // 60, place % 60) if number % FIXED_EVERY == 1 else None
        kind = Kind.WORK if number % 2 else Kind.TALK
        items.append(
            Item(
                number,
                number,
                f"Item {number}",
                kind,
                minutes(10),
                minutes(5),
                start,
                start is not None,
                priority=number % 5 + 1,
                track=track,
            )
        )
        place += 0 if track else 10
    return Plan({item.id: item for item in items})


def run() -> list[Figure]:
    """Work out every way back, and the day's end as a range, with the first item far over time."""
    plan = long_day()
    schedule = scheduled(plan, planned(plan, date(2026, 5, 20), ZoneInfo("Europe/Stockholm")))
    now = Instant(schedule[1].end + minutes(LATE_MINUTES))
    progress = Progress(now, {1: (schedule[1].start, None)}, 1, now)
    replans, outlooks = [], []
    for _ in range(ROUNDS):
        began = time.process_time()
        found = options(plan, schedule, progress)
        middle = time.process_time()
        outlook(plan, schedule, progress)
        replans.append(middle - began)
        outlooks.append(time.process_time() - middle)
    changes = max(len(option.changes) for option in found)
    about = f"{ITEMS} items, {len(found)} ways, at most {changes} changes, best of {ROUNDS}, CPU time"
    return [
        Figure("all ways back on time", min(replans) * 1000, "ms", REPLAN_LIMIT_MS, about),
        Figure("the day's end as a range", min(outlooks) * 1000, "ms", OUTLOOK_LIMIT_MS),
    ]

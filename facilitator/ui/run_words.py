"""The rundown in words: a line for each item with its times side by side, and when the day will end."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from facilitator.agenda.model import Item
from facilitator.common.clock import Duration, Instant
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, Translator, text
from facilitator.desk.rundown import ItemState, Row, Rundown
from facilitator.timer.model import Steering
from facilitator.ui.widgets.basics import Tone
from facilitator.ui.wording import ITEM_STATES, clock, digits, lateness, length, weekday

MINUTE_MS = 60_000
_INDENT = "\u2003↳ "


@frozen
class RundownLine:
    """One line of the rundown. `key` is the item's id; the heading of a day has a negative one and no state."""

    key: int
    title: str
    state: ItemState | None = None
    planned: str = ""
    scheduled: str = ""
    really: str = ""
    expected: bool = False
    speaker: str = ""
    length: str = ""
    over: str = ""
    over_tone: Tone | None = None
    state_words: str = ""


def rundown_lines(day: Rundown, zone: ZoneInfo, tr: Translator) -> tuple[RundownLine, ...]:
    """The whole event; several days stand each below a heading of its own."""
    several = len({row.item.day for row in day.rows}) > 1
    found: list[RundownLine] = []
    last: int | None = None
    for row in day.rows:
        if several and row.item.day != last:
            last = row.item.day
            found.append(RundownLine(-1 - last, _heading(row, day, zone, tr)))
        found.append(_line(row, zone, tr))
    return tuple(found)


def over(row: Row) -> Duration | None:
    """How much longer than scheduled an item took, or looks like taking; None before it has begun."""
    end = row.actual_end if row.actual_end is not None else row.expected.end if row.expected else None
    if row.actual_start is None or end is None:
        return None
    return Duration(end - row.actual_start - row.item.current_length)


def over_words(by: Duration) -> str:
    """More or less time in whole minutes, with its sign: “+9”, “−2”, “0”."""
    count = round(abs(by) / MINUTE_MS)
    if count == 0:
        return "0"
    return f"+{count}" if by > 0 else f"\u2212{count}"


def end_words(day: Rundown, zone: ZoneInfo) -> Text | None:
    """When today ends, as a range, beside what was planned; None if the day has no items."""
    rows = day.today()
    if day.ends is None or not rows:
        return None
    planned = clock(max(row.planned.end for row in rows), zone)
    if day.ended:
        return text("{time}, planned {planned}", time=clock(day.ends, zone), planned=planned)
    seen = day.outlook
    earliest, latest = (clock(seen.earliest, zone), clock(seen.latest, zone)) if seen else (clock(day.ends, zone),) * 2
    if earliest != latest:
        return text("{earliest}–{latest}, planned {planned}", earliest=earliest, latest=latest, planned=planned)
    if latest == planned:
        return text("{time} as planned", time=planned)
    return text("{time}, planned {planned}", time=latest, planned=planned)


def item_tip(row: Row, zone: ZoneInfo, tr: Translator) -> str:
    """All that is known of an item, for who points at it."""

    def at(instant: Instant) -> str:
        return clock(instant, zone)

    lines = [row.item.title]
    lines.append(tr("Planned {start}–{end}", start=at(row.planned.start), end=at(row.planned.end)))
    if row.item.fixed:
        lines.append(tr("Fixed start: nothing moves it"))
    if row.scheduled != row.planned:
        lines.append(tr("Scheduled {start}–{end}", start=at(row.scheduled.start), end=at(row.scheduled.end)))
    if row.expected is not None and row.actual_start is None:
        late = Duration(row.expected.start - row.scheduled.start)
        words = tr("Expected {start}–{end}", start=at(row.expected.start), end=at(row.expected.end))
        lines.append(f"{words} · {tr.render(lateness(late))}")
    if row.actual_start is not None and row.actual_end is not None:
        lines.append(tr("Ran {start}–{end}", start=at(row.actual_start), end=at(row.actual_end)))
    elif row.actual_start is not None:
        lines.append(tr("Started {start}", start=at(row.actual_start)))
    if row.item.notes:
        lines.append(row.item.notes)
    return "\n".join(lines)


def start_words(row: Row, zone: ZoneInfo) -> str:
    """The planned start, and behind an arrow what became or will become of it, where that differs."""
    planned = clock(row.planned.start, zone)
    really = clock(_really(row), zone)
    return planned if really == planned else f"{planned} → {really}"


def steered_by(steering: Steering | None, zone: ZoneInfo) -> Text | None:
    """Who gave the clock its latest command, and when; None if nobody has."""
    if steering is None:
        return None
    at = clock(steering.at, zone)
    if steering.by == "host":
        return text("Steered from here, {time}", time=at)
    if steering.by == "staff":
        return text("Steered by a second host, {time}", time=at)
    return text("Steered by {name}, {time}", name=steering.by, time=at)


def _heading(row: Row, day: Rundown, zone: ZoneInfo, tr: Translator) -> str:
    words = tr("Day {number}", number=row.item.day + 1)
    date = weekday(row.planned.start, zone, tr).rsplit(" ", 1)[0]
    if row.item.day == day.day:
        return tr("{day} · {weekday} · today", day=words, weekday=date)
    return tr("{day} · {weekday}", day=words, weekday=date)


def _line(row: Row, zone: ZoneInfo, tr: Translator) -> RundownLine:
    by = over(row)
    known = row.actual_start is not None
    return RundownLine(
        row.item.id,
        _title(row.item),
        row.state,
        planned=clock(row.planned.start, zone),
        scheduled=clock(row.scheduled.start, zone),
        really=clock(_really(row), zone) if known else f"≈ {clock(_really(row), zone)}" if row.expected else "",
        expected=not known,
        speaker=row.item.speaker,
        length=tr.render(length(row.item.current_length)),
        over="" if by is None else over_words(by),
        over_tone=None if by is None else _over_tone(by),
        state_words=_state(row, tr),
    )


def _really(row: Row) -> Instant:
    if row.actual_start is not None:
        return row.actual_start
    return row.expected.start if row.expected else row.planned.start


def _title(item: Item) -> str:
    return f"{_INDENT}{item.track} · {item.title}" if item.track else item.title


def _state(row: Row, tr: Translator) -> str:
    """The state; an item on a track of its own shows its own clock instead while it runs."""
    if row.item.track and row.remaining is not None:
        return digits(row.remaining)
    if row.item.fixed and row.state in (ItemState.NEXT, ItemState.LATER):
        return tr("{state}, fixed", state=tr.render(ITEM_STATES[row.state]))
    return tr.render(ITEM_STATES[row.state])


def _over_tone(by: Duration) -> Tone:
    if by >= MINUTE_MS / 2:
        return Tone.DANGER if by >= 5 * MINUTE_MS else Tone.WARNING
    return Tone.GOOD if by <= -MINUTE_MS / 2 else Tone.PLAIN

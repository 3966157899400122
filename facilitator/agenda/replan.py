"""Ways back on time when a fixed start will be missed: shorten what lies before it, or cut an item.

Fixed items never move and nothing goes under its least length. What is missing even then is named as the shortfall.
The item on the clock is the host's own to shorten or lengthen, so no way touches it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from facilitator.agenda import tracks
from facilitator.agenda.model import Item, Kind, Plan, Slot
from facilitator.agenda.progress import Progress, coming, today
from facilitator.agenda.schedule import Clash, clashes, forecast
from facilitator.agenda.sharing import by_priority, evenly
from facilitator.common.clock import Duration
from facilitator.common.frozen import frozen

_CAN_BE_CUT = (Kind.TALK, Kind.BREAK, Kind.WORK)


@frozen
class Change:
    """One item that gets another length, or is cut; `after` is 0 when it is."""

    item: int
    before: Duration
    after: Duration
    cut: bool = False


@frozen
class Option:
    """One way back. `plan` is the agenda with it applied; `shortfall` is what is still missing at the worst clash."""

    name: str
    changes: tuple[Change, ...]
    shortfall: Duration
    plan: Plan


def options(plan: Plan, schedule: Mapping[int, Slot], progress: Progress) -> tuple[Option, ...]:
    """Two or three ways to keep today's fixed starts ahead; none when no fixed start is in danger.

    `by-priority` takes from the items that matter least first, `evenly` from all in proportion to what they can give,
    `cut-N` leaves out item N (the dispensable one that matters least) and takes the rest evenly.
    """
    broken = clashes(plan, schedule, forecast(plan, schedule, progress), progress)
    if not broken:
        return ()
    found = [_solve(name, plan, plan, schedule, progress) for name in ("by-priority", "evenly")]
    dispensable = _dispensable(plan, schedule, progress, broken)
    if dispensable is not None:
        without = _with(plan, [replace(dispensable, cut=True)])
        found.append(_solve(f"cut-{dispensable.id}", plan, without, schedule, progress))
    return tuple(found)


def apply(plan: Plan, option: Option, schedule: Mapping[int, Slot], progress: Progress) -> Plan:
    """The agenda with the option taken: what runs or is still to run today gets the times that now look right.

    A fixed item keeps its start, also where a shortfall says that it will be missed.
    """
    expected = forecast(option.plan, schedule, progress)
    day = today(plan, progress)
    ahead = {item.id for item in coming(option.plan, progress)}
    beside = {hang.item.id for hang in tracks.of_day(option.plan, day)}
    moved = ahead | {item for item in beside if item in expected and item not in progress.actual} | set(progress.beside)
    if progress.running is not None:
        moved.add(progress.running)
    items = dict(option.plan.items)
    for identifier in moved & expected.keys():
        item, slot = items[identifier], expected[identifier]
        start = schedule[identifier].start if item.fixed and identifier in ahead else slot.start
        items[identifier] = replace(item, scheduled_start=start, scheduled_length=Duration(slot.end - slot.start))
    return replace(plan, items=items)


def _solve(name: str, original: Plan, plan: Plan, schedule: Mapping[int, Slot], progress: Progress) -> Option:
    """Resolve the clashes one after the other, earliest first.

    Each round shortens what decides when the first clash that can still be mended happens. All times only get earlier
    by it, so no mended clash comes back, and every round either mends one or uses up what an item can give.
    """
    share = by_priority if name == "by-priority" else evenly
    hopeless: set[tuple[int, int | None]] = set()
    while True:
        expected = forecast(plan, schedule, progress)
        broken = clashes(plan, schedule, expected, progress)
        clash = next((one for one in broken if (one.item, one.by) not in hopeless), None)
        if clash is None:
            shortfall = max((one.late for one in broken), default=Duration(0))
            return Option(name, _changes(original, plan), shortfall, plan)
        givers = _givers(plan, schedule, expected, progress, clash)
        taken = share(givers, clash.late)
        if not any(taken.values()):
            hopeless.add((clash.item, clash.by))
            continue
        plan = _with(
            plan,
            [replace(one, scheduled_length=Duration(one.current_length - taken[one.id])) for one in givers],
        )


def _givers(
    plan: Plan, schedule: Mapping[int, Slot], expected: Mapping[int, Slot], progress: Progress, clash: Clash
) -> list[Item]:
    """The items whose shortening lets the clash end earlier: what it waits for, back to where nothing can be gained."""
    ahead = coming(plan, progress)
    if clash.by is None:
        return _plenary_before(ahead, plan.items[clash.item], schedule, expected)
    hanging = {hang.item.id: hang for hang in tracks.of_day(plan, today(plan, progress))}
    givers: list[Item] = []
    hang: tracks.Hang | None = hanging[clash.by]
    while hang is not None and hang.item.id not in progress.actual:
        givers.append(hang.item)
        start = expected[hang.item.id].start
        before, anchor = hang.before, hang.anchor
        hang = None
        if before is not None and before.id in expected and expected[before.id].end == start:
            hang = hanging[before.id]
        elif anchor in ahead and expected[anchor.id].start == start and not _keeps_time(anchor, schedule, expected):
            givers += reversed(_plenary_before(ahead, anchor, schedule, expected))
    return givers[::-1]


def _plenary_before(
    ahead: Sequence[Item], item: Item, schedule: Mapping[int, Slot], expected: Mapping[int, Slot]
) -> list[Item]:
    """The plenary's items before one, back to the last fixed one that starts on time."""
    givers: list[Item] = []
    for before in reversed([other for other in ahead if other.position < item.position]):
        givers.append(before)
        if _keeps_time(before, schedule, expected):
            break
    return givers[::-1]


def _keeps_time(item: Item, schedule: Mapping[int, Slot], expected: Mapping[int, Slot]) -> bool:
    return item.fixed and expected[item.id].start <= schedule[item.id].start


def _dispensable(plan: Plan, schedule: Mapping[int, Slot], progress: Progress, broken: Sequence[Clash]) -> Item | None:
    """The item to leave out: of those that matter least the shortest that is long enough, else the longest."""
    worst = max(broken, key=lambda clash: clash.late)
    candidates = [
        item
        for item in _givers(plan, schedule, forecast(plan, schedule, progress), progress, worst)
        if item.kind in _CAN_BE_CUT and not item.fixed and item.current_length > 0
    ]
    if not candidates:
        return None
    lowest = min(item.priority for item in candidates)
    least = [item for item in candidates if item.priority == lowest]
    enough = [item for item in least if item.current_length >= worst.late]
    if enough:
        return min(enough, key=lambda item: (item.current_length, item.position))
    return max(least, key=lambda item: (item.current_length, -item.position))


def _with(plan: Plan, changed: Sequence[Item]) -> Plan:
    return replace(plan, items={**plan.items, **{item.id: item for item in changed}})


def _changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    changes = []
    for old in before.in_order():
        new = after.items[old.id]
        if old.cut and new.cut:
            continue
        length = Duration(0) if new.cut else new.current_length
        if length != old.current_length or new.cut != old.cut:
            changes.append(Change(old.id, old.current_length, length, new.cut))
    return tuple(changes)

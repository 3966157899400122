"""Ways back on time when a fixed start will be missed: shorten what lies before it, or cut an item.

Fixed items never move and nothing goes under its least length. What is missing even then is named as the shortfall.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from facilitator.agenda.model import Item, Kind, Plan, Slot
from facilitator.agenda.progress import Progress, coming
from facilitator.agenda.schedule import Clash, clashes, forecast
from facilitator.common.clock import Duration, minutes
from facilitator.common.frozen import frozen

_MINUTE = minutes(1)
_CAN_BE_CUT = (Kind.TALK, Kind.BREAK, Kind.WORK)


@frozen
class Change:
    """One item that gets another length; `after` is 0 when it is cut."""

    item: int
    before: Duration
    after: Duration


@frozen
class Option:
    """One way back. `plan` is the agenda with it applied; `shortfall` is what is still missing at the worst clash."""

    name: str
    changes: tuple[Change, ...]
    shortfall: Duration
    plan: Plan


def options(plan: Plan, schedule: Mapping[int, Slot], progress: Progress) -> tuple[Option, ...]:
    """Two or three ways to keep the fixed starts ahead; none when no fixed start is in danger.

    `by-priority` takes from the items that matter least first, `evenly` from all in proportion to what they can give,
    `cut-N` leaves out item N (the dispensable one that matters least) and takes the rest evenly.
    """
    if not clashes(plan, schedule, forecast(plan, schedule, progress), progress):
        return ()
    found = [
        _solve("by-priority", plan, schedule, progress, by_priority=True),
        _solve("evenly", plan, schedule, progress, by_priority=False),
    ]
    dispensable = _dispensable(plan, schedule, progress)
    if dispensable is not None:
        without = _with(plan, {dispensable.id: replace(dispensable, cut=True)})
        found.append(_solve(f"cut-{dispensable.id}", without, schedule, progress, by_priority=False, original=plan))
    return tuple(found)


def apply(plan: Plan, option: Option, schedule: Mapping[int, Slot], progress: Progress) -> Plan:
    """The agenda with the option taken: what is still to run gets the times that now look right."""
    expected = forecast(option.plan, schedule, progress)
    moved = {item.id for item in coming(option.plan, progress)} | ({progress.running} if progress.running else set())
    items = dict(option.plan.items)
    for identifier in moved:
        slot = expected[identifier]
        items[identifier] = replace(
            items[identifier], scheduled_start=slot.start, scheduled_length=Duration(slot.end - slot.start)
        )
    return replace(plan, items=items)


def _solve(
    name: str,
    plan: Plan,
    schedule: Mapping[int, Slot],
    progress: Progress,
    *,
    by_priority: bool,
    original: Plan | None = None,
) -> Option:
    """Resolve the clashes one after the other, earliest first; each only gets tighter, so one pass is enough."""
    start = original or plan
    shortfall = Duration(0)
    fixed = [item.id for item in coming(plan, progress) if item.fixed]
    for identifier in fixed:
        expected = forecast(plan, schedule, progress)
        clash = next((c for c in clashes(plan, schedule, expected, progress) if c.item == identifier), None)
        if clash is None:
            continue
        givers = _givers(plan, schedule, expected, progress, clash)
        cuts = _share(givers, clash.late, by_priority=by_priority)
        plan = _with(
            plan,
            {
                item.id: replace(item, scheduled_length=Duration(item.current_length - cuts[item.id]))
                for item in givers
                if cuts[item.id]
            },
        )
        shortfall = Duration(max(shortfall, clash.late - sum(cuts.values())))
    return Option(name, _changes(start, plan), shortfall, plan)


def _givers(
    plan: Plan, schedule: Mapping[int, Slot], expected: Mapping[int, Slot], progress: Progress, clash: Clash
) -> list[Item]:
    """The items whose shortening brings the clash's start forward: back to the last fixed item that starts on time."""
    before = [item for item in coming(plan, progress) if item.position < plan.items[clash.item].position]
    givers: list[Item] = []
    for item in reversed(before):
        givers.append(item)
        if item.fixed and expected[item.id].start <= schedule[item.id].start:
            break
    return givers[::-1]


def _share(givers: Sequence[Item], needed: Duration, *, by_priority: bool) -> dict[int, Duration]:
    """Take `needed` from the givers, whole minutes as far as that goes; less if they cannot give as much."""
    taken = {item.id: Duration(0) for item in givers}
    groups = [[item for item in givers if item.priority == priority] for priority in range(1, 6)]
    for group in groups if by_priority else [list(givers)]:
        slack = {item.id: max(0, item.current_length - item.least_length) for item in group}
        wanted = min(needed - sum(taken.values()), sum(slack.values()))
        for identifier, amount in _proportional(slack, wanted).items():
            taken[identifier] = Duration(amount)
    return taken


def _proportional(slack: Mapping[int, int], wanted: int) -> dict[int, int]:
    """Split `wanted` (at most the sum of the slack) in proportion to it, in whole minutes where possible."""
    total = sum(slack.values())
    if wanted <= 0 or total == 0:
        return dict.fromkeys(slack, 0)
    shares = {key: min(room, wanted * room // total // _MINUTE * _MINUTE) for key, room in slack.items()}
    by_room = sorted(slack, key=lambda key: (shares[key] - slack[key], key))
    for unit in (_MINUTE, 1):
        for key in by_room * (1 if unit == 1 else len(slack)):
            missing = wanted - sum(shares.values())
            room = slack[key] - shares[key]
            step = min(missing, room) if unit == 1 else (_MINUTE if min(missing, room) >= _MINUTE else 0)
            shares[key] += max(0, step)
    return shares


def _dispensable(plan: Plan, schedule: Mapping[int, Slot], progress: Progress) -> Item | None:
    """The item to leave out: of those that matter least the shortest that is long enough, else the longest."""
    expected = forecast(plan, schedule, progress)
    worst = max(clashes(plan, schedule, expected, progress), key=lambda clash: clash.late)
    candidates = [
        item
        for item in _givers(plan, schedule, expected, progress, worst)
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


def _with(plan: Plan, changed: Mapping[int, Item]) -> Plan:
    return replace(plan, items={**plan.items, **changed})


def _changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    changes = []
    for old in before.in_order():
        new = after.items[old.id]
        length = Duration(0) if new.cut else new.current_length
        if length != old.current_length or new.cut != old.cut:
            changes.append(Change(old.id, old.current_length, length))
    return tuple(changes)

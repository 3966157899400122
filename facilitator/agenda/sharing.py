"""How time that has to be taken is shared among the items that can give it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from facilitator.agenda.model import Item
from facilitator.common.clock import Duration, minutes

_MINUTE = minutes(1)

Share = Callable[[Sequence[Item], Duration], dict[int, Duration]]
"""From the items that can give, and the time that is needed, to what each of them gives."""


def evenly(givers: Sequence[Item], needed: Duration) -> dict[int, Duration]:
    """Take from all in proportion to what they can give."""
    return _from_groups([givers], needed)


def by_priority(givers: Sequence[Item], needed: Duration) -> dict[int, Duration]:
    """Take from the items that matter least first, as much as they can give."""
    return _from_groups([[item for item in givers if item.priority == priority] for priority in range(1, 6)], needed)


def _from_groups(groups: Sequence[Sequence[Item]], needed: Duration) -> dict[int, Duration]:
    """Take from group after group; less than needed if they cannot give as much.

    What is needed is rounded up to whole minutes as far as that goes: so lengths stay such as hosts say them, and a
    preview does not change with every second that the room runs late.
    """
    slack = [{item.id: max(0, item.current_length - item.least_length) for item in group} for group in groups]
    wanted = min(-(-needed // _MINUTE) * _MINUTE, sum(sum(group.values()) for group in slack))
    taken: dict[int, Duration] = {}
    for group in slack:
        shares = _proportional(group, min(wanted - sum(taken.values()), sum(group.values())))
        taken |= {item: Duration(share) for item, share in shares.items()}
    return taken


def _proportional(slack: Mapping[int, int], wanted: int) -> dict[int, int]:
    """Split `wanted` (at most the sum of the slack) in proportion to it, in whole minutes where possible."""
    total = sum(slack.values())
    if wanted <= 0 or total == 0:
        return dict.fromkeys(slack, 0)
    shares = {item: wanted * room // total // _MINUTE * _MINUTE for item, room in slack.items()}
    missing = wanted - sum(shares.values())
    most_room_first = sorted(slack, key=lambda item: (shares[item] - slack[item], item))
    while missing >= _MINUTE and any(slack[item] - shares[item] >= _MINUTE for item in slack):
        for item in most_room_first:
            if missing >= _MINUTE and slack[item] - shares[item] >= _MINUTE:
                shares[item] += _MINUTE
                missing -= _MINUTE
    for item in most_room_first:
        step = min(missing, slack[item] - shares[item])
        shares[item] += step
        missing -= step
    return shares

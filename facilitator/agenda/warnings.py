"""When an item's clock changes its look, for items that say nothing of it."""

from __future__ import annotations

from dataclasses import replace

from facilitator.agenda.model import Item
from facilitator.common.clock import Duration, minutes, seconds

LONGEST_WARNING = minutes(5)
LONGEST_DANGER = minutes(1)


def usual_warnings(length: Duration) -> tuple[Duration, Duration]:
    """What is left on the clock at the usual first and last warning of an item of this length, in whole seconds.

    A fifth of the length, at most five minutes, and a tenth, at most one minute: a talk of eight minutes is told at
    1:36 and at 0:48, one of 25 minutes or more at 5:00 and at 1:00. No length, no warning.
    """
    first, last = seconds(length // 5_000), seconds(length // 10_000)
    return Duration(min(LONGEST_WARNING, first)), Duration(min(LONGEST_DANGER, last))


def with_warnings(item: Item, warning: Duration | None = None, danger: Duration | None = None) -> Item:
    """The item with these warnings; one that is not given is the usual one, as far as the other leaves it room."""
    usual_warning, usual_danger = usual_warnings(item.length)
    if warning is None:
        warning = Duration(max(usual_warning, danger or 0))
    if danger is None:
        danger = Duration(min(usual_danger, warning)) if warning else usual_danger
    return replace(item, warning=warning, danger=danger)


def has_usual_warnings(item: Item) -> bool:
    """Whether both warnings are the usual ones for its length, so that they follow it when it changes."""
    return (item.warning, item.danger) == usual_warnings(item.length)

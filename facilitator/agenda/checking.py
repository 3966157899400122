"""Whether an item is possible: what the plan promises of each of its items."""

from __future__ import annotations

from collections.abc import Collection

from facilitator.agenda.model import AtEnd, Item
from facilitator.common.clock import seconds
from facilitator.common.errors import UserError
from facilitator.common.texts import text

LONGEST_ITEM = seconds(24 * 3600)
LONGEST_TITLE = 200
LONGEST_TRACK = 60
LAST_DAY = 30
"""Days are counted from 0, so that an event may have a month of them."""


def checked(item: Item, scenes: Collection[str]) -> Item:
    """The item, if it is possible; `scenes` are the names of those that can be shown.

    Raises:
        UserError: it is not; the message says why and what to do.
    """
    _check_words(item, scenes)
    _check_times(item)
    return item


def _check_words(item: Item, scenes: Collection[str]) -> None:
    if not item.title.strip():
        raise UserError(text("An agenda item needs a title."), text("Write one and try again."))
    if len(item.title) > LONGEST_TITLE:
        raise UserError(text("The title “{title}…” is too long.", title=item.title[:40]), text("Shorten it."))
    if len(item.track) > LONGEST_TRACK:
        raise UserError(text("The track’s name “{name}…” is too long.", name=item.track[:40]), text("Shorten it."))
    for scene in (item.scene, item.end_scene):
        if scene and scene not in scenes:
            raise UserError(
                text("There is no scene “{scene}”.", scene=scene),
                text("Choose one of: {names}.", names=", ".join(scenes)),
            )
    if item.at_end is AtEnd.SCENE and not item.end_scene:
        raise UserError(
            text("“{title}” is to show a scene at its end, but it is not said which.", title=item.title),
            text("Choose the scene."),
        )
    if not 1 <= item.priority <= 5:
        raise UserError(text("A priority is a number from 1 to 5."), text("Choose one of them."))


def _check_times(item: Item) -> None:
    if not 0 <= item.length <= LONGEST_ITEM:
        raise UserError(
            text("“{title}” must last between 0 minutes and 24 hours.", title=item.title), text("Change its length.")
        )
    if not 0 <= item.least_length <= item.length:
        raise UserError(
            text("The least length of “{title}” must lie between 0 and its length.", title=item.title),
            text("Change one of the two."),
        )
    if item.fixed and item.start is None:
        raise UserError(text("“{title}” has a fixed start, but no start.", title=item.title), text("Give it a start."))
    if not 0 <= item.day <= LAST_DAY:
        raise UserError(
            text("There is no day {day}.", day=item.day + 1),
            text("Choose a day from 1 to {last}.", last=LAST_DAY + 1),
        )
    if not (0 <= item.warning <= LONGEST_ITEM and 0 <= item.danger <= LONGEST_ITEM):
        raise UserError(
            text("The warnings of “{title}” must come between 0 and 24 hours before its end.", title=item.title),
            text("Change them."),
        )
    if item.warning and item.danger > item.warning:
        raise UserError(
            text("The last warning of “{title}” comes before the first.", title=item.title),
            text("Let the first one come earlier, or the last one later."),
        )

"""Food and accessibility needs: sensitive, so kept apart from the people, off by default, and only told in totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.participants.cells import LONGEST_LINE, line
from facilitator.participants.model import Participant, Roster
from facilitator.tables.choices import same


def use(roster: Roster, on: bool) -> Roster:
    """The roster with needs written down from now on, or no longer.

    Raises:
        UserError: they are to be no longer, and some are written down still.
    """
    if not on and roster.needs:
        raise UserError(
            text("Needs are still written down."), text("Purge them; then they are no longer asked for either.")
        )
    return replace(roster, uses_needs=on)


def put(roster: Roster, person: Participant, needs: Iterable[str]) -> Roster:
    """The roster with a person's needs.

    Raises:
        UserError: the event does not use needs, or one is longer than a line.
    """
    if not roster.uses_needs:
        raise UserError(
            text("This event does not write down food and accessibility needs."),
            text("Turn it on in the settings first."),
        )
    written: dict[str, str] = {}
    for need in map(line, needs):
        if len(need) > LONGEST_LINE:
            raise UserError(text("A need is longer than {count} characters.", count=LONGEST_LINE))
        if need:
            written.setdefault(same(need), need)
    kept = {key: one for key, one in roster.needs.items() if key != person.id}
    if written:
        kept[person.id] = tuple(written.values())
    return replace(roster, needs=kept)


def purged(roster: Roster) -> Roster:
    """The roster without needs, and without writing any down."""
    return replace(roster, needs={}, uses_needs=False)


def totals(roster: Roster) -> Mapping[str, int]:
    """How many of those who have a seat have each need, the most frequent first; all that may be shown or printed."""
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    for key, needs in sorted(roster.needs.items()):
        person = roster.people.get(key)
        if person is None or not person.has_seat:
            continue
        for need in needs:
            counts[same(need)] += 1
            words.setdefault(same(need), need)
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return {words[need]: count for need, count in ordered}

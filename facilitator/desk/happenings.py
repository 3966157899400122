"""What a step of the history made happen in the room, read from what it changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from facilitator.common.change import Entry
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.timer.model import Actual
from facilitator.voting.model import Ballot, Phase


@frozen
class Happening:
    """Something that happened, in words, and the title of the agenda item it happened to, if any."""

    what: Text
    item: str = ""


_PHASES: Mapping[Phase, Text] = {
    Phase.OPEN: text("Voting opened"),
    Phase.CLOSED: text("Voting closed"),
    Phase.REVEALED: text("The result was revealed"),
}


def happenings(entries: Sequence[Entry], titles: Mapping[int, str]) -> Iterator[Happening]:
    """What ended, what began, which ballots opened, closed or were revealed, and whether the day ended, in this order.

    `titles` are those of agenda items by their ids.
    """
    actuals = [entry for entry in entries if (entry.slice, entry.field) == ("run", "actuals")]
    for entry in actuals:
        if _running(entry.before) and not _running(entry.after) and entry.after is not None:
            yield Happening(text("Ended"), titles.get(int(entry.key), ""))
    for entry in actuals:
        if isinstance(entry.after, Actual) and (entry.before is None or _runs_again(entry)):
            yield Happening(text("Began"), titles.get(int(entry.key), ""))
    for entry in entries:
        if (entry.slice, entry.field) == ("voting", "ballots") and isinstance(entry.after, Ballot):
            yield from _ballot(entry.before, entry.after, titles)
    for entry in entries:
        if (entry.slice, entry.field) == ("run", "ended_at") and entry.after is not None:
            yield Happening(text("The day ended"))


def _running(value: object) -> bool:
    return isinstance(value, Actual) and value.ended is None


def _runs_again(entry: Entry) -> bool:
    return _running(entry.after) and not _running(entry.before)


def _ballot(before: Ballot | None, after: Ballot, titles: Mapping[int, str]) -> Iterator[Happening]:
    if (before is None or before.phase is not after.phase) and after.phase in _PHASES:
        item = titles.get(after.item, "") if after.item is not None else ""
        yield Happening(text("{what}: “{ballot}”", what=_PHASES[after.phase], ballot=after.title), item)

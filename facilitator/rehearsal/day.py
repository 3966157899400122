"""Runs a day: one happening after the other, each at its time, with a line in the log for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from facilitator.common.clock import Instant
from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text
from facilitator.desk.decision import TIME
from facilitator.desk.desk import Desk
from facilitator.desk.due import Key, Occasion, due
from facilitator.desk.events import Event, Published
from facilitator.desk.state import State
from facilitator.desk.vocabulary import Command
from facilitator.rehearsal.happening import Happening
from facilitator.rehearsal.pace import Pace


@frozen
class Entry:
    """A line of the log: a command and what came of it. `state` is the one after it."""

    at: Instant
    command: Command
    state: State
    events: tuple[Event, ...] = ()
    notices: tuple[Text, ...] = ()
    refused: Text | None = None


def run_day(
    desk: Desk,
    happenings: Iterable[Happening],
    pace: Pace,
    *,
    by: str,
    settle: Callable[[State], None] = lambda state: None,
    tell: Callable[[Entry], None] = lambda entry: None,
) -> tuple[Entry, ...]:
    """Carry out what happens, and what time itself does meanwhile, each at its exact time; give the log.

    `by` is who sends the commands, `tell` is told each line at once. `settle` returns when the phones have done what a
    state makes them do; it is asked after every happening if the pace waits for phones, and at the end in any case.
    """
    published: list[Published] = []
    unsubscribe = desk.subscribe(published.append)
    log: list[Entry] = []
    handled: set[Key] = set()

    def carry_out(command: Command, sender: str) -> None:
        entry = _carry_out(desk, command, sender, published)
        log.append(entry)
        tell(entry)
        if pace.waits_for_phones:
            settle(desk.state)

    try:
        pace.begin()
        for happening in happenings:
            for occasion in _occasions(desk, happening.at, pace, handled):
                carry_out(occasion.command, TIME)
            pace.wait_until(happening.at)
            if happening.command is not None:
                carry_out(happening.command, by)
        settle(desk.state)
    finally:
        unsubscribe()
    return tuple(log)


def _occasions(desk: Desk, until: Instant, pace: Pace, handled: set[Key]) -> Iterator[Occasion]:
    """What time does up to an instant, that one included; each comes when the clock shows its time."""
    while True:
        occasion, following = due(desk.state, desk.clock.now(), handled, pace.patience)
        if occasion is not None:
            handled.add(occasion.key)
            yield occasion
        elif following is None or following > until:
            return
        else:
            pace.wait_until(following)


def _carry_out(desk: Desk, command: Command, by: str, published: list[Published]) -> Entry:
    at = desk.clock.now().wall
    published.clear()
    before = desk.version
    try:
        outcome = desk.do(command, by)
    except UserError as error:
        return Entry(at, command, desk.state, refused=error.text())
    # The phone server's own commands are published too; a command that changes nothing is not.
    told = next((each for each in published if before < each.version == outcome.version), None)
    return Entry(at, command, outcome.state, told.events if told else (), outcome.notices)

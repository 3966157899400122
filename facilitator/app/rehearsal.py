"""Puts a rehearsal together: a copy of the event, a clock, the real phone server, simulated phones and a host."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.agenda.schedule import USUAL_START
from facilitator.app.clock import SystemClock
from facilitator.app.phones import Phones as PhoneServer
from facilitator.app.session import Session
from facilitator.common.clock import Clock, Instant, at_local
from facilitator.common.errors import Unreadable, UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import text
from facilitator.desk.state import SLICES, State
from facilitator.rehearsal.day import Entry, run_day
from facilitator.rehearsal.happening import Happening
from facilitator.rehearsal.host import simulated_host
from facilitator.rehearsal.ledger import Ledger, cards_in_use
from facilitator.rehearsal.morning import first_start, morning
from facilitator.rehearsal.pace import Faster, Instantly, Pace
from facilitator.rehearsal.randomness import repeatable
from facilitator.rehearsal.report import Report, Votes
from facilitator.rehearsal.script import read_script
from facilitator.store.copies import SafetyCopies
from facilitator.store.event_file import EventFile

if TYPE_CHECKING:
    from facilitator.rehearsal.phones import Phones

_LOOPBACK = "127.0.0.1"


@frozen
class Wishes:
    """How to rehearse: `speed` times faster than the day, or at once (None); with how many phones; by which script."""

    speed: float | None = None
    phones: int = 0
    script: bytes | None = None


def rehearse(
    path: Path, wishes: Wishes, *, real: Clock | None = None, tell: Callable[[Entry], None] = lambda entry: None
) -> Report:
    """Rehearse the event at `path`, on a copy: the event itself is only read, and may be open elsewhere.

    `real` is the clock that `speed` is measured by; `tell` is told each line of the log at once.

    Raises:
        UserError: the event or the script cannot be read, or the phones cannot be served.
    """
    with tempfile.TemporaryDirectory(prefix="facilitator-") as folder:
        state = _state_of(path, Path(folder))
        script = None if wishes.script is None else _script(wishes.script, state)
        start = _start(state, script or ())
        pace: Pace = Instantly(start) if wishes.speed is None else Faster(real or SystemClock(), start, wishes.speed)
        copy = Path(folder) / path.name
        with EventFile(copy, create=True) as file:
            file.put_whole({name: getattr(state, name) for name in SLICES})
        with Session(copy, clock=pace.clock, random=repeatable()) as session:
            return _run(session, pace, script, wishes.phones, tell)


def _run(
    session: Session, pace: Pace, script: tuple[Happening, ...] | None, count: int, tell: Callable[[Entry], None]
) -> Report:
    desk = session.desk
    happenings = simulated_host(lambda: (desk.state, desk.clock.now())) if script is None else script
    by = "host" if script is None else "script"
    with _phones(session, count) as phones:
        settle = phones.settle if phones else lambda state: None
        log = run_day(desk, happenings, pace, by=by, settle=settle, tell=tell)
    ledger = phones.ledger if phones else Ledger()
    counted = sum(len(session.box.cast(ballot)) for ballot in desk.state.voting.ballots)
    votes = Votes(ledger.sent, ledger.acknowledged, counted, ledger.missing, ledger.refusals)
    return Report(log, desk.state, desk.clock.now(), votes, script is not None)


@contextmanager
def _phones(session: Session, count: int) -> Iterator[Phones | None]:
    """Simulated phones on the session's own phone server, at any free port of this computer; None without phones."""
    if not count:
        yield None
        return
    cards = cards_in_use(session.desk.state.voting.cards.values(), count)
    if not cards:
        yield None
        return
    server = PhoneServer(session, host=_LOOPBACK)
    # Only a day with phones waits for what they need, and that is loaded while the server's process starts.
    loading = threading.Thread(target=import_module, args=("facilitator.rehearsal.phones",))
    try:
        loading.start()
        server.start(0, wait=True)
        loading.join()
        from facilitator.rehearsal.phones import Phones

        with Phones(server.url or "", cards, session.desk.state.event.language) as phones:
            yield phones
    finally:
        server.stop()


def _state_of(path: Path, folder: Path) -> State:
    """The event's state on the morning of its day, read from a copy that is made in `folder`.

    Raises:
        UserError: there is no such event, or it cannot be copied or read.
    """
    if not path.is_file():
        raise UserError(
            text("There is no event file “{name}”.", name=str(path)), text("Check the name, or make one with “new”.")
        )
    copies = SafetyCopies(path)
    copies.folder = folder / "original"  # not beside the event, where it would push out an older one
    try:
        copied = copies.make("rehearsal").rename(copies.folder / path.name)
    except UserError as error:
        raise Unreadable(
            text("“{name}” cannot be copied for the rehearsal: {reason}.", name=path.name, reason=str(error.__cause__)),
            text("See that it is an event file and that there is room on the disk; the file itself is as it was."),
        ) from error
    with EventFile(copied) as file:
        return morning(State(**file.load()))


def _script(content: bytes, state: State) -> tuple[Happening, ...]:
    return read_script(content, state.event.day, state.event.timezone)


def _start(state: State, script: tuple[Happening, ...]) -> Instant:
    """When the clock starts: with the first item, or with the script's first line if that is earlier."""
    planned = first_start(state)
    starts = [happening.at for happening in script[:1]] + ([] if planned is None else [planned])
    return min(starts, default=at_local(state.event.day, USUAL_START, state.event.timezone))

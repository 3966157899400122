"""The host's program on a mortal day: opens the event file, does what comes next, and tells of each thing it does.

`python -m bench.mortal_host EVENT` waits for lines on its input. For each it forks a process that opens the event and
goes on with the day, and when that has been killed it says so. With `alone` after the event's name it goes on itself,
at once, and loads what it needs when it needs it. Everything is told as JSON lines.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import NoReturn

from bench.mortal_day import DAY
from facilitator.app.clock import SystemClock
from facilitator.app.session import Session
from facilitator.app.timekeeper import Timekeeper
from facilitator.desk.vocabulary import parse
from facilitator.timer.rules import remaining


def tell(**what: object) -> None:
    """One line, in one piece: whoever reads it gets all of it or nothing."""
    os.write(1, json.dumps(what).encode() + b"\n")


def go_on(path: Path) -> NoReturn:
    """Open the event, tell how it stands, and do the rest of the day; every turn is one step of the history."""
    clock = SystemClock()
    session = Session(path, clock=clock)
    desk = session.desk
    keeper = Timekeeper(desk)
    now, running = clock.now(), desk.state.run.running
    tell(
        opened=desk.version,
        item=running.item if running else None,
        left=remaining(running, now) if running else None,
        at=now.mono,
    )
    while desk.version < len(DAY):
        turn = DAY[desk.version]
        version = desk.version
        tell(doing=version, at=clock.now().mono)
        if "wait-end" in turn:
            while desk.version == version:
                keeper.look()
                time.sleep(0.002)
        else:
            desk.do(parse(turn))
        tell(done=version, at=clock.now().mono)
    tell(over=True)
    while True:
        time.sleep(1.0)  # until it is killed


def main(path: Path) -> None:
    """Fork a host for every line of input; the parent has loaded everything and opened nothing."""
    import facilitator.desk.deciding
    import facilitator.desk.due
    import facilitator.store.saving  # noqa: F401  # loaded once for all that are forked

    tell(ready=True)
    for _ in sys.stdin:
        pid = os.fork()
        if pid == 0:
            tell(pid=os.getpid())
            go_on(path)
        os.waitpid(pid, 0)
        tell(dead=pid)


if __name__ == "__main__":
    if sys.argv[2:] == ["alone"]:
        go_on(Path(sys.argv[1]))
    main(Path(sys.argv[1]))

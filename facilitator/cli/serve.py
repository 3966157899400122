"""`serve`: the phone server without a window."""

from __future__ import annotations

import json
import os
import signal
import threading
from argparse import Namespace
from pathlib import Path

from facilitator.app.phones import EVERYWHERE, Phones
from facilitator.app.session import Session
from facilitator.app.timekeeper import Timekeeper
from facilitator.cli.output import DONE, Output


def run(arguments: Namespace, out: Output) -> int:
    """Serve phones until SIGTERM or Ctrl-C."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with Session(Path(arguments.event)) as session:
        phones = Phones(session, host=arguments.host or EVERYWHERE)
        timekeeper = Timekeeper(session.desk)
        try:
            phones.start(arguments.port, wait=True)
            timekeeper.start()
            key = session.desk.state.event.staff_key
            started = {"url": phones.url, "staff_url": phones.staff_url, "staff_key": key, "pid": os.getpid()}
            if out.as_json:
                print(json.dumps(started), flush=True)  # noqa: T201  # the first line is the contract
            else:
                out.result(out.tr("Phones: {url}", url=phones.url))
                out.result(out.tr("Staff: {url}", url=phones.staff_url))
                out.say(out.tr("Press Ctrl-C to stop."))
            while not stop.wait(0.5):  # a short wait, since Windows delivers Ctrl-C only between waits
                pass
        finally:
            timekeeper.stop()
            phones.stop()
    return DONE

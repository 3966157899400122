"""What a console has loaded when it is first painted; the benchmark measures the same as time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.desk.builders import event_on_disk

_PROGRAM = """
import builtins, enum, json, os, sys
from facilitator.app import window

def members(kind):
    own = len(kind.__members__) if kind.__module__.startswith("PySide6") else 0
    return own + sum(members(one) for one in type.__subclasses__(kind))

def tell(*words, **_):
    if words == ("painted",):
        sys.stdout.write(json.dumps({"modules": sorted(sys.modules), "names": members(enum.Enum)}))
        sys.stdout.flush()
        os._exit(0)

builtins.print = tell
window.open_console([sys.argv[1]])
"""

WAITS = {
    "facilitator.agenda.replan",
    "facilitator.desk.deciding",
    "facilitator.desk.vocabulary",
    "facilitator.event.commands",
    "facilitator.store.saving",
    "facilitator.ui.scenes.choosing",
    "facilitator.web.handle",
    "msgspec",
    "multiprocessing",
    "platform",
    "pydantic",
    "sqlalchemy",
    "subprocess",
    "typing_extensions",
}
"""What is dear to load, or goes with commands; the first paint must not wait for it."""

MOST_NAMES = 3300
"""How many names of Qt's enums may be made: there are some 3150 in the classes that the page Run is built from."""


def test_what_can_wait_is_not_loaded_before_the_first_paint(tmp_path: Path) -> None:
    event = event_on_disk(tmp_path / "A.hackday")
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(event)],
        env={**os.environ, "FACILITATOR_BENCH_START": "1", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = json.loads(run.stdout)
    assert WAITS.isdisjoint(loaded["modules"])
    assert 1000 < loaded["names"] <= MOST_NAMES

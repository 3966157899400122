"""Two screens, a console on one and the projector on the other, and cables that somebody trips over."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitator.ui.scenes.palette import NIGHT
from tests.ui.projector.two_screens import CONSOLE

ROOT = Path(__file__).parents[3]
CYCLES = 5
TIME_LIMIT_S = 90
RIGHT = [1280, 0, 1280, 720]


@pytest.fixture
def display() -> Iterator[str]:
    """A virtual display with two monitors side by side."""
    if not shutil.which("Xvfb") or not shutil.which("xrandr"):
        pytest.skip("Xvfb and xrandr are not installed")
    reading, writing = os.pipe()
    options = ["-displayfd", str(writing), "-noreset", "-nolisten", "tcp", "-screen", "0", "2560x720x24"]
    with subprocess.Popen(["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as number:
            display = f":{number.readline().strip()}"
        for name, place, output in (("LAPTOP", "+0+0", "screen"), ("PROJ", "+1280+0", "none")):
            monitor = ["--setmonitor", name, f"1280/300x720/200{place}", output]
            subprocess.run(["xrandr", "-display", display, *monitor], check=True, capture_output=True)
        yield display
        server.terminate()


def test_a_cable_pulled_and_plugged_again(display: str) -> None:
    steps = _run({"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}, "hotplug", str(CYCLES))
    assert [step["step"] for step in steps] == ["opened", *["pulled", "another", "back"] * CYCLES, "closed"]
    for step in steps:
        assert step["console"] == CONSOLE, "the console is never covered"
        there = step["step"] in ("opened", "back")
        assert step["visible"] == there, step
        if there:
            assert step["shape"] == "full-screen"
            assert step["area"] == RIGHT
            assert step["projector"] == NIGHT.name()
    assert all(step["offers"] == ["OTHER"] for step in steps if step["step"] == "another")


def test_the_second_screen_of_a_platform_without_display(tmp_path: Path) -> None:
    screens = [
        {
            "name": "LAPTOP",
            "x": 0,
            "y": 0,
            "width": 1280,
            "height": 720,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        },
        {
            "name": "PROJ",
            "x": 1280,
            "y": 0,
            "width": 1280,
            "height": 720,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        },
    ]
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": screens}))
    opened, closed = _run({"QT_QPA_PLATFORM": f"offscreen:configfile={file}"})
    assert (opened["shape"], opened["visible"], opened["area"]) == ("full-screen", True, RIGHT)
    assert not closed["visible"]


def _run(environment: dict[str, str], *arguments: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.ui.projector.two_screens", *arguments]
    done = subprocess.run(
        command, env={**os.environ, **environment}, cwd=ROOT, capture_output=True, text=True, timeout=TIME_LIMIT_S
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]

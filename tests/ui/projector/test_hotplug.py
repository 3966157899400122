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
BACK_WITHIN_S = 2.0
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
    for cycle, back in enumerate(step for step in steps if step["step"] == "back"):
        assert back["seconds"] < BACK_WITHIN_S, back
        assert back["words"] == f"Lunch {cycle}", "what came meanwhile is on show"
    for step in steps:
        assert step["console"] == CONSOLE, "the console is never covered"
        there = step["step"] in ("opened", "back")
        assert step["visible"] == there, step
        if there:
            assert step["shape"] == "full-screen"
            assert step["area"] == RIGHT
            assert step["projector"] == NIGHT.name()
    assert all(step["offers"] == ["OTHER"] for step in steps if step["step"] == "another")


def screen(name: str, left: int, width: int = 1280, height: int = 720) -> dict[str, object]:
    """A screen of the platform without a display."""
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"name": name, "x": left, "y": 0, "width": width, "height": height, **dots}


LAPTOP = screen("LAPTOP", 0)


def _open_and_close(folder: Path, screens: list[dict[str, object]], scale: float = 1) -> dict[str, Any]:
    """What is seen once the projector has been opened with these screens."""
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": screens}))
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={file}", "QT_SCALE_FACTOR": f"{scale}"}
    opened, closed = _run(platform)
    assert opened["visible"]
    assert not closed["visible"]
    return opened


@pytest.mark.parametrize("scale", [1, 1.25, 1.5, 2])
@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)], ids=["landscape", "portrait"])
def test_it_fills_the_second_screen_however_it_stands_and_is_scaled(
    tmp_path: Path, size: tuple[int, int], scale: float
) -> None:
    opened = _open_and_close(tmp_path, [LAPTOP, screen("PROJ", 1280, *size)], scale)
    assert (opened["shape"], opened["screen"], opened["area"]) == ("full-screen", "PROJ", opened["whole"])
    assert opened["whole"][2:] == [round(side / scale) for side in size]


@pytest.mark.parametrize("screens", [[LAPTOP], [LAPTOP, screen("PROJ", 0)]], ids=["single", "mirrored"])
def test_it_is_a_window_where_it_would_cover_the_console(tmp_path: Path, screens: list[dict[str, object]]) -> None:
    opened = _open_and_close(tmp_path, screens)
    assert opened["shape"] == "window"
    assert opened["area"][2] < opened["whole"][2] / 2


def _run(environment: dict[str, str], *arguments: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.ui.projector.two_screens", *arguments]
    done = subprocess.run(
        command, env={**os.environ, **environment}, cwd=ROOT, capture_output=True, text=True, timeout=TIME_LIMIT_S
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]

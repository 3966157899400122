"""The program on two monitors: the console on one, nothing but the scene on the other."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from PIL import Image

from facilitator.app.templates import create
from facilitator.ui.scenes.palette import NIGHT
from tests.ui.projector.test_hotplug import display

__all__ = ["display"]
ROOT = Path(__file__).parents[2]


def test_console_and_projector_stand_on_their_own_screens(display: str, tmp_path: Path) -> None:
    event = tmp_path / "sample.hackday"
    create(event, sample=True, language="sv", day=date(2026, 5, 20))
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path)}
    environment |= {"XDG_CONFIG_HOME": str(tmp_path), "LANG": "sv_SE.UTF-8"}
    program = [sys.executable, "-m", "tests.whole.two_monitors", str(event), str(tmp_path)]
    ended = subprocess.run(program, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert ended.returncode == 0, ended.stderr

    night = (NIGHT.red(), NIGHT.green(), NIGHT.blue())
    projector = Image.open(tmp_path / "projector.png").convert("RGB")
    console = Image.open(tmp_path / "console.png").convert("RGB")
    assert projector.size == console.size == (1280, 720)
    shown, worked = _shares(projector), _shares(console)
    assert shown[night] > 0.5, "the scene fills the projector"
    assert all(projector.getpixel(corner) == night for corner in ((0, 0), (1279, 0), (0, 719), (1279, 719)))
    bright = sum(share for colour, share in shown.items() if min(colour) > 230)
    assert bright > 0.03, "the digits are there, and large"
    assert worked[night] < 0.2, "the console shows the scene as a preview only"
    assert len(_shares(console.crop((0, 100, 180, 720)))) > 20, "the side bar is there"


def _shares(picture: Image.Image) -> Counter[tuple[int, ...]]:
    """How much of the picture each colour takes."""
    counted: Counter[tuple[int, ...]] = Counter()
    for count, colour in picture.getcolors(picture.width * picture.height) or []:
        assert isinstance(colour, tuple)
        counted[colour] += count
    return Counter({colour: count / (picture.width * picture.height) for colour, count in counted.items()})

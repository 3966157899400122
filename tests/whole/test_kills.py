"""The host's program killed in the midst of every turn of a day; `python3 dev.py bench kills` does it 200 times."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench.kills import RELAUNCH_SECONDS, TOLERANCE_MS, killed
from bench.mortal_day import DAY


@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
def test_a_day_of_kills_loses_nothing_and_does_nothing_twice(tmp_path: Path) -> None:
    tally = killed(len(DAY), tmp_path, seed=7)
    assert tally.kills == len(DAY)
    assert tally.lost == 0
    assert tally.twice == 0
    assert len(tally.wrong) >= len(DAY) - 4
    assert max(tally.wrong) <= TOLERANCE_MS
    assert max(tally.relaunch) <= RELAUNCH_SECONDS

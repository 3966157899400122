"""The console's clock changes its tone at the warnings of the item that runs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.agenda.model import Plan
from facilitator.agenda.warnings import with_warnings
from facilitator.common.clock import Duration, Instant, Moment, Monotonic, minutes, seconds
from facilitator.timer.model import Run, Running
from facilitator.ui.now import face
from facilitator.ui.widgets.basics import Tone
from tests.desk.builders import TALK, a_state


@pytest.mark.parametrize(
    ("left", "warning", "tone"),
    [
        (seconds(301), None, None),
        (seconds(300), None, Tone.WARNING),
        (seconds(300), minutes(2), None),
        (seconds(120), minutes(2), Tone.WARNING),
        (seconds(61), Duration(0), None),
        (seconds(60), Duration(0), Tone.WARNING),
        (seconds(-1), None, Tone.DANGER),
    ],
)
def test_the_tone_follows_the_items_own_warnings(left: Duration, warning: Duration | None, tone: Tone | None) -> None:
    state = a_state()
    talk = with_warnings(state.plan.items[TALK], warning)
    start = Moment(Instant(1_700_000_000_000), Monotonic(5_000), "boot")
    gone = talk.length - left
    now = Moment(Instant(start.wall + gone), Monotonic(start.mono + gone), "boot")
    state = replace(state, plan=Plan({TALK: talk}), run=Run(Running(TALK, start, talk.length)))
    shown = face(state, now)
    assert shown is not None
    assert shown.tone is tone

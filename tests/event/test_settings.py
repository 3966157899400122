"""The event's settings: what is kept, and what is refused."""

from __future__ import annotations

import pytest

from facilitator.common.errors import UserError
from facilitator.desk.commands import Undo
from facilitator.event.commands import ChangeEvent
from facilitator.event.model import Branding, Event, Sound, Theme
from facilitator.event.rules import LONGEST_WORDS
from tests.desk.builders import desk_in_memory


def test_settings_keep_their_types_and_what_is_not_given_stays() -> None:
    desk = desk_in_memory()
    before = desk.state.event
    desk.do(ChangeEvent(branding=Branding("#1b5e8c", "#F2A900", theme=Theme.LIGHT)))
    desk.do(ChangeEvent(sound=Sound(40, muted=True), welcome="Welcome!\nCoffee in the hall", next_steps=""))
    event = desk.state.event
    assert event.branding == Branding("#1b5e8c", "#F2A900", theme=Theme.LIGHT)
    assert (event.sound, event.welcome) == (Sound(40, muted=True), "Welcome!\nCoffee in the hall")
    desk.do(Undo())
    desk.do(Undo())
    assert desk.state.event == before == Event(before.title, before.day, staff_key=before.staff_key)


@pytest.mark.parametrize(
    "command",
    [
        ChangeEvent(branding=Branding("blue")),
        ChangeEvent(branding=Branding(accent="#12345")),
        ChangeEvent(branding=Branding(accent="#1234567")),
        ChangeEvent(branding=Branding("#12345g")),
        ChangeEvent(sound=Sound(101)),
        ChangeEvent(sound=Sound(-1)),
        ChangeEvent(welcome="x" * (LONGEST_WORDS + 1)),
        ChangeEvent(next_steps="x" * (LONGEST_WORDS + 1)),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(command: ChangeEvent) -> None:
    desk = desk_in_memory()
    before = desk.state
    with pytest.raises(UserError) as refusal:
        desk.do(command)
    assert refusal.value.remedy is not None
    assert desk.state is before

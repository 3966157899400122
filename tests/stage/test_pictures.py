"""Pictures in the event file: added, used, taken out, and undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.common.errors import NotFound, UserError
from facilitator.desk.commands import Redo, Undo
from facilitator.desk.desk import Desk
from facilitator.event.commands import ChangeEvent
from facilitator.event.model import Branding
from facilitator.stage.commands import AddPicture, Blank, Prepare, RemovePicture, Show
from facilitator.stage.model import SceneName, View
from facilitator.stage.pictures import LARGEST, MOST
from facilitator.store.event_file import EventFile
from tests.desk.builders import desk_in_memory, event_on_disk, open_session

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


@pytest.fixture
def desk() -> Desk:
    made = desk_in_memory()
    assert made.do(AddPicture("Plan of the rooms", PNG)).result == 1
    return made


def test_a_picture_is_shown_and_not_removed_while_the_room_sees_it_or_would(desk: Desk) -> None:
    desk.do(Show(SceneName.PICTURE, picture=1))
    with pytest.raises(UserError, match="on the projector"):
        desk.do(RemovePicture(1))
    desk.do(Blank())
    with pytest.raises(UserError, match="on the projector"):
        desk.do(RemovePicture(1))
    desk.do(Show(SceneName.CLOCK))
    desk.do(RemovePicture(1))
    assert not desk.state.stage.pictures


def test_removing_takes_it_off_what_is_prepared_and_off_the_logo_and_undo_puts_all_back(desk: Desk) -> None:
    desk.do(ChangeEvent(branding=Branding(logo=1)))
    desk.do(Prepare(SceneName.PICTURE, picture=1))
    desk.do(RemovePicture(1))
    assert desk.state.event.branding.logo is None
    assert desk.state.stage.prepared is None
    desk.do(Undo())
    assert desk.state.event.branding.logo == 1
    assert desk.state.stage.prepared == View(SceneName.PICTURE, picture=1)
    assert desk.state.stage.pictures[1].data == PNG


def test_a_new_picture_takes_a_number_that_none_has(desk: Desk) -> None:
    assert desk.do(AddPicture("Sponsors", PNG)).result == 2
    desk.do(RemovePicture(1))
    assert desk.do(AddPicture("Lunch", PNG)).result == 3


@pytest.mark.parametrize(
    ("name", "data"),
    [("  ", PNG), ("A page", b"<svg/>"), ("Empty", b""), ("Large", PNG + bytes(LARGEST))],
    ids=["no name", "other kind", "empty", "too large"],
)
def test_what_is_no_picture_of_ours_is_refused(desk: Desk, name: str, data: bytes) -> None:
    with pytest.raises(UserError) as refusal:
        desk.do(AddPicture(name, data))
    assert refusal.value.remedy is not None
    assert len(desk.state.stage.pictures) == 1


def test_there_is_an_end_to_pictures(desk: Desk) -> None:
    for number in range(2, MOST + 1):
        desk.do(AddPicture(f"Picture {number}", PNG))
    with pytest.raises(UserError, match=str(MOST)):
        desk.do(AddPicture("One more", PNG))


def test_a_logo_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.do(ChangeEvent(branding=Branding(logo=9)))


def test_pictures_and_their_history_live_in_the_event_file(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "event.hackday")
    with open_session(path) as session:
        session.desk.do(AddPicture("Plan", PNG))
        session.desk.do(RemovePicture(1))
    with open_session(path) as session:
        session.desk.do(Undo())
        assert session.desk.state.stage.pictures[1].data == PNG
        session.desk.do(Undo())
        assert not session.desk.state.stage.pictures
        session.desk.do(Redo())
    with open_session(path) as session:
        assert session.desk.state.stage.pictures[1].data == PNG


def test_the_history_holds_a_picture_once(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "event.hackday")
    with open_session(path) as session:
        session.desk.do(AddPicture("Plan", PNG))
    with EventFile(path) as file:
        step = file.step(1)
    assert step.command == {"type": "add-picture", "name": "Plan", "data": ""}
    assert [entry.after.data for entry in step.entries] == [PNG]

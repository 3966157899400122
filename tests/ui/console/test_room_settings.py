"""How the room's screens look and sound: colours with their contrast, logo and pictures, words, volume."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from facilitator.common.errors import UserError
from facilitator.common.texts import Translator, text
from facilitator.desk.commands import Undo
from facilitator.event.commands import ChangeEvent
from facilitator.event.model import Branding, Sound, Theme
from facilitator.ui.console import ConsoleWindow
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.pages.settings import SettingsPage
from facilitator.ui.picture_files import LARGEST, LONGEST_SIDE, read_picture
from facilitator.ui.preferences import Preferences
from facilitator.ui.theme import Theme as Look
from tests.ui.conftest import Setting
from tests.ui.console.conftest import Open, button, words_of_problems


@dataclass
class FakeSpeaker:
    """Takes note of what would be heard."""

    heard: list[str] = field(default_factory=list)
    broken: UserError | None = None
    callbacks: list[Callable[[], None]] = field(default_factory=list)

    def play(self, name: str) -> None:
        self.heard.append(name)

    def failure(self) -> UserError | None:
        return self.broken

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        self.callbacks.append(callback)
        return lambda: self.callbacks.remove(callback)


def settings_of(window: ConsoleWindow) -> SettingsPage:
    window.show_page(PageName.SETTINGS)
    assert isinstance(window.page, SettingsPage)
    return window.page


def write(page: SettingsPage, colour: str) -> None:
    line = page.branding.primary.field
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, colour)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_colour_is_kept_with_its_contrast_and_what_is_shown_instead(console: Open, sample: Setting) -> None:
    page = settings_of(console(sample))
    write(page, "#1B3E5C")
    assert sample.desk.state.event.branding.primary == "#1b3e5c"
    page.render_state(sample.desk.state)
    assert "too little to read; shown as #" in page.branding.primary.note
    sample.desk.do(ChangeEvent(branding=Branding("#1b3e5c", theme=Theme.LIGHT)))
    page.render_state(sample.desk.state)
    assert "good to read" in page.branding.primary.note


def test_what_is_no_colour_is_refused_in_words_and_the_kept_one_comes_back(console: Open, sample: Setting) -> None:
    window = console(sample)
    page = settings_of(window)
    write(page, "blue")
    assert "“blue” is no colour" in words_of_problems(window.page)
    assert sample.desk.state.event.branding == Branding()


def test_a_picture_from_a_file_becomes_the_logo_and_can_be_removed(
    console: Open, sample: Setting, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "Our logo.png"
    Image.new("RGBA", (300, 100), (20, 90, 140, 128)).save(path)
    window = console(sample)
    page = settings_of(window)
    page.pictures.add(path, page.use_as_logo)
    qtbot.waitUntil(lambda: sample.desk.state.event.branding.logo == 1)
    assert sample.desk.state.stage.pictures[1].name == "Our logo"
    remove = "Remove the picture “Our logo”"
    qtbot.waitUntil(lambda: remove in {each.accessibleName() for each in page.findChildren(QPushButton)})
    QTest.mouseClick(button(page, remove), Qt.MouseButton.LeftButton)
    assert not sample.desk.state.stage.pictures
    assert sample.desk.state.event.branding.logo is None
    sample.desk.do(Undo())
    assert sample.desk.state.event.branding.logo == 1


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def enormous() -> bytes:
    """A small file that claims to be 60,000 pixels in each direction."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.png", b"not a picture at all"),
        ("empty.jpg", b""),
        ("cut.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("bomb.png", enormous()),
        ("drawing.png", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="x.png"/></svg>'),
    ],
)
def test_hostile_files_are_refused_in_words(
    console: Open, sample: Setting, tmp_path: Path, qtbot: QtBot, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    window = console(sample)
    settings_of(window).pictures.add(tmp_path / name)
    qtbot.waitUntil(lambda: f"“{name}”" in words_of_problems(window.page))
    assert not sample.desk.state.stage.pictures


@pytest.mark.parametrize("name", ["", "nowhere.png"])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError) as refusal:
        read_picture(tmp_path / name)
    assert refusal.value.remedy is not None


def test_a_photo_is_made_small_turned_upright_and_tells_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by 90°
    exif[0x010E] = "taken at a secret place"
    Image.effect_noise((4000, 3000), 90).convert("RGB").save(path, exif=exif, quality=95)
    read = read_picture(path)
    assert read.name == "photo"
    assert len(read.data) <= LARGEST
    assert b"secret" not in read.data
    again = tmp_path / "again"
    again.write_bytes(read.data)
    with Image.open(again) as made:
        assert made.format == "JPEG"
        assert max(made.size) <= LONGEST_SIDE
        assert made.height > made.width
        assert not made.getexif()


def test_a_drawing_keeps_its_pixels_and_its_holes_but_no_comments(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    comment = PngInfo()
    comment.add_text("Comment", "secret words")
    made = Image.new("RGBA", (64, 32), (200, 30, 30, 0))
    made.paste((10, 120, 200, 255), (0, 0, 32, 32))
    made.save(path, pnginfo=comment)
    read = read_picture(path)
    assert b"secret" not in read.data
    again = tmp_path / "again.png"
    again.write_bytes(read.data)
    with Image.open(again) as kept:
        assert kept.size == (64, 32)
        assert kept.convert("RGBA").getpixel((5, 5)) == (10, 120, 200, 255)
        assert kept.convert("RGBA").getpixel((50, 5))[3] == 0  # type: ignore[index]  # of RGBA it is a tuple


def test_words_for_the_room_are_kept_when_the_field_is_left(console: Open, sample: Setting) -> None:
    page = settings_of(console(sample))
    welcome = next(each for each in page.findChildren(QPlainTextEdit) if "Welcome" in each.accessibleName())
    welcome.setFocus()
    QTest.keyClicks(welcome, "Coffee in the hall ")
    QTest.keyClick(welcome, Qt.Key.Key_Return)
    QTest.keyClicks(welcome, "Phones to silent")
    assert sample.desk.state.event.welcome == ""
    QTest.keyClick(welcome, Qt.Key.Key_Tab)
    assert sample.desk.state.event.welcome == "Coffee in the hall\nPhones to silent"


def test_volume_mute_and_test(
    sample: Setting, qtbot: QtBot, theme: Look, english: Translator, preferences: Preferences
) -> None:
    speaker = FakeSpeaker()
    window = ConsoleWindow(sample.desk, replace(sample.around, speaker=speaker), english, theme, preferences)
    qtbot.addWidget(window)
    window.show()
    page = settings_of(window)
    QTest.mouseClick(button(page, "Test the sound"), Qt.MouseButton.LeftButton)
    assert speaker.heard == ["end"]
    slider = page.findChild(QSlider)
    assert isinstance(slider, QSlider)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert sample.desk.state.event.sound == Sound(0)
    QTest.keyClick(slider, Qt.Key.Key_End)
    mute = next(each for each in page.findChildren(QCheckBox) if "Mute" in each.text())
    mute.click()
    assert sample.desk.state.event.sound == Sound(100, muted=True)
    qtbot.waitUntil(lambda: not button(page, "Test the sound").isEnabled())
    speaker.broken = UserError(text("This computer plays no sound."))
    for callback in speaker.callbacks:
        callback()
    qtbot.waitUntil(lambda: "plays no sound" in window.problems.words)
    window.set_language("sv")
    qtbot.waitUntil(lambda: len(speaker.callbacks) == 1)
    window.close()


def test_reduced_motion_is_this_computers(console: Open, sample: Setting, preferences: Preferences) -> None:
    page = settings_of(console(sample))
    box = next(each for each in page.findChildren(QCheckBox) if "fading" in each.text())
    assert not preferences.reduced_motion
    box.click()
    assert preferences.reduced_motion


def test_the_swatch_shows_what_the_room_sees(console: Open, sample: Setting, qtbot: QtBot) -> None:
    sample.desk.do(ChangeEvent(branding=Branding("#f2a900")))
    swatch = settings_of(console(sample)).branding.primary.swatch
    assert swatch.grab().toImage().pixelColor(13, 13) == QColor("#f2a900")

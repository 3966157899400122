"""Sounds: made by our own script, as loud as asked for, and never in the way of anything."""

from __future__ import annotations

import runpy
import threading
from array import array
from dataclasses import dataclass, field
from pathlib import Path
from threading import Semaphore

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.app.sound import SOUNDS, Player, Recording, at_volume, portions, recording
from facilitator.common.resources import resource
from facilitator.event.model import Sound

PATIENCE_S = 10


@dataclass
class FakeDevice:
    """Takes note of what is played, or fails."""

    broken: bool = False
    heard: list[Recording] = field(default_factory=list)
    played: Semaphore = field(default_factory=lambda: Semaphore(0))

    def play(self, whole: Recording) -> None:
        try:
            if self.broken:
                raise OSError("no device")
            self.heard.append(whole)
        finally:
            self.played.release()


def until_played(device: FakeDevice) -> None:
    assert device.played.acquire(timeout=PATIENCE_S)
    finish()


def finish() -> None:
    for thread in threading.enumerate():
        if thread.name == "sound":
            thread.join(PATIENCE_S)


def test_the_sounds_are_what_the_script_makes(tmp_path: Path) -> None:
    made = runpy.run_path(str(resource("sounds", "synthesise.py")))
    assert set(made["SOUNDS"]) == set(SOUNDS)
    made["write"](tmp_path)
    for name in SOUNDS:
        assert (tmp_path / f"{name}.wav").read_bytes() == resource("sounds", f"{name}.wav").read_bytes()


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_short_begins_and_ends_softly_and_never_clips(name: str) -> None:
    whole = recording(name)
    assert 0.3 < len(whole.samples) / whole.rate < 2
    assert abs(whole.samples[0]) < 100
    assert abs(whole.samples[-1]) < 100
    assert 10_000 < max(map(abs, whole.samples)) < 32_767


def test_volume_and_mute() -> None:
    device = FakeDevice()
    settings = [Sound(100)]
    player = Player(lambda: settings[-1], device)
    player.play("warning")
    until_played(device)
    assert device.heard == [recording("warning")]
    settings.append(Sound(50))
    player.play("end")
    until_played(device)
    assert device.heard[-1] == at_volume(recording("end"), 50)
    assert max(device.heard[-1].samples) < max(recording("end").samples) / 3
    for silent in (Sound(70, muted=True), Sound(0)):
        settings.append(silent)
        player.play("end")
    settings.append(Sound(100))
    player.play("danger")
    until_played(device)
    assert len(device.heard) == 3


def test_a_missing_device_is_told_once_and_so_is_its_return() -> None:
    device = FakeDevice(broken=True)
    player = Player(Sound, device)
    told: list[bool] = []
    end = player.on_change(lambda: told.append(player.failure() is not None))
    for _ in range(3):
        player.play("warning")
        until_played(device)
    assert told == [True]
    device.broken = False
    player.play("warning")
    until_played(device)
    assert told == [True, False]
    end()
    device.broken = True
    player.play("warning")
    until_played(device)
    assert told == [True, False]
    assert player.failure() is not None


def test_this_computer_plays_it_or_says_that_it_cannot() -> None:
    player = Player(lambda: Sound(1))
    player.play("warning")
    finish()
    failure = player.failure()
    assert failure is None or failure.remedy is not None


@given(st.lists(st.integers(-32768, 32767), max_size=40), st.lists(st.integers(1, 9), min_size=1, max_size=60))
def test_a_device_gets_every_sample_once_and_then_silence(samples: list[int], asked: list[int]) -> None:
    done = threading.Event()
    stream = portions(array("h", samples), done)
    next(stream)
    taken: list[int] = []
    for wanted in asked:
        portion = stream.send(wanted)
        assert len(portion) == wanted
        taken += portion
    assert taken[: len(samples)] == samples[: len(taken)]
    assert not any(taken[len(samples) :])
    assert done.is_set() == (len(taken) >= len(samples))

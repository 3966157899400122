"""Plays the program's short sounds, opened when they are played; without a device the screens' flash has to do."""

from __future__ import annotations

import logging
import sys
from array import array
from collections.abc import Callable, Generator
from functools import cache
from threading import Event as Signal
from threading import Lock, Thread
from typing import Protocol

from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.resources import resource
from facilitator.common.texts import text
from facilitator.event.model import LOUDEST, Sound

SOUNDS = ("warning", "danger", "end")
"""What can be played, by the name of its file."""

LONGEST_S = 10.0
"""A device that has not played a sound of two seconds by then is given up."""

_DRAIN_S = 0.3
"""How long a device may still hold the last samples after it has taken them."""

log = logging.getLogger(__name__)


@frozen
class Recording:
    """Sound of one channel: 16-bit samples, `rate` of them a second."""

    samples: array[int]
    rate: int


class Device(Protocol):
    """What sounds are heard by."""

    def play(self, recording: Recording) -> None:
        """Play it all, and return when it has been heard.

        Raises:
            OSError: there is no device, or it does not take the sound.
        """
        ...


class SystemDevice:
    """The system's usual device, opened for every sound: it may have come, gone or changed since the last one."""

    def play(self, recording: Recording) -> None:
        """Play it all, and return when it has been heard.

        Raises:
            OSError: there is no device, or it does not take the sound.
        """
        try:
            import miniaudio
        except ImportError as error:
            raise OSError(str(error)) from error
        done = Signal()
        try:
            device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=recording.rate
            )
        except miniaudio.MiniaudioError as error:
            raise OSError(str(error)) from error
        try:
            stream = portions(recording.samples, done)
            next(stream)
            device.start(stream)
            if not done.wait(LONGEST_S):
                raise OSError("the device takes no sound")
            Signal().wait(_DRAIN_S)
        except miniaudio.MiniaudioError as error:
            raise OSError(str(error)) from error
        finally:
            device.close()


class Player:
    """Plays sounds one after the other, beside everything else; whether they are heard never holds anything up."""

    def __init__(self, settings: Callable[[], Sound], device: Device | None = None) -> None:
        """`settings` says how loud sounds are just now; `device` is the system's own unless it is given."""
        self._settings = settings
        self._device = device or SystemDevice()
        self._one_at_a_time = Lock()
        self._failure: UserError | None = None
        self._callbacks: list[Callable[[], None]] = []

    def play(self, name: str) -> None:
        """Have one of `SOUNDS` heard, unless sound is muted; returns at once."""
        settings = self._settings()
        if not settings.muted and settings.volume > 0:
            Thread(target=self._play, args=(name, settings.volume), name="sound", daemon=True).start()

    def failure(self) -> UserError | None:
        """Why the last sound was not heard, if it was not."""
        return self._failure

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have `callback` called, in any thread, when sound fails or works again; returns a function that ends this."""
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback)

    def _play(self, name: str, volume: int) -> None:
        with self._one_at_a_time:
            before = self._failure
            try:
                self._device.play(at_volume(recording(name), volume))
            except OSError as error:
                log.warning("the sound %s was not heard: %s", name, error)
                self._failure = UserError(
                    text("This computer plays no sound; the clock still flashes."),
                    text("Connect a loudspeaker, or look in the system’s sound settings."),
                )
            else:
                self._failure = None
        if (before is None) != (self._failure is None):
            for callback in tuple(self._callbacks):
                callback()


@cache
def recording(name: str) -> Recording:
    """One of `SOUNDS`, read from its file.

    Raises:
        OSError: the file is not there.
    """
    import wave  # the console is painted before anything is heard

    with wave.open(str(resource("sounds", f"{name}.wav")), "rb") as file:
        samples = array("h", file.readframes(file.getnframes()))
        if sys.byteorder == "big":
            samples.byteswap()
        return Recording(samples, file.getframerate())


def at_volume(whole: Recording, volume: int) -> Recording:
    """The recording at a volume from 0 to 100; the square is about how loudness is heard."""
    share = (volume / LOUDEST) ** 2
    return Recording(array("h", (round(sample * share) for sample in whole.samples)), whole.rate)


def portions(samples: array[int], done: Signal) -> Generator[array[int], int, None]:
    """The samples in the portions that the device asks for, then silence; `done` is set with the last of them."""
    wanted = yield array("h")
    at = 0
    while True:
        portion = samples[at : at + wanted]
        at += wanted
        if at >= len(samples):
            portion.extend([0] * (wanted - len(portion)))
            done.set()
        wanted = yield portion

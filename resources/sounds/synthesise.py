"""Writes the program's sounds beside itself: soft notes with a quick rise and a long fall, nothing recorded.

Run it again after a change: `python resources/sounds/synthesise.py`. The same lines always make the same files.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from pathlib import Path

RATE = 22_050
"""Samples a second."""

SOUNDS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "warning": ((659.26, 0.0, 0.7),),
    "danger": ((783.99, 0.0, 0.6),),
    "end": ((659.26, 0.0, 0.9), (523.25, 0.35, 1.0)),
}
"""Notes by sound: pitch in Hz (E5, G5 and C5 of the equal temperament), start and length in seconds."""

_RISE_S, _FALL_S = 0.012, 0.22
_OVERTONES = ((1, 1.0), (2, 0.22), (3, 0.06))
_PEAK = 0.6


def samples(notes: tuple[tuple[float, float, float], ...]) -> array[int]:
    """The notes together, as 16-bit samples of one channel."""
    whole = max(start + length for _, start, length in notes)
    wave_form = [sum(_note(at / RATE, *note) for note in notes) for at in range(round(whole * RATE))]
    loudest = max(map(abs, wave_form))
    return array("h", (round(level / loudest * _PEAK * 32_767) for level in wave_form))


def _note(time: float, pitch: float, start: float, length: float) -> float:
    since = time - start
    if not 0 <= since < length:
        return 0.0
    swell = min(since / _RISE_S, 1.0) * math.exp(-since / _FALL_S) * min((length - since) / _RISE_S, 1.0)
    return swell * sum(share * math.sin(2 * math.pi * pitch * part * since) for part, share in _OVERTONES)


def write(folder: Path) -> None:
    """Write every sound into the folder, as WAV."""
    for name, notes in SOUNDS.items():
        content = samples(notes)
        if sys.byteorder == "big":
            content.byteswap()
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(content.tobytes())


if __name__ == "__main__":
    write(Path(__file__).parent)

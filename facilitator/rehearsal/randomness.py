"""Randomness that is the same in every rehearsal, so that two runs of a day draw the same lots."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from itertools import count


def repeatable() -> Callable[[int], bytes]:
    """Gives so many bytes at a time, always the same ones in the same order: SHAKE-256 of a counter."""
    asked = count()
    return lambda size: hashlib.shake_256(b"rehearsal|%d" % next(asked)).digest(size)

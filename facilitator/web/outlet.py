"""The child's ends of the two pipes. Raw file descriptors, so that no buffer's lock outlives the interpreter."""

from __future__ import annotations

import logging
import os
import queue
import threading
from collections.abc import Callable

import msgspec

from facilitator.web.messages import FromChild, ToChild, decode_to_child, encode

_LOG = logging.getLogger(__name__)
_CHUNK = 1 << 16


class Outlet:
    """Says things to the app, in order, without ever making the server wait for it."""

    def __init__(self, descriptor: int) -> None:
        """`descriptor` is the pipe's."""
        self._descriptor = descriptor
        self._waiting: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="to the app", daemon=True)
        self._thread.start()

    def say(self, message: FromChild) -> None:
        """Queue a message."""
        self._waiting.put(encode(message))

    def close(self) -> None:
        """Say what is queued, and end."""
        self._waiting.put(None)
        self._thread.join(1)

    def _work(self) -> None:
        while (line := self._waiting.get()) is not None:
            try:
                while line:
                    line = line[os.write(self._descriptor, line) :]
            except OSError:
                return  # the app is gone, and the end of its pipe ends the child


def listen(descriptor: int, take: Callable[[ToChild], None], ended: Callable[[], None]) -> threading.Thread:
    """Hand every message from the app to `take`, in a thread of its own; `ended` is called once the pipe is closed."""

    def work() -> None:
        rest = b""
        while chunk := _read(descriptor):
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                try:
                    take(decode_to_child(line))
                except msgspec.DecodeError:
                    _LOG.exception("the app said something that is not understood")
        ended()

    thread = threading.Thread(target=work, name="from the app", daemon=True)
    thread.start()
    return thread


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, _CHUNK)
    except OSError:
        return b""

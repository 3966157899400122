"""One run of the phone server's process, seen from the app: its pipes, its messages, its end."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from facilitator.web.messages import FromChild, ToChild, decode_from_child, encode

_LOG = logging.getLogger(__name__)


def command_line(path: Path, host: str, port: int) -> list[str]:
    """How the program starts itself as a phone server, from source or frozen into one executable."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "facilitator"]
    return [*program, "phone-server", "--file", str(path), "--host", host, "--port", str(port)]


class Child:
    """A running phone server."""

    def __init__(self, path: Path, host: str, port: int) -> None:
        """Start it.

        Raises:
            OSError: the operating system cannot start another process.
        """
        options: dict[str, Any] = {}
        if sys.platform == "win32":
            options["creationflags"] = subprocess.CREATE_NO_WINDOW
        self._process = subprocess.Popen(
            command_line(path, host, port),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if sys.stderr is None else None,
            close_fds=True,
            **options,
        )
        self._sending = threading.Lock()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def send(self, message: ToChild) -> None:
        """Hand it a message; if it is gone, nothing happens: its successor is told everything anew."""
        line = encode(message)
        with self._sending:
            try:
                self._stdin.write(line)
                self._stdin.flush()
            except (OSError, ValueError):
                _LOG.info("the phone server is gone; a message was not sent")

    def messages(self) -> Iterator[FromChild]:
        """What it says, until it ends."""
        stdout = self._process.stdout
        assert stdout is not None, "opened as a pipe"
        with stdout:
            for line in stdout:
                try:
                    yield decode_from_child(line)
                except msgspec.DecodeError:
                    _LOG.warning("the phone server said something that is not understood")

    def end(self, patience: float) -> None:
        """Ask it to end by closing its input, and end it by force after `patience` seconds."""
        if self._sending.acquire(timeout=patience):
            try:
                self._stdin.close()
            except OSError:
                _LOG.info("the phone server was gone already")
            finally:
                self._sending.release()
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            _LOG.warning("the phone server did not end and is ended by force")
            self._process.kill()
            self._process.wait()

    @property
    def _stdin(self) -> IO[bytes]:
        stdin = self._process.stdin
        assert stdin is not None, "opened as a pipe"
        return stdin

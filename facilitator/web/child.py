"""The phone server's own process: started by the app, fed through stdin, ended by the end of it."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import errno
import gc
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import uvicorn

from facilitator.store.ballot_box import BallotBox, BallotBoxWriter, BoxError, Verdict
from facilitator.web.board import Board
from facilitator.web.casting import Settle
from facilitator.web.messages import (
    AnswerMessage,
    FailedMessage,
    FailReason,
    PhonesMessage,
    PicturesMessage,
    ReadyMessage,
    RollMessage,
    StateMessage,
    ToChild,
    TurnoutMessage,
)
from facilitator.web.outlet import Outlet, listen
from facilitator.web.server import Application
from facilitator.web.short_way import ShortProtocol

TELL_SECONDS = 0.25
"""The least time between two reports of turnout or phones."""

SWITCH_SECONDS = 0.001
"""How long the server's thread keeps the interpreter from the writer's; Python's 5 ms add up over a batch."""

_BACKLOG = 4096
_STDIN, _STDOUT = 0, 1


def main(argv: Sequence[str]) -> int:
    """Serve until stdin ends; the exit status is 1 if that was impossible."""
    parser = argparse.ArgumentParser(prog="facilitator phone-server")
    parser.add_argument("--file", type=Path, required=True)
    parser.add_argument("--host", default="0.0.0.0")
    parser.add_argument("--port", type=int, default=0)
    options = parser.parse_args(argv)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal reaches us too, but the app decides when to end
    outlet = Outlet(_STDOUT)
    try:
        listener = bound(options.host, options.port)
        box = BallotBox(options.file)
    except OSError as error:
        outlet.say(FailedMessage(_reason(error), error.strerror or type(error).__name__))
        outlet.close()
        return 1
    except BoxError as error:
        outlet.say(FailedMessage(FailReason.EVENT_FILE, getattr(error, "sqlite_errorname", type(error).__name__)))
        outlet.close()
        return 1
    _raise_file_limit()
    with _runner() as runner:
        runner.run(_Child(listener, box, options.file, outlet).run())
    box.close()
    outlet.close()
    return 0


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        OSError: the port is taken or forbidden, or the address is not this computer's.
    """
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
        listener.setblocking(False)
    except OSError:
        listener.close()
        raise
    return listener


class _Child:
    """Everything that runs in the process."""

    def __init__(self, listener: socket.socket, box: BallotBox, file: Path, outlet: Outlet) -> None:
        self._listener = listener
        self._box = box
        self._file = file
        self._outlet = outlet
        self._votes = asyncio.Event()
        self._told = asyncio.Event()
        self._board = Board(time.time)

    async def run(self) -> None:
        """Serve until the app closes the pipe."""
        loop = asyncio.get_running_loop()
        ended = asyncio.Event()

        def deliver(verdicts: list[tuple[Settle, Verdict]]) -> None:
            loop.call_soon_threadsafe(self._answer, verdicts)

        def heard(message: ToChild) -> None:
            loop.call_soon_threadsafe(self._take, app, message)

        def hung_up() -> None:
            loop.call_soon_threadsafe(ended.set)

        writer: BallotBoxWriter[Settle] = BallotBoxWriter(self._file, deliver)
        app = Application(self._board, self._box, writer, self._outlet.say)
        listen(_STDIN, heard, hung_up)
        told, end = asyncio.create_task(self._told.wait()), asyncio.create_task(ended.wait())
        await asyncio.wait({told, end}, return_when=asyncio.FIRST_COMPLETED)
        if self._told.is_set():
            await self._serve(app, end)
        writer.close()

    async def _serve(self, app: Application, end: asyncio.Task[bool]) -> None:
        server = _Server(_config(app))
        serving = asyncio.create_task(server.serve([self._listener]))
        works = (*(stream.run() for stream in app.streams), self._tell_turnout(app), self._tell_phones(app))
        reports = [asyncio.create_task(work) for work in works]
        gc.collect()
        gc.freeze()
        gc.set_threshold(100_000, 50, 100)
        sys.setswitchinterval(SWITCH_SECONDS)
        self._outlet.say(ReadyMessage(self._listener.getsockname()[1], os.getpid()))
        await asyncio.wait({serving, end}, return_when=asyncio.FIRST_COMPLETED)
        for report in reports:
            report.cancel()
        for stream in app.streams:
            await stream.end()
        server.should_exit = True
        await serving

    def _take(self, app: Application, message: ToChild) -> None:
        match message:
            case StateMessage():
                self._board.take_state(message)
                self._told.set()
                for stream in app.streams:
                    stream.changed()
            case PicturesMessage():
                self._board.take_pictures(message)
            case RollMessage():
                self._board.take_roll(message)
            case AnswerMessage():
                app.commands.take(message)

    def _answer(self, verdicts: list[tuple[Settle, Verdict]]) -> None:
        for settle, verdict in verdicts:
            settle(verdict)
        self._votes.set()

    async def _tell_turnout(self, app: Application) -> None:
        """Report the turnout at the start and whenever votes have come in."""
        while True:
            try:
                turnouts = await asyncio.to_thread(self._box.all_turnouts)
            except BoxError as error:
                logging.warning("turnout not read: %s", type(error).__name__)
            else:
                self._outlet.say(TurnoutMessage(turnouts))
                self._board.take_turnouts(turnouts)
                app.room.changed()
            await asyncio.sleep(TELL_SECONDS)
            await self._votes.wait()
            self._votes.clear()

    async def _tell_phones(self, app: Application) -> None:
        """Report how many phones listen, when that has changed."""
        said: PhonesMessage | None = None
        while True:
            now = PhonesMessage(app.live.count, app.live.ways())
            if now != said:
                said = now
                self._outlet.say(now)
            await asyncio.sleep(TELL_SECONDS)


class _Server(uvicorn.Server):
    """A server that leaves signals alone but for SIGTERM: the end of stdin is what ends it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop on SIGTERM, where there is one."""
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self._stop)
        yield

    def _stop(self) -> None:
        self.should_exit = True


def _config(app: Application) -> uvicorn.Config:
    return uvicorn.Config(
        app.asgi,
        http=partial(ShortProtocol, app.short_ways.find),  # type: ignore[arg-type]  # called like the class
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        backlog=_BACKLOG,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=1,
    )


def _runner() -> asyncio.Runner:
    """An event loop: uvloop's where it exists."""
    try:
        import uvloop
    except ImportError:
        return asyncio.Runner()
    return asyncio.Runner(loop_factory=uvloop.new_event_loop)


def _raise_file_limit() -> None:
    """Allow as many connections as the system lets us."""
    try:
        import resource
    except ImportError:
        return  # Windows sets no such limit
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 65_536 if hard == resource.RLIM_INFINITY else hard
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))


def _reason(error: OSError) -> FailReason:
    if error.errno == errno.EADDRINUSE:
        return FailReason.PORT_IN_USE
    if error.errno in (errno.EACCES, errno.EPERM):
        return FailReason.PORT_FORBIDDEN
    if error.errno == errno.EADDRNOTAVAIL or isinstance(error, socket.gaierror):
        return FailReason.NO_SUCH_ADDRESS
    return FailReason.OTHER

"""The app's hand on the phone server: starts the child process, keeps it fed, and brings it back when it dies."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from facilitator.common.clock import Clock
from facilitator.common.errors import NotFound, Unreadable, UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.event.network import SelfTest
from facilitator.stage.model import Picture
from facilitator.web.child_process import Child
from facilitator.web.documents import Document, private_part, public_document, roll_message
from facilitator.web.messages import (
    AnswerMessage,
    CommandMessage,
    FailedMessage,
    FailReason,
    FromChild,
    PhonesMessage,
    PicturesMessage,
    ReadyMessage,
    SelfTestMessage,
    StateMessage,
    TurnoutMessage,
)
from facilitator.web.room_document import pictures_on_show, room_document, speaker_document
from facilitator.web.staff_document import staff_document

_LOG = logging.getLogger(__name__)

RESEND_SECONDS = 15.0
"""How often the documents are made anew without a change, because expected times move while an item runs over."""

FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.05, 5.0
"""The pause before a dead child is started again; it doubles until a child gets ready."""

STOP_SECONDS = 3.0

CommandAnswer = tuple[int, Mapping[str, Any]]
"""An HTTP status and the JSON object to answer with."""


@frozen
class Callbacks:
    """Whom to tell; all are called from the handle's own threads and must not wait for the window.

    `on_command(command, by)` carries out a command from a staff phone and answers it; a `UserError` that it raises is
    told to the phone in its language. `on_failed` reports that the child cannot serve; another port is its caller's
    decision, by `start(port=…)`. `address()` gives the address that phones open, which screens show; None means that
    screens show the one by which they came themselves. `on_ways` says how many phones came by which of this computer's
    addresses, `on_self_test` what a phone found that tested the way here.
    """

    on_command: Callable[[Mapping[str, Any], str], CommandAnswer]
    on_ready: Callable[[int, int], None] = lambda port, pid: None
    on_turnout: Callable[[Mapping[int, int]], None] = lambda ballots: None
    on_phones: Callable[[int], None] = lambda count: None
    on_failed: Callable[[FailReason, str], None] = lambda reason, detail: None
    address: Callable[[], str | None] = lambda: None
    on_ways: Callable[[Mapping[str, int]], None] = lambda by: None
    on_self_test: Callable[[SelfTest], None] = lambda result: None


@dataclass(slots=True)
class _Told:
    """What a child has been told."""

    child: Child | None = None
    cards: object = None
    documents: tuple[Document, ...] | None = None
    pictures: Collection[str] = ()


class PhoneServer:
    """The phone server as the app sees it. Its methods may be called from any thread; all but `stop` return at once."""

    def __init__(self, path: Path, clock: Clock, callbacks: Callbacks, *, host: str = "0.0.0.0") -> None:
        """Nothing runs before `start`. `path` is the event file, `host` the address to listen on."""
        self._path = path
        self._host = host
        self._clock = clock
        self._callbacks = callbacks
        self._latest: tuple[State, int] | None = None
        self._turnouts: Mapping[int, int] = {}
        self._port = 0
        self._child: Child | None = None
        self._news = threading.Event()
        self._stopping = threading.Event()
        self._commands: queue.SimpleQueue[tuple[Child, CommandMessage] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []

    @property
    def port(self) -> int:
        """The port that phones use; 0 until the server has been ready once, unless one was asked for."""
        return self._port

    @property
    def pid(self) -> int | None:
        """The child's process id, while there is one."""
        child = self._child
        return None if child is None else child.pid

    def start(self, port: int = 0) -> None:
        """Start serving; port 0 takes a free one, which is kept when the child has to be started again.

        After `on_failed` it may be called again, with another port.
        """
        self._join()
        self._port = port
        self._commands = queue.SimpleQueue()
        self._stopping.clear()
        works = (("phone server", self._supervise), ("phone state", self._feed), ("phone commands", self._answer))
        self._threads = [threading.Thread(target=work, name=name, daemon=True) for name, work in works]
        for thread in self._threads:
            thread.start()

    def publish(self, state: State, version: int) -> None:
        """Tell phones the state; if several come in quickly, the latest is told."""
        self._latest = (state, version)
        self._news.set()

    def stop(self) -> None:
        """End the child and the handle's threads; returns when the port is free again."""
        self._end()
        child = self._child
        if child is not None:
            child.end(STOP_SECONDS)
        self._join()

    def _join(self) -> None:
        for thread in self._threads:
            if thread is not threading.current_thread():  # `on_failed` runs in the last throes of such a thread
                thread.join()
        self._threads = []

    def _end(self) -> None:
        self._stopping.set()
        self._news.set()
        self._commands.put(None)

    def _supervise(self) -> None:
        """Keep a child running until it is told to stop, or cannot serve at all."""
        pause = FIRST_PAUSE_SECONDS
        served = False
        while not self._stopping.is_set():
            try:
                self._child = child = Child(self._path, self._host, self._port)
            except OSError as error:
                self._callbacks.on_failed(FailReason.OTHER, error.strerror or type(error).__name__)
                self._stopping.wait(LONGEST_PAUSE_SECONDS)
                continue
            self._news.set()
            if self._stopping.is_set():
                child.end(STOP_SECONDS)
            failure: FailedMessage | None = None
            for message in child.messages():
                if isinstance(message, FailedMessage):
                    failure = message
                else:
                    if isinstance(message, ReadyMessage):
                        served, pause = True, FIRST_PAUSE_SECONDS
                    self._take(child, message)
            child.end(STOP_SECONDS)
            self._child = None
            if failure is not None:
                if not served:
                    self._end()
                    self._callbacks.on_failed(failure.reason, failure.detail)
                    return
                self._callbacks.on_failed(failure.reason, failure.detail)
            if not self._stopping.wait(pause):
                _LOG.warning("the phone server ended and is started again")
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)

    def _take(self, child: Child, message: FromChild) -> None:
        match message:
            case ReadyMessage(port, pid):
                self._port = port
                self._callbacks.on_ready(port, pid)
            case TurnoutMessage(ballots):
                self._turnouts = ballots
                self._callbacks.on_turnout(ballots)
            case PhonesMessage(count, by):
                self._callbacks.on_ways(by)
                self._callbacks.on_phones(count)
            case SelfTestMessage(result):
                self._callbacks.on_self_test(result)
            case CommandMessage():
                self._commands.put((child, message))

    def _feed(self) -> None:
        """Tell the child what is new; a new child is told everything."""
        told = _Told()
        while not self._stopping.is_set():
            self._news.wait(RESEND_SECONDS)
            self._news.clear()
            child, latest = self._child, self._latest
            if child is None or latest is None:
                continue
            if child is not told.child:
                told = _Told(child)
            try:
                self._tell(child, *latest, told)
            except Exception:  # noqa: BLE001  (one state that cannot be shown must not keep later ones from the phones)
                _LOG.exception("the state could not be told to phones")

    def _tell(self, child: Child, state: State, version: int, told: _Told) -> None:
        """Send the child what differs from what it was told last."""
        if state.voting.cards is not told.cards:
            told.cards = state.voting.cards
            child.send(roll_message(state))
        now = self._clock.now()
        public = public_document(state, version, now)
        staff = staff_document(state, version, now, self._turnouts)
        room = room_document(state, version, now, self._callbacks.address())
        speaker = speaker_document(state, version, now)
        documents = public, staff, room, speaker
        timeless = tuple(map(_without_time, documents))
        if timeless != told.documents:
            told.documents = timeless
            self._show(child, pictures_on_show(state), told)
            private = private_part(state)
            child.send(StateMessage(version, _raw(public), _raw(staff), _raw(room), _raw(speaker), private))

    def _show(self, child: Child, pictures: Mapping[str, Picture], told: _Told) -> None:
        """Send the child the pictures that the room sees, if they are others than before."""
        if pictures.keys() != set(told.pictures):
            told.pictures = tuple(pictures)
            child.send(PicturesMessage({key: picture.data for key, picture in pictures.items()}))

    def _answer(self) -> None:
        """Carry out the commands of staff phones, one after the other."""
        while (asked := self._commands.get()) is not None:
            child, message = asked
            status, body = self._carry_out(message)
            child.send(AnswerMessage(message.id, status, _raw(body)))

    def _carry_out(self, message: CommandMessage) -> CommandAnswer:
        tr = Translator(message.language)
        try:
            return self._callbacks.on_command(msgspec.json.decode(message.do), message.by)
        except UserError as error:
            return _status(error), {"detail": tr.render(error.text())}
        except Exception:  # noqa: BLE001  (a mistake in one command must neither end this thread nor leave it unanswered)
            _LOG.exception("a command from a staff phone failed")
            return 500, {"detail": tr("That did not work, and nothing was changed. Ask the host at the laptop.")}


def _status(error: UserError) -> int:
    if isinstance(error, NotFound):
        return 404
    return 422 if isinstance(error, Unreadable) else 409


def _raw(document: Mapping[str, Any]) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(document))


def _without_time(document: Document) -> Document:
    return {key: value for key, value in document.items() if key != "server_time"}

"""Ties the phone server to the desk: state goes out to phones, commands of staff phones come in."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from facilitator.app.session import Session
from facilitator.common.errors import UserError
from facilitator.common.texts import Translator, text
from facilitator.event.network import SelfTest
from facilitator.teams.model import Formation

if TYPE_CHECKING:
    # Loaded when the server starts: the console is painted before that.
    from facilitator.web.handle import CommandAnswer, PhoneServer
    from facilitator.web.messages import FailReason

log = logging.getLogger(__name__)

USUAL_PORT = 8360
EVERYWHERE = "0.0.0.0"  # phones come by any of the computer's addresses
READY_SECONDS = 20.0
MOST_TESTS = 20


class Phones:
    """The phone server of one session."""

    def __init__(self, session: Session, *, host: str = EVERYWHERE) -> None:
        """Nothing runs before `start`."""
        self._session = session
        self._host = host
        self._listeners: list[Callable[[], None]] = []
        self._turnouts: Mapping[int, int] = session.box.all_turnouts()
        self._phones = 0
        self._ways: Mapping[str, int] = {}
        self._tests: tuple[SelfTest, ...] = ()
        self._failure: tuple[FailReason, str] | None = None
        self._settled = threading.Event()
        self._unsubscribe: Callable[[], None] = lambda: None
        self._server: PhoneServer | None = None
        self._wanted = 0
        self._port = 0
        self._any_port_will_do = False
        self._changing = threading.Lock()  # a server that finds another port while the host closes the event
        self._stopped = False

    def start(self, port: int | None = None, *, wait: bool = False) -> None:
        """Serve on `port`; without one on the event's own, or if it has none yet on the usual or else any free one.

        Raises:
            UserError: with `wait`, that the server could not start: the port is taken, or the address is not ours.
        """
        from facilitator.web.handle import Callbacks, PhoneServer

        desk = self._session.desk
        kept = desk.state.event.port
        self._any_port_will_do = port is None and not kept
        callbacks = Callbacks(
            self._command,
            self._ready,
            self._turnout,
            self._phone_count,
            self._failed,
            address=lambda: self.url,
            on_ways=self._came_by,
            on_self_test=self._tested,
        )
        server = PhoneServer(self._session.path, self._session.clock, callbacks, host=self._host)
        self._server = server
        self._unsubscribe = desk.subscribe(lambda published: server.publish(published.state, published.version))
        server.publish(desk.state, desk.version)
        self._serve(port if port is not None else kept or USUAL_PORT)
        if not wait:
            return
        self._settled.wait(READY_SECONDS)
        if not self._port:
            raise self.failure() or UserError(text("The phone server did not start."), text("Try again."))

    def stop(self) -> None:
        """Stop serving."""
        with self._changing:
            self._stopped = True
        self._unsubscribe()
        if self._server is not None:
            self._server.stop()

    @property
    def url(self) -> str | None:
        """The address of the phone page; None until the server is ready."""
        if not self._port:
            return None
        from facilitator.app.network import base_url

        return base_url(self.host, self._port)

    @property
    def host(self) -> str:
        """The name or number that phones use: the host's choice, or the best address found."""
        if self._host != EVERYWHERE:
            return self._host
        from facilitator.app.network import addresses

        return self._session.desk.state.event.address or addresses()[0].ip

    @property
    def staff_url(self) -> str | None:
        """The address that opens the staff's part of the phone page."""
        return None if self.url is None else f"{self.url}/#staff={self._session.desk.state.event.staff_key}"

    @property
    def pid(self) -> int | None:
        """The server's process, while there is one."""
        return None if self._server is None else self._server.pid

    @property
    def turnouts(self) -> Mapping[int, int]:
        """How many have voted, per ballot."""
        return self._turnouts

    @property
    def phones(self) -> int:
        """How many phones have the page open."""
        return self._phones

    @property
    def ways(self) -> Mapping[str, int]:
        """How many phones are connected, by the address of this computer that they came by."""
        return self._ways

    @property
    def tests(self) -> tuple[SelfTest, ...]:
        """What phones found that tested the way here, the latest last."""
        return self._tests

    @property
    def port(self) -> int:
        """The port that phones use, or that could not be had."""
        return self._port or self._wanted

    @property
    def port_taken(self) -> bool:
        """Whether another program has the port."""
        return self._failure is not None and self._failure[0] == "port-in-use"

    def change_port(self, port: int) -> None:
        """Serve on another port, which the event keeps once it could be had; codes printed for the old one are void.

        Returns at once; `failure` tells if it could not be had.
        """
        self._any_port_will_do = False
        if self._server is not None:
            self._server.stop()
            self._port = 0
            self._serve(port)
            self.tell()

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have `callback` called, in the server's threads, when anything above changes; returns what ends this."""
        self._listeners.append(callback)
        return lambda: self._listeners.remove(callback)

    def failure(self) -> UserError | None:
        """Why the server does not serve, if it does not."""
        if self._failure is None:
            return None
        from facilitator.web.messages import FailReason

        reason, detail = self._failure
        if reason is FailReason.PORT_IN_USE:
            return UserError(
                text("Another program uses port {port}.", port=self._wanted),
                text("Close that program, or choose another port; codes printed for this one would no longer work."),
            )
        if reason is FailReason.NO_SUCH_ADDRESS:
            return UserError(
                text("This computer has no address “{host}”.", host=self._host),
                text("Choose one of its own addresses."),
            )
        return UserError(
            text("The phone server could not start: {reason}.", reason=detail or str(reason)),
            text("The day goes on without phones; paper ballots count alike."),
        )

    def tell(self) -> None:
        """Have everybody look again who asked to be told of changes."""
        for listener in tuple(self._listeners):
            listener()

    def _serve(self, port: int) -> None:
        with self._changing:
            if self._stopped or self._server is None:
                return
            self._wanted = port
            self._failure = None
            self._server.start(port)

    def _command(self, command: Mapping[str, Any], by: str) -> CommandAnswer:
        import msgspec

        from facilitator.desk.vocabulary import FOR_STAFF, parse
        from facilitator.teams.document import formation_document

        outcome = self._session.desk.do(parse(command, FOR_STAFF), by)
        tr = Translator(self._session.desk.state.event.language)
        result = outcome.result
        document = formation_document(result, tr) if isinstance(result, Formation) else msgspec.to_builtins(result)
        return 200, {
            "version": outcome.version,
            "result": document,
            "notices": [tr.render(notice) for notice in outcome.notices],
        }

    def _ready(self, port: int, _pid: int) -> None:
        self._failure = None
        self._port = port
        if self._session.desk.state.event.port != port:
            from facilitator.event.commands import KeepPort

            try:
                self._session.desk.do(KeepPort(port), "program")
            except UserError as refusal:  # phones are served all the same; the port is kept at the next start
                log.warning("the port could not be kept: %s", refusal)
        self._settled.set()
        self.tell()

    def _failed(self, reason: FailReason, detail: str) -> None:
        from facilitator.web.messages import FailReason

        log.warning("phone server: %s %s", reason, detail)
        if reason is FailReason.PORT_IN_USE and self._any_port_will_do:
            self._any_port_will_do = False
            self._serve(0)
            return
        self._failure = reason, detail
        self._port = 0
        self._settled.set()
        self.tell()

    def _turnout(self, turnouts: Mapping[int, int]) -> None:
        self._turnouts = turnouts
        self.tell()

    def _came_by(self, ways: Mapping[str, int]) -> None:
        self._ways = ways

    def _tested(self, result: SelfTest) -> None:
        self._tests = (*self._tests, result)[-MOST_TESTS:]
        self.tell()

    def _phone_count(self, count: int) -> None:
        self._phones = count
        self.tell()

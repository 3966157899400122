"""The program with its windows: the start window, and the console on one open event."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from facilitator.app import places
from facilitator.app.autosave import Autosave
from facilitator.app.clock import SystemClock, today
from facilitator.app.phones import Phones
from facilitator.app.session import Session
from facilitator.app.solver import ProcessSolver
from facilitator.app.sound import Player
from facilitator.app.sounding import Sounding
from facilitator.app.timekeeper import Timekeeper
from facilitator.app.venue import Venue
from facilitator.common.errors import UserError
from facilitator.common.texts import Text, Translator, system_language, text
from facilitator.ui.application import Application
from facilitator.ui.ports import NewEvent, Surroundings

BENCH_START = "FACILITATOR_BENCH_START"
"""Set by the start-up benchmark: say when the console has been painted, and end."""


def open_console(arguments: list[str]) -> int:
    """Show the console on the event that the arguments name, or the start window; returns the exit status.

    Without a screen it says so and returns 1: Qt would end the program in words of its own.
    """
    if not _has_screen():
        print(Translator(system_language()).render(_no_screen().text()), file=sys.stderr)  # noqa: T201  # no window can
        return 1
    application = Application()
    desktop = Desktop(application)
    try:
        if arguments == ["--sample-event"]:
            desktop.open_sample()
        elif arguments:
            desktop.open(Path(arguments[0]))
        else:
            application.show_start(desktop, today(SystemClock()))
    except UserError as refusal:
        application.show_start(desktop, today(SystemClock()), refusal)
    application.later(_settle)
    try:
        return application.run()
    finally:
        desktop.retire()


def _has_screen() -> bool:
    """Whether Qt will find a screen, or has been told to do without one."""
    told = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in told)


def _no_screen() -> UserError:
    return UserError(
        text("There is no screen to open the window on."),
        text("Start the program from a desktop session, or use “serve” or “rehearse”, which need no screen."),
    )


def _settle() -> None:
    """What can wait until the console has been painted."""
    gc.freeze()
    gc.enable()
    places.log_to_file()


class Desktop:
    """Opens events one at a time; what the windows call `Files`."""

    def __init__(self, application: Application) -> None:
        """Nothing is open yet."""
        self._application = application
        self._solver = ProcessSolver()
        self._session: Session | None = None
        self._phones: Phones | None = None
        self._autosave: Autosave | None = None
        self._sounding: Sounding | None = None
        self._timekeeper: Timekeeper | None = None

    def templates(self) -> Sequence[tuple[str, Text]]:
        """The templates by name, each with what it is called."""
        return (("skills360", text("The Skills360 model day")), ("blank", text("Empty")))

    def new(self, event: NewEvent) -> None:
        """Make an event file and open it.

        Raises:
            UserError: it cannot be made there.
        """
        from facilitator.app.templates import Template, create

        create(
            event.path,
            Template(event.template),
            sample=event.sample,
            language=self._application.tr.language,
            title=event.title,
            day=event.day,
        )
        self.open(event.path)

    def open_sample(self) -> None:
        """Open the sample event, made anew if it is not there.

        Raises:
            UserError: it cannot be made or opened.
        """
        path = places.sample_event()
        if not path.exists():
            from facilitator.app.templates import create

            create(path, sample=True, language=self._application.tr.language)
        self.open(path)

    def open(self, path: Path) -> None:
        """Open an event file in place of the present one; nothing happens if it is open already.

        Raises:
            UserError: it cannot be opened; the present one stays open.
        """
        if self._session is not None and self._session.path.resolve() == path.resolve():
            return
        session = Session(path, solver=self._solver)
        self.close()
        self._session = session
        self._phones = Phones(session)
        self._autosave = Autosave(session)
        self._timekeeper = Timekeeper(session.desk)
        player = Player(lambda: session.desk.state.event.sound)
        self._sounding = Sounding(session.desk, player.play)
        around = Surroundings(self._phones, self, self._solver, player, session.file.history, Venue(self._phones))
        console = self._application.show_console(session.desk, around)
        if os.environ.get(BENCH_START):
            console.painted.connect(lambda: print("painted", flush=True))  # noqa: T201  # what the benchmark waits for
            console.painted.connect(self._application.quit)
        self._application.later(self._phones.start)
        self._application.later(session.warm_up)
        self._application.later(self._sounding.start)
        self._application.later(self._timekeeper.start)
        self._application.later(lambda: places.remember(path))

    def recent(self) -> Sequence[Path]:
        """The event files opened last."""
        return places.recent_events()

    def close(self) -> None:
        """Close the event that is open, if one is."""
        if self._session is None:
            return
        self._application.close_console()
        if self._timekeeper is not None:
            self._timekeeper.stop()
        if self._sounding is not None:
            self._sounding.stop()
        if self._autosave is not None:
            self._autosave.stop()
        if self._phones is not None:
            self._phones.stop()
        self._session.close()
        self._session = None

    def retire(self) -> None:
        """Close everything for good."""
        self.close()
        self._solver.close()

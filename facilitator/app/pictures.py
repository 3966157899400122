"""Makes the pictures of the documents from the sample event: `python -m facilitator.app.pictures [--all] [FOLDER]`."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from facilitator.app.memory import EmptyBox, MemoryStore
from facilitator.app.solver import ProcessSolver
from facilitator.app.templates import create
from facilitator.app.window import Desktop
from facilitator.common.clock import Moment
from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import LANGUAGES, Translator
from facilitator.desk.desk import Desk
from facilitator.desk.state import State
from facilitator.event.model import Theme
from facilitator.participants.model import Attendance
from facilitator.stage.model import Picture
from facilitator.store.event_file import EventFile
from facilitator.ui.application import Application
from facilitator.ui.console import ConsoleWindow
from facilitator.ui.fonts import load_fonts
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.ports import Surroundings
from facilitator.ui.scenes.showcase import showcase
from facilitator.ui.screenshots import ADDRESS, overview, room_plan, scenes, take_pictures, write

DAY = date(2026, 5, 20)
"""Any day will do, as long as the pictures are the same on every run."""

PAGES: Mapping[str, tuple[PageName, str]] = {
    "run": (PageName.RUN, "clock"),
    "run-late": (PageName.RUN, "clock-over-time"),
    "participants": (PageName.PARTICIPANTS, "clock"),
    "teams": (PageName.TEAMS, "clock"),
    "vote": (PageName.VOTE, "ballot-1"),
}
"""Pictures of the console by name: the page, and the moment of the day that shows it well."""

SCENES = ("ballot-1", "results-1", "pitch", "find-table")
"""The scenes that the documents show large."""

LEFT_OUT = ("blank", "ballot-2", "ballot-3", "results-2", "clock-over-time")
"""Scenes that an overview can do without: it has their like, or there is nothing to see."""

ABSENT = 27
"""Of so many people one has not come, in the pictures."""


@frozen
class StillClock:
    """A clock that shows one moment."""

    moment: Moment

    def now(self) -> Moment:
        """The moment."""
        return self.moment


@frozen
class PicturedPhones:
    """A phone server as it looks when all is well."""

    turnouts: Mapping[int, int] = field(default_factory=dict)
    url: str | None = ADDRESS.rstrip("/")
    staff_url: str | None = None
    phones: int = 71

    def failure(self) -> UserError | None:
        """None."""
        return None

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Nothing ever changes."""
        return lambda: None


def main(arguments: list[str]) -> int:
    """Write the pictures in every language: those that the documents show, or with `--all` every scene in both themes.

    Exits with status 2 on wrong usage, as the program does.
    """
    wanted = _parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # alike on every machine, also where there is no display
    application = Application()
    load_fonts()
    out: Path = wanted.folder
    out.mkdir(parents=True, exist_ok=True)
    shown = {f"console-{name}" for name in PAGES} | {f"scene-{name}" for name in SCENES}
    with TemporaryDirectory() as folder:
        for language in LANGUAGES:
            path = Path(folder, f"{language}.hackday")
            create(path, sample=True, language=language, day=DAY)
            with EventFile(path) as file:
                state = _with_a_plan(_arrived(State(**file.load())))
            taken = take_pictures(state, language, Path(folder), lambda event, tr: _pages(application, event, tr))
            if wanted.all:
                taken += take_pictures(state, language, Path(folder), theme=Theme.LIGHT)
            for picture in taken:
                if wanted.all or picture.stem.removesuffix(f"-{language}") in shown:
                    shutil.copy(picture, out / picture.name)
            _overviews(state, language, out)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("dev.py docs", description="Make the screenshots of the documents.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs", "pictures"), help="where they go")
    parser.add_argument("--all", action="store_true", help="every scene in both languages and both themes")
    return parser


def _overviews(state: State, language: str, out: Path) -> None:
    """All scenes small on one picture, for each theme."""
    for theme in Theme:
        views = [view for name, view in scenes(state, Translator(language), theme) if name not in LEFT_OUT]
        write(overview(views), out / f"scenes-{theme}-{language}.png")


def _with_a_plan(state: State) -> State:
    """The event with a picture in it: where its tables stand."""
    plan = Picture(1, "plan", room_plan(sorted(state.teams.teams)))
    return replace(state, stage=replace(state.stage, pictures={1: plan}))


def _arrived(state: State) -> State:
    """Nearly everybody has come."""
    here = {
        person.id: replace(person, attendance=Attendance.ABSENT if person.id % ABSENT == 0 else Attendance.CHECKED_IN)
        for person in state.roster.people.values()
    }
    return replace(state, roster=replace(state.roster, people=here))


def _pages(application: Application, state: State, tr: Translator) -> Iterator[tuple[str, ConsoleWindow]]:
    pieces = {piece.name: piece for piece in showcase(state, "")}
    for name, (page, moment) in PAGES.items():
        piece = pieces[moment]
        desk = Desk(MemoryStore(piece.state), EmptyBox(), StillClock(piece.now), bytes, ProcessSolver())
        phones = PicturedPhones(dict.fromkeys(state.voting.ballots, piece.turnout))
        console = application.show_console(desk, Surroundings(phones, Desktop(application), ProcessSolver()), tr)
        console.resize(1366, 768)
        console.show_page(page)
        yield name, console
        application.close_console()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

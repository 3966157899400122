"""Makes the pictures of the documents from the sample event: `python -m facilitator.app.pictures [FOLDER]`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from facilitator.app.memory import EmptyBox, MemoryStore
from facilitator.app.solver import ProcessSolver
from facilitator.app.templates import create
from facilitator.app.window import Desktop
from facilitator.common.clock import Moment
from facilitator.common.errors import UserError
from facilitator.common.texts import LANGUAGES, Translator
from facilitator.desk.desk import Desk
from facilitator.desk.state import State
from facilitator.store.event_file import EventFile
from facilitator.ui.application import Application
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.ports import Surroundings
from facilitator.ui.scenes.showcase import showcase
from facilitator.ui.screenshots import ADDRESS, take_pictures

DAY = date(2026, 5, 20)
"""Any day will do, as long as the pictures are the same on every run."""

PAGES: Mapping[PageName, str] = {
    PageName.PLAN: "clock",
    PageName.PARTICIPANTS: "clock",
    PageName.TEAMS: "clock",
    PageName.RUN: "clock",
    PageName.VOTE: "ballot-1",
    PageName.RESULTS: "results-1",
    PageName.SETTINGS: "clock",
}
"""Every page, with the moment of the day that shows it well."""


@dataclass(frozen=True, slots=True)
class StillClock:
    """A clock that shows one moment."""

    moment: Moment

    def now(self) -> Moment:
        """The moment."""
        return self.moment


@dataclass(frozen=True, slots=True)
class PicturedPhones:
    """A phone server as it looks when all is well."""

    turnouts: Mapping[int, int] = field(default_factory=dict)
    url: str | None = ADDRESS
    staff_url: str | None = ADDRESS
    phones: int = 71

    def failure(self) -> UserError | None:
        """None."""
        return None

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Nothing ever changes."""
        return lambda: None


def main(arguments: list[str]) -> int:
    """Write the pictures in every language."""
    application = Application()
    out = Path(arguments[0]) if arguments else Path("docs", "pictures")
    with TemporaryDirectory() as folder:
        for language in LANGUAGES:
            path = Path(folder, f"{language}.hackday")
            create(path, sample=True, language=language, day=DAY)
            with EventFile(path) as file:
                state = State(**file.load())
            take_pictures(state, language, out, lambda event, tr: _pages(application, event, tr))
    return 0


def _pages(application: Application, state: State, tr: Translator) -> Iterator[tuple[str, object]]:
    pieces = {piece.name: piece for piece in showcase(state, "")}
    for page, moment in PAGES.items():
        piece = pieces[moment]
        desk = Desk(MemoryStore(piece.state), EmptyBox(), StillClock(piece.now), bytes, ProcessSolver())
        phones = PicturedPhones(dict.fromkeys(state.voting.ballots, piece.turnout))
        console = application.show_console(desk, Surroundings(phones, Desktop(application), ProcessSolver()), tr)
        console.resize(1366, 768)
        console.show_page(page)
        yield str(page), console
        application.close_console()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

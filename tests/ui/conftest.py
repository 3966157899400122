"""An open event in memory and everything that stands around a window, none of it real."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from facilitator.app.memory import EmptyBox, MemoryStore
from facilitator.app.templates import Template, create
from facilitator.common.clock import from_datetime
from facilitator.common.errors import UserError
from facilitator.common.texts import Text, Translator, text
from facilitator.desk.desk import Desk
from facilitator.desk.state import State
from facilitator.event.commands import ChangeEvent
from facilitator.event.model import Event
from facilitator.store.event_file import EventFile
from facilitator.teams.model import Formation, Person, Progress, RepairOption, RoundPlan, Rules, Team, Teams
from facilitator.ui.fonts import load_fonts
from facilitator.ui.ports import NewEvent, Surroundings
from facilitator.ui.theme import Mode, Theme
from tests.fakes import FakeClock, repeatable_bytes

DAY = date(2026, 5, 20)
ZONE = ZoneInfo("Europe/Stockholm")


def at(hour: int, minute: int, second: int = 0) -> FakeClock:
    """A clock that shows this local time on the day of the tests' events."""
    return FakeClock(from_datetime(datetime(DAY.year, DAY.month, DAY.day, hour, minute, second, tzinfo=ZONE)))


@dataclass
class FakePhones:
    """A phone server that says what it is told to."""

    url: str | None = "http://192.168.1.20:8080"
    staff_url: str | None = "http://192.168.1.20:8080/#staff=x"
    turnouts: Mapping[int, int] = field(default_factory=dict)
    phones: int = 57
    broken: UserError | None = None
    callbacks: list[Callable[[], None]] = field(default_factory=list)

    def failure(self) -> UserError | None:
        return self.broken

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        self.callbacks.append(callback)
        return lambda: self.callbacks.remove(callback)

    def tell(self) -> None:
        for callback in tuple(self.callbacks):
            callback()


@dataclass
class FakeFiles:
    """Event files that are only remembered."""

    made: list[NewEvent] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)
    known: list[Path] = field(default_factory=list)
    samples: int = 0
    refusal: UserError | None = None

    def templates(self) -> Sequence[tuple[str, Text]]:
        return (("skills360", text("The Skills360 model")), ("blank", text("Empty event")))

    def new(self, event: NewEvent) -> None:
        self._refuse()
        self.made.append(event)

    def open(self, path: Path) -> None:
        self._refuse()
        self.opened.append(path)

    def open_sample(self) -> None:
        self._refuse()
        self.samples += 1

    def recent(self) -> Sequence[Path]:
        return self.known

    def _refuse(self) -> None:
        if self.refusal is not None:
            raise self.refusal


@dataclass
class FakeSolver:
    """Forms teams by dealing people out; as `TeamSearch` it has nothing to say about that."""

    finished: int = 0
    cancelled: int = 0
    progress: Progress | None = None
    before: Callable[[], None] = lambda: None
    options: tuple[RepairOption, ...] = ()

    def form(self, people: Sequence[Person], rules: Rules, seed: int, seconds: float, current: Teams) -> Formation:
        self.before()
        count = rules.teams or max(1, len(people) // 5)
        teams = tuple(
            Team(number, str(number), None, tuple(one.id for one in people[number - 1 :: count]))
            for number in range(1, count + 1)
        )
        return Formation(teams, (), seed=seed)

    def repair(self, people: Sequence[Person], current: Teams, seed: int, seconds: float) -> Sequence[RepairOption]:
        if self.options:
            return self.options
        present = {one.id for one in people}
        kept = tuple(
            replace(team, members=tuple(one for one in team.members if one in present))
            for team in current.teams.values()
        )
        return (RepairOption(Formation(kept, ()), 0, True),)

    def rounds(self, people: Sequence[Person], rules: Rules, count: int, seed: int, seconds: float) -> RoundPlan:
        raise NotImplementedError

    def latest(self) -> Progress | None:
        return self.progress

    def finish(self) -> None:
        self.finished += 1

    def cancel(self) -> None:
        self.cancelled += 1


@dataclass
class Setting:
    """An open event with its surroundings."""

    desk: Desk
    clock: FakeClock
    phones: FakePhones
    files: FakeFiles
    solver: FakeSolver

    @property
    def around(self) -> Surroundings:
        return Surroundings(self.phones, self.files, self.solver)


def setting(state: State, clock: FakeClock) -> Setting:
    """An event in memory that stands as `state` says."""
    solver = FakeSolver()
    desk = Desk(MemoryStore(state), EmptyBox(), clock, repeatable_bytes(), solver)
    return Setting(desk, clock, FakePhones(), FakeFiles(), solver)


@pytest.fixture(scope="session")
def sample_state(tmp_path_factory: pytest.TempPathFactory) -> State:
    """The sample event as it stands before the day."""
    path = tmp_path_factory.mktemp("sample") / "sample.hackday"
    create(path, Template.SKILLS360, sample=True, language="sv", day=DAY)
    with EventFile(path) as file:
        return State(**file.load())


@pytest.fixture
def sample(sample_state: State) -> Setting:
    """The sample event, at 08:20 on its day."""
    return setting(sample_state, at(8, 20))


@pytest.fixture
def empty() -> Setting:
    """An event with nothing in it."""
    return setting(State(Event("Empty", DAY)), at(8, 20))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme with the program's typeface."""
    load_fonts()
    return Theme(qapp, Mode.LIGHT)


@pytest.fixture
def english() -> Translator:
    """The texts as they are written in the code."""
    return Translator("en")


@pytest.fixture
def rename() -> ChangeEvent:
    """A small change."""
    return ChangeEvent(title="Another name")


@pytest.fixture(autouse=True)
def _no_qt_warnings() -> Iterator[None]:
    """Whatever Qt complains about is a fault of ours."""
    said: list[str] = []

    def take(kind: QtMsgType, _context: object, message: str | None) -> None:
        if kind is not QtMsgType.QtDebugMsg and message and "propagateSizeHints" not in message:
            said.append(message)

    before = qInstallMessageHandler(take)
    yield
    qInstallMessageHandler(before)
    assert not said

"""Lists of ten thousand: read and imported beside a window that stays awake, or left with nothing done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter, thread_time

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from facilitator.desk.commands import Undo
from facilitator.tables.watch import Stopped, Watch
from facilitator.tables.writing import csv_bytes
from facilitator.ui import people_list
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.pages.participants import ParticipantsPage
from facilitator.ui.widgets.import_form import ImportForm
from tests.ui.conftest import Setting
from tests.ui.console.conftest import Open, button

PEOPLE = 10_000
HEADINGS = ("Förnamn", "Efternamn", "Organisation", "Sektor", "Kvot", "Roll", "E-post")
ROWS = [
    (f"Åsa{n}", f"Öberg{n % 977}", f"Myndighet {n % 300}", str(1 + n % 5), ("Myndighet", "Extern")[n % 2],
     "handläggare", f"p{n}@example.org")
    for n in range(PEOPLE)
]  # fmt: skip

LONGEST_STEP = 0.1
"""Seconds of work that the window's thread may do between two beats: while it works, nothing else is answered."""

FEWEST_BEATS = 20
"""A second, on average: the other thread must leave the window its turns. Other programs may take theirs too."""


@pytest.fixture(scope="session")
def long_lists(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("lists")
    lists = {"csv": folder / "people.csv", "xlsx": folder / "people.xlsx"}
    lists["csv"].write_bytes(csv_bytes(HEADINGS, ROWS))
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (HEADINGS, *ROWS):
        sheet.append(row)
    book.save(lists["xlsx"])
    return lists


class Pulse:
    """Counts the event loop's beats, and how long its thread has worked between two of them."""

    def __init__(self) -> None:
        self.steps: list[float] = []
        self._begun = perf_counter()
        self._last = thread_time()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = thread_time()
        self.steps.append(now - self._last)
        self._last = now

    @property
    def rate(self) -> float:
        """Beats a second so far."""
        return len(self.steps) / (perf_counter() - self._begun)


def import_form(console: Open, event: Setting, path: Path) -> tuple[ParticipantsPage, ImportForm]:
    window = console(event)
    window.show_page(PageName.PARTICIPANTS)
    page = window.page
    assert isinstance(page, ParticipantsPage)
    page.open_file(path)
    form = page.findChild(ImportForm)
    assert isinstance(form, ImportForm)
    return page, form


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_window_answers_while_ten_thousand_are_imported(
    console: Open, empty: Setting, qtbot: QtBot, long_lists: dict[str, Path], kind: str
) -> None:
    _, form = import_form(console, empty, long_lists[kind])
    pulse = Pulse()
    bar = form.findChild(QProgressBar)
    assert bar is not None
    assert bar.isVisible()
    qtbot.waitUntil(lambda: form.understood is not None, timeout=30_000)
    assert not bar.isVisible()
    QTest.mouseClick(button(form, "Import"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not form.isVisible(), timeout=30_000)
    assert len(empty.desk.state.roster.people) == PEOPLE
    assert max(pulse.steps) < LONGEST_STEP
    assert pulse.rate > FEWEST_BEATS
    empty.desk.do(Undo())
    assert not empty.desk.state.roster.people


def test_leaving_stops_the_reading_and_nothing_has_been_done(
    console: Open, empty: Setting, qtbot: QtBot, long_lists: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[str] = []
    read = people_list.reader

    def overheard(*about: object) -> Callable[..., object]:
        work = read(*about)  # type: ignore[arg-type]

        def reading(chosen: dict[str, str | None], watch: Watch) -> object:
            try:
                return work(chosen, watch)
            except Stopped:
                ended.append("stopped")
                raise

        return reading

    monkeypatch.setattr("facilitator.ui.pages.participants.reader", overheard)
    page, form = import_form(console, empty, long_lists["xlsx"])
    before = empty.desk.version
    qtbot.waitUntil(lambda: "rows read" in form._summary.text(), timeout=30_000)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    qtbot.waitUntil(lambda: ended == ["stopped"], timeout=5_000)
    assert empty.desk.version == before
    assert form.understood is None
    assert page.window().problems.words == ""  # type: ignore[attr-defined]  # the console

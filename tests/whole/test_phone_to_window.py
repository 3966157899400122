"""A phone opens its card's address and votes; the turnout on the console and the projector moves."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.agenda.model import Kind
from facilitator.app.phones import Phones
from facilitator.app.session import Session
from facilitator.app.templates import create
from facilitator.common.texts import Translator
from facilitator.timer.commands import StartItem
from facilitator.ui.console import ConsoleWindow
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.ports import Surroundings
from facilitator.ui.preferences import Preferences
from facilitator.ui.theme import Theme
from facilitator.voting.cards import address
from facilitator.voting.commands import CloseBallot, RevealResult
from tests.ui.conftest import FakeFiles, FakeSolver

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
AUDIENCE = 1
WAIT_MS = 30_000


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "sample.hackday"
    create(path, sample=True, language="en", day=date(2026, 5, 20))
    with Session(path) as opened:
        yield opened


@pytest.fixture
def phones(session: Session) -> Iterator[Phones]:
    server = Phones(session, host="127.0.0.1")
    server.start(0, wait=True)
    yield server
    server.stop()


def vote_in_a_browser(url: str, wanted: str, faults: list[Exception]) -> None:
    """Open the card's address in a real browser, approve one solution and see the receipt."""
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page(locale="en-GB", viewport={"width": 390, "height": 800})
            page.goto(url)
            form = page.locator(f"[data-ballot='{AUDIENCE}']")
            form.get_by_label(wanted).check()
            form.get_by_role("button", name="Review my vote", exact=True).click()
            form.get_by_role("button", name="Cast my vote", exact=True).click()
            expect(form.get_by_text("Your vote has been counted")).to_be_visible(timeout=WAIT_MS)
            browser.close()
    except Exception as fault:  # noqa: BLE001  # handed to the test's own thread, which fails with it
        faults.append(fault)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this computer")
def test_a_vote_from_a_phone_moves_the_turnout_in_the_window(
    qtbot: QtBot, theme: Theme, session: Session, phones: Phones
) -> None:
    solver = FakeSolver()
    around = Surroundings(phones, FakeFiles(), solver)
    preferences = Preferences(QSettings(str(session.path.with_suffix(".ini")), QSettings.Format.IniFormat))
    console = ConsoleWindow(session.desk, around, Translator("en"), theme, preferences)
    qtbot.addWidget(console)
    vote = next(item.id for item in session.desk.state.plan.in_order() if item.kind is Kind.VOTE)
    session.desk.do(StartItem(vote))
    console.show_page(PageName.VOTE)
    console.show()
    qtbot.waitUntil(lambda: _told(console, "0 of 80"), timeout=WAIT_MS)

    card = next(card for card in session.desk.state.voting.cards.values() if card.participant == 7)
    assert phones.url is not None
    faults: list[Exception] = []
    browser = threading.Thread(
        target=vote_in_a_browser, args=(address(phones.url, card.secret), "The integrator", faults)
    )
    browser.start()
    qtbot.waitUntil(lambda: _told(console, "1 of 80") or not browser.is_alive(), timeout=2 * WAIT_MS)
    browser.join()
    assert faults == []
    assert _told(console, "1 of 80")
    projected = console.room.window.view
    assert projected is not None
    assert projected.turnouts[AUDIENCE] == 1

    session.desk.do(CloseBallot(AUDIENCE))
    session.desk.do(RevealResult(AUDIENCE))
    result = session.desk.state.voting.results[AUDIENCE]
    assert result.ballots == 1
    assert [session.desk.state.solutions.solutions[winner].title for winner in result.winners] == ["The integrator"]
    console.close()


def _told(console: ConsoleWindow, words: str) -> bool:
    return any(words in label.text() for label in console.findChildren(QLabel))

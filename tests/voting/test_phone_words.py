"""A real phone page: an answer in its own words and a reason reach the box, and the phone says when the vote closes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from facilitator.app.clock import SystemClock
from facilitator.app.phones import Phones as PhoneServer
from facilitator.app.session import Session
from facilitator.common.clock import minutes
from facilitator.voting.cards import address
from facilitator.voting.commands import IssueCards, OpenBallot, PutBallot
from facilitator.voting.model import Ballot, Method, Role, Rule
from tests.desk.builders import PlainSolver, a_ballot, event_on_disk
from tests.fakes import repeatable_bytes

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no browser on this machine")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    path = event_on_disk(tmp_path / "day.hackday")
    with closing(Session(path, clock=SystemClock(), random=repeatable_bytes(), solver=PlainSolver())) as opened:
        opened.desk.do(IssueCards(Role.PARTICIPANT, participants=(1,)))
        yield opened


@pytest.fixture
def url(session: Session) -> Iterator[str]:
    running = PhoneServer(session, host="127.0.0.1")
    running.start(0, wait=True)
    assert running.url is not None
    yield running.url
    running.stop()


TEXT = replace(a_ballot(), title="Next?", method=Method.TEXT, rule=Rule.GROUPS, options=(), item=None)
AXES = replace(a_ballot(), title="Map", method=Method.AXES, rule=Rule.AXES, item=None, reasons=True)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (TEXT, '{"text":"Mod \\"hos\\" cheferna"}'),
        (AXES, '{"axes":{"1":[4,2]},"reasons":{"1":"Går att börja i morgon"}}'),
    ],
)
def test_words_come_from_the_phone(session: Session, url: str, asked: Ballot, expected: str) -> None:
    ballot = session.desk.do(PutBallot(replace(asked, lasts=minutes(5)))).result
    session.desk.do(OpenBallot(ballot))
    (card,) = session.desk.state.voting.cards.values()
    with sync_playwright() as play, closing(play.chromium.launch(executable_path=CHROMIUM)) as browser:
        page = browser.new_page(viewport={"width": 390, "height": 844}, locale="en")
        page.goto(address(url, card.secret))
        form = page.locator(f"[data-ballot='{ballot}']")
        expect(form.get_by_text(re.compile(r"closes in 0[45]:\d\d"))).to_be_visible(timeout=20_000)
        if asked is TEXT:
            form.get_by_role("textbox").fill(' Mod "hos" cheferna ')
        else:
            form.get_by_label("4", exact=True).first.check(force=True)
            form.get_by_label("2", exact=True).nth(1).check(force=True)
            form.get_by_label(re.compile("Why.*Integratören")).fill("Går att börja i morgon")
        form.get_by_role("button", name="Review my vote").click()
        form.get_by_role("button", name="Cast my vote").click()
        expect(form.get_by_text("✓")).to_be_visible(timeout=20_000)
    assert session.box.cast(ballot) == [("participant", expected)]

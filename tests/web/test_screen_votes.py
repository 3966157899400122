"""A vote on the second screen: its countdown, the podium step by step, groups of answers, and no word too soon."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest
from playwright.sync_api import Page, expect

from facilitator.app.phones import Phones
from facilitator.app.session import Session
from facilitator.common.clock import seconds
from facilitator.desk.commands import Undo
from facilitator.stage.commands import Show
from facilitator.stage.model import SceneName
from facilitator.voting.commands import CloseBallot, ExtendBallot, GroupTexts, OpenBallot, PutBallot, RevealResult
from facilitator.voting.model import Ballot, Method, Option, Phase, Rule

from .screens import looked_at, settle, shows

FIRST, SECOND, THIRD, FOURTH = NAMES = ("Integratören", "Fördomsfri rekrytering", "OBK-index", "MOD i vardagen")
POLL = Ballot(
    0,
    0,
    "Vilken lösning?",
    Method.SINGLE,
    Rule.PLURALITY,
    options=tuple(Option(number, name) for number, name in enumerate(NAMES, 1)),
    straw_poll=True,
)
VOTES = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4)


def opened(session: Session, ballot: Ballot) -> int:
    number: int = session.desk.do(PutBallot(ballot)).result
    session.desk.do(OpenBallot(number))
    return number


def cast(phones: Phones, session: Session, number: int, *every: object) -> None:
    """Votes of so many devices, once the phone server knows that the ballot is open."""
    with httpx.Client(base_url=str(phones.url), trust_env=False, timeout=20) as client:
        with client.stream("GET", "/api/live") as stream:
            next(line for line in stream.iter_lines() if f'"id":{number},' in line)
        for at, choices in enumerate(every, 1):
            body = {"card": None, "uid": f"{at:032x}", "choices": choices}
            device = {"Authorization": f"Device {at:032x}"}
            assert client.post(f"/api/ballots/{number}/votes", json=body, headers=device).status_code == 201


def closed_poll(session: Session, phones: Phones) -> int:
    number = opened(session, POLL)
    cast(phones, session, number, *({"one": option} for option in VOTES))
    session.desk.do(CloseBallot(number))
    session.desk.do(Show(SceneName.RESULTS, ballot=number))
    return number


def raw(phones: Phones, address: str) -> str:
    return httpx.get(f"{phones.url}{address}", trust_env=False, timeout=20).text


def test_the_podium_is_shown_from_the_third_place_upwards_and_nothing_before(
    screen: Page, session: Session, phones: Phones
) -> None:
    number = closed_poll(session, phones)
    expect(screen.get_by_text("The votes are being counted")).to_be_visible()
    for seen in ((THIRD,), (THIRD, SECOND)):
        session.desk.do(RevealResult(number, step=True))
        shows(screen, session)
        rows = screen.locator(".podium li")
        assert rows.count() == 3
        assert [row.inner_text().split()[-1] for row in rows.all()[: 3 - len(seen)]] == ["come"] * (3 - len(seen))
        told = raw(phones, "/api/screen/state")
        assert [name for name in NAMES if name in told] == [name for name in NAMES if name in seen]
        assert "number" not in told
        assert all('"result"' not in raw(phones, address) for address in ("/api/state", "/api/stage/state"))
        looked_at(screen, f"podium {len(seen)}")
    session.desk.do(RevealResult(number, step=True))
    expect(screen.locator(".bars .winner")).to_contain_text(FIRST)
    assert session.desk.state.voting.ballots[number].phase is Phase.REVEALED


def test_a_step_that_is_taken_back_is_no_longer_told(screen: Page, session: Session, phones: Phones) -> None:
    number = closed_poll(session, phones)
    session.desk.do(RevealResult(number, step=True))
    expect(screen.locator(".podium .shown")).to_contain_text(THIRD)
    session.desk.do(Undo())
    expect(screen.get_by_text("The votes are being counted")).to_be_visible()
    assert THIRD not in raw(phones, "/api/screen/state")


def left(page: Page) -> int:
    minutes_left, seconds_left = page.locator(".time-left .figures").inner_text().split(":")
    return 60 * int(minutes_left) + int(seconds_left)


@pytest.mark.parametrize(("lasts", "phase"), [(300, "running"), (50, "last-minutes"), (14, "nearly-over")])
def test_a_vote_that_closes_by_itself_counts_down(screen: Page, session: Session, lasts: int, phase: str) -> None:
    number = opened(session, replace(POLL, lasts=seconds(lasts)))
    expect(screen.locator(".time-left")).to_have_attribute("data-phase", phase)
    expect(screen.locator(".time-left")).to_contain_text("left to vote")
    first = left(screen)
    assert lasts - 12 <= first <= lasts
    settle(screen, f"document.querySelector('.time-left .figures').textContent !== '00:{first % 60:02}' ")
    session.desk.do(ExtendBallot(number, 3600))
    expect(screen.locator(".time-left")).to_contain_text("1:0")
    session.desk.do(CloseBallot(number))
    expect(screen.get_by_text("The vote is closed.")).to_be_visible()
    expect(screen.locator(".time-left")).to_have_count(0)


def test_groups_of_answers_are_shown_at_the_reveal_and_not_before(
    screen: Page, session: Session, phones: Phones
) -> None:
    number = opened(session, Ballot(0, 0, "Ett ord?", Method.TEXT, Rule.GROUPS, straw_poll=True))
    cast(phones, session, number, *({"text": word} for word in ("Mod", "mod", "modig", "fika", "dumt ord")))
    session.desk.do(CloseBallot(number))
    session.desk.do(GroupTexts(number, ("Mod", "mod", "modig"), "Modet"))
    session.desk.do(GroupTexts(number, ("fika",), "Fikat"))
    session.desk.do(Show(SceneName.RESULTS, ballot=number))
    expect(screen.get_by_text("The votes are being counted")).to_be_visible()
    assert [word for word in ("Modet", "modig", "Fikat") if word in raw(phones, "/api/screen/state")] == []
    session.desk.do(RevealResult(number))
    expect(screen.locator(".bars .winner")).to_contain_text("Modet")
    expect(screen.locator(".bars .winner .number")).to_have_text("3")
    expect(screen.locator(".bars")).to_contain_text("Fikat")
    expect(screen.locator(".caption")).to_have_text("Straw poll · 5 have voted · answers")
    assert "dumt" not in raw(phones, "/api/screen/state")
    looked_at(screen, "groups")

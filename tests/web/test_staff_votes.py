"""A vote from the staff page: a minute more, and places revealed one by one."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import Page, expect

from facilitator.app.phones import Phones
from facilitator.app.session import Session
from facilitator.common.clock import minutes
from facilitator.stage.model import SceneName
from facilitator.voting.commands import CloseBallot
from facilitator.voting.model import Phase

from .test_screen_votes import POLL, SECOND, THIRD, VOTES, cast, opened, raw
from .test_staff_page import calm, turn_to, until


def test_a_vote_that_closes_by_itself_is_given_a_minute(staff: Page, session: Session) -> None:
    endless = opened(session, replace(POLL, title="Form?"))
    number = opened(session, replace(POLL, title="Färg?", lasts=minutes(5)))
    ends = session.desk.state.voting.ballots[number].closes_at
    assert ends is not None
    turn_to(staff, "Vote")
    card, other = (staff.get_by_role("region", name=name) for name in ("Färg?", "Form?"))
    card.get_by_role("button", name="+1 min").click()
    until(session, staff, lambda state: state.voting.ballots[number].closes_at == ends + minutes(1))
    expect(staff.get_by_text("“Färg?” closes a minute later")).to_be_visible()
    expect(other.get_by_role("button", name="Close the ballot")).to_be_visible()
    expect(other.get_by_role("button", name="+1 min")).to_have_count(0)
    assert session.desk.state.voting.ballots[endless].closes_at is None
    session.desk.do(CloseBallot(number))
    expect(card.get_by_role("button", name="+1 min")).to_have_count(0)


def test_places_are_revealed_one_by_one_each_after_a_question(staff: Page, session: Session, phones: Phones) -> None:
    number = opened(session, POLL)
    cast(phones, session, number, *({"one": option} for option in VOTES))
    session.desk.do(CloseBallot(number))
    turn_to(staff, "Vote")
    card = staff.get_by_role("region", name=POLL.title)
    for step in (1, 2, 0):
        card.get_by_role("button", name="Reveal one place", expanded=False).click()
        card.get_by_role("group").get_by_role("button", name="Reveal one place").click()
        calm(staff)
        assert session.desk.state.voting.ballots[number].unveiled == step
        if step:
            expect(card.get_by_text(f"{step} place")).to_be_visible()
            assert [name in raw(phones, "/api/screen/state") for name in (SECOND, THIRD)] == [step == 2, True]
            expect(card.get_by_text("Winner:")).to_have_count(0)
    assert session.desk.state.voting.ballots[number].phase is Phase.REVEALED
    assert session.desk.state.stage.scene is SceneName.RESULTS
    expect(card.get_by_text("Winner: Integratören")).to_be_visible()

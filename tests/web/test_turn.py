"""A team sees on the phone how long it is until its turn."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, expect

from facilitator.app.phones import Phones
from facilitator.app.session import Session
from facilitator.timer.commands import NextPitch, PitchAbsent, StartDay, StartItem
from facilitator.voting.cards import address


def test_a_phone_says_when_its_team_pitches(phone: BrowserContext, phones: Phones, session: Session) -> None:
    desk = session.desk
    desk.do(StartDay())
    desk.do(StartItem(next(item.id for item in desk.state.plan.to_run() if item.kind == "pitches")))
    fourth = desk.state.run.pitches.waiting[3]
    members = desk.state.teams.teams[fourth].members
    card = next(card for card in desk.state.voting.cards.values() if card.participant in members)
    page = phone.new_page()
    page.goto(address(str(phones.url), card.secret))
    turn = page.locator("#turn")
    expect(turn).to_have_text(re.compile(r"^Your team pitches in about \d+ min \(3 before you\)$"))
    desk.do(NextPitch())
    for team in desk.state.run.pitches.waiting[:2]:
        desk.do(PitchAbsent(team))
    expect(turn).to_have_text(re.compile(r"^Your team is next on stage, in about \d+ min$"))
    while (now := desk.state.run.pitches.now) is not None and now.team != fourth:
        desk.do(NextPitch())
    expect(turn).to_have_text("Your team is on stage now")
    while (now := desk.state.run.pitches.now) is not None and now.team == fourth:
        desk.do(NextPitch())
    expect(turn).to_be_hidden()

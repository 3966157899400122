"""The pages Vote and Results: papers, groups, lots, the reveal by steps, lost cards, times and files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MethodType

import pytest
from hypothesis import given
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.app.memory import EmptyBox
from facilitator.common.clock import Duration, to_datetime
from facilitator.common.errors import UserError
from facilitator.common.texts import Translator
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.pages.results import ResultsPage
from facilitator.ui.pages.vote import VotePage
from facilitator.ui.paper_entry import read, shown
from facilitator.ui.result_words import verdict
from facilitator.ui.widgets.ballot_form import BallotForm
from facilitator.ui.widgets.group_form import GroupForm
from facilitator.ui.widgets.lost_card import LostCard
from facilitator.ui.widgets.paper_form import PaperForm
from facilitator.ui.widgets.result_map import ResultMap
from facilitator.voting.ballot_file import read_ballot_file
from facilitator.voting.checking import checked
from facilitator.voting.choices import as_json, canonical
from facilitator.voting.commands import CloseBallot, IssueCards, OpenBallot, PutBallot, RevealResult
from facilitator.voting.model import Ballot, Method, Option, Phase, Role, Rule
from facilitator.voting.papers import SECOND
from facilitator.voting.tally import Cast
from tests.ui.conftest import Setting
from tests.ui.console.conftest import Open, button, table_of, words_of_problems
from tests.voting.elections import elections

OPTIONS = tuple(Option(number, name) for number, name in enumerate(("Integratören", "OBK-index", "MOD"), 11))
PLAIN = Ballot(0, 0, "Dagens lösning", Method.SINGLE, Rule.PLURALITY, options=OPTIONS)


def closed(setting: Setting, monkeypatch: pytest.MonkeyPatch, put: Ballot, *choices: str) -> int:
    """A ballot that has closed with these votes in the box."""

    def cast(_box: EmptyBox, _ballot: int) -> Sequence[tuple[str, str]]:
        return [("participant", each) for each in choices]

    def receipts(_box: EmptyBox, _ballot: int) -> Sequence[str]:
        return [f"R{number}" for number, _ in enumerate(choices)]

    monkeypatch.setattr(setting.desk.box, "cast", MethodType(cast, setting.desk.box))
    monkeypatch.setattr(setting.desk.box, "receipts", MethodType(receipts, setting.desk.box))
    number = int(setting.desk.do(PutBallot(put)).result)
    setting.desk.do(OpenBallot(number))
    setting.desk.do(CloseBallot(number))
    return number


def vote_page(console: Open, setting: Setting, ballot: int) -> VotePage:
    window = console(setting)
    window.show_page(PageName.VOTE)
    assert isinstance(window.page, VotePage)
    table_of(window.page, "Ballots").choose(ballot)
    return window.page


def results_page(console: Open, setting: Setting) -> ResultsPage:
    window = console(setting)
    window.show_page(PageName.RESULTS)
    assert isinstance(window.page, ResultsPage)
    return window.page


def press(inside: VotePage | ResultsPage, words: str) -> None:
    QTest.mouseClick(button(inside, words), Qt.MouseButton.LeftButton)


def test_papers_are_keyed_in_twice_by_keyboard_alone(
    console: Open, sample: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    ballot = closed(sample, monkeypatch, PLAIN)
    page = vote_page(console, sample, ballot)
    press(page, "Paper ballots")
    form = page.findChild(PaperForm)
    assert isinstance(form, PaperForm)
    for typed in ("2", "", "3"):
        QTest.keyClicks(form.entry, typed)
        QTest.keyClick(form.entry, Qt.Key.Key_Return)
    form.keying.setCurrentIndex([1, SECOND].index(SECOND))
    assert form.serial.value() == 1
    for typed in ("2", "", "1"):
        QTest.keyClicks(form.entry, typed)
        QTest.keyClick(form.entry, Qt.Key.Key_Return)
    papers = sample.desk.state.voting.papers_of(ballot)
    assert [(paper.serial, paper.agreed, paper.differs) for paper in papers] == [
        (1, True, False),
        (2, True, False),
        (3, False, True),
    ]
    assert any(each.text() == "2 of 3 agree · 1 differs" for each in form.findChildren(QLabel))
    QTest.keyClicks(form.entry, "9")
    QTest.keyClick(form.entry, Qt.Key.Key_Return)
    assert "no option 9" in words_of_problems(page)


@given(elections(tuple(Rule)))
def test_what_is_typed_for_a_paper_is_what_was_chosen(election: tuple[Ballot, list[Cast]]) -> None:
    ballot, cast = election
    for each in cast:
        said = canonical(as_json(each.choices))
        assert checked(ballot, read(ballot, shown(ballot, said))) == checked(ballot, as_json(each.choices))


@pytest.mark.parametrize("typed", ["x", "1:2", "7", "1 1:", "-1", "9" * 40])
def test_a_slip_of_the_finger_is_told(typed: str) -> None:
    with pytest.raises(UserError):
        read(replace(PLAIN, method=Method.APPROVAL, rule=Rule.APPROVAL), typed)


def test_answers_are_grouped_on_the_page(console: Open, sample: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = replace(PLAIN, method=Method.TEXT, rule=Rule.GROUPS, options=())
    ballot = closed(sample, monkeypatch, asked, '{"text":"Mod"}', '{"text":"Tid"}', '{"text":"Tid"}')
    page = vote_page(console, sample, ballot)
    press(page, "Group the answers")
    form = page.findChild(GroupForm)
    assert isinstance(form, GroupForm)
    assert [form.answers.item(row).text() for row in range(form.answers.count())] == ["Mod", "Tid (×2)"]
    form.answers.item(1).setSelected(True)
    form.answers.item(0).setSelected(False)
    QTest.keyClicks(form.name, "Kalendern")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    (group,) = sample.desk.state.voting.ballots[ballot].groups
    assert (group.name, group.texts) == ("Kalendern", ("Tid",))
    assert [form.answers.item(row).text() for row in range(form.answers.count())] == ["Mod"]
    assert page.leave_form()


def test_the_reveal_goes_place_by_place(
    console: Open, sample: Setting, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    votes = [f'{{"one":{option}}}' for option in (11, 11, 11, 12, 12, 13)]
    ballot = closed(sample, monkeypatch, PLAIN, *votes)
    page = results_page(console, sample)
    for told in ("1 place has been shown.", "2 places have been shown."):
        press(page, "Reveal one place")
        qtbot.waitUntil(partial(_says, page, told))
        qtbot.waitUntil(partial(_offers, page, "Reveal one place"))
        assert sample.desk.state.voting.ballots[ballot].phase is Phase.CLOSED
    press(page, "Reveal one place")
    assert sample.desk.state.voting.ballots[ballot].phase is Phase.REVEALED


def test_ties_are_broken_with_the_dice_of_the_room(
    console: Open, sample: Setting, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    ballot = closed(sample, monkeypatch, PLAIN, '{"one":11}', '{"one":12}')
    sample.desk.do(RevealResult(ballot))
    page = results_page(console, sample)
    field = next(each for each in page.findChildren(QLineEdit) if each.accessibleName() == "Dice as they fell")
    QTest.keyClicks(field, "3516")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(sample.desk.state.voting.results[ballot].winners) == 1
    qtbot.waitUntil(lambda: any("Dice: 3516" in each.text() for each in page.findChildren(QLabel)))


def test_the_result_is_written_as_evidence_and_as_tables(
    console: Open, sample: Setting, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    number = closed(sample, monkeypatch, PLAIN, '{"one":11}', '{"one":12}', '{"one":12}')
    sample.desk.do(RevealResult(number))
    page = results_page(console, sample)
    ballot = sample.desk.state.voting.ballots[number]
    for suffix in (".json", ".csv", ".xlsx"):
        page.export(ballot, tmp_path / f"result{suffix}")
    content = (tmp_path / "result.json").read_bytes()
    assert json.loads(content)["result"]["winners"] == ["OBK-index"]
    assert len(read_ballot_file(content, Rule.PLURALITY)[1]) == 2
    assert "1;OBK-index;2" in (tmp_path / "result.csv").read_text(encoding="utf-8-sig")
    assert (tmp_path / "result.xlsx").read_bytes().startswith(b"PK")
    page.export(ballot, tmp_path / "missing" / "result.csv")
    assert "cannot be written" in words_of_problems(page)


def test_reasons_and_the_map_are_for_the_hosts(console: Open, sample: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = replace(PLAIN, method=Method.AXES, rule=Rule.AXES, reasons=True)
    vote = '{"axes":{"11":[5,4],"12":[1,2]},"reasons":{"11":"Billigt"}}'
    ballot = closed(sample, monkeypatch, asked, vote, vote)
    sample.desk.do(RevealResult(ballot))
    page = results_page(console, sample)
    page.grab()
    map_ = page.findChild(ResultMap)
    assert isinstance(map_, ResultMap)
    assert map_.accessibleDescription() == "1 Integratören 5 4; 2 OBK-index 1 2"
    assert any("Billigt (×2)" in each.text() for each in page.findChildren(QLabel))


def test_a_lost_card_is_replaced_and_its_code_shown_on_request(console: Open, sample: Setting) -> None:
    sample.desk.do(IssueCards(Role.JURY, ("Jury A",)))
    page = vote_page(console, sample, 1)
    lost = page.findChild(LostCard)
    assert isinstance(lost, LostCard)
    before = sample.desk.state.voting.cards
    lost.name.setText("Jury A (Jury)")
    press(page, "Replace the card")
    after = sample.desk.state.voting.cards
    (fresh,) = set(after) - set(before)
    assert after[after[fresh].first].revoked
    secret = f"{after[fresh].secret[:5]}-{after[fresh].secret[5:]}"
    assert not any(secret in each.text() for each in page.findChildren(QLabel))
    press(page, "Show the code")
    assert any(secret in each.text() for each in page.findChildren(QLabel))


def test_times_and_shares_are_written_in_the_form(console: Open, sample: Setting) -> None:
    page = vote_page(console, sample, 1)
    press(page, "New ballot")
    form = page.findChild(BallotForm)
    assert isinstance(form, BallotForm)
    form.title.setText("Vinnare")
    form.options.setPlainText("A\nB")
    form.roles[Role.JURY].setChecked(True)
    form.shares.numbers[Role.PARTICIPANT].setValue(60)
    form.shares.numbers[Role.JURY].setValue(40)
    form.times.lasts.setValue(5)
    form.times.closes.setText("quarter past")
    press(page, "Save")
    assert "not a time of day" in words_of_problems(page)
    form.times.closes.setText("15.10")
    press(page, "Save")
    made = max(sample.desk.state.voting.ballots.values(), key=lambda each: each.id)
    assert made.shares == ((Role.PARTICIPANT, 60), (Role.JURY, 40))
    assert made.lasts == Duration(300_000)
    assert made.closes_at is not None
    assert f"{to_datetime(made.closes_at, sample.desk.state.event.timezone):%H:%M}" == "15:10"


def test_an_open_ballot_says_when_it_closes_and_may_get_a_minute_more(
    console: Open, sample: Setting, qtbot: QtBot
) -> None:
    number = int(sample.desk.do(PutBallot(replace(PLAIN, lasts=Duration(90_000)))).result)
    sample.desk.do(OpenBallot(number))
    page = vote_page(console, sample, number)
    said = partial(_says, page)
    qtbot.waitUntil(lambda: said("closes in 1:30"))
    sample.clock.pass_(seconds=31)
    page.tick(sample.desk.state, sample.clock.now())
    assert said("closes in 0:59")
    press(page, "+1 min")
    qtbot.waitUntil(lambda: said("closes in 1:59"))


def test_no_votes_at_all_are_called_that(sample: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    ballot = closed(sample, monkeypatch, PLAIN)
    sample.desk.do(RevealResult(ballot))
    voting = sample.desk.state.voting
    assert verdict(voting.ballots[ballot], voting.results[ballot], Translator("en")) == "No votes were cast."


def _offers(inside: VotePage | ResultsPage, words: str) -> bool:
    """Whether the button can be pressed by now: a card that was built anew is shown a turn later."""
    return any(each.accessibleName() == words and each.isVisible() for each in inside.findChildren(QPushButton))


def _says(page: VotePage | ResultsPage, words: str) -> bool:
    return any(each.text() == words for each in page.findChildren(QLabel) if not isinstance(each, QPushButton))

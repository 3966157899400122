"""The pages Vote and Results: one step at a time, and nothing shown that is not revealed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.app.memory import EmptyBox
from facilitator.common.texts import Translator
from facilitator.stage.model import SceneName
from facilitator.ui.console import ConsoleWindow
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.pages.vote import VotePage
from facilitator.ui.result_words import bars, verdict
from facilitator.ui.widgets.ballot_form import NEW, BallotForm
from facilitator.ui.widgets.result_bars import ResultBars
from facilitator.voting.commands import CloseBallot, OpenBallot, RevealResult
from facilitator.voting.model import Ballot, Criterion, Method, Option, Phase, Result, Role, Rule, Source
from tests.ui.conftest import Setting
from tests.ui.console.conftest import Open, button, table_of, words_of_problems


def vote_page(console: Open, setting: Setting) -> tuple[ConsoleWindow, VotePage]:
    window = console(setting)
    window.show_page(PageName.VOTE)
    assert isinstance(window.page, VotePage)
    return window, window.page


def first_ballot(setting: Setting) -> Ballot:
    return min(setting.desk.state.voting.ballots.values(), key=lambda each: each.position)


def test_open_close_reveal_one_button_at_a_time(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window, page = vote_page(console, sample)
    ballot = first_ballot(sample).id
    table_of(page, "Ballots").choose(ballot)
    for words, phase in (
        ("Open the vote", Phase.OPEN),
        ("Close the vote", Phase.CLOSED),
        ("Reveal to the room", Phase.REVEALED),
    ):
        others = {"Open the vote", "Close the vote", "Reveal to the room"} - {words}
        qtbot.waitUntil(partial(_visible, page, words))
        assert not any(_visible(page, other) for other in others)
        QTest.mouseClick(button(page, words), Qt.MouseButton.LeftButton)
        assert sample.desk.state.voting.ballots[ballot].phase is phase
    assert sample.desk.state.stage.scene is SceneName.RESULTS
    assert "on the projector" in window.said


def test_the_turnout_moves_with_the_phones(console: Open, sample: Setting, qtbot: QtBot) -> None:
    _, page = vote_page(console, sample)
    ballot = first_ballot(sample).id
    sample.desk.do(OpenBallot(ballot))
    table_of(page, "Ballots").choose(ballot)
    sample.phones.turnouts = {ballot: 57}
    sample.phones.tell()
    qtbot.waitUntil(lambda: any(each.text() == "57 of 80" for each in page.findChildren(QLabel)))


def test_a_ballot_is_written_in_the_form(console: Open, sample: Setting, qtbot: QtBot) -> None:
    _, page = vote_page(console, sample)
    QTest.mouseClick(button(page, "New ballot"), Qt.MouseButton.LeftButton)
    form = page.findChild(BallotForm)
    assert isinstance(form, BallotForm)
    form.method.setCurrentIndex(list(Method).index(Method.SCORE))
    assert form.criteria.isVisible()
    assert not form.most.isVisible()
    form.title.setText("Best idea")
    form.options.setPlainText("One\n\nTwo\n")
    form.criteria.setPlainText("New: 2\nRatio 1:1 kept\nUseful")
    QTest.mouseClick(button(form, "Save"), Qt.MouseButton.LeftButton)
    made = max(sample.desk.state.voting.ballots.values(), key=lambda each: each.id)
    assert (made.title, made.method, made.rule, made.source) == ("Best idea", Method.SCORE, Rule.MEAN, Source.OWN)
    assert [option.label for option in made.options] == ["One", "Two"]
    assert made.criteria == (Criterion("New", 2.0), Criterion("Ratio 1:1 kept"), Criterion("Useful"))
    current = table_of(page, "Ballots").current
    assert current is not None
    assert current.ballot == made


def test_a_draft_that_contradicts_itself_keeps_the_form_open(console: Open, sample: Setting, qtbot: QtBot) -> None:
    _, page = vote_page(console, sample)
    QTest.mouseClick(button(page, "New ballot"), Qt.MouseButton.LeftButton)
    form = page.findChild(BallotForm)
    assert isinstance(form, BallotForm)
    QTest.mouseClick(button(form, "Save"), Qt.MouseButton.LeftButton)
    assert "needs a title" in words_of_problems(page)
    assert form.isVisible()
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_the_form_gives_back_what_it_was_given(console: Open, sample: Setting) -> None:
    _, page = vote_page(console, sample)
    form = page.findChild(BallotForm)
    assert isinstance(form, BallotForm)
    for ballot in (*sample.desk.state.voting.ballots.values(), NEW):
        form.start(sample.desk.state, ballot)
        assert form.filled_in() == ballot


def test_jury_cards_are_issued_by_name(console: Open, sample: Setting, qtbot: QtBot) -> None:
    _, page = vote_page(console, sample)
    before = sum(card.role is Role.JURY for card in sample.desk.state.voting.cards.values())
    page._names.setText("Ann, Bo ,")
    QTest.mouseClick(button(page, "Add jury cards"), Qt.MouseButton.LeftButton)
    assert sum(card.role is Role.JURY for card in sample.desk.state.voting.cards.values()) == before + 2


class FullBox(EmptyBox):
    """Two votes for the first option, one for the second."""

    def turnout(self, ballot: int) -> int:
        return 3

    def cast(self, ballot: int) -> list[tuple[str, str]]:
        return [("participant", '{"approve":[1]}')] * 2 + [("participant", '{"approve":[2]}')]

    def receipts(self, ballot: int) -> list[str]:
        return ["R1", "R2", "R3"]


def test_a_closed_ballot_shows_a_button_and_nothing_else(console: Open, sample: Setting, qtbot: QtBot) -> None:
    ballot = first_ballot(sample)
    sample.desk.do(OpenBallot(ballot.id))
    sample.desk.do(CloseBallot(ballot.id))
    window = console(sample)
    window.show_page(PageName.RESULTS)
    assert not window.page.findChildren(ResultBars)
    shown = " ".join(each.text() for each in window.page.findChildren(QLabel))
    for option in sample.desk.state.voting.ballots[ballot.id].options:
        assert option.label not in shown
    sample.desk._box = FullBox()
    QTest.mouseClick(button(window.page, "Reveal to the room"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(window.page.findChildren(ResultBars)))
    first, second = window.page.findChildren(ResultBars)[0].bars[:2]
    assert (first.place, first.figure, first.winner) == ("1", "2", True)
    assert (second.place, second.figure, second.winner) == ("2", "1", False)


def test_an_open_ballot_shows_no_result(console: Open, sample: Setting) -> None:
    sample.desk.do(OpenBallot(first_ballot(sample).id))
    window = console(sample)
    window.show_page(PageName.RESULTS)
    assert not window.page.findChildren(ResultBars)


def test_a_revealed_result_can_be_shown_again(console: Open, sample: Setting, qtbot: QtBot) -> None:
    ballot = first_ballot(sample).id
    for command in (OpenBallot(ballot), CloseBallot(ballot), RevealResult(ballot)):
        sample.desk.do(command)
    window = console(sample)
    window.show_page(PageName.RESULTS)
    QTest.mouseClick(button(window.page, "Show on the projector"), Qt.MouseButton.LeftButton)
    assert (sample.desk.state.stage.scene, sample.desk.state.stage.ballot) == (SceneName.RESULTS, ballot)


def test_ties_are_said_as_shared() -> None:
    ballot = Ballot(
        1, 1, "T", Method.SINGLE, Rule.PLURALITY, options=tuple(Option(number, f"O{number}") for number in (1, 2, 3))
    )
    result = Result(Method.SINGLE, Rule.PLURALITY, (1, 2), ((1, 2), (3,)), 5, 0, {1: 2, 2: 2, 3: 1})
    assert [(bar.place, bar.shared, bar.winner) for bar in bars(ballot, result)] == [
        ("1", True, True),
        ("1", True, True),
        ("3", False, False),
    ]
    assert verdict(ballot, result, Translator("en")) == "Shared first place: O1, O2"
    nobody = Result(Method.SINGLE, Rule.PLURALITY, (), ((1, 2, 3),), 2, 2, {})
    assert "Nobody has won" in verdict(ballot, nobody, Translator("en"))


def _visible(page: VotePage, words: str) -> bool:
    return any(each.accessibleName() == words and each.isVisible() for each in page.findChildren(QPushButton))

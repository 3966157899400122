"""The print dialog, used as a host would: by keyboard and mouse, on the sample event."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDoubleSpinBox, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.common.errors import UserError
from facilitator.desk.state import State
from facilitator.participants.commands import ChangeParticipant
from facilitator.printing.documents import Kind
from facilitator.printing.paper import Paper
from facilitator.teams.model import Team
from facilitator.ui.console import ConsoleWindow
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.papers import open_print_dialog
from facilitator.ui.widgets.print_dialog import PrintDialog
from facilitator.ui.widgets.print_job import Job
from facilitator.ui.widgets.print_printer import printer_for
from tests.printing.reading import reader
from tests.ui.conftest import Setting, at, setting
from tests.ui.console.conftest import Open, button, console, opened, preferences

__all__ = ["console", "opened", "preferences"]


@pytest.fixture
def seated(sample_state: State) -> Setting:
    """The sample event with sixteen teams, its phones on."""
    ids = [person.id for person in sample_state.roster.seated()]
    teams = {number: Team(number, str(number), "F1", tuple(ids[number - 1 :: 16])) for number in range(1, 17)}
    return setting(replace(sample_state, teams=replace(sample_state.teams, teams=teams)), at(8, 20))


@pytest.fixture
def window(console: Open, seated: Setting) -> ConsoleWindow:
    return console(seated)


def dialog(window: ConsoleWindow, qtbot: QtBot, *names: str, before: State | None = None) -> PrintDialog:
    open_print_dialog(window.page.context, window, names, before)
    made = [each for each in window.findChildren(PrintDialog) if each.isVisible()][-1]
    qtbot.waitUntil(lambda: made.ready, timeout=20_000)
    return made


def box(inside: PrintDialog, words: str) -> QCheckBox:
    return next(each for each in inside.findChildren(QCheckBox) if each.text() == words)


def choice(inside: PrintDialog, name: str) -> QComboBox:
    return next(each for each in inside.findChildren(QComboBox) if each.accessibleName() == name)


def saves(inside: PrintDialog) -> QPushButton:
    return next(each for each in inside.findChildren(QPushButton) if each.text() == "Save as PDF…")


def test_ticking_documents_shows_their_pages(window: ConsoleWindow, qtbot: QtBot) -> None:
    shown = dialog(window, qtbot, "badges")
    assert {kind: len(one.pages) for kind, one in shown.job.documents.items()} == {Kind.BADGES: 8}
    assert box(shown, "Badges").hasFocus()
    QTest.keyClick(box(shown, "Badges"), Qt.Key.Key_Space)
    box(shown, "Table signs").click()
    qtbot.waitUntil(lambda: shown.ready and set(shown.job.documents) == {Kind.TABLE_SIGNS}, timeout=20_000)
    assert shown.preview.accessibleDescription() == "16 pages"
    box(shown, "Table signs").click()
    qtbot.waitUntil(lambda: shown.ready and not shown.job.documents, timeout=20_000)
    assert not saves(shown).isEnabled()


def test_a_name_that_does_not_fit_is_told_beside_the_pages(
    window: ConsoleWindow, seated: Setting, qtbot: QtBot
) -> None:
    person = next(iter(seated.desk.state.roster.seated()))
    seated.desk.do(ChangeParticipant(person.id, last_name="Lång" * 40))
    shown = dialog(window, qtbot, "badges")
    assert shown.problems.isVisible()
    assert shown.problems.words.startswith("Badges: The name “")
    assert seated.desk.state.roster.people[person.id].name in shown.problems.words
    assert not saves(shown).isEnabled()


def test_documents_are_saved_in_a_folder_with_one_key(
    window: ConsoleWindow, qtbot: QtBot, tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = dialog(window, qtbot, "team-sheets", "badges")
    monkeypatch.setattr(shown, "_folder", lambda _window, _title: str(tmp_path))
    QTest.keyClick(shown, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened == [str(tmp_path)], timeout=20_000)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["badges.pdf", "team-sheets.pdf"]
    assert len(reader((tmp_path / "team-sheets.pdf").read_bytes()).pages) == 16
    assert window.said == f"Saved 2 files in {tmp_path.name}"
    assert not any(each.isVisible() for each in window.findChildren(PrintDialog))


def test_what_was_saved_need_not_be_printed_again(
    window: ConsoleWindow,
    seated: Setting,
    qtbot: QtBot,
    tmp_path: Path,
    opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = dialog(window, qtbot, "team-sheets")
    assert not box(first, "Only what has changed").isEnabled()
    monkeypatch.setattr(first, "_folder", lambda _window, _title: str(tmp_path))
    first.save()
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    moved = seated.desk.state.teams.teams[4].members[0]
    seated.desk.do(ChangeParticipant(moved, last_name="Nytt-Namn"))
    second = dialog(window, qtbot, "team-sheets")
    box(second, "Only what has changed").click()
    qtbot.waitUntil(lambda: second.ready and second.job.pages == 1, timeout=20_000)
    assert [page.label for page in second.job.documents[Kind.TEAM_SHEETS].pages] == ["Lag 4"]


def test_after_a_repair_only_the_changed_sheets_are_ticked(
    window: ConsoleWindow, seated: Setting, qtbot: QtBot
) -> None:
    before = seated.desk.state
    moved = before.teams.teams[9].members[0]
    seated.desk.do(ChangeParticipant(moved, last_name="Nytt-Namn"))
    shown = dialog(window, qtbot, "team-sheets", "badges", before=before)
    assert box(shown, "Only what has changed").isChecked()
    assert {kind: len(one.pages) for kind, one in shown.job.documents.items()} == {
        Kind.TEAM_SHEETS: 1,
        Kind.BADGES: 1,
    }


def test_people_are_found_and_ticked_by_keyboard(window: ConsoleWindow, seated: Setting, qtbot: QtBot) -> None:
    shown = dialog(window, qtbot, "badges")
    choice(shown, "Print for").setCurrentIndex(2)
    search = next(each for each in shown.findChildren(QLineEdit) if each.accessibleName() == "Search")
    wanted = seated.desk.state.roster.seated()[17]
    search.setFocus()
    QTest.keyClicks(search, wanted.name.upper())
    QTest.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.ready and shown.job.pages == 1, timeout=20_000)
    assert shown.choices.wish.people == frozenset({wanted.id})
    listed = shown.findChild(QListWidget)
    assert listed is not None
    assert listed.accessibleName() == "People to print for"


def test_a_sheet_brings_its_paper_and_own_sizes_their_measures(window: ConsoleWindow, qtbot: QtBot) -> None:
    shown = dialog(window, qtbot, "badges")
    badge = choice(shown, "Badges")
    badge.setCurrentIndex(badge.findText("Avery 5395", Qt.MatchFlag.MatchStartsWith))
    assert shown.choices.wish.paper is Paper.LETTER
    badge.setCurrentIndex(badge.findText("Own size"))
    wide = next(each for each in shown.findChildren(QDoubleSpinBox) if each.accessibleName() == "Width, mm")
    assert wide.isVisible()
    wide.setValue(60)
    qtbot.waitUntil(lambda: shown.ready and "too small for a check-in code" in shown.problems.words, timeout=20_000)
    assert shown.choices.wish.badge.width == 60
    words = shown.problems.findChild(QLabel)
    assert words is not None
    assert words.height() >= words.heightForWidth(words.width()) > 0, "all of it can be read"
    assert shown.problems.rect().contains(words.geometry())


def test_the_preview_zooms_and_scrolls_by_keyboard(window: ConsoleWindow, qtbot: QtBot) -> None:
    shown = dialog(window, qtbot, "team-sheets")
    preview = shown.preview
    fitting = preview.scale
    QTest.keyClick(shown, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.scale == pytest.approx(fitting * 1.25)
    QTest.keyClick(shown, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.fits
    assert preview.scale == fitting
    preview.setFocus()
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert preview.verticalScrollBar().value() == preview.verticalScrollBar().maximum() > 0
    assert not preview.grab().toImage().isNull()


def test_a_folder_that_cannot_be_written_is_told_in_the_dialog(
    window: ConsoleWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = dialog(window, qtbot, "agenda")
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way")
    monkeypatch.setattr(shown, "_folder", lambda _window, _title: str(blocked))
    shown.save()
    qtbot.waitUntil(lambda: "cannot be written" in shown.problems.words, timeout=20_000)
    assert shown.isVisible()
    assert saves(shown).isEnabled()


def test_without_a_printer_the_dialog_says_what_to_do(
    window: ConsoleWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinterInfo.availablePrinterNames", list)
    shown = dialog(window, qtbot, "agenda")
    shown.print_pages()
    assert "No printer is set up" in shown.problems.words


def test_closing_while_pages_are_made_leaves_nothing_behind(
    window: ConsoleWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = dialog(window, qtbot, "badges")
    ended: list[object] = []
    real = shown._made

    def made(job: Job | UserError) -> None:
        real(job)
        ended.append(job)

    monkeypatch.setattr(shown, "_made", made)
    box(shown, "Table signs").click()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    assert not isinstance(ended[0], UserError)
    assert not any(each.isVisible() for each in window.findChildren(PrintDialog))


def test_enter_saves_from_any_field(window: ConsoleWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = dialog(window, qtbot, "badges")
    asked: list[str] = []

    def ask(_window: object, title: str) -> str:
        asked.append(title)
        return ""

    monkeypatch.setattr(shown, "_folder", ask)
    right = next(each for each in shown.findChildren(QDoubleSpinBox) if each.accessibleName() == "Right, mm")
    right.setFocus()
    QTest.keyClick(right, Qt.Key.Key_Return)
    assert asked == ["Where to save the PDF files"]
    assert shown.isVisible(), "no folder was chosen"


def test_what_is_printed_counts_as_printed(
    window: ConsoleWindow, seated: Setting, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "printed.pdf"

    def to_file(sheets: Paper, title: str) -> QPrinter:
        printer = printer_for(sheets, title)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(paper))
        return printer

    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinterInfo.availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrintDialog.exec", lambda _self: QDialog.DialogCode.Accepted)
    monkeypatch.setattr("facilitator.ui.widgets.print_printer.printer_for", to_file)
    shown = dialog(window, qtbot, "table-signs")
    QTest.keyClick(shown, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(reader(paper.read_bytes()).pages) == 16
    assert not any(each.isVisible() for each in window.findChildren(PrintDialog))
    again = dialog(window, qtbot, "table-signs")
    box(again, "Only what has changed").click()
    qtbot.waitUntil(lambda: again.ready and "Nothing has changed" in again.problems.words, timeout=20_000)


@pytest.mark.parametrize(("page", "kind"), [(PageName.TEAMS, Kind.TEAM_SHEETS), (PageName.VOTE, Kind.VOTING_CARDS)])
def test_the_pages_open_the_dialog_at_their_first_document(
    window: ConsoleWindow, qtbot: QtBot, page: PageName, kind: Kind
) -> None:
    window.show_page(page)
    button(window.page, "Print").click()
    shown = next(each for each in window.findChildren(PrintDialog) if each.isVisible())
    qtbot.waitUntil(lambda: shown.ready, timeout=20_000)
    assert shown.choices.wish.kinds == (kind,)

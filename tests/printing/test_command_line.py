"""`print` with the choices of the print dialog."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from facilitator.app.session import Session
from facilitator.app.templates import Template, create
from facilitator.cli.arguments import PAPERS, PRESETS
from facilitator.cli.main import run
from facilitator.participants.commands import ChangeParticipant
from facilitator.printing.paper import BADGE_SIZES, Paper
from facilitator.teams.commands import SeatTeams
from facilitator.teams.model import Team
from tests.ui.conftest import DAY


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample event with sixteen teams."""
    path = tmp_path_factory.mktemp("paper") / "day.hackday"
    create(path, Template.SKILLS360, sample=True, language="sv", day=DAY)
    with Session(path) as session:
        state = session.desk.state
        ids = [person.id for person in state.roster.seated()]
        teams = tuple(Team(number, str(number), "F1", tuple(ids[number - 1 :: 16])) for number in range(1, 17))
        session.desk.do(SeatTeams(teams, (), state.teams.rules, 1, ()))
    return path


@pytest.fixture
def event(made: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copy(made, tmp_path / "day.hackday"))


def printed(event: Path, *arguments: str) -> PdfReader:
    folder = event.parent / "out"
    assert run(["print", str(event), *arguments, "--out", str(folder)]) == 0
    return PdfReader(folder / f"{arguments[0]}.pdf")


def test_the_words_are_those_that_printing_knows() -> None:
    assert set(PRESETS) == BADGE_SIZES.keys()
    assert {name.upper() for name in PAPERS} == set(Paper.__members__)


def test_a_sheet_brings_its_paper(event: Path) -> None:
    page = printed(event, "badges", "--preset", "avery-5395").pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx((612, 792), abs=0.1)


def test_a_team_with_its_people_and_a_person_with_their_team(event: Path) -> None:
    with Session(event) as session:
        roster, team = session.desk.state.roster, session.desk.state.teams.teams[3]
    words = "\n".join(page.extract_text() for page in printed(event, "badges", "--team", "3").pages)
    assert {one.id for one in roster.seated() if one.name in words.replace("\n", " ")} >= set(team.members)
    assert words.count("Lag 3") == len(team.members) == words.count("Lag ")
    assert len(printed(event, "team-sheets", "--team", "3").pages) == 1
    person = roster.people[team.members[0]]
    assert (
        "Lag 3" in printed(event, "team-sheets", "--person", person.reference or str(person.id)).pages[0].extract_text()
    )


def test_only_what_says_something_else_than_in_a_copy(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = str(shutil.copy(event, event.parent / "as-printed.hackday"))
    with Session(event) as session:
        member = session.desk.state.teams.teams[5].members[0]
        session.desk.do(ChangeParticipant(member, last_name="Nytt-Namn"))
    sheets = printed(event, "team-sheets", "--only-changed", copy)
    assert len(sheets.pages) == 1
    assert "Nytt-Namn" in sheets.pages[0].extract_text()
    arguments = [
        "--language",
        "en",
        "print",
        str(event),
        "table-signs",
        "--only-changed",
        copy,
        "--out",
        str(event.parent),
    ]
    assert run(arguments) == 1
    assert "Nothing has changed" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["--badge", "90"], ["--badge", "axb"], ["--offset", "3"], ["--copies", "0"]])
def test_what_is_not_a_size_is_wrong_usage(event: Path, wrong: list[str]) -> None:
    assert run(["print", str(event), "badges", *wrong, "--out", str(event.parent)]) == 2

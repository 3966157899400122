"""The door: files on disk, and what is said when there is nothing to print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitator.common.errors import UserError
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.event.model import Event
from facilitator.printing.documents import EVERY_DAY, Kind, layout, print_document, write_all, write_documents
from facilitator.printing.gathering import gathered
from facilitator.printing.material import Material
from facilitator.printing.options import PrintOptions
from facilitator.printing.paper import BadgeSize
from facilitator.printing.refusals import NothingToPrint
from facilitator.voting.model import Ballot, Method, Rule, Source, Voting
from tests.printing.reading import reader
from tests.printing.sample import material, repaired

TR = Translator("en")
EMPTY = Material(Event("Tom dag", date(2026, 5, 14)))


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.PRINTER_TEST])
def test_an_empty_event_has_nothing_to_print_and_says_what_to_do(kind: Kind) -> None:
    with pytest.raises(NothingToPrint) as refusal:
        print_document(kind, EMPTY, TR)
    assert refusal.value.remedy is not None


def test_an_event_without_teams_says_so() -> None:
    with pytest.raises(NothingToPrint, match=r"There are no teams yet\. Form teams first, then print\."):
        print_document(Kind.TEAM_SHEETS, material(team_count=0), TR)


def test_cards_are_not_printed_with_codes_that_lead_nowhere() -> None:
    whole = material(people=3)
    with pytest.raises(UserError, match="would lead nowhere"):
        print_document(Kind.VOTING_CARDS, Material(whole.event, roster=whole.roster, voting=whole.voting), TR)


def test_a_badge_larger_than_the_sheet_is_refused() -> None:
    with pytest.raises(UserError, match="larger than the sheet"):
        print_document(Kind.BADGES, material(people=3), TR, PrintOptions(badge=BadgeSize(300, 100)))


@pytest.mark.parametrize("size", [BadgeSize(0, 0), BadgeSize(90, 20), BadgeSize(-5, 54)])
def test_a_badge_too_small_to_read_is_refused(size: BadgeSize) -> None:
    with pytest.raises(UserError, match="too small to be read"):
        print_document(Kind.BADGES, material(people=3), TR, PrintOptions(badge=size))


def test_all_documents_are_written_and_named_after_their_kind(tmp_path: Path) -> None:
    folder = tmp_path / "papper på svenska"
    written = write_all(material(), TR, folder)
    assert {path.name for path in written.paths} == {f"{kind}.pdf" for kind in (*EVERY_DAY, Kind.ROUND_SLIPS)}
    assert {path.name for path in folder.iterdir()} == {path.name for path in written.paths}
    assert all(path.read_bytes().startswith(b"%PDF-") for path in written.paths)
    assert written.warnings == ()


def test_what_cannot_be_printed_yet_is_left_out_of_all_and_named(tmp_path: Path) -> None:
    written = write_all(material(team_count=0), TR, tmp_path)
    assert {path.name for path in written.paths} == {
        "badges.pdf", "voting-cards.pdf", "check-in-list.pdf", "agenda.pdf",
    }  # fmt: skip
    assert [str(warning).split(":")[0] for warning in written.warnings] == [
        "team-sheets.pdf is left out", "table-signs.pdf is left out", "wall-list.pdf is left out",
    ]  # fmt: skip


def test_all_of_an_empty_event_is_refused_and_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(NothingToPrint):
        write_all(EMPTY, TR, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_unless_everything_asked_for_can_be(tmp_path: Path) -> None:
    with pytest.raises(NothingToPrint):
        write_documents([Kind.BADGES, Kind.TEAM_SHEETS], material(team_count=0), TR, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(UserError, match="cannot be written") as refusal:
        write_all(material(people=2), TR, blocked)
    assert str(blocked) in str(refusal.value)
    assert blocked.read_text() == "not a folder"


def test_a_newer_file_takes_the_place_of_the_older_one(tmp_path: Path) -> None:
    (tmp_path / "badges.pdf").write_bytes(b"old")
    write_documents([Kind.BADGES], material(people=2), TR, tmp_path)
    assert (tmp_path / "badges.pdf").read_bytes().startswith(b"%PDF-")


def test_round_slips_are_part_of_everything_once_there_are_rounds(tmp_path: Path) -> None:
    whole = material(people=10, team_count=2)
    assert tmp_path / "round-slips.pdf" in write_all(whole, TR, tmp_path).paths
    without = replace(whole, teams=replace(whole.teams, rounds=()))
    assert write_all(without, TR, tmp_path / "without").warnings == ()


def test_after_a_repair_only_what_changed_is_written_and_the_rest_is_named(tmp_path: Path) -> None:
    before = material()
    written = write_all(repaired(before), TR, tmp_path, PrintOptions(changed_since=before))
    assert "table-signs.pdf" not in {path.name for path in written.paths}
    assert [str(warning) for warning in written.warnings] == [
        "table-signs.pdf is left out: Nothing has changed since this was printed. "
        "Print all of it if sheets have been lost."
    ]
    assert len(reader((tmp_path / "team-sheets.pdf").read_bytes()).pages) == 4


def test_what_is_painted_is_what_is_printed_and_says_the_same() -> None:
    whole = material(people=3, team_count=1)
    people = {**whole.roster.people, 2: replace(whole.roster.people[2], first_name="小明")}
    strange = replace(whole, roster=replace(whole.roster, people=people))
    painted, printed = layout(Kind.BADGES, strange, TR), print_document(Kind.BADGES, strange, TR)
    assert (len(painted.pages), painted.notes) == (printed.pages, printed.warnings)
    assert ["小 明" in str(note) for note in painted.notes] == [True]


def test_the_state_is_gathered_with_the_options_that_ballots_will_have() -> None:
    whole = material(people=4, team_count=2)
    waiting = Ballot(1, 1, "Bästa lag", Method.SINGLE, Rule.PLURALITY, source=Source.TEAMS)
    none_yet = replace(waiting, id=2, source=Source.EXAMPLES)
    state = State(whole.event, whole.plan, roster=whole.roster, teams=whole.teams)
    gathered_material = gathered(replace(state, voting=Voting({1: waiting, 2: none_yet})), "http://10.0.0.2:8080")
    assert [option.team for option in gathered_material.voting.ballots[1].options] == [1, 2]
    assert gathered_material.voting.ballots[2].options == ()
    assert print_document(Kind.BADGES, gathered_material, TR).pages == 1

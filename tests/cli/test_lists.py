"""`new` and `import`: rosters nobody has seen, agendas, hostile files, all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from . import people
from .program import copied, done, refused, run


@pytest.fixture
def event(new_event: Path, tmp_path: Path) -> Path:
    return copied(new_event, tmp_path)


def roster_size(event: Path) -> int:
    return len(done("cards", event, "--role", "participant", "--json").json)


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(",", "utf-8"), (";", "cp1252"), ("\t", "utf-16"), (";", "utf-16-le"), (",", "utf-8-sig")],
)
def test_english_headings_in_any_encoding(delimiter: str, encoding: str, event: Path, tmp_path: Path) -> None:
    listed = people.written(tmp_path / "l.csv", people.ENGLISH_HEADINGS, people.english(), delimiter, encoding)
    command = run if encoding == "cp1252" else done
    answer = command("import", event, "participants", listed, "--json")
    assert answer.json == {"added": 80, "updated": 0, "problems": []}
    assert answer.err == ""
    named = {card["name"] for card in done("cards", event, "--role", "participant", "--json").json}
    assert named == {f"{first} {last}" for first, last in people.names(80)}


def test_a_workbook_is_a_list_too(event: Path, tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    for row in (people.ENGLISH_HEADINGS, *people.english(12)):
        book.active.append(list(row))
    book.save(tmp_path / "l.xlsx")
    assert done("import", event, "participants", tmp_path / "l.xlsx", "--json").json["added"] == 12


def test_people_are_added_and_updated_never_doubled(event: Path, tmp_path: Path) -> None:
    rows = people.english(10)
    done("import", event, "participants", people.written(tmp_path / "l.csv", people.ENGLISH_HEADINGS, rows))
    changed = [(*rows[0][:2], "A new employer", *rows[0][3:]), *rows[1:], *people.english(11)[10:]]
    listed = people.written(tmp_path / "l.csv", people.ENGLISH_HEADINGS, changed)
    assert done("import", event, "participants", listed, "--json").json == {"added": 1, "updated": 1, "problems": []}
    assert roster_size(event) == 11


def test_a_blank_event_takes_sectors_and_quotas_from_its_first_list(blank: Path, tmp_path: Path) -> None:
    event = copied(blank, tmp_path)
    row = ("Z1", "Ny Person", "Org", "Rymden", "agency", "", "sv", "")
    listed = people.written(tmp_path / "more.csv", people.MORNING_HEADINGS, [row])
    answer = refused("import", event, "participants", listed, "--json")
    assert answer.json["added"] == answer.json["updated"] == 0
    (problem,) = answer.json["problems"]
    assert (problem["row"], problem["column"], problem["value"]) == (2, "sector", "Rymden")


def test_one_bad_row_keeps_the_whole_list_out(event: Path, tmp_path: Path) -> None:
    rows = [list(row) for row in people.english(20)]
    rows[4][8] = "not an address"
    rows[9][3] = "17"
    rows[14][0] = rows[14][1] = ""
    before = event.read_bytes()
    listed = people.written(tmp_path / "l.csv", people.ENGLISH_HEADINGS, rows)
    answer = refused("import", event, "participants", listed, "--json")
    assert [problem["row"] for problem in answer.json["problems"]] == [6, 11, 16]
    assert all(problem.keys() == {"row", "column", "value", "problem"} for problem in answer.json["problems"])
    assert (answer.json["added"], answer.json["updated"]) == (0, 0)
    assert all(problem["problem"] in answer.err for problem in answer.json["problems"])
    assert event.read_bytes() == before


HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "blank lines": b"\n\n\r\n",
    "only a heading": b"Name;Organisation\n",
    "every byte": bytes(range(256)) * 8,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(400),
    "a broken workbook": b"PK\x03\x04" + b"\x00" * 300,
    "no names": b"Colour,Size\nred,3\n",
    "a formula bomb": b"PK\x05\x06" + b"\x00" * 18,
    "one endless line": b"a" * 2_000_000,
    "nulls": b"\x00" * 5000,
}


@pytest.mark.parametrize("what", ["participants", "agenda", "knowledge"])
@pytest.mark.parametrize("name", HOSTILE)
def test_files_that_are_no_lists_are_refused(name: str, what: str, new_event: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(HOSTILE[name])
    before = new_event.read_bytes()
    answer = refused("import", new_event, what, path, "--json")
    assert answer.json["problems"]
    assert (answer.json["added"], answer.json["updated"]) == (0, 0)
    assert new_event.read_bytes() == before


def test_an_agenda_replaces_the_agenda(event: Path, tmp_path: Path) -> None:
    lines = "Start;Title;Type;Length;Fixed start\n09:00;Opening;talk;30;yes\n09:30;Work;work;60;\n10:30;End;end;0;yes\n"
    (tmp_path / "a.csv").write_text(lines, "utf-8")
    assert done("import", event, "agenda", tmp_path / "a.csv", "--json").json["added"] == 3
    done("export", event, "--out", tmp_path / "bundle")
    rundown = (tmp_path / "bundle" / "rundown.csv").read_text("utf-8-sig").splitlines()
    assert len(rundown) == 4
    assert done("check", event, "--json").json["ok"], "the ballots have let go of the items that went"


def test_new_never_writes_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "precious.hackday"
    path.write_text("not yours", "utf-8")
    refused("new", path, "--json")
    assert path.read_text("utf-8") == "not yours"
    assert list(tmp_path.iterdir()) == [path]


def test_new_says_what_it_made(tmp_path: Path) -> None:
    event = tmp_path / "Hackdagen i Åmål.hackday"
    answer = run("new", event, "--template", "blank", "--title", "Åmål", "--day", "2026-05-20", "--json")
    assert answer.json == {"event": str(event)}
    refused("new", tmp_path / "other.hackday", "--day", "20 maj")

"""The event file as other programs and bad luck meet it: locked, copied, damaged, erased, on a full disk."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.agenda.commands import ChangeItem
from facilitator.app.session import Session
from facilitator.desk.commands import Undo
from facilitator.event.commands import ChangeEvent
from facilitator.event.model import Branding
from facilitator.participants.commands import AddWalkIn, MarkAbsent
from facilitator.stage.commands import AddPicture, Message, Show
from facilitator.stage.model import SceneName
from facilitator.voting.commands import CloseBallot, OpenBallot, RevealResult

from . import people
from .program import PROGRAM, copied, done, environment, refused, run


def broken(event: Path) -> set[str]:
    document = refused("check", event, "--json").json
    assert document["ok"] is False
    return {promise["name"] for promise in document["promises"] if not promise["ok"]}


def test_a_second_process_is_refused_with_the_holders_name(day: Path) -> None:
    with Session(day):
        answer = run("teams", day, "form", "--json")
        assert answer.status == 1
        assert f"pid {os.getpid()}" in answer.err
        assert answer.json["problem"] == answer.err.strip()
    assert done("check", day).out


def test_check_names_every_promise(day: Path) -> None:
    document = run("check", day, "--json").json
    assert document["ok"] is True
    names = [promise["name"] for promise in document["promises"]]
    assert names == ["pages", "schema", "history", "roster", "teams", "agenda", "cards", "ballot-box", "secrecy",
                     "results"]  # fmt: skip


SABOTAGE = {
    "schema": "CREATE TABLE stowaway (id INTEGER)",
    "roster": "UPDATE participant SET sector = 99 WHERE id = 3",
    "teams": "UPDATE team SET members = (SELECT members FROM team WHERE number = 2) WHERE number = 1",
    "agenda": "UPDATE ballot SET item = 999 WHERE id = 1",
    "cards": "UPDATE card SET secret = 'AAAAABBBBB' WHERE participant = 4",
    "ballot-box": "INSERT INTO roll_mark (ballot, card) VALUES (1, 'ghost')",
}


@pytest.mark.parametrize("promise", SABOTAGE)
def test_a_broken_promise_is_found_by_name(promise: str, day: Path) -> None:
    with closing(sqlite3.connect(day)) as connection, connection:
        if promise == "ballot-box":
            columns = [row[1] for row in connection.execute("PRAGMA table_info(roll_mark)")]
            values = {name: 1 if name == "ballot" else "ghost" for name in columns}
            marks = ", ".join("?" for _ in columns)
            connection.execute(f"INSERT INTO roll_mark ({', '.join(columns)}) VALUES ({marks})", list(values.values()))
        else:
            connection.execute(SABOTAGE[promise])
    assert broken(day) == {promise}


def test_a_vote_slipped_in_after_the_result_is_found(day: Path) -> None:
    with Session(day) as session:
        for command in (OpenBallot(1), CloseBallot(1), RevealResult(1)):
            session.desk.do(command)
    assert done("check", day, "--json").json["ok"]
    with closing(sqlite3.connect(day)) as connection, connection:
        connection.execute("INSERT INTO cast_ballot VALUES (1, 'forged', 'participant', '{\"approve\":[3]}')")
    assert broken(day) == {"ballot-box", "results"}


@pytest.mark.parametrize("kind", ["text", "empty", "another database", "cut short", "scribbled on"])
def test_damaged_files_are_refused_and_left_as_they_are(kind: str, day: Path) -> None:
    content = bytearray(day.read_bytes())
    if kind == "another database":
        day.unlink()
        with closing(sqlite3.connect(day)) as connection, connection:
            connection.execute("CREATE TABLE poem (line TEXT)")
    elif kind == "scribbled on":
        content[12_000:90_000] = b"A" * 78_000
        day.write_bytes(content)
    else:
        day.write_bytes({"text": b"hello", "empty": b"", "cut short": bytes(content[:50_000])}[kind])
    before = day.read_bytes()
    for words in (("check", "{}"), ("teams", "{}", "form"), ("erase", "{}", "--yes")):
        answer = refused(*(word.format(day) for word in words), "--json")
        assert day.name in answer.err
    assert day.read_bytes() == before


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that nobody can write to")
def test_a_folder_that_cannot_be_written_to(day: Path) -> None:
    refused("new", Path("/proc/day.hackday"), "--json")
    refused("export", day, "--out", Path("/proc/bundle"))
    refused("print", day, "badges", "--out", Path("/proc/paper"))


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on the size of files stands in for a full disk")
def test_a_full_disk_keeps_the_event_as_it_was(day: Path, tmp_path: Path) -> None:
    import resource

    listed = people.written(tmp_path / "l.csv", people.ENGLISH_HEADINGS, people.english())
    before = len(done("cards", day, "--json").json)
    room = day.stat().st_size + 8192

    for words in (("import", str(day), "participants", str(listed), "--json"), ("new", str(tmp_path / "n.hackday"))):
        full = subprocess.run(
            [*PROGRAM, *words],
            capture_output=True, encoding="utf-8", env=environment(), check=False, timeout=60,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (min(room, 65_536), room)),
        )  # fmt: skip
        assert full.returncode == 1
        assert "Traceback" not in full.stderr
        assert full.stderr.strip()
    assert len(done("cards", day, "--json").json) == before
    assert done("check", day).out


def leftovers(event: Path) -> Iterator[tuple[Path, bytes]]:
    """The raw bytes of the event and of everything beside it that bears its name."""
    for path in event.parent.rglob("*"):
        if path.is_file() and event.stem in str(path.relative_to(event.parent)):
            yield path, path.read_bytes()


PICTURES = {name: b"\x89PNG\r\n\x1a\n" + name.encode() * 9 for name in ("logo.png", "Drahomira.png")}


def encoded(picture: bytes) -> str:
    """A stretch of the picture as it stands in the file."""
    return b64encode(picture).decode()[8:40]


def test_erasing_leaves_no_name_anywhere(day: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "lists"
    elsewhere.mkdir()
    rows = people.english(30)
    done("import", day, "participants", people.written(elsewhere / "l.csv", people.ENGLISH_HEADINGS, rows))
    with Session(day) as session:
        for command in (
            AddWalkIn("Xerxes Zzyzx", "Quuxverket"),
            MarkAbsent(3),
            Message("Xerxes Zzyzx is here"),
            Undo(),
            ChangeEvent(welcome="Wenceslas greets you", next_steps="Call Nepomuk"),
            ChangeItem(2, speaker="Sixten Ottokar", notes="Ludmila has the microphone"),
        ):
            session.desk.do(command)
        logo, face = (session.desk.do(AddPicture(name, data)).result for name, data in PICTURES.items())
        session.desk.do(ChangeEvent(branding=Branding(logo=logo)))
        session.desk.do(Show(SceneName.PICTURE, picture=face))
    cards = done("cards", day, "--json").json
    words = {row[1] for row in rows} | {row[8] for row in rows} | {"Zzyzx", "Quuxverket", "Jury 1"}
    words |= {"Wenceslas", "Nepomuk", "Ottokar", "Ludmila", "Drahomira", encoded(PICTURES["Drahomira.png"])}
    words |= {card["secret"].replace("-", "") for card in cards}
    words |= {card["name"].rpartition(" ")[2] for card in cards if card["participant"] is not None}
    for word in (b"Zzyzx", b"Nepomuk", encoded(PICTURES["Drahomira.png"]).encode()):
        assert any(word in content for _, content in leftovers(day)), "the search finds what is there"

    refused("erase", day)
    assert len(done("cards", day, "--json").json) == len(cards), "without --yes nothing is erased"
    answer = run("erase", day, "--yes", "--json")
    assert (answer.status, answer.json) == (0, {"erased": 111})

    for path, content in leftovers(day):
        left = {word for word in words if word.encode() in content or word.encode("utf-16-le") in content}
        assert not left, path
    assert done("check", day, "--json").json["ok"]
    assert done("cards", day, "--json").json == []
    with Session(day) as session:
        assert [one.data for one in session.desk.state.stage.pictures.values()] == [PICTURES["logo.png"]]
        assert session.desk.state.stage.scene is SceneName.CLOCK
    done("export", day, "--out", tmp_path / "bundle")
    assert (tmp_path / "bundle" / "teams.csv").read_text("utf-8-sig").count("\n") >= 80


def test_a_copy_of_the_file_is_the_event(seated: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    copy = copied(seated, elsewhere)
    assert done("cards", copy, "--json").json == done("cards", seated, "--json").json

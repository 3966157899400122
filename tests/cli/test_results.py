"""`print`, `cards`, `tally` and `export`: what a day leaves behind, on paper and as data."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from . import people
from .program import asked, done, refused, run

SECRET = re.compile(r"[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}")


def test_print_all_is_at_least_five_documents(sample: Path, tmp_path: Path) -> None:
    answer = run("print", sample, "all", "--out", tmp_path / "a" / "b")
    written = [Path(line) for line in answer.out.splitlines()]
    assert answer.status == 0
    assert {path.stem for path in written} >= {"team-sheets", "badges", "voting-cards", "table-signs", "wall-list"}
    assert all(path.parent == tmp_path / "a" / "b" for path in written)
    pages = {path.stem: len(PdfReader(path).pages) for path in written}
    assert pages["team-sheets"] == 16
    assert all(pages.values())


def test_print_into_what_is_no_folder(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept", "utf-8")
    answer = refused("print", sample, "wall-list", "--out", tmp_path / "file")
    assert "file" in answer.err
    assert (tmp_path / "file").read_text("utf-8") == "kept"


def test_printing_teams_that_are_not_there_says_what_to_do(new_event: Path, tmp_path: Path) -> None:
    refused("print", new_event, "team-sheets", "--out", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_cards_show_secrets_and_say_so(sample: Path) -> None:
    answer = run("cards", sample, "--json")
    cards: list[dict[str, Any]] = answer.json
    assert (answer.status, len(cards)) == (0, 85)
    assert "secret" in answer.err
    for card in cards:
        assert card.keys() >= {"participant", "name", "role", "secret", "url"}
        assert SECRET.fullmatch(card["secret"])
        assert card["url"].endswith("#" + card["secret"].replace("-", ""))
    assert len({card["secret"] for card in cards}) == 85
    assert {card["participant"] for card in cards if card["role"] == "jury"} == {None}
    roles = {role: asked("cards", sample, "--role", role, "--json").json for role in ("participant", "jury")}
    assert roles["participant"] + roles["jury"] == sorted(cards, key=lambda card: card["role"], reverse=True)
    assert asked("cards", sample, "--json").json == cards, "cards stay as they were printed"


TENNESSEE = [(42, "MNCK"), (26, "NCKM"), (15, "CKNM"), (17, "KCNM")]


def ballots(method: str, candidates: str, choices: list[tuple[int, Any]]) -> dict[str, Any]:
    return {
        "method": method,
        "candidates": list(candidates),
        "ballots": [{"count": count, "choices": one} for count, one in choices],
    }


RANKED = ballots("ranked", "MNCK", [(count, list(order)) for count, order in TENNESSEE])

ELECTIONS: list[tuple[str, dict[str, Any], list[str]]] = [
    # The capital of Tennessee: the usual example, with the winners that the literature gives.
    ("schulze", RANKED, ["N"]),
    ("irv", RANKED, ["K"]),
    ("borda", RANKED, ["N"]),
    # Schulze (2011), example 1: 45 voters, E wins.
    (
        "schulze",
        ballots(
            "ranked",
            "ABCDE",
            [
                (count, list(order))
                for count, order in (
                    (5, "ACBED"), (5, "ADECB"), (8, "BEDAC"), (3, "CABED"),
                    (7, "CAEBD"), (2, "CBADE"), (7, "DCEBA"), (8, "EBADC"),
                )
            ],
        ),
        ["E"],
    ),
    ("plurality", ballots("single", "AB", [(3, "A"), (3, "B")]), ["A", "B"]),
    ("approval", ballots("approval", "ABC", [(2, ["A", "B"]), (1, ["B"]), (1, [])]), ["B"]),
    ("mean", ballots("score", "AB", [(1, {"A": 5, "B": 4}), (1, {"A": 0, "B": 4})]), ["B"]),
    ("mean", ballots("score", "AB", [(1, {"A": {"new": 5, "fit": 0}, "B": {"new": 2, "fit": 2}})]), ["A"]),
    ("star", ballots("score", "ABC", [(2, {"A": 5, "B": 4, "C": 0}), (3, {"A": 0, "B": 5, "C": 4})]), ["B"]),
    ("dots", ballots("dots", "AB", [(2, {"A": 3}), (1, {"B": 5})]), ["A"]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "election", "winners"), ELECTIONS, ids=lambda value: str(value)[:24])
def test_tally_on_published_elections(rule: str, election: dict[str, Any], winners: list[str], tmp_path: Path) -> None:
    document = done("tally", people.as_json(tmp_path / "b.json", election), "--method", rule, "--json").json
    assert document.keys() >= {"method", "rule", "winners", "ranking", "steps", "ballots"}
    assert (document["method"], document["rule"]) == (election["method"], rule)
    assert sorted(document["winners"]) == winners
    assert sorted(document["ranking"][0]) == winners, "a tie is shared, never broken silently"
    assert sorted(name for group in document["ranking"] for name in group) == sorted(election["candidates"])
    assert document["ballots"] == sum(one["count"] for one in election["ballots"])


def test_tally_axes_is_a_map(tmp_path: Path) -> None:
    election = ballots("axes", "AB", [(2, {"A": [5, 1], "B": [1, 5]}), (1, {"A": [4, 2], "B": [1, 5]})])
    answer = run("tally", people.as_json(tmp_path / "b.json", election), "--method", "axes", "--json")
    assert answer.status == 0
    assert answer.json["ballots"] == 3


@pytest.mark.parametrize(
    ("rule", "content", "named"),
    [
        ("irv", "", "JSON"),
        ("irv", "[" * 100_000, "deep"),
        ("irv", "[]", ""),
        ("irv", '{"method": "ranked", "ballots": []}', "candidates"),
        ("irv", json.dumps(ballots("ranked", "AB", [(1, ["A", "Z"])])), "Z"),
        ("irv", json.dumps(ballots("ranked", "AB", [(1, ["A", "A"])])), "A"),
        ("irv", json.dumps(ballots("ranked", "AB", [(-1, ["A"])])), "count"),
        ("irv", json.dumps(ballots("ranked", "AB", [(10**30, ["A"])])), "count"),
        ("irv", json.dumps(ballots("single", "AB", [(1, "A")])), "irv"),
        ("plurality", json.dumps(ballots("single", "AA", [(1, "A")])), "A"),
        ("mean", json.dumps(ballots("score", "AB", [(1, {"A": 6})])), "6"),
        ("mean", '{"method":"score","candidates":["A"],"ballots":[{"count":1,"choices":{"A":NaN}}]}', ""),
        ("axes", json.dumps(ballots("axes", "AB", [(1, {"A": [0, 9]})])), "A"),
    ],
)
def test_ballot_files_that_are_not_what_they_should_be(rule: str, content: str, named: str, tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(content, "utf-8")
    answer = refused("tally", path, "--method", rule, "--json")
    assert named in answer.err
    assert answer.json["problem"] == answer.err.strip()


def test_the_bundle_holds_the_day_and_no_secret(sample: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    answer = run("export", sample, "--out", bundle)
    assert answer.status == 0
    assert {Path(line) for line in answer.out.splitlines()} == {path for path in bundle.rglob("*") if path.is_file()}
    manifest = json.loads((bundle / "manifest.json").read_text("utf-8"))
    assert manifest["files"] == {
        path.relative_to(bundle).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in bundle.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    everything = b"".join(path.read_bytes() for path in bundle.rglob("*") if path.is_file())
    for card in done("cards", sample, "--json").json:
        assert card["secret"].encode() not in everything
        assert card["secret"].replace("-", "").encode() not in everything
    assert b"@example" not in everything
    assert (bundle / "solutions.csv").read_text("utf-8-sig").count("\n") >= 17

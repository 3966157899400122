"""`teams`: the promised document, rules with references, the morning's repair, rounds."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from . import people
from .program import Answer, asked, copied, done, refused, run

KEYS = {"teams", "tiers", "moves", "broken_rules", "seconds", "seed"}
BLANK: dict[str, Any] = {"teams": [], "tiers": [], "moves": [], "broken_rules": []}
ORDER = {row[0]: number for number, row in enumerate(people.morning(), start=1)}
"""The id that a person of the list gets, by their reference: people are numbered as the list goes."""


def seats(document: dict[str, Any]) -> dict[int, int]:
    return {member: team["number"] for team in document["teams"] for member in team["members"]}


def test_the_document_of_formed_teams(formed: tuple[Path, Answer]) -> None:
    document = formed[1].json
    assert document.keys() >= KEYS
    assert [team["number"] for team in document["teams"]] == list(range(1, 17))
    assert [team["table"] for team in document["teams"]] == [f"L{number}" for number in range(1, 17)]
    assert {len(team["members"]) for team in document["teams"]} == {5}
    assert sorted(seats(document)) == list(range(1, 81))
    assert [tier["name"] for tier in document["tiers"]] == people.RULES["tiers"]
    assert all(tier.keys() == {"name", "value", "bound", "proven"} for tier in document["tiers"])
    assert all(tier["bound"] <= tier["value"] for tier in document["tiers"])
    assert document["moves"] == [] == document["broken_rules"]
    assert document["seed"] == 3


def test_rules_name_people_by_the_ids_of_their_list(formed: tuple[Path, Answer]) -> None:
    document = formed[1].json
    table = {team["number"]: team["table"] for team in document["teams"]}
    seat = {reference: table[seats(document)[number]] for reference, number in ORDER.items()}
    assert seat["Q003"] == seat["Q010"]
    assert seat["Q001"] != seat["Q002"]
    assert seat["Q005"] in ("L1", "L5")
    assert seat["Q007"] == "L10"
    rows = {row[0]: row for row in people.morning()}
    for team in document["teams"]:
        members = [rows[reference] for reference, number in ORDER.items() if number in team["members"]]
        assert 2 <= sum(row[4] == "agency" for row in members) <= 3
        assert len({row[2] for row in members}) == 5
        assert any("facilitering" in row[5] for row in members)


def test_rules_and_teams_are_kept_in_the_event(seated: Path, tmp_path: Path) -> None:
    morning = people.as_json(tmp_path / "0845.json", {"no_shows": people.ABSENT, "walk_ins": people.WALK_INS})
    absent = [part for reference in people.ABSENT for part in ("--absent", reference)]
    repaired = run("teams", seated, "repair", *absent, "--walk-in", morning, "--json").json

    gone = {ORDER[reference] for reference in people.ABSENT}
    came = {81, 82, 83}
    assert set(seats(repaired)) == set(range(1, 81)) - gone | came
    assert repaired["broken_rules"] == []
    assert all(move.keys() == {"participant", "from", "to"} for move in repaired["moves"])
    assert {move["participant"] for move in repaired["moves"] if move["to"] is None} == gone
    assert {move["participant"] for move in repaired["moves"] if move["from"] is None} == came
    assert len(repaired["moves"]) - len(gone) - len(came) <= 4

    cards = {card["participant"]: card for card in done("cards", seated, "--json").json}
    assert cards[81]["reference"] == "W0"
    assert cards[2]["reference"] == "Q002"
    assert done("check", seated, "--json").json["ok"]


def test_the_moves_lead_from_the_old_teams_to_the_new(formed: tuple[Path, Answer], seated: Path) -> None:
    before = seats(formed[1].json)
    repaired = done("teams", seated, "repair", "--absent", "Q004", "--absent", "9", "--json").json
    after = seats(repaired)
    told = {move["participant"]: (move["from"], move["to"]) for move in repaired["moves"]}
    people_here = before.keys() | after.keys()
    assert told == {one: (before.get(one), after.get(one)) for one in people_here if before.get(one) != after.get(one)}


def test_a_repair_that_fails_leaves_everybody_where_they_were(seated: Path, tmp_path: Path) -> None:
    strangers = people.as_json(tmp_path / "w.json", [{"name": "Siv Ny", "sector": "Rymden"}])
    before = done("cards", seated, "--json").json
    answer = refused("teams", seated, "repair", "--absent", "Q004", "--walk-in", strangers, "--json")
    assert answer.json.keys() >= KEYS
    assert "Rymden" in answer.err
    assert done("cards", seated, "--json").json == before
    assert done("teams", seated, "repair", "--absent", "Q004", "--json").json["broken_rules"] == []


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ('{"team_size": [5', "JSON"),
        ("[]", "rules"),
        ('{"team_size": [5, 4]}', "team_size"),
        ('{"teams": 16, "hard": {"keep_apart": [["Q001", "Q999"]]}}', "Q999"),
        ('{"tiers": ["beauty"]}', "beauty"),
        ('{"teams": -1}', "teams"),
    ],
)
def test_rules_that_cannot_be_read_are_refused_by_name(content: str, named: str, blank: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules.json"
    rules.write_text(content, encoding="utf-8")
    answer = refused("teams", blank, "form", "--rules", rules, "--json")
    assert named in answer.err
    assert answer.json.items() >= BLANK.items()


def test_rules_that_contradict_each_other_are_told_apart(blank: Path, tmp_path: Path) -> None:
    event = copied(blank, tmp_path)
    rules = people.as_json(tmp_path / "rules.json", {"teams": 16, "team_size": [9, 9]})
    answer = refused("teams", event, "form", "--rules", rules, "--json")
    assert [broken["rule"] for broken in answer.json["broken_rules"]] == ["size"]
    assert all(broken["why"] in answer.err for broken in answer.json["broken_rules"])
    assert done("export", event, "--out", tmp_path / "bundle").out
    assert (tmp_path / "bundle" / "teams.csv").read_text("utf-8-sig").count("\n") == 1, "nothing was seated"


def test_rounds_in_which_nobody_meets_twice(seated: Path) -> None:
    document = done("teams", seated, "rounds", "--count", "2", "--json").json
    assert len(document["rounds"]) == 2
    met = [pair for drawn in document["rounds"] for team in drawn for pair in combinations(sorted(team["members"]), 2)]
    assert len(met) == len(set(met)) == 2 * 16 * 10
    assert document["repeats"] == 0


def test_nobody_to_seat(new_event: Path) -> None:
    for words in (("form",), ("repair",), ("rounds", "--count", "1")):
        answer = refused("teams", new_event, *words, "--json")
        assert answer.json["problem"] == answer.err.strip()


@pytest.mark.parametrize(
    "words",
    [
        ("form", "--seed", "99999999999999999999"),
        ("form", "--seed", "-1"),
        ("form", "--seed", "x"),
        ("form", "--time-limit", "0"),
        ("form", "--time-limit", "nan"),
        ("form", "--time-limit", "inf"),
        ("rounds", "--count", "0"),
        ("rounds", "--count", "1000"),
        ("rounds",),
        ("repair", "--option", "0"),
        ("mix",),
    ],
)
def test_numbers_out_of_range_are_wrong_usage(words: tuple[str, ...], blank: Path) -> None:
    answer = asked("teams", blank, *words)
    assert (answer.status, answer.out) == (2, "")
    assert words[-1] in answer.err
    assert "_whole" not in answer.err

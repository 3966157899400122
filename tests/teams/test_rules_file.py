"""The rules file: everything in it is read, anything may be left out, and what is wrong is named by its key."""

from __future__ import annotations

import json

import pytest

from facilitator.common.errors import Unreadable
from facilitator.teams.model import Rules, TeamSlot, Tier
from facilitator.teams.rules_file import parse_rules
from tests.teams.instances import model_instance

PEOPLE = {"P1": 11, "P2": 12, "P3": 13}


def read(document: object) -> Rules:
    return parse_rules(json.dumps(document), PEOPLE, (4, "agencies"))


def test_the_model_file_is_read_whole() -> None:
    day = model_instance()
    rules, of = day.rules, day.references
    assert (rules.teams, rules.size) == (16, (5, 5))
    assert rules.tiers == (Tier.SECTORS, Tier.OUTSIDE_WISHES, Tier.WISH_RANKS, Tier.SKILL_GAPS)
    assert rules.slots[8] == TeamSlot(9, "L9", "C5", accessible=True)
    assert sum(slot.accessible for slot in rules.slots) == 4
    assert rules.quota_ranges[0].by_size == {4: (1, 3), 5: (2, 3)}
    assert rules.max_same_organisation == 1
    assert rules.common_languages == ("sv", "en")
    assert rules.min_per_team == {"facilitering": 1}
    assert rules.keep_together == ((of["P0069"], of["P0070"]), (of["P0025"], of["P0051"]))
    assert len(rules.keep_apart) == 5
    assert rules.needs_accessible == (of["P0062"], of["P0068"])
    assert rules.fixed == {of["P0013"]: 10, of["P0066"]: 1}
    assert len(rules.skills) == 6


def test_an_empty_file_asks_for_nothing() -> None:
    assert read({}) == Rules()


def test_tables_may_be_known_by_their_number_alone() -> None:
    rules = read({"teams": 3, "accessible_tables": ["L2"], "hard": {"fixed_seat": {"P1": "L3"}}})
    assert [(slot.table, slot.accessible) for slot in rules.slots] == [("1", False), ("L2", True), ("L3", False)]
    assert rules.fixed == {11: 3}


@pytest.mark.parametrize(
    ("document", "part"),
    [
        ([], "rules: an object is needed"),
        ({"teams": "16"}, "teams: a whole number from 1"),
        ({"teams": True}, "teams: a whole number"),
        ({"team_size": [5, 4]}, "team_size: a least and a most"),
        ({"team_size": [4, "5"]}, "team_size[2]: a whole number"),
        ({"tiers": ["sektorer"]}, "tiers: sektorer is not known"),
        ({"tiers": "sectors"}, "tiers: a list is needed"),
        ({"hard": {"keep_apart": [["P1", "P9"]]}}, "keep_apart[1][2]: P9 is not known"),
        ({"hard": {"min_per_team": {"design": -1}}}, "min_per_team.design: a whole number from 0"),
        ({"hard": {"agency_per_team": {"five": [2, 3]}}}, "agency_per_team: five is no team size"),
        ({"hard": {"fixed_seat": {"P1": "L1"}}}, "tables are named"),
        ({"team_challenge": {"L1": "C1"}, "accessible_tables": ["L2"]}, "accessible_tables: it names L2"),
        ({"teams": 1, "team_challenge": {"L1": "C1", "L2": "C1"}}, "more tables than there are teams"),
        ({"team_challenge": {"L1": "C1"}, "hard": {"fixed_seat": {"P1": "L7"}}}, "L7 is not known"),
        ({"team_challenge": {"L1": "C1"}, "hard": {"fixed_seat": {"P8": "L1"}}}, "fixed_seat: P8 is not known"),
    ],
)
def test_what_is_wrong_is_named_by_its_key(document: object, part: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(document)
    assert part in str(refusal.value)


def test_an_event_without_agencies_cannot_limit_them() -> None:
    with pytest.raises(Unreadable, match="no seat quota for agencies"):
        parse_rules('{"hard": {"agency_per_team": {"5": [2, 3]}}}', PEOPLE, None)


def test_what_is_not_json_says_where() -> None:
    with pytest.raises(Unreadable, match="line 2, column 1"):
        parse_rules('{"teams":\n}', PEOPLE, None)

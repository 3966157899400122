"""Reads a rules file: what a host asks of the teams, written down as JSON.

    {"tiers": ["sectors", …], "teams": 16, "team_size": [5, 5], "skills": […],
     "team_challenge": {"L1": "C1", …}, "accessible_tables": ["L1"],
     "hard": {"agency_per_team": {"5": [2, 3]}, "max_same_organisation_per_team": 1,
              "common_language_one_of": ["sv", "en"], "min_per_team": {"facilitation": 1},
              "keep_together": [["P1", "P2"]], "keep_apart": [["P3", "P4"]],
              "needs_accessible": ["P5"], "fixed_seat": {"P6": "L1"}}}

Every part may be left out, and parts that are not named here are passed over: such a file may carry notes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from facilitator.common.errors import Unreadable
from facilitator.common.texts import text
from facilitator.teams.json_part import REMEDY, JsonPart
from facilitator.teams.model import ALL_TIERS, QuotaRange, Rules, TeamSlot, Tier


def parse_rules(content: str, people: Mapping[str, int], agency_quota: tuple[int, str] | None) -> Rules:
    """The rules that a file's text holds.

    `people` maps each reference that the file may use to a participant; `agency_quota` is the quota that
    `agency_per_team` speaks of, with its name.

    Raises:
        Unreadable: the text is not JSON, or a part of it is not what it should be; the message names the part.
    """
    try:
        document = json.loads(content)
    except json.JSONDecodeError as error:
        raise Unreadable(
            text("The rules are not valid JSON: line {line}, column {column}.", line=error.lineno, column=error.colno),
            REMEDY,
        ) from error
    return read_rules(document, people, agency_quota)


def read_rules(document: object, people: Mapping[str, int], agency_quota: tuple[int, str] | None) -> Rules:
    """The rules in an already parsed document; see `parse_rules`."""
    top = JsonPart("rules", document)
    hard = top.part("hard", {})
    slots = _slots(top)
    tables = {slot.table: slot.number for slot in slots}
    return Rules(
        teams=top["teams"].whole(1) if "teams" in top else (len(slots) or None),
        size=top["team_size"].span() if "team_size" in top else None,
        slots=slots,
        tiers=_tiers(top["tiers"]) if "tiers" in top else ALL_TIERS,
        skills=top.part("skills", []).words(),
        quota_ranges=_quota_ranges(hard, agency_quota),
        max_same_organisation=_optional_whole(hard, "max_same_organisation_per_team"),
        common_languages=hard.part("common_language_one_of", []).words(),
        min_per_team={name: part.whole(0) for name, part in hard.part("min_per_team", {}).entries()},
        keep_together=_groups(hard.part("keep_together", []), people),
        keep_apart=_groups(hard.part("keep_apart", []), people),
        needs_accessible=tuple(_one_of(part, people) for part in hard.part("needs_accessible", []).items()),
        fixed={
            people[_known(name, people, "fixed_seat")]: _one_of(part, tables)
            for name, part in hard.part("fixed_seat", {}).entries()
        },
    )


def _slots(top: JsonPart) -> tuple[TeamSlot, ...]:
    """The tables in the order in which `team_challenge` names them.

    Without it, tables that other parts name (L1, Table 7…) are told apart by the number in their name.
    """
    accessible = set(top.part("accessible_tables", []).words())
    challenges = {name: part.word() for name, part in top.part("team_challenge", {}).entries()}
    if challenges:
        strange = accessible - challenges.keys()
        if strange:
            raise top["accessible_tables"].wrong(text("it names {table}, which is no table", table=min(strange)))
        if "teams" in top and top["teams"].whole(1) < len(challenges):
            raise top["team_challenge"].wrong(text("it names more tables than there are teams"))
        return tuple(
            TeamSlot(number, table, question, table in accessible)
            for number, (table, question) in enumerate(challenges.items(), start=1)
        )
    seats = [part.word() for _, part in top.part("hard", {}).part("fixed_seat", {}).entries()]
    named = {_number_in(table): table for table in sorted({*accessible, *seats})}
    if not named:
        return ()
    if None in named or "teams" not in top:
        raise top.wrong(text("tables are named, but neither team_challenge nor teams says which there are"))
    return tuple(
        TeamSlot(number, named.get(number, str(number)), None, named.get(number) in accessible)
        for number in range(1, top["teams"].whole(1) + 1)
    )


def _number_in(table: str) -> int | None:
    digits = re.search(r"\d+$", table)
    return int(digits[0]) if digits else None


def _tiers(part: JsonPart) -> tuple[Tier, ...]:
    names = {tier.value: tier for tier in Tier}
    return tuple(dict.fromkeys(names[_known(word, names, part.name)] for word in part.words()))


def _quota_ranges(hard: JsonPart, agency_quota: tuple[int, str] | None) -> tuple[QuotaRange, ...]:
    if "agency_per_team" not in hard:
        return ()
    part = hard["agency_per_team"]
    if agency_quota is None:
        raise part.wrong(text("the event has no seat quota for agencies"))
    by_size: dict[int, tuple[int, int]] = {}
    for size, limits in part.entries():
        if not size.isdecimal():
            raise part.wrong(text("{value} is no team size", value=size))
        by_size[int(size)] = limits.span()
    return (QuotaRange(*agency_quota, by_size),)


def _optional_whole(part: JsonPart, key: str) -> int | None:
    if key not in part or part[key].value is None:
        return None
    return part[key].whole(1)


def _groups(part: JsonPart, people: Mapping[str, int]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(_one_of(one, people) for one in group.items()) for group in part.items())


def _one_of(part: JsonPart, known: Mapping[str, int]) -> int:
    return known[_known(part.word(), known, part.name)]


def _known(name: str, known: Mapping[str, object], where: str) -> str:
    if name not in known:
        raise Unreadable(text("Rules, {part}: {name} is not known in this event.", part=where, name=name), REMEDY)
    return name

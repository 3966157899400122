"""The fewest moves of a morning by another solver (HiGHS), which may not share a process with the first.

Run as `python -m tests.teams.second_solver`: mornings as JSON lines on standard input, the fewest moves of each on
standard output (null where no allocation keeps the rules). The model is written from the rules, apart from the
product's.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from importlib import import_module
from typing import Any

highspy: Any = import_module("highspy")
"""Imported by name: it carries no types, and only those who check the first solver need it installed."""


def fewest_moves(morning: dict[str, Any]) -> int | None:
    """`morning`: `people` (language, organisation, agency, facilitates, home), `teams`, `sizes`, `agency` by size,
    `languages`, `together`, `apart`, `accessible` (people, teams), `fixed`; people and teams by position."""
    highs = highspy.Highs()
    highs.silent()
    people, teams = morning["people"], range(morning["teams"])
    seat = [[highs.addBinary() for _ in teams] for _ in people]
    for row in seat:
        highs.addConstr(sum(row) == 1)
    low, high = morning["sizes"]
    for team in teams:
        size = {count: highs.addBinary() for count in range(low, high + 1)}
        highs.addConstr(sum(size.values()) == 1)
        highs.addConstr(sum(row[team] for row in seat) == sum(count * chosen for count, chosen in size.items()))
        agency = sum(row[team] for one, row in zip(people, seat, strict=True) if one["agency"])
        highs.addConstr(agency >= sum(morning["agency"][str(count)][0] * chosen for count, chosen in size.items()))
        highs.addConstr(agency <= sum(morning["agency"][str(count)][1] * chosen for count, chosen in size.items()))
        highs.addConstr(sum(row[team] for one, row in zip(people, seat, strict=True) if one["facilitates"]) >= 1)
        by_organisation: defaultdict[str, list[Any]] = defaultdict(list)
        for one, row in zip(people, seat, strict=True):
            by_organisation[one["organisation"]].append(row[team])
        for colleagues in by_organisation.values():
            if len(colleagues) > 1:
                highs.addConstr(sum(colleagues) <= 1)
        spoken = {language: highs.addBinary() for language in morning["languages"]}
        highs.addConstr(sum(spoken.values()) >= 1)
        for language, chosen in spoken.items():
            for one, row in zip(people, seat, strict=True):
                if language not in one["languages"]:
                    highs.addConstr(row[team] + chosen <= 1)
        for first, second in morning["together"]:
            highs.addConstr(seat[first][team] - seat[second][team] == 0)
        for first, second in morning["apart"]:
            highs.addConstr(seat[first][team] + seat[second][team] <= 1)
    for person in morning["accessible"]["people"]:
        highs.addConstr(sum(seat[person][team] for team in morning["accessible"]["teams"]) == 1)
    for person, team in morning["fixed"]:
        highs.addConstr(seat[person][team] == 1)
    seated = [(one["home"], row) for one, row in zip(people, seat, strict=True) if one["home"] is not None]
    highs.maximize(sum(row[home] for home, row in seated))
    if highs.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return None
    stay: float = highs.getObjectiveValue()
    return len(seated) - round(stay)


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(fewest_moves(json.loads(line))) + "\n")

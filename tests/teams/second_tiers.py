"""The best teams of a day by another solver (HiGHS), tier after tier, from a formulation of its own.

Run as `python -m tests.teams.second_tiers`: days as JSON lines on standard input (`people` as rows of a list, `rules`
as a rules document, `met`, `seconds`, and perhaps `start`, the table of each person), and for each a line on standard
output: `{"feasible": …, "tiers": [[least value, bound], …]}`. Written from the words of the rules document and of the
tiers; nothing of the product is imported. Each tier is minimised with those above it held where they are.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

highspy: Any = import_module("highspy")
"""Imported by name: it carries no types, and it may not share a process with the first solver."""

WHOLE_GAP = 0.999
"""Values are whole: a bound less than one below the value proves it."""


class Day:
    """The day as a mixed-integer programme: `seat[person][table]` is 1 where the person sits there."""

    def __init__(self, day: dict[str, Any]) -> None:
        """Build the seats and every hard rule."""
        self.people: list[dict[str, Any]] = day["people"]
        self.rules: dict[str, Any] = day["rules"]
        self.met: list[list[str]] = day["met"]
        self.tables: dict[str, str] = self.rules["team_challenge"]
        self.highs = highspy.Highs()
        self.highs.silent()
        self.highs.setOptionValue("mip_abs_gap", WHOLE_GAP)
        self.highs.setOptionValue("mip_rel_gap", 0.0)
        self.seat = {one["id"]: {table: self.highs.addBinary() for table in self.tables} for one in self.people}
        for seats in self.seat.values():
            self.highs.addConstr(sum(seats.values()) == 1)
        for table in self.tables:
            self._table(table)
        self._persons()

    def _sum(self, terms: Iterable[Any]) -> Any:
        return self.highs.qsum(list(terms))

    def _table(self, table: str) -> None:
        hard, add = self.rules["hard"], self.highs.addConstr
        low, high = self.rules["team_size"]
        of_size = {size: self.highs.addBinary() for size in range(low, high + 1)}
        add(sum(of_size.values()) == 1)
        add(
            self._sum(seats[table] for seats in self.seat.values())
            == sum(size * chosen for size, chosen in of_size.items())
        )
        agency = self._sum(self.seat[one["id"]][table] for one in self.people if one["group"] == "agency")
        limits = {size: _agency_limits(hard["agency_per_team"], size) for size in of_size}
        add(agency >= sum(limits[size][0] * chosen for size, chosen in of_size.items()))
        add(agency <= sum(limits[size][1] * chosen for size, chosen in of_size.items()))
        most = hard["max_same_organisation_per_team"]
        for members in self._groups("organisation") if most is not None else ():
            if len(members) > most:
                add(sum(self.seat[one][table] for one in members) <= most)
        for name, least in hard["min_per_team"].items():
            add(self._sum(self.seat[one["id"]][table] for one in self.people if _has(one, name)) >= least)
        spoken = {language: self.highs.addBinary() for language in hard["common_language_one_of"]}
        add(sum(spoken.values()) >= 1)
        for language, chosen in spoken.items():
            for one in self.people:
                if language not in one["languages"]:
                    add(self.seat[one["id"]][table] + chosen <= 1)
        for group in hard["keep_apart"]:
            add(sum(self.seat[one][table] for one in group) <= 1)
        for first, *others in hard["keep_together"]:
            for other in others:
                add(self.seat[first][table] - self.seat[other][table] == 0)

    def _persons(self) -> None:
        hard, accessible = self.rules["hard"], self.rules["accessible_tables"]
        for one in hard["needs_accessible"]:
            self.highs.addConstr(sum(self.seat[one][table] for table in accessible) == 1)
        for one, table in hard["fixed_seat"].items():
            self.highs.addConstr(self.seat[one][table] == 1)

    def _groups(self, column: str) -> list[list[str]]:
        """The people of each organisation, role or sector, known by their ids."""
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for one in self.people:
            if one[column]:
                groups[one[column]].append(one["id"])
        return list(groups.values())

    def cost(self, tier: str) -> Any:
        """What the tier's definition counts; variables made for it equal their meaning while it is held down."""
        made: dict[str, Callable[[], Any]] = {
            "sectors": lambda: self._uneven("sector"),
            "quotas": lambda: self._uneven("group"),
            "organisations": lambda: self._pairs(self._groups("organisation")),
            "outside_wishes": lambda: self._wishes(lambda wishes, asked: int(bool(wishes) and asked not in wishes)),
            "wish_ranks": lambda: self._wishes(lambda wishes, asked: wishes.index(asked) if asked in wishes else 0),
            "skill_gaps": self._gaps,
            "obk": lambda: self._pairs(
                [*self._groups("sector"), *self._groups("organisation"), *self._groups("role"), *self.met]
            ),
        }
        return made[tier]()

    def _uneven(self, column: str) -> Any:
        """Head count below the floor or above the ceiling of the even share."""
        parts = []
        for members in self._groups(column):
            floor, ceiling = len(members) // len(self.tables), -(-len(members) // len(self.tables))
            for table in self.tables:
                off = self.highs.addIntegral(lb=0)
                here = sum(self.seat[one][table] for one in members)
                self.highs.addConstr(off - here >= -ceiling)
                self.highs.addConstr(off + here >= floor)
                parts.append(off)
        return self.highs.qsum(parts)

    def _pairs(self, groups: list[list[str]]) -> Any:
        """Pairs: one more for each further member, so the k-th member at a table costs k − 1."""
        parts = []
        for members in groups:
            for table in self.tables:
                largest = min(len(members), self.rules["team_size"][1])
                if largest < 2:
                    continue
                further = [self.highs.addBinary() for _ in range(1, largest)]
                here = sum(self.seat[one][table] for one in members)
                self.highs.addConstr(here - sum(further) <= 1)
                parts += [place * one for place, one in enumerate(further, start=1)]
        return self.highs.qsum(parts)

    def _wishes(self, price: Callable[[list[str], str], int]) -> Any:
        prices = (
            (price(one["preferences"], asked), self.seat[one["id"]][table])
            for one in self.people
            for table, asked in self.tables.items()
        )
        return self.highs.qsum([cost * seat for cost, seat in prices if cost])

    def _gaps(self) -> Any:
        parts = []
        for skill in self.rules["skills"]:
            for table in self.tables:
                gap = self.highs.addBinary()
                here = [self.seat[one["id"]][table] for one in self.people if skill in one["skills"]]
                self.highs.addConstr(gap + sum(here) >= 1)
                parts.append(gap)
        return self.highs.qsum(parts)

    def least(self, cost: Any, start: dict[str, str] | None, seconds: float) -> tuple[int, int] | None:
        """The least value found and its bound, or None where there are no teams; held from here on."""
        if start is not None:
            variables = [self.seat[one][table] for one in self.seat for table in self.tables]
            values = [float(start[one] == table) for one in self.seat for table in self.tables]
            self.highs.setSolution(len(variables), [each.index for each in variables], values)
        self.highs.setOptionValue("time_limit", self.highs.getRunTime() + seconds)
        self.highs.minimize(cost)
        info = self.highs.getInfo()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        value = round(info.objective_function_value)
        bound = -int(-(info.mip_dual_bound - 1e-6) // 1)
        self.highs.addConstr(cost <= value)
        return value, min(value, bound)

    def seats(self) -> dict[str, str]:
        """Where the last solution has everybody."""
        return {one: max(row, key=lambda table: float(self.highs.val(row[table]))) for one, row in self.seat.items()}


def _has(one: dict[str, Any], name: str) -> bool:
    """Whether somebody has a skill or a role of that name."""
    return name in one["skills"] or name == one["role"]


def _agency_limits(by_size: dict[str, list[int]], size: int) -> tuple[int, int]:
    """Limits of a size; one that is not named takes the nearest named one's (the smaller of two as near), the least
    one lower for each person fewer and the most one higher for each person more."""
    nearest = min(map(int, by_size), key=lambda named: (abs(named - size), named))
    least, most = by_size[str(nearest)]
    return max(0, least - max(0, nearest - size)), most + max(0, size - nearest)


def best_tiers(day: dict[str, Any]) -> dict[str, Any]:
    """The least value and bound of each tier, in order."""
    model, start = Day(day), day.get("start")
    tiers: list[tuple[int, int]] = []
    until = time.monotonic() + day["seconds"]
    for tier in day["rules"]["tiers"]:
        found = model.least(model.cost(tier), start, max(1.0, until - time.monotonic()))
        if found is None:
            return {"feasible": False, "tiers": tiers}
        tiers.append(found)
        start = model.seats()
    return {"feasible": True, "tiers": tiers}


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(best_tiers(json.loads(line))) + "\n")
        sys.stdout.flush()

"""The team solver as the desk asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.teams import api
from facilitator.teams.model import Formation, Person, RepairOption, RoundPlan, Rules, Teams


class ProcessSolver:
    """Forms and repairs teams."""

    def form(self, people: Sequence[Person], rules: Rules, seed: int, seconds: float, current: Teams) -> Formation:
        """Teams for these people; `current` holds the locks to heed."""
        return api.form(people, rules, seed=seed, time_limit=seconds, current=current)

    def repair(self, people: Sequence[Person], current: Teams, seed: int, seconds: float) -> Sequence[RepairOption]:
        """Ways to seat these people starting from the present teams, fewest moves first."""
        return api.repair(people, current, seed=seed, time_limit=seconds)

    def rounds(self, people: Sequence[Person], rules: Rules, count: int, seed: int, seconds: float) -> RoundPlan:
        """Table rounds in which nobody meets twice, or as few do as can be."""
        return api.rounds(people, rules, count, seed=seed, time_limit=seconds)

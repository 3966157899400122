"""What the second solver says of a variant and the teams that were formed for it."""

from __future__ import annotations

import json
import subprocess
import sys

from facilitator.teams.model import Formation
from tests.teams.variants import Variant


def second_opinion(day: Variant, formation: Formation, seconds: float) -> list[tuple[int, int]] | None:
    """The least value and the bound of each tier, found in another process within some seconds, or None if it
    knows of no teams that keep the rules.

    The search starts from the teams formed, which only saves time: what they cost is counted, and what is less is
    sought, by the second formulation alone.
    """
    table = {member: team.table for team in formation.teams for member in team.members}
    start = {row["id"]: table[number] for number, row in enumerate(day.rows, start=1)}
    answer = subprocess.run(
        [sys.executable, "-m", "tests.teams.second_tiers"],
        input=json.dumps({**day.described(), "seconds": seconds, "start": start}),
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(answer.stdout)
    return [(value, bound) for value, bound in said["tiers"]] if said["feasible"] else None

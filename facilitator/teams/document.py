"""Teams as the JSON that scripts get."""

from __future__ import annotations

from typing import Any

from facilitator.common.texts import Translator
from facilitator.teams.model import Formation, RoundPlan, Team


def formation_document(formation: Formation, tr: Translator) -> dict[str, Any]:
    """Teams, the value and bound of every tier, moves and broken rules."""
    return {
        "teams": [team_document(team) for team in formation.teams],
        "tiers": [
            {"name": str(tier.name), "value": tier.value, "bound": tier.bound, "proven": tier.proven}
            for tier in formation.tiers
        ],
        "moves": [
            {"participant": move.participant, "from": move.from_team, "to": move.to_team} for move in formation.moves
        ],
        "broken_rules": [{"rule": broken.rule, "why": tr.render(broken.why)} for broken in formation.broken_rules],
        "seconds": formation.seconds,
        "seed": formation.seed,
    }


def rounds_document(plan: RoundPlan) -> dict[str, Any]:
    """The table rounds, and how many pairs meet more than once."""
    return {
        "rounds": [[team_document(team) for team in drawn] for drawn in plan.rounds],
        "repeats": plan.repeats,
        "bound": plan.bound,
        "seconds": plan.seconds,
        "seed": plan.seed,
    }


def team_document(team: Team) -> dict[str, Any]:
    """One team."""
    document: dict[str, Any] = {"number": team.number, "table": team.table, "members": list(team.members)}
    if team.question is not None:
        document["question"] = team.question
    return document

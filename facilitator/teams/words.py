"""What the tiers and the rules are called, for windows and the command line alike."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.common.texts import Text, text
from facilitator.teams.model import Tier

TIERS: Mapping[Tier, tuple[Text, Text]] = {
    Tier.SECTORS: (text("Sectors"), text("How many places the sectors are from an even spread over the teams.")),
    Tier.QUOTAS: (text("Seat quotas"), text("How many places the quotas are from an even spread over the teams.")),
    Tier.ORGANISATIONS: (text("Same organisation"), text("Pairs of people from one organisation in the same team.")),
    Tier.OUTSIDE_WISHES: (text("Outside wishes"), text("People whose team works on a question they did not wish for.")),
    Tier.WISH_RANKS: (text("Wish ranks"), text("How far down their list of wishes people got, added up.")),
    Tier.SKILL_GAPS: (text("Missing skills"), text("Skills that nobody in a team has, counted over all teams.")),
    Tier.OBK: (text("OBK-index"), text("How much the seating still keeps to what people know. Lower is bolder.")),
}
"""Tier → its name and what its figure counts."""

_RULES: Mapping[str, Text] = {
    "size": text("team sizes"),
    "unseated": text("a seat for everybody"),
    "max_same_organisation": text("most from one organisation"),
    "common_language": text("languages to share"),
    "keep_together": text("people together"),
    "keep_apart": text("people apart"),
    "needs_accessible": text("accessible tables"),
    "fixed": text("people fixed in a team"),
}


def rule_words(rule: str) -> Text:
    """What a rule is called, from its stable name such as `min_per_team:facilitation`."""
    kind, _, of = rule.partition(":")
    if kind == "min_per_team":
        return text("{name} in each team", name=of)
    if kind == "quota":
        return text("the limits for {name}", name=of)
    return _RULES[kind]

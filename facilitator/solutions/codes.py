"""The team's hand-in code: stands on the team sheet, and says which team a solution comes from."""

from __future__ import annotations

from facilitator.common.short_code import short_code

LENGTH = 6
"""Characters, 30 bits: typed in seconds, and not guessed while wrong codes are counted."""


def hand_in_code(event_key: str, team: int) -> str:
    """The code of a team, by its number, in an event with this staff key; the same as long as the key is.

    Raises:
        ValueError: the event has no key.
    """
    return short_code(event_key, "hand-in", str(team), LENGTH)

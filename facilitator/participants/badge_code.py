"""What the QR code on a badge says about whose it is: enough to check somebody in, and nothing to vote with."""

from __future__ import annotations

from facilitator.common.short_code import short_code

CHECK_LENGTH = 4
"""Characters, 20 bits: a badge of another event, or of an earlier list, is told from one of this event."""


def badge_code(event_key: str, participant: int) -> str:
    """`ID-CHECK`, such as `12-7QF3`; the check is derived from the event's staff key, as no voting card is.

    Raises:
        ValueError: the event has no key.
    """
    return f"{participant}-{short_code(event_key, 'badge', str(participant), CHECK_LENGTH)}"


def badge_address(base_url: str, code: str) -> str:
    """The address in the badge's QR code: opened by a phone that holds the staff key, it offers to check them in."""
    return f"{base_url.rstrip('/')}/staff#badge={code}"

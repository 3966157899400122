"""Receipts: what a voter keeps to find the own ballot in the published list.

A receipt is made from the vote's random uid alone, so the same vote always gets the same receipt, and it says nothing
about the card. 80 bits: two receipts of one contest coincide with a probability below 1e-16 at 10,000 votes.
"""

from __future__ import annotations

import hashlib

from facilitator.voting.cards import ALPHABET

_BITS, _GROUP = 80, 4


def receipt(contest: str, uid: str) -> str:
    """The receipt for the vote `uid` (32 hex digits) in a contest: XXXX-XXXX-XXXX-XXXX in Crockford's base32.

    It is the beginning of SHA-256 of `receipt|CONTEST|UID`.
    """
    digest = hashlib.sha256(f"receipt|{contest}|{uid}".encode()).digest()
    bits = int.from_bytes(digest[: _BITS // 8], "big")
    characters = "".join(ALPHABET[(bits >> shift) & 31] for shift in range(_BITS - 5, -1, -5))
    return "-".join(characters[start : start + _GROUP] for start in range(0, len(characters), _GROUP))

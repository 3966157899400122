"""Receipts: what a voter keeps to find the own ballot in the published list.

A receipt is made from the vote's random uid alone, so the same vote always gets the same receipt, and it says nothing
about the card. 80 bits: two receipts of one contest coincide with a probability below 1e-16 at 10,000 votes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from facilitator.voting.cards import ALPHABET

_BYTES, _GROUP = 10, 4
_TO_CROCKFORD = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ALPHABET.encode())


def box_digest(cast: Iterable[tuple[str, str, str]]) -> str:
    """What tells whether a closed box has been changed: 64 hex digits over receipt, role and choices of all ballots.

    It is the SHA-256 of a line `RECEIPT|ROLE|CHOICES` for each ballot, in the order of the lines, a line feed after
    each. Choices are JSON as `choices.canonical` writes it, which holds no line feed.
    """
    lines = sorted("|".join(each) for each in cast)
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()


def receipt(contest: str, uid: str) -> str:
    """The receipt for the vote `uid` (32 hex digits) in a contest: XXXX-XXXX-XXXX-XXXX in Crockford's base32.

    It is the beginning of SHA-256 of `receipt|CONTEST|UID`.
    """
    digest = hashlib.sha256(f"receipt|{contest}|{uid}".encode()).digest()
    characters = base64.b32encode(digest[:_BYTES]).translate(_TO_CROCKFORD).decode()
    return "-".join(characters[start : start + _GROUP] for start in range(0, len(characters), _GROUP))

"""Short codes for paper: what only this event can have made, in characters that people type without mistakes."""

from __future__ import annotations

import hashlib
import hmac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32 (https://www.crockford.com/base32.html): no I, L, O and U."""


def short_code(key: str, purpose: str, about: str, length: int) -> str:
    """`length` characters, five bits each, of HMAC-SHA-256 with the event's key over `purpose|about`.

    The same every time. Nobody can tell the key from any number of codes, or one code from another; `purpose` keeps
    the codes of one use from being those of another.

    Raises:
        ValueError: there is no key, so that anybody could work the code out; or it is longer than the hash.
    """
    digest = hmac.new(key.encode(), f"{purpose}|{about}".encode(), hashlib.sha256).digest()
    if not key or not 0 < length <= len(digest):
        raise ValueError("a short code needs a key and 1 to 32 characters")
    # 256 is a multiple of 32, so every character is equally likely.
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:length])

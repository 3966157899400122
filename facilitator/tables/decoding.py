"""From bytes to text, for the encodings that lists arrive in.

The order is strict, since each step accepts only what the ones after it would read wrongly: UTF-8 (with or without
its mark), UTF-16 with its mark, UTF-16 that shows by its zero bytes, and last the encodings of one byte a letter.
https://encoding.spec.whatwg.org/#decode puts marks first in the same way.

Of those last ones Windows-1252 is the rule. “CSV (Macintosh)” and “CSV (MS-DOS)” write Mac Roman and code page 850,
and most of their bytes are something in Windows-1252 too: “Björn” would become “Bjšrn” without a word. They are known
by their letters: å, ä, ö and their like lie in other places in each of the three.
"""

from __future__ import annotations

import codecs
import re

_NUL_SHARE = 0.1
"""In a list with Latin headings and separators, at least this share of one half of UTF-16's bytes is zero."""

_CONTROL_SHARE = 0.01
"""Text holds no more control characters than this."""

_ONE_BYTE = ("cp1252", "mac-roman", "cp850")
"""The likeliest first: it is taken where the letters do not tell."""

_LIKELY_SIGN = re.compile(
    "[åäöéëüæøèáíóñçÅÄÖÉÜÆØšž’]|(?<![a-zåäö])[ŠŽ]|(?<![A-Za-zåäö])[–—“”‘€…•]|[–—“”‘€…•](?![A-Za-zåäö])"
)
"""What stands in names and Swedish headings: letters, capitals not after small ones, and signs not within a word."""

_TEXT_CONTROLS = "\t\n\v\f\r\x1a"


def decode(data: bytes) -> str | None:
    """The text, without byte order mark; None if the bytes are not text in any of the encodings."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16")
    if b"\0" in data:
        encoding = _utf16_without_mark(data)
        return None if encoding is None else _strictly(data, encoding)
    decoded = _strictly(data, "utf-8-sig")
    if decoded is not None:
        return decoded
    readings = [reading for encoding in _ONE_BYTE if (reading := _strictly(data, encoding)) is not None]
    return max(readings, key=_likely, default=None)


def _likely(reading: str) -> int:
    """How many signs beyond ASCII are such as lists have: “ö” is one, “Ž” in the middle of a word is none."""
    return len(_LIKELY_SIGN.findall(reading))


def _utf16_without_mark(data: bytes) -> str | None:
    half = len(data) // 2
    high_first, low_first = data[::2].count(0), data[1::2].count(0)
    if max(high_first, low_first) < half * _NUL_SHARE:
        return None
    return "utf-16-be" if high_first > low_first else "utf-16-le"


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        decoded = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    decoded = decoded.lstrip("\ufeff").rstrip("\x1a")
    controls = sum(decoded.count(chr(code)) for code in range(32) if chr(code) not in _TEXT_CONTROLS)
    return None if "\0" in decoded or controls > len(decoded) * _CONTROL_SHARE else decoded

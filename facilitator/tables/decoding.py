"""From bytes to text, for the encodings that lists arrive in.

The order is strict, since each step accepts only what the ones after it would read wrongly: UTF-8 (with or without
its mark), UTF-16 with its mark, UTF-16 that shows by its zero bytes, and last Windows-1252, which accepts nearly
anything. https://encoding.spec.whatwg.org/#decode puts marks first in the same way.
"""

from __future__ import annotations

import codecs

_NUL_SHARE = 0.1
"""In a list with Latin headings and separators, at least this share of one half of UTF-16's bytes is zero."""

_CONTROL_SHARE = 0.01
"""Text holds no more control characters than this."""

_TEXT_CONTROLS = "\t\n\v\f\r\x1a"


def decode(data: bytes) -> str | None:
    """The text, without byte order mark; None if the bytes are not text in any of the encodings."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16")
    if b"\0" in data:
        encoding = _utf16_without_mark(data)
        return None if encoding is None else _strictly(data, encoding)
    for candidate in ("utf-8-sig", "cp1252"):
        decoded = _strictly(data, candidate)
        if decoded is not None:
            return decoded
    return None


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

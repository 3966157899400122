"""What may stand in the single fields of a participant, whether a list gives them or somebody types them."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST_NAME = 200
"""Characters; a longer name is a cell that slipped."""

LONGEST_LINE = 300
"""Characters of an organisation, a role or a reference."""

_LIST_SEPARATORS = re.compile(r"[|,;\n]")
_CODE_SEPARATORS = re.compile(r"[|,;\s]")
_LONGEST_ADDRESS = 254
"""Characters (RFC 5321, section 4.5.3.1.3, less the two brackets)."""
_ADDRESS = re.compile(r"[^@\s,;:<>()\[\]\"]+@[^@\s,;:<>()\[\]\".]+(?:\.[^@\s,;:<>()\[\]\".]+)+")
_DRESSED_ADDRESS = re.compile(r"(?:mailto:|[^<>]*<\s*)([^<>]*?)\s*>?", re.IGNORECASE)


def line(value: str) -> str:
    """The value on one line, with single blanks."""
    return " ".join(value.split())


def address(value: str) -> str | None:
    """The e-mail address in a value such as “Anna Ek <anna@a.se>”; None if there is none."""
    dressed = _DRESSED_ADDRESS.fullmatch(value)
    found = dressed.group(1) if dressed else value
    return found if _ADDRESS.fullmatch(found) and len(found) <= _LONGEST_ADDRESS else None


def entries(values: Iterable[str]) -> tuple[str, ...]:
    """Skills or languages: what commas, semicolons, bars and line breaks part, each once."""
    return _parted(values, _LIST_SEPARATORS)


def codes(values: Iterable[str]) -> tuple[str, ...]:
    """The codes of questions wished for, in upper case, each once, dearest first; blanks part them too."""
    return tuple(code.upper() for code in _parted(values, _CODE_SEPARATORS))


def _parted(values: Iterable[str], separators: re.Pattern[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for value in values:
        for part in separators.split(value):
            entry = line(part)
            if entry:
                found.setdefault(entry.casefold(), entry)
    return tuple(found.values())

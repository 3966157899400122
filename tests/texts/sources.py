"""The sentences in the code, found twice: by Babel as `dev.py texts update` asks it, and in the syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po

import dev

CODE = dev.ROOT / "facilitator"
TEMPLATE = dev.TEXTS / "facilitator.pot"
SWEDISH = dev.TEXTS / "sv" / "LC_MESSAGES" / "facilitator.po"

FUNCTIONS = frozenset({"text", "plural_text", "tr", "_tr"})
"""What a sentence is passed to by name; `tr` and `_tr` hold a `Translator`."""
METHODS = frozenset({"tr", "_tr", "plural"})
"""The same, as attributes: `self.context.tr(…)`, `tr.plural(…)`."""
SKIPPED = CODE / "common" / "texts.py"
"""The module that defines those functions, where messages are variables by nature."""

Key = str | tuple[str, str]
"""A sentence, or its singular and plural."""


@dataclass(frozen=True, slots=True)
class Call:
    """One place in the code that says something."""

    where: str
    function: str
    arguments: tuple[ast.expr, ...]

    @property
    def borrowed(self) -> bool:
        """Whether it says the message of a `Text` that is written out elsewhere."""
        first = self.arguments[0]
        return isinstance(first, ast.Attribute) and first.attr == "message"

    @property
    def key(self) -> Key | None:
        """The sentence; None where it is not written out as a literal."""
        count = 2 if self.function in ("plural", "plural_text") else 1
        words = [
            one.value for one in self.arguments[:count] if isinstance(one, ast.Constant) and isinstance(one.value, str)
        ]
        if len(words) != count:
            return None
        return words[0] if count == 1 else (words[0], words[1])


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence of a catalogue and its translation, each in one form or in singular and plural."""

    english: tuple[str, ...]
    swedish: tuple[str, ...]
    fuzzy: bool


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of the program by its path."""
    paths = (path for path in sorted(CODE.rglob("*.py")) if path != SKIPPED)
    return {_short(path): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


@cache
def calls() -> tuple[Call, ...]:
    """Every call that says something, whatever it passes."""
    return tuple(call for where, tree in trees().items() for call in _calls(where, tree))


@cache
def extracted() -> frozenset[Key]:
    """What Babel finds with the keywords of `dev.py`."""
    keywords = parse_keywords(dev.TEXT_KEYWORDS)
    found = extract_from_dir(str(CODE), method_map=[("**.py", "python")], options_map={}, keywords=keywords)
    return frozenset(_key(message) for _, _, message, _, _ in found)


@cache
def said() -> frozenset[Key]:
    """What the code says, by its syntax tree. A sentence that is also a singular shares its entry in a catalogue."""
    found = {call.key for call in calls() if call.key is not None}
    return frozenset(found - {key[0] for key in found if not isinstance(key, str)})


@cache
def catalogue(path: Path) -> Catalog:
    """A catalogue's source, read anew from disk."""
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def entries(path: Path) -> tuple[Entry, ...]:
    """What a catalogue holds, without its header."""
    return tuple(
        Entry(_forms(message.id), _forms(message.string or ""), message.fuzzy)
        for message in catalogue(path)
        if message.id
    )


def keys(path: Path) -> frozenset[Key]:
    """The sentences of a catalogue."""
    return frozenset(_key(entry.english) for entry in entries(path))


def _forms(words: Sequence[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _key(words: Sequence[str]) -> Key:
    forms = _forms(words)
    return forms[0] if len(forms) == 1 else (forms[0], forms[1])


def _calls(where: str, tree: ast.Module) -> Iterator[Call]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        match node.func:
            case ast.Name(id=name) if name in FUNCTIONS:
                yield Call(f"{where}:{node.lineno}", name, tuple(node.args))
            case ast.Attribute(attr=name) if name in METHODS:
                yield Call(f"{where}:{node.lineno}", name, tuple(node.args))


def _short(path: Path) -> str:
    return path.relative_to(dev.ROOT).as_posix()

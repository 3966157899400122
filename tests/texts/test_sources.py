"""What people read is found by the extraction tool, whole, and stands in the catalogue."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from tests.texts.sources import SWEDISH, TEMPLATE, Key, calls, extracted, keys, said, trees


def test_every_sentence_is_written_out() -> None:
    """A sentence put together from pieces can neither be found nor translated."""
    built = [call.where for call in calls() if call.key is None and not call.borrowed]
    assert not built


def test_no_sentence_is_a_fragment() -> None:
    """Nothing that was meant to be glued to something else."""
    pieces = [part for key in said() for part in _parts(key) if part != part.strip() or not part]
    assert not pieces


def test_texts_made_without_translation_hold_no_words() -> None:
    """`Text(…)` itself is for joining texts; whatever has letters in it goes through `text(…)`."""
    wordy = [
        f"{where}:{node.lineno}"
        for where, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Text"
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and _has_letters(str(node.args[0].value))
    ]
    assert not wordy


def test_the_extraction_finds_every_sentence() -> None:
    """The keywords of `dev.py` cover every way in which the code says something."""
    missed = [f"{call.where} {call.key}" for call in calls() if call.key is not None and call.key not in extracted()]
    assert not missed, "dev.TEXT_KEYWORDS lacks a name, or a sentence stands inside an f-string"


@pytest.mark.parametrize("path", [TEMPLATE, SWEDISH], ids=["template", "Swedish"])
def test_the_catalogues_are_up_to_date(path: Path) -> None:
    """`python3 dev.py texts update` would change nothing."""
    known = keys(path)
    assert said() - known == frozenset(), "run dev.py texts update, and translate"
    assert known - said() - extracted() == frozenset(), "run dev.py texts update"


def _parts(key: Key) -> tuple[str, ...]:
    return (key,) if isinstance(key, str) else key


def _has_letters(words: str) -> bool:
    return any(character.isalpha() for literal, *_ in string.Formatter().parse(words) for character in literal)

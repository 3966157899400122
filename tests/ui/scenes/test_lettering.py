"""Text never leaves the room it is given."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtGui import QFontMetricsF

from facilitator.ui.scenes.lettering import Style, fit
from facilitator.ui.scenes.palette import Tint

STYLE = Style(88, Tint.STRONG)
LETTERS = some.text(
    some.characters(codec="latin-1", exclude_characters="".join(map(chr, (*range(32), *range(127, 160))))), max_size=160
)


@settings(max_examples=60, deadline=None)
@given(LETTERS, some.integers(120, 1700), some.integers(1, 5), some.booleans())
def test_a_block_fits_its_room(words: str, room: int, most: int, even: bool) -> None:
    block = fit(words, STYLE, room, most, even=even)
    metrics = QFontMetricsF(STYLE.font(block.size))
    assert STYLE.least <= block.size <= STYLE.size
    assert len(block.lines) <= most
    assert all(metrics.horizontalAdvance(line) <= room for line in block.lines)


@settings(max_examples=60, deadline=None)
@given(LETTERS, some.integers(60, 500))
def test_a_block_fits_its_height(words: str, height: int) -> None:
    assert fit(words, STYLE, 900, 12, height).height <= height


@settings(max_examples=60, deadline=None)
@given(LETTERS, some.integers(120, 1700), some.integers(1, 5))
def test_nothing_is_left_out_without_a_sign(words: str, room: int, most: int) -> None:
    painted = "".join(fit(words, STYLE, room, most).lines)
    assert painted.endswith("…") or "".join(painted.split()) == "".join(words.split())


def test_lines_of_an_even_block_are_of_like_width() -> None:
    words = "Vi fortsätter klockan tolv och tjugosju. Ta med kaffet till ert bord."
    plain, even = fit(words, STYLE, 1600, 4), fit(words, STYLE, 1600, 4, even=True)
    assert len(even.lines) == len(plain.lines)
    assert even.width < plain.width

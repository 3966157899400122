"""What the print dialog may ask for, and how the sheet is moved under the printer."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageOps

from facilitator.common.errors import NotFound, UserError
from facilitator.common.texts import Translator
from facilitator.printing.documents import Kind, layout, print_document
from facilitator.printing.marks import Offset, Words
from facilitator.printing.options import LARGEST_OFFSET, PrintOptions, Selection
from facilitator.printing.paper import BADGE_SIZES, BadgeSize, Paper, grid_of
from tests.printing.reading import pictures_of
from tests.printing.sample import material

TR = Translator("en")
WHOLE = material(people=10, team_count=2)
PIXELS = 10
"""A millimetre at 254 dpi."""


@pytest.mark.parametrize("offset", [Offset(10.5, 0), Offset(0, -11), Offset(math.nan, 0), Offset(0, math.inf)])
def test_an_offset_off_the_sheet_is_refused(offset: Offset) -> None:
    with pytest.raises(UserError, match="is too large"):
        layout(Kind.BADGES, WHOLE, TR, PrintOptions(offset=offset))


@pytest.mark.parametrize("size", [BadgeSize(math.nan, 54), BadgeSize(90, math.nan), BadgeSize(49.9, 30)])
def test_a_badge_without_a_size_is_refused(size: BadgeSize) -> None:
    with pytest.raises(UserError, match="too small to be read"):
        layout(Kind.BADGES, WHOLE, TR, PrintOptions(badge=size))
    assert layout(Kind.WALL_LIST, WHOLE, TR, PrintOptions(badge=size)).pages


@pytest.mark.parametrize("copies", [0, -1, 5001])
def test_copies_are_a_sensible_number(copies: int) -> None:
    with pytest.raises(UserError, match="copies cannot be printed"):
        layout(Kind.PAPER_BALLOTS, WHOLE, TR, PrintOptions(copies=copies))


@pytest.mark.parametrize(
    ("selection", "named"),
    [
        (Selection(teams=frozenset({2, 99})), "no team 99"),
        (Selection(people=frozenset({77})), "no participant 77"),
        (Selection(cards=frozenset({"abc"})), "no voting card abc"),
        (Selection(ballots=frozenset({8})), "no ballot 8"),
    ],
)
def test_what_is_chosen_has_to_exist(selection: Selection, named: str) -> None:
    with pytest.raises(NotFound, match=named):
        layout(Kind.TEAM_SHEETS, WHOLE, TR, PrintOptions(selection=selection))


@pytest.mark.parametrize(("name", "on_a_sheet"), [("54x90", 10), ("a7", 8), ("a6", 4)])
def test_the_sizes_that_are_sold(name: str, on_a_sheet: int) -> None:
    size = BADGE_SIZES[name]
    assert grid_of(Paper.A4, size).per_page == on_a_sheet


@pytest.mark.parametrize("kind", [Kind.TABLE_SIGNS, Kind.BADGES])
def test_the_offset_moves_everything_on_the_sheet(kind: Kind, tmp_path: Path) -> None:
    def ink(offset: Offset) -> tuple[int, int, int, int]:
        page = pictures_of(print_document(kind, WHOLE, TR, PrintOptions(offset=offset)).pdf, tmp_path, 254)[0]
        # What is cut off at the edges, the fold and the cut marks, is fainter than type.
        box = ImageOps.invert(page).point(lambda shade: 255 if shade > 180 else 0).getbbox()
        assert box is not None
        return box

    straight, moved = ink(Offset()), ink(Offset(3, -2))
    difference = [after - before for before, after in zip(straight, moved, strict=True)]
    assert difference == pytest.approx([3 * PIXELS, -2 * PIXELS, 3 * PIXELS, -2 * PIXELS], abs=1)


def test_a_preview_shows_the_page_as_it_is_meant() -> None:
    straight = layout(Kind.BADGES, WHOLE, TR)
    moved = layout(Kind.BADGES, WHOLE, TR, PrintOptions(offset=Offset(3, -2)))
    assert moved.pages == straight.pages
    assert moved.offset == Offset(3, -2)


MILLIMETRES = st.floats(-LARGEST_OFFSET / 2, LARGEST_OFFSET / 2)


@settings(deadline=None)
@given(error=st.tuples(MILLIMETRES, MILLIMETRES), paper=st.sampled_from(Paper))
def test_the_numbers_at_the_creases_put_a_printer_right(error: tuple[float, float], paper: Paper) -> None:
    def creases(offset: Offset) -> tuple[float, float]:
        """What is read where the folds through the middle of the paper cross the scales."""
        page = layout(Kind.PRINTER_TEST, WHOLE, TR, PrintOptions(paper, offset=offset)).pages[0]
        tens = [mark for mark in page.marks if isinstance(mark, Words) and mark.text == "10"]
        zeros = [mark for mark in page.marks if isinstance(mark, Words) and mark.text == "0"]
        assert tens[0].x - zeros[0].x == pytest.approx(10)
        assert tens[1].y - zeros[1].y == pytest.approx(10)
        # The figure beside the upright scale stands half its height below its stroke.
        half_figure = 7.5 * 0.727 * 25.4 / 72 / 2
        zero_across = zeros[0].x + offset.across + error[0]
        zero_down = zeros[1].y - half_figure + offset.down + error[1]
        return paper.width / 2 - zero_across, paper.height / 2 - zero_down

    across, down = creases(Offset())
    assert creases(Offset(across, down)) == pytest.approx((0, 0), abs=1e-6)
    assert (across, down) == pytest.approx((-error[0], -error[1]), abs=0.05)

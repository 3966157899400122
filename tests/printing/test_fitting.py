"""Text stays inside its room, whole, and no smaller than was allowed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.printing.fitting import SMALLEST_NAME, Fitted, Room, fill, fit_name, fit_or_shorten, fit_text
from facilitator.printing.typeface import Face, width
from tests.printing.geometry import SLACK, compact

NAMES = st.text("abcdefghijklmnoprstuvwyåäöéüßıčšŁÅÄÖÉMW -'", min_size=1, max_size=60).map(str.strip).filter(bool)
ROOMS = st.builds(Room, st.floats(20, 170), st.floats(5, 60))


def assert_inside(fitted: Fitted, room: Room) -> None:
    assert fitted.height <= room.height + SLACK
    for words in fitted.lines:
        assert width(words, fitted.face, fitted.size) <= room.width + SLACK


@given(NAMES, ROOMS)
def test_a_name_that_fits_is_whole_and_inside_and_large_enough(name: str, room: Room) -> None:
    fitted = fit_name(name, Face.BOLD, room, 32)
    if fitted is not None:
        assert_inside(fitted, room)
        assert compact("".join(fitted.lines)) == compact(name)
        assert SMALLEST_NAME <= fitted.size <= 32


@given(NAMES, ROOMS)
def test_a_name_is_refused_only_when_it_does_not_fit_at_the_smallest_size(name: str, room: Room) -> None:
    if fit_name(name, Face.BOLD, room, 32) is None:
        densest = fill(name, Face.BOLD, SMALLEST_NAME, room.width)
        assert Fitted(densest, Face.BOLD, SMALLEST_NAME).height > room.height


@given(st.text(max_size=400), ROOMS)
def test_shortened_text_is_inside_its_room(text: str, room: Room) -> None:
    fitted = fit_or_shorten(text, Face.REGULAR, room, 12, 7)
    assert_inside(fitted, room)


def test_shortened_text_says_so() -> None:
    fitted = fit_or_shorten("en mycket lång mening " * 20, Face.REGULAR, Room(40, 6), 12, 7)
    assert fitted.lines[-1].endswith("…")
    assert fitted.size == 7


def test_lines_break_at_spaces_and_after_hyphens_before_a_word_is_broken() -> None:
    fitted = fit_text("Maria-Magdalena af Ugglas", Face.BOLD, Room(30, 30), 20, 10)
    assert fitted is not None
    assert fitted.lines == ("Maria-", "Magdalena", "af Ugglas")


@pytest.mark.parametrize(("name", "one_line"), [("Jean-Luc", True), ("Wolfgang Amadeus Theophilus", False)])
def test_a_name_stays_on_one_line_unless_it_would_become_small(name: str, one_line: bool) -> None:
    fitted = fit_name(name, Face.BOLD, Room(60, 24), 32)
    assert fitted is not None
    assert (len(fitted.lines) == 1) is one_line

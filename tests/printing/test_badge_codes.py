"""The code on the badge: read from the page on every sheet that holds it, and said where it is missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from facilitator.common.errors import UserError
from facilitator.common.short_code import ALPHABET
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.participants.badge_code import badge_address, badge_code
from facilitator.printing.badges import badges
from facilitator.printing.codes import SMALLEST_CODE
from facilitator.printing.documents import Kind, layout, print_document
from facilitator.printing.gathering import gathered
from facilitator.printing.marks import Code, Document
from facilitator.printing.material import Material
from facilitator.printing.options import PrintOptions
from facilitator.printing.paper import BADGE_NAMES, BADGE_SIZES, BadgeSize, Paper, grid_of
from facilitator.solutions.codes import hand_in_code
from tests.printing.geometry import extents, words_of
from tests.printing.reading import pictures_of
from tests.printing.sample import material

TR = Translator("en")
KEY = "k3y-of-the-event"


def coded(people: int = 80, team_count: int = 16) -> Material:
    whole = material(people, team_count)
    return replace(whole, badge_codes={person: badge_code(KEY, person) for person in whole.roster.people})


def codes_of(document: Document) -> list[Code]:
    return [mark for page in document.pages for mark in page.marks if isinstance(mark, Code)]


def on(name: str) -> PrintOptions:
    size = BADGE_SIZES[name]
    return PrintOptions(size.paper or Paper.A4, size)


@pytest.mark.parametrize("dpi", [300, 150])
@pytest.mark.parametrize("name", BADGE_SIZES)
def test_every_code_is_read_from_every_sheet_on_the_market(name: str, dpi: int, tmp_path: Path) -> None:
    whole = coded(80 if name == "54x90" else 24)
    pages = pictures_of(print_document(Kind.BADGES, whole, TR, on(name)).pdf, tmp_path, dpi)
    found = [code for page in pages for code in zxingcpp.read_barcodes(page)]
    assert sorted(code.text for code in found) == sorted(
        f"{whole.base_url}/staff#badge={code}" for code in whole.badge_codes.values()
    )
    assert {code.ec_level for code in found} <= {"M", "Q", "H"}


@pytest.mark.parametrize("name", BADGE_SIZES)
def test_a_code_has_its_size_and_its_quiet_zone_to_itself(name: str) -> None:
    document = badges(coded(), TR, on(name))
    assert document.notes == ()
    for page in document.pages:
        placed = extents(page.marks)
        for code in (mark for mark in page.marks if isinstance(mark, Code)):
            assert code.size >= SMALLEST_CODE
            for extent in placed:
                assert (
                    extent.right <= code.x
                    or extent.left >= code.x + code.size
                    or extent.bottom <= code.y
                    or extent.top >= code.y + code.size
                ), extent.words.text


def test_every_sheet_has_its_name() -> None:
    assert BADGE_NAMES.keys() == BADGE_SIZES.keys()


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("54x90", (15.0, 13.5), (105.0, 13.5)),
        ("avery-l4785", (17.5, 13.5), (112.5, 13.5)),
        ("avery-l7414", (15.0, 18.5), (105.0, 18.5)),
        ("zweckform-32015", (17.0, 31.5), (108.0, 31.5)),
        ("avery-5395", (17.46, 14.82), (112.71, 14.82)),
    ],
)
def test_badges_lie_where_the_maker_cuts_them(
    name: str, first: tuple[float, float], second: tuple[float, float]
) -> None:
    options = on(name)
    grid = grid_of(options.paper, options.badge)
    assert grid.corner(0) == pytest.approx(first, abs=0.05)
    assert grid.corner(1) == pytest.approx(second, abs=0.05)


def test_a_badge_too_small_for_a_code_says_so_and_is_printed_all_the_same() -> None:
    document = badges(coded(3, 1), TR, PrintOptions(badge=BadgeSize(70, 40)))
    assert codes_of(document) == []
    assert ["too small for a check-in code" in str(note) for note in document.notes] == [True]


def test_a_name_that_needs_the_codes_room_gets_it_and_is_named() -> None:
    whole = coded(3, 1)
    person = replace(whole.roster.people[2], last_name="Konstantinopolitanerstråle-" * 3)
    whole = replace(whole, roster=replace(whole.roster, people={**whole.roster.people, 2: person}))
    document = badges(whole, TR)
    assert len(codes_of(document)) == 2
    assert [person.name in str(note) for note in document.notes] == [True]
    printed = "".join(words.text for page in document.pages for words in words_of(page.marks))
    assert person.last_name.replace("-", "") in printed.replace("-", "")


def test_badges_can_go_without_codes_and_without_marks_to_cut_along() -> None:
    plain = badges(coded(), TR, PrintOptions(badge_codes=False, cut_marks=False))
    assert codes_of(plain) == []
    assert len(plain.pages[0].marks) < len(badges(coded(), TR, PrintOptions(badge_codes=False)).pages[0].marks)


def test_without_an_address_the_badges_say_that_they_carry_no_code() -> None:
    document = badges(replace(coded(3, 1), base_url=""), TR)
    assert codes_of(document) == []
    assert ["address for phones is not known" in str(note) for note in document.notes] == [True]


def test_sheets_sold_on_other_paper_are_refused() -> None:
    with pytest.raises(UserError, match="not sold on sheets of this size"):
        layout(Kind.BADGES, coded(3, 1), TR, PrintOptions(Paper.LETTER, BADGE_SIZES["avery-l4785"]))


def test_the_codes_of_an_event_are_its_own_and_stay_the_same() -> None:
    whole = material(3, 1)
    event = replace(whole.event, staff_key=KEY)
    state = State(event, roster=whole.roster, teams=whole.teams)
    first, again = gathered(state, ""), gathered(state, "http://x")
    assert first.badge_codes == again.badge_codes == {person: badge_code(KEY, person) for person in (1, 2, 3)}
    assert first.hand_in_codes == {1: hand_in_code(KEY, 1)}
    other = gathered(replace(state, event=replace(event, staff_key="another")), "")
    assert not set(first.badge_codes.values()) & set(other.badge_codes.values())
    assert gathered(replace(state, event=replace(event, staff_key="")), "").badge_codes == {}


@given(key=st.text(min_size=1, alphabet=st.characters(codec="utf-8")), number=st.integers(1, 10**6))
def test_codes_are_short_unmistakable_and_those_of_one_use_alone(key: str, number: int) -> None:
    code, badge = hand_in_code(key, number), badge_code(key, number)
    assert len(code) == 6
    assert set(code) <= set(ALPHABET)
    person, _, check = badge.partition("-")
    assert int(person) == number
    assert len(check) == 4
    assert set(check) <= set(ALPHABET)
    assert badge_address("http://a/", badge) == f"http://a/staff#badge={number}-{check}"


def test_sixteen_teams_have_sixteen_codes() -> None:
    assert len({hand_in_code(KEY, team) for team in range(1, 17)}) == 16


def test_without_a_key_there_is_no_code_that_anybody_could_work_out() -> None:
    with pytest.raises(ValueError, match="needs a key"):
        hand_in_code("", 1)

"""Nothing is cut off, nothing lies over anything else, whatever people and tables are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.common.errors import UserError
from facilitator.common.texts import Translator
from facilitator.participants.model import Attendance
from facilitator.printing.badges import badges
from facilitator.printing.check_in_list import check_in_list
from facilitator.printing.marks import Code, Document, Offset, Page
from facilitator.printing.material import Material
from facilitator.printing.move_list import move_list
from facilitator.printing.options import USUAL, PrintOptions
from facilitator.printing.paper import BADGE_90X54, BADGE_A6, BADGE_A7, BadgeSize, Paper, grid_of
from facilitator.printing.printer_test import printer_test
from facilitator.printing.refusals import NameTooLong
from facilitator.printing.round_slips import round_slips
from facilitator.printing.table_signs import NUMBER_HEIGHT, table_signs
from facilitator.printing.team_sheets import team_sheets
from facilitator.printing.typeface import CAP_HEIGHT, POINT
from facilitator.printing.voting_cards import voting_cards
from facilitator.printing.wall_list import wall_list
from facilitator.teams.model import Team, Teams
from tests.printing.geometry import clashes, compact, extents, words_of
from tests.printing.sample import card, material, secret
from tests.printing.test_fitting import NAMES

TR = Translator("sv")


def all_new(material: Material, tr: Translator, options: PrintOptions) -> Document:
    """The move list of an event in which nobody sat anywhere before."""
    return move_list(material, tr, replace(options, changed_since=replace(material, teams=Teams())))


LAYOUTS: dict[str, tuple[Callable[[Material, Translator, PrintOptions], Document], float]] = {
    "team-sheets": (team_sheets, 9.0),
    "badges": (badges, 4.0),
    "voting-cards": (voting_cards, 8.0),
    "table-signs": (table_signs, 9.0),
    "wall-list": (wall_list, 8.0),
    "check-in-list": (check_in_list, 8.0),
    "round-slips": (round_slips, 8.0),
    "move-list": (all_new, 8.0),
}
PAPERS = pytest.mark.parametrize("paper", list(Paper))
KINDS = pytest.mark.parametrize("kind", list(LAYOUTS))


def renamed(first: str, last: str, organisation: str, table: str) -> Material:
    """An event for one team in which everybody has the same awkward name."""
    whole = material(people=5, team_count=1, jury=0)
    people = {
        number: replace(person, first_name=first, last_name=last, organisation=organisation)
        for number, person in whole.roster.people.items()
    }
    name = people[1].name
    cards = [card(name, number) for number in people]
    return replace(
        whole,
        roster=replace(whole.roster, people=people),
        teams=replace(whole.teams, teams={1: replace(whole.teams.teams[1], table=table)}),
        voting=replace(whole.voting, cards={one.id: one for one in cards}),
    )


def text_on(page: Page) -> str:
    return compact("".join(words.text for words in words_of(page.marks)))


@PAPERS
@KINDS
def test_the_usual_event_is_laid_out_without_a_clash(kind: str, paper: Paper) -> None:
    layout, margin = LAYOUTS[kind]
    assert clashes(layout(material(), TR, PrintOptions(paper)), margin) == []


@KINDS
@settings(deadline=None, max_examples=25)
@given(first=NAMES, last=st.one_of(st.just(""), NAMES), organisation=st.text("abc åäö&", max_size=90), table=NAMES)
def test_long_names_shrink_or_wrap_or_are_named(
    kind: str, first: str, last: str, organisation: str, table: str
) -> None:
    layout, margin = LAYOUTS[kind]
    whole = renamed(first, last, organisation, table)
    try:
        document = layout(whole, TR, USUAL)
    except NameTooLong as refusal:
        named, long = whole.roster.people[1].name in str(refusal), len(first) + len(last) > 60
        if not (named and long):
            raise
        return
    assert clashes(document, margin) == []
    if kind != "table-signs":
        on_paper = "".join(text_on(page) for page in document.pages)
        assert compact(first) in on_paper
        assert compact(last) in on_paper


@PAPERS
@pytest.mark.parametrize("size", [BADGE_90X54, BADGE_A6, BADGE_A7, BadgeSize(80, 40)])
@settings(deadline=None, max_examples=15)
@given(first=NAMES, last=NAMES)
def test_every_badge_keeps_to_its_own_cell(paper: Paper, size: BadgeSize, first: str, last: str) -> None:
    try:
        document = badges(
            renamed(first, last, "Länsstyrelsen i Västra Götalands län", "Vänern"), TR, PrintOptions(paper, size)
        )
    except NameTooLong:
        return
    grid = grid_of(paper, size)
    inset = 3.0
    for page in document.pages:
        for extent in extents(page.marks):
            assert any(
                extent.within(x + inset, y + inset, x + size.width - inset, y + size.height - inset)
                for x, y in map(grid.corner, range(grid.per_page))
            ), extent.words


def test_the_first_name_is_the_largest_thing_on_a_badge() -> None:
    document = badges(material(people=10), TR)
    sizes = {words.text: words.size for words in words_of(document.pages[0].marks)}
    assert max(sizes, key=lambda text: sizes[text]) in {
        person.first_name for person in material(10).roster.people.values()
    }
    assert sizes["Jean-Luc"] >= 28


def test_badges_without_teams_leave_the_seat_out() -> None:
    document = badges(material(people=3, team_count=0), TR)
    assert not any("Team" in words.text for words in words_of(document.pages[0].marks))


@PAPERS
def test_table_signs_are_readable_at_ten_metres_from_both_sides(paper: Paper) -> None:
    document = table_signs(material(), TR, PrintOptions(paper))
    for number, page in enumerate(document.pages, 1):
        figures = [words for words in words_of(page.marks) if words.text == str(number)]
        assert len(figures) == 2
        assert all(words.size * CAP_HEIGHT * POINT == pytest.approx(NUMBER_HEIGHT) for words in figures)


def test_a_sign_with_a_three_figure_number_still_fits() -> None:
    whole = material(people=1, team_count=1)
    crowded = replace(whole, teams=replace(whole.teams, teams={188: Team(188, "188", members=(1,))}))
    assert clashes(table_signs(crowded, TR), 9) == []


@PAPERS
def test_cards_carry_a_code_of_at_least_22_mm_with_its_quiet_zone(paper: Paper) -> None:
    document = voting_cards(material(), TR, PrintOptions(paper))
    codes = [mark for page in document.pages for mark in page.marks if isinstance(mark, Code)]
    assert len(codes) == 84
    assert min(code.size for code in codes) >= 22
    for page in document.pages:
        for code in (mark for mark in page.marks if isinstance(mark, Code)):
            for extent in extents(page.marks):
                apart = extent.right <= code.x or extent.left >= code.x + code.size
                assert apart or extent.bottom <= code.y or extent.top >= code.y + code.size, extent.words


def test_cards_of_absent_and_waiting_people_and_revoked_cards_are_not_printed() -> None:
    whole = material(people=4, jury=0)
    people = dict(whole.roster.people)
    people[1] = replace(people[1], attendance=Attendance.ABSENT)
    people[2] = replace(people[2], attendance=Attendance.WAITING)
    cards = {key: replace(one, revoked=one.participant == 3) for key, one in whole.voting.cards.items()}
    thinned = replace(whole, roster=replace(whole.roster, people=people), voting=replace(whole.voting, cards=cards))
    document = voting_cards(thinned, TR)
    contents = [mark.content for page in document.pages for mark in page.marks if isinstance(mark, Code)]
    assert contents == [f"{whole.base_url}/#{secret(f'{people[4].name}4')}"]


def test_the_wall_list_fits_eighty_people_on_one_page_in_swedish_order() -> None:
    document = wall_list(material(), TR)
    assert len(document.pages) == 1
    initials = [
        words.text for words in words_of(document.pages[0].marks) if len(words.text) == 1 and words.text.isalpha()
    ]
    assert initials[0] == "A"
    assert initials[-3:] == ["Å", "Ä", "Ö"]


def test_namesakes_are_told_apart_by_organisation() -> None:
    whole = renamed("Eva", "Ek", "", "1")
    people = {
        number: replace(person, organisation=f"Myndighet {number}") for number, person in whole.roster.people.items()
    }
    document = wall_list(replace(whole, roster=replace(whole.roster, people=people)), TR)
    for number in people:
        assert compact(f"Ek, Eva (Myndighet {number})") in text_on(document.pages[0])


def test_a_team_too_large_for_its_sheet_is_named() -> None:
    with pytest.raises(UserError, match="Team 1 has too many people"):
        team_sheets(material(people=80, team_count=1), TR)


@pytest.mark.parametrize("size", [8, 12])
def test_larger_teams_still_fit_one_sheet(size: int) -> None:
    document: Document = team_sheets(material(people=size, team_count=1), TR, PrintOptions(Paper.LETTER))
    assert len(document.pages) == 1
    assert clashes(document, 9) == []


@PAPERS
def test_the_hand_in_code_stands_on_its_teams_sheet_alone(paper: Paper) -> None:
    whole = material()
    coded = replace(whole, hand_in_codes={3: "K7Q-2F"})
    document = team_sheets(coded, TR, PrintOptions(paper))
    assert clashes(document, 9) == []
    assert ["K7Q-2F" in {words.text for words in words_of(page.marks)} for page in document.pages] == [
        number == 3 for number in range(1, 17)
    ]
    assert clashes(team_sheets(replace(coded, base_url=""), TR, PrintOptions(paper)), 9) == []
    unchanged = team_sheets(whole, TR, PrintOptions(paper)).pages
    assert [before == after for before, after in zip(unchanged, document.pages, strict=True)].count(False) == 1


@PAPERS
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_printer_test_is_laid_out_without_a_clash(language: str, paper: Paper) -> None:
    options = PrintOptions(paper, offset=Offset(-9.75, 9.75))
    assert clashes(printer_test(material(), Translator(language), options), 9) == []

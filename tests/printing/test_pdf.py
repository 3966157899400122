"""The files themselves, read back by other programs."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
import zxingcpp
from pypdf.generic import DictionaryObject

from facilitator.common.texts import Translator
from facilitator.printing import ink
from facilitator.printing.documents import Kind, print_document
from facilitator.printing.material import Material
from facilitator.printing.options import PrintOptions, Selection
from facilitator.printing.paper import Paper
from facilitator.teams.model import Teams
from tests.printing.reading import pictures_of, reader, text_of
from tests.printing.sample import FIRST_NAMES, LAST_NAMES, material

TR = Translator("en")
KINDS = pytest.mark.parametrize("kind", list(Kind))


def choices(kind: Kind, whole: Material, paper: Paper = Paper.A4) -> PrintOptions:
    """What a document needs to be told: the move list compares with the event before its teams."""
    return PrintOptions(paper, changed_since=replace(whole, teams=Teams()) if kind is Kind.MOVE_LIST else None)


@KINDS
def test_every_font_is_embedded_and_the_file_says_what_it_is(kind: Kind) -> None:
    whole = material(people=10, team_count=2)
    pdf = reader(print_document(kind, whole, Translator("sv"), choices(kind, whole)).pdf)
    assert pdf.metadata is not None
    assert "Skills360-modellen" in (pdf.metadata.title or "")
    assert pdf.metadata.author == "Facilitator"
    assert pdf.root_object.raw_get("/Lang") == "sv"
    fonts = [
        font.get_object()
        for page in pdf.pages
        for font in cast(DictionaryObject, cast(DictionaryObject, page["/Resources"])["/Font"]).values()
    ]
    assert fonts
    for font in fonts:
        assert "Inter" in font["/BaseFont"]
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font


@KINDS
def test_the_same_event_gives_the_same_bytes(kind: Kind) -> None:
    whole = material(people=10, team_count=2)
    first, second = (print_document(kind, whole, TR, choices(kind, whole)).pdf for _ in range(2))
    assert first == second


@pytest.mark.parametrize(("paper", "points"), [(Paper.A4, (595.28, 841.89)), (Paper.LETTER, (612.0, 792.0))])
@KINDS
def test_the_sheet_has_the_chosen_size(kind: Kind, paper: Paper, points: tuple[float, float]) -> None:
    whole = material(people=10, team_count=2)
    page = reader(print_document(kind, whole, TR, choices(kind, whole, paper)).pdf).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(points, abs=0.1)


@pytest.mark.parametrize(
    "kind",
    [
        Kind.BADGES,
        Kind.TEAM_SHEETS,
        Kind.WALL_LIST,
        Kind.CHECK_IN_LIST,
        Kind.VOTING_CARDS,
        Kind.ROUND_SLIPS,
        Kind.MOVE_LIST,
    ],
)
def test_names_can_be_copied_out_letter_by_letter(kind: Kind, tmp_path: Path) -> None:
    whole = material()
    pdf = print_document(kind, whole, TR, choices(kind, whole)).pdf
    extracted = text_of(pdf, tmp_path)
    by_pypdf = "\n".join(page.extract_text() for page in reader(pdf).pages)
    for name in FIRST_NAMES + LAST_NAMES:
        assert name in extracted
        assert name in by_pypdf


def test_times_are_set_in_figures_of_equal_width_and_still_read_as_digits(tmp_path: Path) -> None:
    pdf = print_document(Kind.AGENDA, material(), TR).pdf
    extracted = text_of(pdf, tmp_path)
    for clock in ("08:30", "11:27", "15:55"):
        assert clock in extracted


def test_markup_in_names_is_only_letters(tmp_path: Path) -> None:
    whole = material(people=1, team_count=1, jury=0)
    person = replace(
        whole.roster.people[1],
        first_name="<b>Eva</b>",
        last_name="&amp; (Ek) \\n %s {x}",
        organisation="<a href='x'>A/S</a>",
    )
    whole = replace(whole, roster=replace(whole.roster, people={1: person}))
    for kind in (Kind.BADGES, Kind.TEAM_SHEETS, Kind.CHECK_IN_LIST):
        extracted = " ".join(text_of(print_document(kind, whole, TR).pdf, tmp_path).split())
        for value in ("<b>Eva</b>", "&amp; (Ek) \\n %s {x}", "<a href='x'>A/S</a>"):
            assert value in extracted


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("dpi", [300, 150])
def test_every_card_is_read_from_the_printed_page(paper: Paper, dpi: int, tmp_path: Path) -> None:
    whole = material()
    pages = pictures_of(print_document(Kind.VOTING_CARDS, whole, TR, PrintOptions(paper)).pdf, tmp_path, dpi)
    found = [code for page in pages for code in zxingcpp.read_barcodes(page)]
    assert sorted(code.text for code in found) == sorted(
        f"{whole.base_url}/#{card.secret}" for card in whole.voting.cards.values()
    )
    assert {code.ec_level for code in found} <= {"M", "Q", "H"}


def test_the_secret_stands_in_print_as_it_is_typed(tmp_path: Path) -> None:
    whole = material(people=5, team_count=1)
    extracted = text_of(print_document(Kind.VOTING_CARDS, whole, TR).pdf, tmp_path)
    for card in whole.voting.cards.values():
        assert f"{card.secret[:5]}-{card.secret[5:]}" in extracted
    assert whole.short_address in extracted


@pytest.mark.parametrize("dpi", [300, 150])
def test_the_team_sheet_leads_to_the_phone_page(dpi: int, tmp_path: Path) -> None:
    whole = material(people=5, team_count=1)
    (page,) = pictures_of(print_document(Kind.TEAM_SHEETS, whole, TR).pdf, tmp_path, dpi)
    assert [code.text for code in zxingcpp.read_barcodes(page)] == [whole.base_url]


@pytest.mark.parametrize("colour", [*ink.SECTORS, ink.ACCENT, ink.SLATE, ink.BLACK])
def test_colours_reach_the_contrast_that_wcag_asks_of_text(colour: str) -> None:
    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(int(colour[place : place + 2], 16)) for place in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    assert 1.05 / (luminance + 0.05) >= 4.5


def test_sheets_that_are_all_alike_are_stored_once_and_read_as_often_as_they_stand(tmp_path: Path) -> None:
    whole = material(people=40, team_count=8)
    one, many = (
        print_document(
            Kind.PAPER_BALLOTS, whole, TR, PrintOptions(selection=Selection(ballots=frozenset({3})), copies=copies)
        )
        for copies in (2, 60)
    )
    assert many.pages == 30 * one.pages
    assert len(many.pdf) < 1.5 * len(one.pdf)
    titles = "Utmaningar: intresse och genomförbarhet"
    assert text_of(many.pdf, tmp_path).count(titles) == 60
    first, *_, last = pictures_of(many.pdf, tmp_path, 50)
    assert first.tobytes() == last.tobytes()


def test_eighty_badges_and_sixteen_sheets_take_at_most_two_seconds() -> None:
    whole = material()
    before = time.process_time()
    print_document(Kind.BADGES, whole, TR)
    print_document(Kind.TEAM_SHEETS, whole, TR)
    assert time.process_time() - before <= 2.0

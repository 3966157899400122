"""What the preview and the printer show is what the PDF holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from facilitator.common.texts import Translator
from facilitator.participants.badge_code import badge_code
from facilitator.printing.documents import Kind, layout
from facilitator.printing.marks import Document, Offset
from facilitator.printing.material import Material
from facilitator.printing.options import PrintOptions, Selection
from facilitator.printing.paper import Paper
from facilitator.printing.pdf import render
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.print_painter import paint_page
from facilitator.ui.widgets.print_printer import print_on, printer_for
from tests.printing.reading import pictures_of, reader, text_of
from tests.printing.sample import material

DPI, INCH = 100, 25.4
ALIKE = 64
"""What the edges of the same letters differ by in two programs' pictures, at most."""

HAIRLINES = 110
"""The same for the printer test, whose hairlines one of them paints a whole pixel wide."""

KINDS = [kind for kind in Kind if kind is not Kind.MOVE_LIST]


def whole() -> Material:
    small = material(people=12, team_count=2, options_count=4)
    return replace(small, badge_codes={person: badge_code("key", person) for person in small.roster.people})


def document(kind: Kind, options: PrintOptions) -> Document:
    chosen = replace(options, selection=Selection(ballots=frozenset({1, 2})), copies=8)
    return layout(kind, whole(), Translator("sv"), chosen)


def apart(one: Image.Image, other: Image.Image) -> float:
    """How much two pictures differ at worst, 0 to 255, when a hair's breadth and the edges of letters do not count."""
    blurred = [image.filter(ImageFilter.BoxBlur(3)) for image in (one, other)]
    return float(ImageStat.Stat(ImageChops.difference(*blurred)).extrema[0][1])


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("kind", KINDS)
def test_the_preview_shows_what_the_file_holds(kind: Kind, paper: Paper, theme: Theme, tmp_path: Path) -> None:
    shown = document(kind, PrintOptions(paper))
    page = pictures_of(render(shown), tmp_path, DPI)[0]
    picture = QImage(page.width, page.height, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.scale(DPI / INCH, DPI / INCH)
    paint_page(painter, shown, shown.pages[0])
    painter.end()
    path = tmp_path / "preview.png"
    assert picture.save(str(path))
    with Image.open(path) as preview:
        assert apart(page, preview.convert("L")) < (HAIRLINES if kind is Kind.PRINTER_TEST else ALIKE)


@pytest.mark.parametrize("kind", [Kind.BADGES, Kind.TEAM_SHEETS, Kind.TABLE_SIGNS])
def test_the_printer_gets_type_and_lines_where_the_file_has_them(kind: Kind, theme: Theme, tmp_path: Path) -> None:
    sent = document(kind, PrintOptions(offset=Offset(3, -2)))
    printer = printer_for(Paper.A4, sent.title)
    path = tmp_path / "printed.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    assert print_on(printer, (sent, sent))
    printed = path.read_bytes()
    assert len(reader(printed).pages) == 2 * len(sent.pages)
    assert "Myndigheten för å, ä och ö" in text_of(printed, tmp_path) or kind is Kind.TABLE_SIGNS
    ours = pictures_of(render(sent), tmp_path, DPI)[0]
    theirs = pictures_of(printed, tmp_path / "..", DPI)[0].resize(ours.size)
    assert apart(ours, theirs) < ALIKE


def test_a_page_that_is_moved_is_seen_to_be(theme: Theme, tmp_path: Path) -> None:
    straight, moved = (
        pictures_of(render(document(Kind.BADGES, PrintOptions(offset=offset))), tmp_path, DPI)[0].copy()
        for offset in (Offset(), Offset(1, 0))
    )
    assert apart(straight, moved) > HAIRLINES, "the comparison above would notice a millimetre"

"""Sends pages to a printer as lines and type, at their size and moved by their offset."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from facilitator.printing.marks import Document
from facilitator.printing.paper import Paper
from facilitator.ui.widgets.print_painter import paint_marks

_INCH = 25.4
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def printer_for(paper: Paper, title: str) -> QPrinter:
    """A printer that is set to this paper, its origin the sheet's corner; `title` stands in the printer's queue."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setDocName(title)
    return printer


def print_on(printer: QPrinter, documents: Sequence[Document]) -> bool:
    """Print the documents one after the other; whether the printer took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    dots = printer.resolution() / _INCH
    sheets = [(document, page) for document in documents for page in document.pages]
    for number, (document, page) in enumerate(sheets):
        if number and not printer.newPage():
            painter.end()
            return False
        painter.save()
        painter.scale(dots, dots)
        painter.translate(document.offset.across, document.offset.down)
        paint_marks(painter, document, page.marks)
        painter.restore()
    return painter.end()

"""Draws a document's marks as PDF: fonts embedded, language and title set, the same bytes for the same document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from threading import Lock

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from facilitator.printing.codes import modules, runs
from facilitator.printing.marks import Box, Code, Document, Line, Mark, UpsideDown, Words
from facilitator.printing.typeface import POINT, Face, load, width

_PRODUCER = "Facilitator"

_MM = 1 / POINT
"""One millimetre in points."""

_one_at_a_time = Lock()
"""The library's fonts keep a reading position while they are embedded, so two documents must not be drawn at once."""


def render(document: Document) -> bytes:
    """The document as a PDF file."""
    buffer = BytesIO()
    with _one_at_a_time:
        canvas = Canvas(
            buffer,
            pagesize=(document.width * _MM, document.height * _MM),
            pageCompression=1,
            invariant=1,
            lang=document.language,
            initialFontName=load(Face.REGULAR).fontName,
        )
        canvas.setTitle(document.title)
        canvas.setSubject(document.title)
        canvas.setAuthor(_PRODUCER)
        canvas.setCreator(_PRODUCER)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        forms = _forms(canvas, document)
        for number, page in enumerate(document.pages):
            if page.label:
                key = f"page-{number + 1}"
                canvas.bookmarkPage(key)
                canvas.addOutlineEntry(page.label, key)
            canvas.translate(document.offset.across * _MM, -document.offset.down * _MM)
            repeated = forms.get(id(page.marks))
            if repeated is None:
                _Pen(canvas, document).draw(page.marks)
            else:
                canvas.doForm(repeated)
            canvas.showPage()
        canvas.save()
    return buffer.getvalue()


def _forms(canvas: Canvas, document: Document) -> dict[int, str]:
    """Draws what stands on several pages once for all of them: the identity of its marks → the name it is used by."""
    uses = Counter(id(page.marks) for page in document.pages)
    forms: dict[int, str] = {}
    for page in document.pages:
        key = id(page.marks)
        if uses[key] > 1 and key not in forms:
            forms[key] = f"sheet-{len(forms) + 1}"
            canvas.beginForm(forms[key])
            _Pen(canvas, document).draw(page.marks)
            canvas.endForm()
    return forms


class _Pen:
    """Draws on one canvas; turns millimetres from the top into the canvas's points from the bottom."""

    def __init__(self, canvas: Canvas, document: Document) -> None:
        self._canvas = canvas
        self._width = document.width
        self._height = document.height

    def draw(self, marks: Iterable[Mark]) -> None:
        """Draw the marks in order, later ones over earlier ones."""
        for mark in marks:
            match mark:
                case Words():
                    self._words(mark)
                case Box():
                    self._box(mark)
                case Line():
                    self._line(mark)
                case Code():
                    self._code(mark)
                case UpsideDown():
                    self._canvas.saveState()
                    self._canvas.translate(self._width * _MM, self._height * _MM)
                    self._canvas.rotate(180)
                    self.draw(mark.marks)
                    self._canvas.restoreState()

    def _y(self, y: float) -> float:
        return (self._height - y) * _MM

    def _words(self, words: Words) -> None:
        load(words.face)
        left = words.x - words.align.value * width(words.text, words.face, words.size)
        self._canvas.setFillColor(HexColor(words.colour))
        self._canvas.setFont(words.face.value, words.size)
        self._canvas.drawString(left * _MM, self._y(words.y), words.text)

    def _box(self, box: Box) -> None:
        if box.fill is not None:
            self._canvas.setFillColor(HexColor(box.fill))
        if box.outline is not None:
            self._canvas.setStrokeColor(HexColor(box.outline))
            self._canvas.setLineWidth(box.line_width)
        self._canvas.roundRect(
            box.x * _MM,
            self._y(box.y + box.height),
            box.width * _MM,
            box.height * _MM,
            box.radius * _MM,
            stroke=int(box.outline is not None),
            fill=int(box.fill is not None),
        )

    def _line(self, line: Line) -> None:
        self._canvas.setStrokeColor(HexColor(line.colour))
        self._canvas.setLineWidth(line.width)
        self._canvas.setDash([2.0, 2.0] if line.dashed else [])
        self._canvas.line(line.x1 * _MM, self._y(line.y1), line.x2 * _MM, self._y(line.y2))
        self._canvas.setDash([])

    def _code(self, code: Code) -> None:
        rows = modules(code.content)
        edge = code.size / len(rows)
        # One path for all modules, so that no viewer shows seams between them.
        path = self._canvas.beginPath()
        for index, row in enumerate(rows):
            bottom = self._y(code.y + (index + 1) * edge)
            for first, length in runs(row):
                path.rect((code.x + first * edge) * _MM, bottom, length * edge * _MM, edge * _MM)
        self._canvas.setFillColor(HexColor("#000000"))
        self._canvas.drawPath(path, stroke=0, fill=1)

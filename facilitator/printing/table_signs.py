"""Table signs (bordsskyltar): a sheet folded into a tent, the same on both sides, its number readable at 10 m.

ISO 9241-3 prefers characters that subtend 20 to 22 minutes of arc: at 10 m that is 58 to 64 mm.
"""

from __future__ import annotations

from facilitator.common.texts import Translator
from facilitator.printing import ink
from facilitator.printing.fitting import Room, fit_or_shorten
from facilitator.printing.furniture import MARGIN
from facilitator.printing.marks import Align, Document, Line, Mark, Page, UpsideDown, Words
from facilitator.printing.material import Material
from facilitator.printing.options import USUAL, PrintOptions
from facilitator.printing.paper import Paper
from facilitator.printing.selecting import teams_to_print
from facilitator.printing.typeface import CAP_HEIGHT, POINT, Face, width
from facilitator.teams.model import Team

NUMBER_HEIGHT = 66.0
"""Height of the figures in millimetres, as long as they are not too many for the width."""


def table_signs(material: Material, tr: Translator, options: PrintOptions = USUAL) -> Document:
    """A sign for every team that is chosen.

    Raises:
        UserError: there are no teams, or none is left by the options.
    """
    paper = options.paper
    pages: list[Page] = []
    for team in teams_to_print(material, options, lambda changed: changed.table_signs):
        side = tuple(_side(material, team, tr, paper))
        middle = paper.height / 2
        fold = Line(0, middle, paper.width, middle, ink.CUT, 0.4, dashed=True)
        pages.append(Page((fold, *side, UpsideDown(side)), tr("Team {number}", number=team.number)))
    title = tr("Table signs – {event}", event=material.event.title)
    return Document(title, tr.language, paper.width, paper.height, tuple(pages))


def _side(material: Material, team: Team, tr: Translator, paper: Paper) -> list[Mark]:
    """What stands on one side of the tent: drawn on the lower half of the sheet."""
    top, centre = paper.height / 2, paper.width / 2
    room = paper.width - 2 * MARGIN
    figures = str(team.number)
    size = min(NUMBER_HEIGHT / (CAP_HEIGHT * POINT), room / width(figures, Face.BOLD, 1.0))
    baseline = top + 34 + NUMBER_HEIGHT
    marks: list[Mark] = [
        Words(centre, top + 24, tr("Team"), Face.SEMIBOLD, 40, ink.SLATE, Align.CENTRE),
        Words(centre, baseline, figures, Face.BOLD, size, ink.BLACK, Align.CENTRE),
    ]
    table = fit_or_shorten(material.table(team, tr), Face.SEMIBOLD, Room(room, 13), 30, 14)
    marks += table.at(centre, baseline + 6, ink.ACCENT, Align.CENTRE)
    question = material.library.question(team.question)
    if question is not None:
        below = baseline + 6 + table.height + 1.5
        left_over = paper.height - 10 - below
        words = fit_or_shorten(question.text, Face.REGULAR, Room(room, left_over), 15, 8)
        marks += words.at(centre, below, ink.SLATE, Align.CENTRE)
    return marks

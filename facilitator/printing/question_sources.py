"""What lies behind a team's question: the success examples and challenges of the knowledge base that it came from."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, Translator, text
from facilitator.knowledge.model import Kind, KnowledgeItem
from facilitator.printing import ink
from facilitator.printing.fitting import Fitted, Room, fit_or_shorten
from facilitator.printing.furniture import label
from facilitator.printing.marks import Mark
from facilitator.printing.material import Material
from facilitator.printing.typeface import Face
from facilitator.teams.model import Team

_HEADING = 4.0
_GAP = 1.8
_KINDS: Mapping[Kind, Text] = {Kind.EXAMPLE: text("Success example"), Kind.CHALLENGE: text("Challenge")}


@frozen
class Sources:
    """As many of the items as there was room for, each as title and origin."""

    rows: tuple[tuple[Fitted, Fitted], ...]

    @property
    def height(self) -> float:
        """Height in millimetres with the heading; nothing where there are none."""
        return _HEADING + sum(_height(row) for row in self.rows) if self.rows else 0.0

    def at(self, left: float, top: float, tr: Translator) -> list[Mark]:
        """Heading and rows as marks below `top`."""
        if not self.rows:
            return []
        marks: list[Mark] = [label(tr("Behind the question"), left, top + 2.4)]
        top += _HEADING
        for title, origin in self.rows:
            marks += title.at(left, top, ink.BLACK)
            marks += origin.at(left, top + title.height, ink.SLATE)
            top += _height((title, origin))
        return marks


def sources(material: Material, team: Team, tr: Translator, room: Room) -> Sources:
    """Examples first, then challenges, as the question names them; those for which there is no room are left out."""
    rows: list[tuple[Fitted, Fitted]] = []
    used = _HEADING
    for item in _items(material, team):
        title = fit_or_shorten(item.title, Face.MEDIUM, Room(room.width, 9), 10, 9)
        origin = " · ".join(part for part in (tr.render(_KINDS[item.kind]), item.organisation) if part)
        row = title, fit_or_shorten(origin, Face.REGULAR, Room(room.width, 4), 8.5, 7)
        used += _height(row)
        if used > room.height:
            break
        rows.append(row)
    return Sources(tuple(rows))


def _items(material: Material, team: Team) -> list[KnowledgeItem]:
    question, known = material.library.question(team.question), material.library.items
    items = [known[key] for key in question.sources if key in known] if question else []
    return sorted(items, key=lambda item: list(_KINDS).index(item.kind))


def _height(row: tuple[Fitted, Fitted]) -> float:
    return row[0].height + row[1].height + _GAP

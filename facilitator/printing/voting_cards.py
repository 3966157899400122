"""Voting cards (röstkort): eight on a sheet, each with its QR code, its code in print and how to vote."""

from __future__ import annotations

from facilitator.common.texts import Text, Translator, text
from facilitator.printing import ink
from facilitator.printing.codes import SMALLEST_CODE
from facilitator.printing.collation import SortKey, sort_key
from facilitator.printing.fitting import Fitted, Room, fit_name, fit_or_shorten, fit_text, line
from facilitator.printing.furniture import cut_lines, label
from facilitator.printing.marks import Code, Document, Mark, Page
from facilitator.printing.material import Material
from facilitator.printing.options import USUAL, PrintOptions
from facilitator.printing.paper import Grid
from facilitator.printing.refusals import NameTooLong, NothingToPrint
from facilitator.printing.selecting import cards_to_print
from facilitator.printing.typeface import Face
from facilitator.teams.model import Team
from facilitator.voting.cards import address, shown
from facilitator.voting.model import Card, Role

_COLUMNS, _ROWS = 2, 4
_PADDING = 8.0
_CODE_EDGE = 37.0
_HOW_HEIGHT = 10.4
assert _CODE_EDGE >= SMALLEST_CODE

_HEADINGS: dict[Role, Text] = {
    Role.PARTICIPANT: text("Voting card"),
    Role.JURY: text("Voting card · jury"),
    Role.GUEST: text("Voting card · guest"),
}


def voting_cards(material: Material, tr: Translator, options: PrintOptions = USUAL) -> Document:
    """A card for everybody who may vote: people with a seat by last name, as the badges, then jury and guests.

    Raises:
        UserError: there are no cards, none is left by the options, the phones' address is not known, or a name does
            not fit.
    """
    cards = _in_order(material)
    if not cards:
        raise NothingToPrint(text("There are no voting cards yet."), text("Issue voting cards first, then print them."))
    if not material.base_url:
        raise NothingToPrint(
            text("The address for phones is not known yet, so the codes on the cards would lead nowhere."),
            text("Choose a network address in the settings first."),
        )
    cards = cards_to_print(material, options, cards)
    paper = options.paper
    grid = Grid(paper, paper.width / _COLUMNS, paper.height / _ROWS, _COLUMNS, _ROWS)
    teams = material.team_by_person()
    pages: list[Page] = []
    for first in range(0, len(cards), grid.per_page):
        marks: list[Mark] = list(cut_lines(grid)) if options.cut_marks else []
        for index, card in enumerate(cards[first : first + grid.per_page]):
            team = None if card.participant is None else teams.get(card.participant)
            marks += _card(material, card, team, tr, grid, index)
        pages.append(Page(tuple(marks)))
    title = tr("Voting cards – {event}", event=material.event.title)
    return Document(title, tr.language, paper.width, paper.height, tuple(pages))


def _in_order(material: Material) -> list[Card]:
    """The valid cards: those of people with a seat, and those that belong to a role rather than a participant."""
    language = material.event.language
    seated = {person.id: person for person in material.roster.seated()}
    roles = list(Role)

    def key(card: Card) -> tuple[int, SortKey, SortKey, str]:
        person = None if card.participant is None else seated.get(card.participant)
        surname = card.name if person is None else person.last_name or person.first_name
        first = "" if person is None else person.first_name
        return roles.index(card.role), sort_key(surname, language), sort_key(first, language), card.id

    valid = [
        card
        for card in material.voting.cards.values()
        if not card.revoked and (card.participant is None or card.participant in seated)
    ]
    return sorted(valid, key=key)


def _holder(material: Material, card: Card) -> str:
    """Whose card it is: a participant's name is the roster's to tell."""
    return card.name if card.participant is None else material.roster.people[card.participant].name


def _card(material: Material, card: Card, team: Team | None, tr: Translator, grid: Grid, index: int) -> list[Mark]:
    """One card: words on the left, the code on the right, how to vote below."""
    x, y = grid.corner(index)
    left, top = x + _PADDING, y + _PADDING
    right, bottom = x + grid.width - _PADDING, y + grid.height - _PADDING
    column = right - left - _CODE_EDGE - 2
    marks: list[Mark] = [label(tr.render(_HEADINGS[card.role]), left, top + 2.4)]

    code_top = bottom - 22.5
    name_top = top + 4.6
    holder = _holder(material, card)
    name = fit_name(holder, Face.BOLD, Room(column, code_top - name_top - 5.2), 15)
    if name is None:
        raise NameTooLong(holder, text("a voting card"))
    marks += name.at(left, name_top, ink.BLACK)
    below = name_top + name.height + 0.4
    if team is not None:
        seat = tr("Team {number} · {table}", number=team.number, table=material.table(team, tr))
        marks += fit_or_shorten(seat, Face.REGULAR, Room(column, 4.6), 10, 7).at(left, below, ink.SLATE)

    # The code's quiet zone is white and may reach into the padding: its dark part lines up with the text.
    marks.append(Code(right - _CODE_EDGE + 4, top - 4, _CODE_EDGE, address(material.base_url, card.secret)))

    marks.append(label(tr("Code"), left, code_top + 2.4, ink.SLATE))
    marks += line(shown(card.secret), Face.BOLD_FIGURES, 16).at(left, code_top + 3.4, ink.BLACK)

    marks += _instructions(material, tr, Room(right - left, _HOW_HEIGHT)).at(left, bottom - _HOW_HEIGHT, ink.SLATE)
    return marks


def _instructions(material: Material, tr: Translator, room: Room) -> Fitted:
    """How to vote, and the network to join; an address that is cut short would be worse than none."""
    how = tr(
        "Scan the code with your phone’s camera, or open {address} and type your code.", address=material.short_address
    )
    event = material.event
    if not event.wifi_name:
        return fit_or_shorten(how, Face.REGULAR, room, 8.5, 6.5)
    if event.wifi_password:
        network = tr("Wi-Fi: {name}, password: {password}", name=event.wifi_name, password=event.wifi_password)
    else:
        network = tr("Wi-Fi: {name}", name=event.wifi_name)
    whole = fit_text(f"{how} {network}", Face.REGULAR, room, 8.5, 6.5)
    return whole or fit_or_shorten(how, Face.REGULAR, room, 8.5, 6.5)

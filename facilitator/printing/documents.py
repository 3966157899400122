"""The door to paper: which documents there are, one of them as a description or as PDF, and all of them as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, Translator, text
from facilitator.printing.agenda_poster import agenda_poster
from facilitator.printing.badges import badges
from facilitator.printing.check_in_list import check_in_list
from facilitator.printing.files import write_file
from facilitator.printing.legibility import made_legible
from facilitator.printing.marks import Document
from facilitator.printing.material import Material
from facilitator.printing.move_list import move_list
from facilitator.printing.options import USUAL, PrintOptions, require_printable
from facilitator.printing.paper_ballots import paper_ballots
from facilitator.printing.pdf import render
from facilitator.printing.printer_test import printer_test
from facilitator.printing.refusals import NothingToPrint
from facilitator.printing.round_slips import round_slips
from facilitator.printing.table_signs import table_signs
from facilitator.printing.team_sheets import team_sheets
from facilitator.printing.voting_cards import voting_cards
from facilitator.printing.wall_list import wall_list


class Kind(StrEnum):
    """What can be printed; the value is its name on the command line and the stem of its file."""

    TEAM_SHEETS = "team-sheets"
    BADGES = "badges"
    VOTING_CARDS = "voting-cards"
    TABLE_SIGNS = "table-signs"
    WALL_LIST = "wall-list"
    CHECK_IN_LIST = "check-in-list"
    AGENDA = "agenda"
    ROUND_SLIPS = "round-slips"
    MOVE_LIST = "move-list"
    PAPER_BALLOTS = "paper-ballots"
    PRINTER_TEST = "printer-test"


EVERY_DAY = (
    Kind.TEAM_SHEETS,
    Kind.BADGES,
    Kind.VOTING_CARDS,
    Kind.TABLE_SIGNS,
    Kind.WALL_LIST,
    Kind.CHECK_IN_LIST,
    Kind.AGENDA,
)
"""What every event prints; the others are printed when they are asked for."""


@frozen
class PrintResult:
    """A document as PDF, how many pages it has, and what a person should look at before it is used."""

    kind: Kind
    pdf: bytes
    pages: int
    warnings: tuple[Text, ...] = ()


@frozen
class WrittenFiles:
    """The files of one print run, and what a person should know about them."""

    paths: tuple[Path, ...]
    warnings: tuple[Text, ...] = ()


_LAYOUTS: Mapping[Kind, Callable[[Material, Translator, PrintOptions], Document]] = {
    Kind.TEAM_SHEETS: team_sheets,
    Kind.BADGES: badges,
    Kind.VOTING_CARDS: voting_cards,
    Kind.TABLE_SIGNS: table_signs,
    Kind.WALL_LIST: wall_list,
    Kind.CHECK_IN_LIST: check_in_list,
    Kind.AGENDA: agenda_poster,
    Kind.ROUND_SLIPS: round_slips,
    Kind.MOVE_LIST: move_list,
    Kind.PAPER_BALLOTS: paper_ballots,
    Kind.PRINTER_TEST: printer_test,
}


def layout(kind: Kind, material: Material, tr: Translator, options: PrintOptions = USUAL) -> Document:
    """The document as it will be printed, as marks that a window can paint; its notes are what to look at first.

    Raises:
        UserError: there is nothing to print, an option is out of range, or something does not fit; the message says
            what.
    """
    return _layouts([kind], material, tr, options)[kind]


def print_document(kind: Kind, material: Material, tr: Translator, options: PrintOptions = USUAL) -> PrintResult:
    """One document as PDF.

    Raises:
        UserError: as `layout`.
    """
    document = layout(kind, material, tr, options)
    return PrintResult(kind, render(document), len(document.pages), document.notes)


def write_documents(
    kinds: Iterable[Kind], material: Material, tr: Translator, folder: Path, options: PrintOptions = USUAL
) -> WrittenFiles:
    """These documents as `folder`/`kind`.pdf, in place of earlier ones; no file is written unless all can be.

    Raises:
        UserError: as `layout`; or a file cannot be written.
    """
    return write_layouts(_layouts(kinds, material, tr, options), folder)


def write_all(material: Material, tr: Translator, folder: Path, options: PrintOptions = USUAL) -> WrittenFiles:
    """What every event prints, and round slips if there are rounds, as `write_documents`.

    What the event holds nothing for is left out and named in the warnings.

    Raises:
        UserError: there is nothing at all to print, something does not fit, or a file cannot be written.
    """
    kinds = (*EVERY_DAY, Kind.ROUND_SLIPS) if material.teams.rounds else EVERY_DAY
    refusals: dict[Kind, NothingToPrint] = {}
    documents = _layouts(kinds, material, tr, options, refusals)
    if not documents:
        raise next(iter(refusals.values()))
    left_out = tuple(
        text("{file} is left out: {why}", file=f"{kind}.pdf", why=refusal.text()) for kind, refusal in refusals.items()
    )
    written = write_layouts(documents, folder)
    return replace(written, warnings=written.warnings + left_out)


def _layouts(
    kinds: Iterable[Kind],
    material: Material,
    tr: Translator,
    options: PrintOptions,
    refusals: dict[Kind, NothingToPrint] | None = None,
) -> dict[Kind, Document]:
    """The documents; those for which there is nothing to print go to `refusals`, or else are raised."""
    require_printable(options, material)
    legible, notes = made_legible(material)
    if options.changed_since is not None:
        options = replace(options, changed_since=made_legible(options.changed_since)[0])
    documents: dict[Kind, Document] = {}
    for kind in kinds:
        try:
            document = _LAYOUTS[kind](legible, tr, options)
        except NothingToPrint as refusal:
            if refusals is None:
                raise
            refusals[kind] = refusal
        else:
            documents[kind] = replace(document, offset=options.offset, notes=notes + document.notes)
    return documents


def write_layouts(documents: Mapping[Kind, Document], folder: Path) -> WrittenFiles:
    """Documents that are laid out already as `folder`/`kind`.pdf, in place of earlier ones.

    Raises:
        UserError: a file cannot be written.
    """
    files = {folder / f"{kind}.pdf": render(document) for kind, document in documents.items()}
    paths = tuple(write_file(path, content) for path, content in files.items())
    notes: list[Text] = []
    for document in documents.values():
        notes += (note for note in document.notes if note not in notes)
    return WrittenFiles(paths, tuple(notes))

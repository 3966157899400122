"""The door to paper: which documents there are, one of them as PDF, and all of them as files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from facilitator.common.errors import UserError
from facilitator.common.texts import Text, Translator, text
from facilitator.printing.agenda_poster import agenda_poster
from facilitator.printing.badges import badges
from facilitator.printing.check_in_list import check_in_list
from facilitator.printing.legibility import made_legible
from facilitator.printing.marks import Document
from facilitator.printing.material import Material
from facilitator.printing.paper import BADGE_90X54, BadgeSize, Paper
from facilitator.printing.pdf import render
from facilitator.printing.refusals import NothingToPrint
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


@dataclass(frozen=True, slots=True)
class PrintResult:
    """A document as PDF, how many pages it has, and what a person should look at before it is used."""

    kind: Kind
    pdf: bytes
    pages: int
    warnings: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenFiles:
    """The files of one print run, and what a person should know about them."""

    paths: tuple[Path, ...]
    warnings: tuple[Text, ...] = ()


_LAYOUTS: Mapping[Kind, Callable[[Material, Translator, Paper], Document]] = {
    Kind.TEAM_SHEETS: team_sheets,
    Kind.VOTING_CARDS: voting_cards,
    Kind.TABLE_SIGNS: table_signs,
    Kind.WALL_LIST: wall_list,
    Kind.CHECK_IN_LIST: check_in_list,
    Kind.AGENDA: agenda_poster,
}
"""The layouts that take no choices; badges come in sizes and stand apart."""


def print_document(
    kind: Kind, material: Material, tr: Translator, paper: Paper = Paper.A4, badge: BadgeSize = BADGE_90X54
) -> PrintResult:
    """One document as PDF; `badge` only matters for badges.

    Raises:
        UserError: there is nothing to print, or something does not fit; the message says what.
    """
    legible, warnings = made_legible(material)
    document = _layout(kind, legible, tr, paper, badge)
    return PrintResult(kind, render(document), len(document.pages), warnings)


def write_documents(
    kinds: Iterable[Kind],
    material: Material,
    tr: Translator,
    folder: Path,
    paper: Paper = Paper.A4,
    badge: BadgeSize = BADGE_90X54,
) -> WrittenFiles:
    """These documents as `folder`/`kind`.pdf, in place of earlier ones; no file is written unless all can be.

    Raises:
        UserError: as `print_document`; or a file cannot be written.
    """
    legible, warnings = made_legible(material)
    documents = {kind: _layout(kind, legible, tr, paper, badge) for kind in kinds}
    return WrittenFiles(_write_each(documents, folder), warnings)


def write_all(
    material: Material, tr: Translator, folder: Path, paper: Paper = Paper.A4, badge: BadgeSize = BADGE_90X54
) -> WrittenFiles:
    """Every document for which the event holds something, as `write_documents`; the others are named in the warnings.

    Raises:
        UserError: there is nothing at all to print, something does not fit, or a file cannot be written.
    """
    legible, warnings = made_legible(material)
    documents: dict[Kind, Document] = {}
    refusals: dict[Kind, NothingToPrint] = {}
    for kind in Kind:
        try:
            documents[kind] = _layout(kind, legible, tr, paper, badge)
        except NothingToPrint as refusal:
            refusals[kind] = refusal
    if not documents:
        raise next(iter(refusals.values()))
    left_out = tuple(
        text("{file} is left out: {why}", file=f"{kind}.pdf", why=refusal.text()) for kind, refusal in refusals.items()
    )
    return WrittenFiles(_write_each(documents, folder), warnings + left_out)


def _layout(kind: Kind, material: Material, tr: Translator, paper: Paper, badge: BadgeSize) -> Document:
    return badges(material, tr, paper, badge) if kind is Kind.BADGES else _LAYOUTS[kind](material, tr, paper)


def _write_each(documents: Mapping[Kind, Document], folder: Path) -> tuple[Path, ...]:
    files = {folder / f"{kind}.pdf": render(document) for kind, document in documents.items()}
    return tuple(_write(path, content) for path, content in files.items())


def _write(path: Path, content: bytes) -> Path:
    """Write beside and rename, so that a full disk leaves no half file behind."""
    partial = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        os.replace(partial, path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink()
        raise UserError(
            text("{path} cannot be written: {reason}.", path=path, reason=error.strerror or type(error).__name__),
            text("Choose another folder, or close the file where it is open."),
        ) from error
    return path

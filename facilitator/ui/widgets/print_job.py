"""What the host wants printed, and the pages that come of it."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, Translator
from facilitator.desk.state import State
from facilitator.printing.codes import modules
from facilitator.printing.documents import Kind, layout
from facilitator.printing.gathering import gathered
from facilitator.printing.marks import NO_OFFSET, Code, Document, Offset
from facilitator.printing.options import PrintOptions
from facilitator.printing.paper import BADGE_90X54, BadgeSize, Paper
from facilitator.printing.selecting import whom


@frozen
class Wish:
    """The choices of the print dialog.

    `teams` and `people` are whom to print for; None is everybody. `only_changed` leaves out what says the same as
    when it was printed last. `copies` is that of paper ballots, None one for each voter.
    """

    kinds: tuple[Kind, ...] = ()
    paper: Paper = Paper.A4
    badge: BadgeSize = BADGE_90X54
    offset: Offset = NO_OFFSET
    badge_codes: bool = True
    cut_marks: bool = True
    copies: int | None = None
    only_changed: bool = False
    teams: frozenset[int] | None = None
    people: frozenset[int] | None = None


@frozen
class Problem:
    """What a document has to say beside its pages; `fatal` if there are none because of it."""

    kind: Kind
    words: Text
    fatal: bool


@frozen
class Job:
    """The documents in the order in which they were wished for, and what is wrong with them or the others."""

    documents: Mapping[Kind, Document]
    problems: tuple[Problem, ...]

    @property
    def pages(self) -> int:
        """How many sheets it takes."""
        return sum(len(document.pages) for document in self.documents.values())

    @property
    def whole(self) -> bool:
        """Whether every document that was wished for is there."""
        return not any(problem.fatal for problem in self.problems)


_SEEN_SOON = 30
"""Pages of a document that the host looks at before others could be made; with more, the codes would be forgotten."""

NOTHING = Job({}, ())
"""Nothing is wished for."""


def prepare(wish: Wish, state: State, before: Mapping[Kind, State], base_url: str) -> Job:
    """Lay out the documents; takes a while for large events. `before` is the event as each of them was printed last.

    What cannot be printed becomes a problem, and the others are there all the same.
    """
    material, tr = gathered(state, base_url), Translator(state.event.language)
    documents: dict[Kind, Document] = {}
    problems: list[Problem] = []
    said: set[str] = set()
    for kind in wish.kinds:
        earlier = _earlier(kind, before) if wish.only_changed or kind is Kind.MOVE_LIST else None
        options = PrintOptions(
            wish.paper,
            wish.badge,
            wish.offset,
            whom(material, wish.teams, wish.people),
            None if earlier is None else gathered(earlier, base_url),
            wish.copies,
            wish.badge_codes,
            wish.cut_marks,
        )
        try:
            document = layout(kind, material, tr, options)
        except UserError as refusal:
            problems.append(Problem(kind, refusal.text(), fatal=True))
            continue
        documents[kind] = document
        # A character that cannot be printed is the same news in every document.
        problems += (Problem(kind, note, fatal=False) for note in document.notes if str(note) not in said)
        said.update(map(str, document.notes))
        _make_codes(document)
    return Job(documents, tuple(problems))


def _earlier(kind: Kind, before: Mapping[Kind, State]) -> State | None:
    """What a document is compared with; the move list is nothing but a comparison, with what people have in hand."""
    by = (kind, Kind.TEAM_SHEETS, Kind.BADGES) if kind is Kind.MOVE_LIST else (kind,)
    return next((before[one] for one in by if one in before), None)


def _make_codes(document: Document) -> None:
    """Work the first QR codes out now, beside the window, so that painting finds them made."""
    for page in document.pages[:_SEEN_SOON]:
        for mark in page.marks:
            if isinstance(mark, Code):
                modules(mark.content)

"""The knowledge base: what the workshops gathered before the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from facilitator.common.frozen import frozen


class Kind(StrEnum):
    """What a knowledge item is."""

    EXAMPLE = "example"
    CHALLENGE = "challenge"


@frozen
class KnowledgeItem:
    """A success example (framgångsexempel) or a challenge (utmaning)."""

    id: int
    kind: Kind
    title: str
    text: str = ""
    organisation: str = ""
    sector: int | None = None
    theme: str = ""
    workshop: str = ""
    source: str = ""


@frozen
class Question:
    """A question (frågeställning) that teams work on; `code` is what wishes name, `sources` the items behind it."""

    id: int
    code: str
    text: str
    sources: tuple[int, ...] = ()


@frozen
class Library:
    """All knowledge items and questions."""

    items: Mapping[int, KnowledgeItem] = field(default_factory=dict)
    questions: Mapping[int, Question] = field(default_factory=dict)

    def of_kind(self, kind: Kind) -> tuple[KnowledgeItem, ...]:
        """The items of one kind, in the order in which they came."""
        return tuple(item for item in self.items.values() if item.kind is kind)

    def question(self, code: str | None) -> Question | None:
        """The question with this code, if there is one."""
        return next((question for question in self.questions.values() if question.code == code), None)

"""What can be asked of the knowledge base."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.knowledge.model import KnowledgeItem, Question


@dataclass(frozen=True, slots=True)
class PutKnowledge:
    """Add and update knowledge items and questions (an import); all or nothing."""

    items: tuple[KnowledgeItem, ...] = ()
    questions: tuple[Question, ...] = ()

"""What can be asked of the knowledge base."""

from __future__ import annotations

from facilitator.common.frozen import frozen
from facilitator.knowledge.model import KnowledgeItem, Question


@frozen
class PutKnowledge:
    """Add and update knowledge items and questions (an import); all or nothing."""

    items: tuple[KnowledgeItem, ...] = ()
    questions: tuple[Question, ...] = ()

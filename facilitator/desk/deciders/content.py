"""Decides commands about the knowledge base and the solutions."""

from __future__ import annotations

from dataclasses import replace

from facilitator.desk.decision import Context, Decision
from facilitator.desk.state import State
from facilitator.desk.vocabulary import ContentCommand
from facilitator.knowledge.commands import PutKnowledge


def decide(state: State, command: ContentCommand, _context: Context) -> Decision:
    """What a command about content comes to."""
    if isinstance(command, PutKnowledge):
        library = replace(
            state.library,
            items={**state.library.items, **{item.id: item for item in command.items}},
            questions={**state.library.questions, **{question.id: question for question in command.questions}},
        )
        return Decision(replace(state, library=library))
    handed_in = {**state.solutions.solutions, **{solution.id: solution for solution in command.solutions}}
    return Decision(replace(state, solutions=replace(state.solutions, solutions=handed_in)))

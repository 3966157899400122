"""Takes the words that voters wrote out of votes, since they may hold names; every count stays what it was.

An answer in open text becomes the mark of its group, and a reason for a place on the axes goes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from facilitator.voting.choices import canonical
from facilitator.voting.model import Ballot, Group, Method, Paper, Voting

UNGROUPED = "[…]"
"""What is left of an answer that stands in no group."""


def mark_of(group: Group) -> str:
    """What is left of an answer that stands in this group."""
    return f"[{group.id}]"


def erasers(voting: Voting) -> Mapping[int, Callable[[str], str]]:
    """For every ballot on which voters wrote words: what makes the JSON of choices the same without them.

    Done again, it changes nothing: an erasure that was cut short may be repeated.
    """
    return {ballot.id: eraser for ballot in voting.ballots.values() if (eraser := _eraser(ballot)) is not None}


def without_words(voting: Voting) -> Voting:
    """The state of voting without what voters wrote: groups keep their names, papers what they count for.

    The digests of boxes that are changed by this go.
    """
    erasing = erasers(voting)
    ballots = {
        number: replace(ballot, groups=tuple(replace(group, texts=(mark_of(group),)) for group in ballot.groups))
        for number, ballot in voting.ballots.items()
    }
    papers = {
        number: _erased(paper, erasing[paper.ballot]) if paper.ballot in erasing else paper
        for number, paper in voting.papers.items()
    }
    digests = tuple((number, digest) for number, digest in voting.digests if number not in erasing)
    return replace(voting, ballots=ballots, papers=papers, digests=digests)


def _eraser(ballot: Ballot) -> Callable[[str], str] | None:
    if ballot.method is Method.TEXT:
        marks = {mark_of(group): mark_of(group) for group in ballot.groups}
        marks |= {words: mark_of(group) for group in ballot.groups for words in group.texts}
        return lambda choices: _marked(choices, marks)
    if ballot.method is Method.AXES:
        return _without_reasons
    return None


def _marked(choices: str, marks: Mapping[str, str]) -> str:
    document = json.loads(choices)
    if "text" not in document:
        return choices
    return canonical({"text": marks.get(document["text"].strip(), UNGROUPED)})


def _without_reasons(choices: str) -> str:
    document = json.loads(choices)
    return canonical({name: value for name, value in document.items() if name != "reasons"})


def _erased(paper: Paper, erase: Callable[[str], str]) -> Paper:
    """The paper without words; two keyings that differed do not become alike by it: the second one goes."""
    first, second = (erase(keyed) if keyed else "" for keyed in (paper.first, paper.second))
    return replace(paper, first=first, second="" if paper.differs and first == second else second)

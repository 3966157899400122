"""Puts answers in open text together by hand, between the closing of their ballot and its reveal."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from facilitator.common.errors import NotFound, UserError
from facilitator.common.texts import text
from facilitator.voting.model import Ballot, Group, Method, Phase, Voting
from facilitator.voting.rules import find_ballot, require_uncounted

LONGEST_NAME = 80
"""The most characters of a group's name."""


def group_texts(voting: Voting, ballot_id: int, texts: Iterable[str], name: str, cast: Collection[str]) -> Voting:
    """The state with these answers in the group of this name, which is made if there is none; `cast` are all answers.

    Raises:
        NotFound: there is no such ballot, or one of the answers was not given.
        Stale: the ballot is not between its closing and the reveal.
        UserError: the group has no name, or the ballot does not ask for text.
    """
    ballot = _open_to_grouping(voting, ballot_id)
    moved = tuple(dict.fromkeys(texts))
    for words in moved:
        if words not in cast:
            raise NotFound(text("Nobody answered “{answer}”.", answer=words[:40]))
    name = _checked(name)
    groups = _without(ballot, moved)
    same = next((group for group in ballot.groups if group.name.casefold() == name.casefold()), None)
    if same is None:
        number = max((group.id for group in ballot.groups), default=0) + 1
        return _with(voting, ballot, (*groups, Group(number, name, moved)))
    kept = {group.id: group for group in groups}
    kept[same.id] = replace(same, texts=(*kept[same.id].texts, *moved) if same.id in kept else moved)
    return _with(voting, ballot, tuple(kept[number] for number in sorted(kept)))


def ungroup_texts(voting: Voting, ballot_id: int, texts: Iterable[str]) -> Voting:
    """The state with these answers in no group; a group without answers is gone.

    Raises:
        NotFound: there is no such ballot.
        Stale: the ballot is not between its closing and the reveal.
        UserError: the ballot does not ask for text.
    """
    ballot = _open_to_grouping(voting, ballot_id)
    return _with(voting, ballot, _without(ballot, tuple(texts)))


def name_group(voting: Voting, ballot_id: int, group: int, name: str) -> Voting:
    """The state with a group under another name.

    Raises:
        NotFound: there is no such ballot or group.
        Stale: the ballot is not between its closing and the reveal.
        UserError: the name is empty, or another group has it.
    """
    ballot = _open_to_grouping(voting, ballot_id)
    name = _checked(name)
    if group not in {each.id for each in ballot.groups}:
        raise NotFound(text("There is no group {group} in this ballot.", group=group))
    if any(each.id != group and each.name.casefold() == name.casefold() for each in ballot.groups):
        raise UserError(text("Another group is called “{name}”.", name=name), text("Choose another name."))
    return _with(
        voting, ballot, tuple(replace(each, name=name) if each.id == group else each for each in ballot.groups)
    )


def _open_to_grouping(voting: Voting, ballot_id: int) -> Ballot:
    ballot = find_ballot(voting, ballot_id)
    if ballot.method is not Method.TEXT:
        raise UserError(text("Only answers in open text are put into groups."))
    require_uncounted(ballot, Phase.CLOSED)
    return ballot


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise UserError(text("A group needs a name of at most {most} characters.", most=LONGEST_NAME))
    return name


def _without(ballot: Ballot, texts: tuple[str, ...]) -> tuple[Group, ...]:
    rest = (replace(each, texts=tuple(words for words in each.texts if words not in texts)) for each in ballot.groups)
    return tuple(each for each in rest if each.texts)


def _with(voting: Voting, ballot: Ballot, groups: tuple[Group, ...]) -> Voting:
    return replace(voting, ballots={**voting.ballots, ballot.id: replace(ballot, groups=groups)})

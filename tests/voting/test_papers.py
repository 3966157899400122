"""Paper ballots: keyed in twice, counted when both agree, until the reveal begins."""

from __future__ import annotations

import pytest

from facilitator.common.errors import NotFound, Stale, UserError
from facilitator.voting import papers, rules
from facilitator.voting.choices import ChoiceRefused
from facilitator.voting.model import Phase, Role, Rule, Voting
from facilitator.voting.papers import FIRST, SECOND
from facilitator.voting.tally import count

from .elections import ballot
from .test_rules import CONTEST, NOW


def opened(rule: Rule = Rule.APPROVAL) -> Voting:
    voting, added = rules.add_ballot(Voting(), ballot(rule, "ABC"))
    return rules.open_ballot(voting, added.id, CONTEST, NOW)


def keyed(voting: Voting, keying: int, approve: list[int], serial: int = 1) -> Voting:
    return papers.key_paper(voting, 1, serial, keying, Role.PARTICIPANT, {"approve": approve})


def test_two_keyings_agree_however_they_were_typed() -> None:
    voting = keyed(opened(), FIRST, [3, 1])
    (paper,) = voting.papers_of(1)
    assert (paper.agreed, paper.differs) == (False, False)
    (paper,) = keyed(voting, SECOND, [1, 3]).papers_of(1)
    assert (paper.agreed, paper.differs) == (True, False)


def test_a_difference_is_seen_and_put_right() -> None:
    voting = keyed(keyed(opened(), FIRST, [1]), SECOND, [2])
    assert voting.papers_of(1)[0].differs
    with pytest.raises(Stale, match="1"):
        papers.require_settled(voting, 1)
    mended = keyed(voting, FIRST, [2])
    assert mended.papers_of(1)[0].agreed
    papers.require_settled(mended, 1)
    papers.require_settled(papers.remove_paper(voting, 1, 1), 1)


def test_papers_are_keyed_in_until_the_reveal_begins() -> None:
    voting = rules.close_ballot(opened(), 1, NOW)
    assert len(keyed(voting, FIRST, [1], serial=7).papers) == 1
    for later in (
        rules.put_dice(voting, 1, "36"),
        rules.reveal_result(voting, 1, count(voting.ballots[1], [])),
    ):
        with pytest.raises(Stale):
            keyed(later, FIRST, [1])
    draft, _ = rules.add_ballot(Voting(), ballot(Rule.APPROVAL, "ABC"))
    assert draft.ballots[1].phase is Phase.DRAFT
    with pytest.raises(Stale):
        keyed(draft, FIRST, [1])


def test_what_the_ballot_does_not_allow_is_refused_on_paper_too() -> None:
    voting = opened()
    with pytest.raises(ChoiceRefused):
        keyed(voting, FIRST, [9])
    for serial, keying, role in ((0, FIRST, Role.PARTICIPANT), (1, 3, Role.PARTICIPANT), (1, FIRST, Role.JURY)):
        with pytest.raises(UserError):
            papers.key_paper(voting, 1, serial, keying, role, {"approve": [1]})
    with pytest.raises(NotFound):
        papers.remove_paper(voting, 1, 4)


def test_a_blank_paper_counts_in_the_turnout() -> None:
    voting = keyed(keyed(opened(), FIRST, []), SECOND, [])
    assert voting.papers_of(1)[0].agreed

"""Ballots on paper: every option once on every paper, as many places to mark as the method has, nothing cut off."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.common.texts import Translator
from facilitator.printing.marks import Box, Document
from facilitator.printing.material import Material
from facilitator.printing.options import PrintOptions, Selection
from facilitator.printing.paper import Paper
from facilitator.printing.paper_ballots import paper_ballots
from facilitator.printing.refusals import NothingToPrint
from facilitator.voting.model import Ballot, Criterion, Method, Option, Phase, Role, Rule, Voting
from tests.printing.geometry import clashes, compact, words_of
from tests.printing.sample import ballots, material

TR = Translator("sv")
RULES = {
    Method.SINGLE: Rule.PLURALITY,
    Method.APPROVAL: Rule.APPROVAL,
    Method.RANKED: Rule.BORDA,
    Method.SCORE: Rule.MEAN,
    Method.DOTS: Rule.DOTS,
    Method.AXES: Rule.AXES,
}
LABELS = st.text("abcdefghijklmnoprstuvwyåäöÅÄÖMW -", min_size=1, max_size=110).map(str.strip).filter(bool)


@st.composite
def any_ballot(draw: st.DrawFn) -> Ballot:
    method = draw(st.sampled_from(tuple(RULES)))
    labels = draw(st.lists(LABELS, min_size=1, max_size=45))
    return Ballot(
        id=1,
        position=1,
        title=draw(LABELS),
        method=method,
        rule=RULES[method],
        options=tuple(
            Option(place, words, team=draw(st.sampled_from([None, place]))) for place, words in enumerate(labels, 1)
        ),
        most=draw(st.sampled_from([None, 1, 3])),
        budget=draw(st.integers(1, 40)),
        criteria=tuple(Criterion(f"{name} {place}") for place, name in enumerate(draw(st.lists(LABELS, max_size=7)), 1))
        or (Criterion("Nytta"),),
        blind=draw(st.booleans()),
        shuffled=draw(st.booleans()),
        own_team_excluded=draw(st.booleans()),
    )


def only(ballot: Ballot, people: int = 5) -> Material:
    return replace(material(people, 1, 0), voting=Voting({ballot.id: ballot}))


def boxes(document: Document) -> int:
    return sum(isinstance(mark, Box) for page in document.pages for mark in page.marks)


def places_to_mark(ballot: Ballot) -> int:
    """How many boxes or circles an option needs."""
    match ballot.method:
        case Method.SCORE:
            return 6 * len(ballot.criteria)
        case Method.AXES:
            return 10
        case Method.DOTS:
            return ballot.budget if ballot.budget <= 10 else 1
        case _:
            return 1


NARROW = Ballot(
    1, 1, "M", Method.SCORE, Rule.MEAN, options=(Option(1, "M"),), criteria=tuple(map(Criterion, ("M 1", "M 2", "M 3")))
)
"""Its only row is higher than what the head leaves of the smallest paper."""


@settings(deadline=None, max_examples=60)
@example(ballot=NARROW, copies=7, paper=Paper.A4)
@given(ballot=any_ballot(), copies=st.integers(1, 9), paper=st.sampled_from(Paper))
def test_every_paper_has_every_place_to_mark_and_nothing_is_cut_off(ballot: Ballot, copies: int, paper: Paper) -> None:
    document = paper_ballots(only(ballot), TR, PrintOptions(paper, copies=copies))
    assert clashes(document, 8) == []
    assert boxes(document) == copies * len(ballot.options) * places_to_mark(ballot)


@settings(deadline=None, max_examples=40)
@given(ballot=any_ballot())
def test_labels_of_a_usual_length_stand_whole_on_the_paper(ballot: Ballot) -> None:
    short = replace(
        ballot, options=tuple(replace(option, label=option.label[:60].strip()) for option in ballot.options)
    )
    document = paper_ballots(only(short), TR, PrintOptions(copies=1))
    on_paper = compact("".join(words.text for page in document.pages for words in words_of(page.marks)))
    for option in short.options:
        assert compact(option.label) in on_paper


def test_there_is_a_paper_for_everybody_who_may_vote() -> None:
    whole = material(people=30, team_count=6, jury=3)
    for number, voters in ((1, 30), (2, 3), (4, 30)):
        chosen = PrintOptions(selection=Selection(ballots=frozenset({number})))
        document = paper_ballots(whole, TR, chosen)
        assert boxes(document) == voters * 16 * places_to_mark(whole.voting.ballots[number])


def test_a_jury_without_cards_is_not_printed_for_unless_the_number_is_said() -> None:
    whole = only(ballots()[2])
    with pytest.raises(NothingToPrint, match="Nobody may vote on “Juryns poäng” yet"):
        paper_ballots(whole, TR)
    assert len(paper_ballots(whole, TR, PrintOptions(copies=3)).pages) == 3


def test_free_of_prejudice_hides_the_teams() -> None:
    shown, hidden = (
        [
            words.text
            for page in paper_ballots(only(replace(ballots()[1], blind=blind)), TR, PrintOptions(copies=1)).pages
            for words in words_of(page.marks)
        ]
        for blind in (False, True)
    )
    assert any("Lag 3" in words for words in shown)
    assert not any("Lag " in words for words in hidden)


def test_shuffled_papers_have_several_orders_and_none_is_alone() -> None:
    ballot = replace(ballots(6)[1], options=tuple(Option(place, f"Val{place}") for place in range(1, 7)))
    pages = paper_ballots(only(ballot, people=16), TR, PrintOptions(copies=16)).pages
    lines = [words.text for page in pages for words in words_of(page.marks) if words.text.startswith("Val")]
    orders = Counter(tuple(lines[start : start + 6]) for start in range(0, len(lines), 6))
    assert sum(orders.values()) == 16
    assert len(orders) > 4
    assert min(orders.values()) >= 2


@pytest.mark.parametrize("method", RULES)
def test_few_short_options_share_a_sheet(method: Method) -> None:
    two = (Option(1, "Ja"), Option(2, "Nej"))
    ballot = Ballot(1, 1, "Pris", method, RULES[method], options=two, criteria=(Criterion("Nytta"),))
    assert len(paper_ballots(only(ballot), TR, PrintOptions(copies=24)).pages) <= 4


def test_closed_ballots_are_printed_only_if_they_are_chosen() -> None:
    closed = only(replace(ballots()[4], phase=Phase.REVEALED))
    with pytest.raises(NothingToPrint, match="All ballots are closed"):
        paper_ballots(closed, TR)
    assert paper_ballots(closed, TR, PrintOptions(selection=Selection(ballots=frozenset({4})))).pages


def test_a_ballot_without_options_is_left_out_and_named() -> None:
    empty = replace(ballots()[4], options=())
    whole = only(empty)
    with pytest.raises(NothingToPrint, match="“Vilket lag börjar\\?” has no options"):
        paper_ballots(whole, TR)
    both = replace(whole, voting=Voting({4: empty, 5: ballots()[5]}))
    document = paper_ballots(both, TR)
    assert [page.label for page in document.pages if page.label] == ["Rangordna lösningarna"]
    assert ["Vilket lag börjar?" in str(note) for note in document.notes] == [True]


def test_the_papers_name_nobody() -> None:
    whole = material(people=6, team_count=2)
    document = paper_ballots(whole, TR)
    on_paper = " ".join(words.text for page in document.pages for words in words_of(page.marks))
    for person in whole.roster.people.values():
        assert person.last_name not in on_paper
    assert Role.JURY in whole.voting.ballots[2].roles

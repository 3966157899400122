"""A revealed result: first place first, ties said, numbers right."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QRectF

from facilitator.common.texts import Translator
from facilitator.stage.model import SceneName
from facilitator.ui.scenes.bars import lines
from facilitator.ui.scenes.figures import figure
from facilitator.ui.scenes.map import Spot, positions, spots
from facilitator.voting.choices import Abstention, Approvals
from facilitator.voting.model import Ballot, Criterion, Method, Option, Rule
from facilitator.voting.tally import Cast, count
from tests.ui.scenes import fixtures as of
from tests.ui.scenes.recorder import words

SAMPLE = of.sample_event()
PRIZE = SAMPLE.voting.ballots[1]
NOW = of.at(15, 25)
VOTES = some.lists(some.lists(some.integers(1, 16), min_size=1, unique=True), min_size=1, max_size=30)


@settings(max_examples=80, deadline=None)
@given(VOTES)
def test_rows_follow_the_count_and_equal_numbers_share_a_place(votes: list[list[int]]) -> None:
    result = count(PRIZE, [Cast(Approvals(tuple(sorted(vote)))) for vote in votes])
    rows = lines(PRIZE, result)
    assert sorted(row.label for row in rows) == sorted(option.label for option in PRIZE.options)
    for row in rows:
        assert row.place == 1 + sum((other.number or 0) > (row.number or 0) for other in rows)
        assert row.winner == (row.place == 1)


def test_the_winner_is_named_in_words() -> None:
    said = _shown(PRIZE, of.approvals(16, 57))
    assert "Winner" in said
    assert "Shared" not in said


def test_a_tie_is_said_in_words() -> None:
    said = _shown(PRIZE, of.tied_approvals(2))
    assert said.count("Shared first place") == 2
    assert "2 share first place" in said


def test_many_winners_are_counted_in_the_caption() -> None:
    assert "16 share first place" in _shown(PRIZE, of.tied_approvals(16))


def test_empty_ballots_win_nothing() -> None:
    assert "Nobody voted for anything." in _shown(PRIZE, [Cast(Abstention())])


def test_a_ballot_that_nobody_voted_in_says_so() -> None:
    assert "No votes were cast." in _shown(PRIZE, [])


def test_more_options_than_can_be_read_are_counted() -> None:
    many = replace(PRIZE, options=tuple(Option(number, f"Option {number}") for number in range(1, 25)))
    said = _shown(many, of.approvals(24, 30))
    assert "and 9 more" in said


def test_a_straw_poll_says_so() -> None:
    assert "Straw poll" in _shown(replace(PRIZE, straw_poll=True), of.approvals(16, 20))


def test_numbers_are_written_as_the_language_does() -> None:
    assert figure(2.75, Rule.MEAN, Translator("sv")) == "2,75"
    assert figure(3.0, Rule.MEAN, Translator("en")) == "3.00"
    assert figure(40.0, Rule.APPROVAL, Translator("sv")) == "40"
    assert figure(46.5, Rule.BORDA, Translator("en")) == "46.5"
    assert figure(None, Rule.MEAN, Translator("en")) == "–"


def test_a_mean_is_measured_against_the_highest_score() -> None:
    jury = replace(PRIZE, method=Method.SCORE, rule=Rule.MEAN, criteria=(Criterion("Nytta"),))
    assert "mean score, 0–5" in _shown(jury, of.scores(16, jury.criteria))


def test_the_map_shows_medians_and_names() -> None:
    ballot = replace(PRIZE, method=Method.AXES, rule=Rule.AXES)
    found = spots(ballot, count(ballot, of.places(16, 30)))
    assert [spot.number for spot in found] == list(range(1, 17))
    assert found[0].winner
    said = _shown(ballot, of.places(16, 30))
    assert "More interesting →" in said
    assert "More feasible →" in said
    assert found[0].label in said


@settings(max_examples=60, deadline=None)
@given(some.lists(some.sampled_from([1.0, 1.5, 3.0, 5.0]), min_size=1, max_size=6))
def test_spots_of_one_place_do_not_hide_each_other(places: list[float]) -> None:
    found = [Spot(number, "", place, 3.0, False) for number, place in enumerate(places, 1)]
    drawn = positions(found, QRectF(0, 0, 740, 600))
    for (one, here), (other, there) in combinations(drawn, 2):
        if one.interest == other.interest:
            assert max(abs(here.x() - there.x()), abs(here.y() - there.y())) >= 54


def _shown(ballot: Ballot, cast: list[Cast]) -> str:
    state = of.on_show(of.revealed(SAMPLE, ballot, cast), SceneName.RESULTS)
    return words(of.view(state, NOW, "en"))

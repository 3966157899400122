"""Search as you type at the desk."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.participants.model import Participant
from facilitator.participants.search import matches, name_index
from tests.participants.lists import people

EVERYBODY = (
    Participant(1, "Åsa", "Öberg", "Myndighet 1", reference="P-17"),
    Participant(2, "Asa", "Lindåsa", "Verket"),
    Participant(3, "Jean-Luc", "Kovač", "Åsarna AB"),
    Participant(4, "Selma", "Yılmaz", "Bolaget"),
    Participant(5, "Søren", "Müller", "Förening Æ"),
)
INDEX = name_index(EVERYBODY)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("asa", [1, 2, 3]),
        ("åsa", [1, 2, 3]),
        ("öberg å", [1]),
        ("OBERG", [1]),
        ("luc kov", [3]),
        ("jean-luc", [3]),
        ("yilmaz", [4]),
        ("soren muller", [5]),
        ("müller", [5]),
        ("møller", []),
        ("p-17", [1]),
        ("verket asa", [2]),
        ("aexyz", []),
        ("", [1, 2, 3, 4, 5]),
    ],
)
def test_words_in_any_order_with_or_without_their_marks(typed: str, found: list[int]) -> None:
    assert [one.id for one in INDEX.find(typed)] == found
    assert [one.id for one in INDEX.find(unicodedata.normalize("NFD", typed))] == found


def test_the_beginning_of_a_word_of_the_name_comes_first() -> None:
    index = name_index((Participant(1, "Ulrika", "Ek"), Participant(2, "Bo", "Ask", "Rikstrafiken"),
                        Participant(3, "Rikard", "Alm")))  # fmt: skip
    assert [one.id for one in index.find("rik")] == [3, 1, 2]
    assert [one.id for one in index.find("rik", most=1)] == [3]


@given(people(), st.randoms())
def test_everybody_is_found_by_what_their_name_begins_with(everybody: tuple[Participant, ...], random: object) -> None:
    index = name_index(everybody)
    for one in everybody:
        words = [word[: 1 + len(word) // 2] for word in one.name.split()][::-1]
        assert one in index.find(" ".join(words).upper())


def test_ten_thousand_people_are_searched_between_two_key_presses() -> None:
    index = name_index(Participant(n, f"Åsa{n % 97}", f"Öberg{n}", f"Organisation {n % 300}") for n in range(10_000))
    taken = []
    for typed in ("a", "å", "öberg99 asa", "organisation 7", "ingen alls"):
        started = time.process_time()
        index.find(typed)
        taken.append(time.process_time() - started)
    assert max(taken) < 0.02


@pytest.mark.parametrize(
    ("typed", "found"),
    [("åsa", True), ("ASA", True), ("3b yil", True), ("  ", True), ("ösa", False), ("asta", False)],
)
def test_whatever_has_a_name_is_found_by_the_same_rule(typed: str, found: bool) -> None:
    assert matches(typed, ("Åsa Yılmaz", "Myndighet 3B")) is found

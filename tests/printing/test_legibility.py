"""What the typeface lacks never prints as an empty box, and never goes unsaid."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.printing.legibility import legible, made_legible
from facilitator.printing.typeface import has
from tests.printing.sample import material


@given(st.text())
def test_everything_legible_is_in_the_typeface(original: str) -> None:
    assert all(has(character) for character in legible(original).text)


@given(st.text("aåäöéßÞłĐøæçşğıЖλ '-", max_size=40))
def test_names_of_european_languages_stay_as_they_are(name: str) -> None:
    result = legible(name)
    assert result.text == " ".join(name.split())
    assert result.missing == ()


@pytest.mark.parametrize(
    ("original", "printed", "missing"),
    [
        ("A\u030asa", "Åsa", ()),
        ("Anna\u200b\tEk\n", "Anna Ek", ()),
        ("王 Wang", "? Wang", ("王",)),
        ("سارة", "????", ("س", "ا", "ر", "ة")),
        ("Eva 🎉", "Eva", ("🎉",)),
        ("\ue071\ue072", "??", ("\ue071", "\ue072")),
    ],
)
def test_characters_of_other_scripts(original: str, printed: str, missing: tuple[str, ...]) -> None:
    result = legible(original)
    assert (result.text, result.missing) == (printed, missing)


def test_the_person_is_named() -> None:
    whole = material(people=3, team_count=1)
    people = dict(whole.roster.people)
    people[2] = replace(people[2], first_name="小明", last_name="王")
    cleaned, warnings = made_legible(replace(whole, roster=replace(whole.roster, people=people)))
    assert cleaned.roster.people[2].name == "?? ?"
    assert [str(warning) for warning in warnings] == [
        "“小明 王”: 小 明 王 cannot be printed and is replaced or left out. Write it in Latin letters."
    ]


def test_a_legible_event_is_left_alone() -> None:
    whole = material(people=5, team_count=1)
    assert made_legible(whole) == (whole, ())

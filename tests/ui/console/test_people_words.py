"""People in words: everybody can be named, whoever shares a name, and reading gives back what was written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.participants.model import Participant
from facilitator.ui.people_words import PeopleWords, read_numbers, write_numbers

NAMES = st.sampled_from(["Eva Ek", "eva ek", "Bo, Alm", "Åsa: Ö", "Eva Ek (A)", "Li"])
ORGANISATIONS = st.sampled_from(["A", "B; C", ""])
PEOPLE = st.lists(st.tuples(NAMES, ORGANISATIONS), min_size=2, max_size=8).map(
    lambda found: [
        Participant(id=number, first_name=name, organisation=organisation)
        for number, (name, organisation) in enumerate(found, start=1)
    ]
)


@given(PEOPLE, st.data())
def test_groups_are_read_as_they_were_written(people: list[Participant], data: st.DataObject) -> None:
    ids = st.lists(st.sampled_from([one.id for one in people]), min_size=2, max_size=4, unique=True).map(tuple)
    groups = data.draw(st.lists(ids, max_size=3).map(tuple))
    words = PeopleWords(people)
    assert words.read(words.write(groups)) == groups


@given(PEOPLE, st.data())
def test_fixed_people_are_read_as_they_were_written(people: list[Participant], data: st.DataObject) -> None:
    fixed = data.draw(st.dictionaries(st.sampled_from([one.id for one in people]), st.integers(1, 99)))
    words = PeopleWords(people)
    assert words.read_fixed(words.write_fixed(fixed)) == fixed


def test_numbers_after_a_colon() -> None:
    numbers = {"facilitation": 1, "UX: research": 2}
    assert read_numbers(write_numbers(numbers)) == numbers

"""JSON data is read as msgspec, which writes it, would read it: the same values, and the same data refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from datetime import date, time
from enum import StrEnum
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.common.clock import Instant
from facilitator.common.frozen import frozen
from facilitator.store.decoding import Mismatch, decoder
from facilitator.store.encoding import to_plain
from facilitator.store.mapping import SLICES


class Colour(StrEnum):
    """Some words."""

    RED = "red"
    BLUE = "blue"


@frozen
class Inner:
    """A value within another."""

    number: int
    share: float = 0.5


@frozen
class Outer:
    """A value with a field of every kind that the slices have."""

    at: Instant
    words: str
    ticked: bool
    inner: Inner
    figure: int | float | None = None
    colour: Colour = Colour.RED
    perhaps: Inner | None = None
    day: date | None = None
    hour: time | None = None
    picture: bytes = b""
    row: tuple[Inner, ...] = ()
    pair: tuple[int, str] = (0, "")
    counts: Mapping[int, float] = field(default_factory=dict)
    parts: Mapping[Colour, tuple[int, ...]] = field(default_factory=dict)


numbers = st.floats(allow_nan=False, allow_infinity=False)
inner = st.builds(Inner, number=st.integers(), share=numbers)
outer = st.builds(
    Outer,
    at=st.integers().map(Instant),
    words=st.text(),
    ticked=st.booleans(),
    inner=inner,
    figure=st.none() | st.integers() | numbers,
    colour=st.sampled_from(Colour),
    perhaps=st.none() | inner,
    day=st.none() | st.dates(),
    hour=st.none() | st.times(),
    picture=st.binary(),
    row=st.lists(inner, max_size=3).map(tuple),
    pair=st.tuples(st.integers(), st.text()),
    counts=st.dictionaries(st.integers(), numbers, max_size=3),
    parts=st.dictionaries(st.sampled_from(Colour), st.lists(st.integers(), max_size=3).map(tuple)),
)
wrong = st.recursive(
    st.none() | st.booleans() | st.integers() | numbers | st.sampled_from(["", "red", "x", "7"]),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(["number", "7", "red"]), inside),
    max_leaves=4,
)


def by_msgspec(plain: Any, wanted: Any) -> object:
    """What msgspec makes of it; its own error where it makes nothing."""
    try:
        return msgspec.convert(plain, wanted, str_keys=True)
    except msgspec.ValidationError:
        return Mismatch


def by_us(plain: Any, wanted: Any) -> object:
    """What we make of it."""
    try:
        return decoder(wanted)(plain)
    except Mismatch:
        return Mismatch


def as_json(value: object) -> Any:
    """As it comes back from the file."""
    return json.loads(json.dumps(to_plain(value)))


@given(outer)
def test_what_was_written_is_read_as_the_same_value(value: Outer) -> None:
    assert decoder(Outer)(as_json(value)) == value


@given(outer, st.data())
def test_data_with_something_wrong_in_it_is_taken_or_refused_as_by_msgspec(value: Outer, data: st.DataObject) -> None:
    plain = as_json(value)
    name = data.draw(st.sampled_from(sorted(plain)))
    if data.draw(st.booleans()):
        plain[name] = data.draw(wrong)
    else:
        del plain[name]
    assert by_us(plain, Outer) == by_msgspec(plain, Outer)


@pytest.mark.parametrize("name", SLICES)
def test_every_slice_is_made_of_types_that_can_be_read(name: str) -> None:
    decoder(SLICES[name])


def test_a_refusal_tells_the_place() -> None:
    plain = as_json(Outer(Instant(1), "", ticked=True, inner=Inner(1), row=(Inner(1), Inner(2))))
    plain["row"][1]["number"] = "two"
    with pytest.raises(Mismatch, match=r"expected int, found str at row\.1\.number"):
        decoder(Outer)(plain)

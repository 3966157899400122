"""Value classes behave as the standard library's frozen dataclasses with slots do."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from inspect import signature
from typing import Any, get_type_hints

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.common.frozen import frozen


@frozen
class Ours:
    """A value with every kind of field."""

    number: int
    words: str = "none"
    secret: str = field(default="", repr=False)
    marks: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Theirs:
    """The same, made by the standard library."""

    number: int
    words: str = "none"
    secret: str = field(default="", repr=False)
    marks: Mapping[str, int] = field(default_factory=dict)


@frozen
class One:
    """A value with one field, which can be hashed."""

    number: int


@frozen
class Empty:
    """A value with no field."""


contents = st.fixed_dictionaries(
    {"number": st.integers()},
    optional={"words": st.text(), "secret": st.text(), "marks": st.dictionaries(st.text(), st.integers())},
)


@given(contents, contents)
def test_it_compares_shows_and_converts_as_the_standard_one(first: dict[str, Any], second: dict[str, Any]) -> None:
    ours, theirs = Ours(**first), Theirs(**first)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert asdict(ours) == asdict(theirs)
    assert (ours == Ours(**second)) == (theirs == Theirs(**second))
    assert msgspec.to_builtins(ours) == msgspec.to_builtins(theirs)
    assert msgspec.convert(msgspec.to_builtins(ours), Ours) == ours
    assert msgspec.convert(first, Ours) == ours
    assert pickle.loads(pickle.dumps(ours)) == copy.deepcopy(ours) == ours
    assert replace(ours, **second) == Ours(**{**first, **second})


def test_its_fields_and_signature_are_the_standard_ones() -> None:
    assert [(one.name, one.type, one.default) for one in fields(Ours)] == [
        (one.name, one.type, one.default) for one in fields(Theirs)
    ]
    assert list(signature(Ours).parameters) == list(signature(Theirs).parameters)
    assert get_type_hints(Ours.__init__) == get_type_hints(Theirs.__init__)
    assert Ours.__match_args__ == Theirs.__match_args__
    assert vars(Ours).keys() >= vars(Theirs).keys() - {"__replace__"}


@given(st.integers(), st.integers())
def test_equal_values_hash_alike_and_others_are_told_apart(first: int, second: int) -> None:
    assert (One(first) == One(second)) == (first == second)
    assert len({One(first), One(second)}) == len({first, second})
    assert hash(Empty()) == hash(Empty())
    assert Empty() == Empty()


def test_a_default_made_anew_is_not_shared() -> None:
    assert Ours(1).marks is not Ours(2).marks


@pytest.mark.parametrize("one", [One(1), Empty()])
def test_it_has_slots_and_cannot_be_changed(one: One | Empty) -> None:
    assert not hasattr(one, "__dict__")
    for name in ("number", "other"):
        with pytest.raises(FrozenInstanceError):
            setattr(one, name, 2)
        with pytest.raises(FrozenInstanceError):
            delattr(one, name)
    assert pickle.loads(pickle.dumps(one)) == one


def test_missing_and_unknown_arguments_are_refused() -> None:
    with pytest.raises(TypeError):
        Ours()  # type: ignore[call-arg]  # refused at run time, too
    with pytest.raises(TypeError):
        Ours(1, colour="red")  # type: ignore[call-arg]  # refused at run time, too


def test_what_it_cannot_do_is_refused_when_the_class_is_made() -> None:
    class Inherited(One):
        more: int

    class Checked:
        number: int

        def __post_init__(self) -> None:
            """Never called."""

    for cls in (Inherited, Checked):
        with pytest.raises(TypeError):
            frozen(cls)

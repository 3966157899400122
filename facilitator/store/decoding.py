"""JSON data as values of the domain: numbers, words, enums, dates, tuples, mappings and value classes, all checked.

What is read means the same as to msgspec, which writes it (`facilitator.store.encoding`). msgspec does not read it,
because it takes longer to load than an event to open, and the console waits for that (docs/decisions/0008-start-up.md).
"""

from __future__ import annotations

import binascii
import sys
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin

Decoder = Callable[[Any], Any]


class Mismatch(ValueError):
    """Data that is no value of the type wanted; says what was expected, and where in the data."""

    def __init__(self, reason: str, place: str = "") -> None:
        """`place` leads from the value as a whole to what is wrong."""
        super().__init__(f"{reason} at {place}" if place else reason)
        self._reason, self._place = reason, place

    def within(self, step: object) -> Mismatch:
        """The same, told of what holds the data under the field or at the number `step`."""
        return Mismatch(self._reason, f"{step}.{self._place}" if self._place else str(step))


@cache
def decoder(wanted: Any) -> Decoder:
    """What makes JSON data a value of the type `wanted`; it raises `Mismatch` where they do not fit.

    Raises:
        TypeError: it is none of the types that values of the domain are made of.
    """
    if isinstance(wanted, NewType):
        return decoder(wanted.__supertype__)
    origin, inside = get_origin(wanted), get_args(wanted)
    if origin in (UnionType, Union):
        return _union(inside)
    if origin is tuple:
        return _row(inside[0]) if inside[-1] is Ellipsis else _tuple(inside)
    if origin is Mapping:
        return _mapping(*inside)
    if wanted in _PLAIN:
        return _PLAIN[wanted]
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return _member(wanted)
    return _value(wanted)


def _exactly(kind: type) -> Decoder:
    def decode(plain: Any) -> Any:
        if type(plain) is kind:
            return plain
        raise _unexpected(kind, plain)

    return decode


def _number(plain: Any) -> float:
    if type(plain) in (int, float):
        return float(plain)
    raise _unexpected(float, plain)


def _made(kind: type, make: Callable[[str], Any]) -> Decoder:
    """From text that `make` reads; it raises ValueError for any other."""

    def decode(plain: Any) -> Any:
        if type(plain) is not str:
            raise _unexpected(kind, plain)
        try:
            return make(plain)
        except ValueError as error:
            raise Mismatch(f"{plain!r} is no {kind.__name__}") from error

    return decode


_PLAIN: Mapping[Any, Decoder] = {
    int: _exactly(int),
    str: _exactly(str),
    bool: _exactly(bool),
    NoneType: _exactly(NoneType),
    float: _number,
    date: _made(date, date.fromisoformat),
    time: _made(time, time.fromisoformat),
    bytes: _made(bytes, binascii.a2b_base64),
}


def _union(kinds: tuple[Any, ...]) -> Decoder:
    *first, last = [decoder(kind) for kind in sorted(kinds, key=lambda kind: kind is not NoneType)]

    def decode(plain: Any) -> Any:
        for one in first:
            try:
                return one(plain)
            except Mismatch:
                continue
        return last(plain)

    return decode


def _member(kind: type[Enum]) -> Decoder:
    members = {member.value: member for member in kind}

    def decode(plain: Any) -> Any:
        if type(plain) is str and plain in members:
            return members[plain]
        raise Mismatch(f"{plain!r} is no {kind.__name__}")

    return decode


def _row(kind: Any) -> Decoder:
    one = decoder(kind)

    def decode(plain: Any) -> Any:
        return tuple(_inside(number, one, part) for number, part in enumerate(_list(plain)))

    return decode


def _tuple(kinds: tuple[Any, ...]) -> Decoder:
    decoders = [decoder(kind) for kind in kinds]

    def decode(plain: Any) -> Any:
        parts = _list(plain)
        if len(parts) != len(decoders):
            raise Mismatch(f"expected {len(decoders)} parts, found {len(parts)}")
        pairs = zip(decoders, parts, strict=True)
        return tuple(_inside(number, one, part) for number, (one, part) in enumerate(pairs))

    return decode


def _mapping(key_kind: Any, kind: Any) -> Decoder:
    key, one = _key(decoder(key_kind)), decoder(kind)

    def decode(plain: Any) -> Any:
        if type(plain) is not dict:
            raise _unexpected(dict, plain)
        return {_inside(name, key, name): _inside(name, one, content) for name, content in plain.items()}

    return decode


def _key(one: Decoder) -> Decoder:
    """JSON has words for keys; among them are numbers."""
    if one is not _PLAIN[int]:
        return one

    def decode(plain: Any) -> int:
        if type(plain) is str and plain.removeprefix("-").isdecimal():
            return int(plain)
        return int(one(plain))

    return decode


def _value(cls: Any) -> Decoder:
    """Names that the class does not know are passed over: they may stem from another version."""
    # As `get_type_hints` would find the types, in half of the time.
    around = vars(sys.modules[cls.__module__])
    decoders = {spec.name: decoder(eval(str(spec.type), around)) for spec in fields(cls)}
    needed = [spec.name for spec in fields(cls) if spec.default is MISSING and spec.default_factory is MISSING]

    def decode(plain: Any) -> Any:
        if type(plain) is not dict:
            raise _unexpected(dict, plain)
        for name in needed:
            if name not in plain:
                raise Mismatch(f"“{name}” is missing")
        return cls(**{name: _inside(name, decoders[name], plain[name]) for name in plain if name in decoders})

    return decode


def _inside(step: object, one: Decoder, plain: Any) -> Any:
    try:
        return one(plain)
    except Mismatch as error:
        raise error.within(step) from None


def _list(plain: Any) -> list[Any]:
    if type(plain) is list:
        return plain
    raise _unexpected(list, plain)


def _unexpected(kind: type, plain: Any) -> Mismatch:
    return Mismatch(f"expected {kind.__name__}, found {type(plain).__name__}")

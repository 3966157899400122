"""Value classes: what `@dataclass(frozen=True, slots=True)` makes, made in a quarter of the time.

Python's own decorator writes and compiles six methods for each class, which for the classes of an open console takes
a fifth of the whole start (docs/decisions/0008-start-up.md). Here only `__init__` is compiled, when it is first wanted;
the other methods are plain closures over the fields. Everything else is left to `dataclasses`, so `fields`, `replace`,
`asdict`, pattern matching and msgspec see an ordinary dataclass.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Made]) -> type[Made]:
    """Make `cls` a frozen dataclass with slots, with equality, hash, repr and pickling by its fields.

    Raises:
        TypeError: the class inherits from another one, or has a `__post_init__`; values have neither.
    """
    if cls.__bases__ != (object,) or hasattr(cls, "__post_init__"):
        raise TypeError(f"{cls.__name__}: a value class inherits nothing and has no __post_init__")
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    given = fields(made)
    made.__init__ = _Initialiser(made, given)
    _add_methods(made, tuple(spec.name for spec in given), tuple(spec.name for spec in given if spec.repr))
    made.__setattr__ = _refuse_to_set
    made.__delattr__ = _refuse_to_delete
    for promise in ("init", "repr", "eq", "frozen"):  # what the class does now, for those who ask
        setattr(made.__dataclass_params__, promise, True)
    result: type[Made] = made
    return result


class _Initialiser:
    """Stands for `__init__` until somebody asks for it: most classes wait for a command."""

    def __init__(self, cls: Any, given: tuple[Field[Any], ...]) -> None:
        self._cls, self._given = cls, given

    def __get__(self, value: object, owner: type) -> Any:
        made = self._cls.__init__ = _initialiser(self._cls, self._given)
        return made.__get__(value, owner)


def _initialiser(cls: type, given: tuple[Field[Any], ...]) -> Callable[..., None]:
    """`__init__`, compiled in the class's own module so that its annotations can be resolved there.

    It puts the fields into their slots in a loop: a line for each would take twice as long to compile.
    """
    puts = tuple(getattr(cls, spec.name).__set__ for spec in given)
    outside: dict[str, Any] = {"_puts": puts, "_missing": MISSING}
    parameters, values = ["self"], []
    for spec in given:
        name = spec.name
        parameter, value = name, name
        if spec.default is not MISSING:
            outside[f"_default_{name}"] = spec.default
            parameter = f"{name}=_default_{name}"
        elif spec.default_factory is not MISSING:
            outside[f"_make_{name}"] = spec.default_factory
            parameter, value = f"{name}=_missing", f"_make_{name}() if {name} is _missing else {name}"
        parameters.append(parameter)
        values.append(f"{value},")
    body = f"for _put, _value in zip(_puts, ({' '.join(values)})): _put(self, _value)"
    source = f"def make({', '.join(outside)}):\n def __init__({', '.join(parameters)}):\n  {body}\n return __init__"
    scope: dict[str, Any] = {}
    exec(source, vars(sys.modules[cls.__module__]), scope)
    made: Callable[..., None] = scope["make"](**outside)
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__annotations__ = {**{spec.name: spec.type for spec in given}, "return": None}
    return made


def _add_methods(cls: Any, names: tuple[str, ...], shown: tuple[str, ...]) -> None:
    """Equality, hash, repr and pickling; `shown` are the fields that the repr tells."""

    read = attrgetter(*names) if len(names) > 1 else None  # of one name alone it gives no tuple

    def values(self: object) -> tuple[Any, ...]:
        return read(self) if read else tuple(getattr(self, name) for name in names)

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if type(self) is type(other) else NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    def told(self: object) -> str:
        return f"{cls.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def restore(self: object, state: tuple[Any, ...]) -> None:
        for name, content in zip(names, state, strict=True):
            object.__setattr__(self, name, content)

    cls.__eq__, cls.__hash__, cls.__repr__ = equal, hashed, told
    cls.__getstate__, cls.__setstate__ = values, restore


def _refuse_to_set(self: object, name: str, _content: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")

"""A day reckoned a second time, by a model that shares no code with the program: plain numbers, second by second.

It knows the plenary of one day: what runs, pauses, added time, undo and redo. All times are seconds of the day.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

DAY = 24 * 3600


class RefusedError(Exception):
    """The command cannot be carried out."""


@dataclass
class PlainItem:
    """An item of the printed agenda."""

    id: int
    title: str
    length: int
    cut: bool = False


@dataclass
class Clock:
    """The item that runs: when its countdown began, its length with what was added, and its pauses."""

    item: int
    since: int
    length: int
    added: int = 0
    idle: int = 0
    held: int | None = None

    def left(self, now: int) -> int:
        return self.length + self.added - ((now if self.held is None else self.held) - self.since - self.idle)


@dataclass
class Book:
    """All that undo takes back."""

    clock: Clock | None = None
    began: dict[int, int] = field(default_factory=dict)
    ended: dict[int, int] = field(default_factory=dict)
    over: int | None = None
    cut: set[int] = field(default_factory=set)


class PlainDay:
    """Carries out commands as JSON objects; `items` in their order, ids counted from 1."""

    def __init__(self, items: list[PlainItem]) -> None:
        self.items = items
        self.book = Book(cut={item.id for item in items if item.cut})
        self._before: list[Book] = []
        self._after: list[Book] = []

    def do(self, at: int, command: dict[str, Any]) -> bool:
        """Whether the command was carried out."""
        kind = command["type"]
        old = deepcopy(self.book)
        try:
            if kind in ("undo", "redo"):
                self._step(kind)
                return True
            act: Callable[..., None] = getattr(self, "_" + kind.replace("-", "_"))
            act(at, **{key: value for key, value in command.items() if key != "type"})
        except RefusedError:
            self.book = old
            return False
        if self.book != old:
            self._before.append(old)
            self._after.clear()
        return True

    def _step(self, kind: str) -> None:
        source, target = (self._before, self._after) if kind == "undo" else (self._after, self._before)
        if not source:
            raise RefusedError
        target.append(self.book)
        self.book = source.pop()

    def _ahead(self) -> list[PlainItem]:
        return [item for item in self.items if item.id not in self.book.cut]

    def _begin(self, at: int, item: PlainItem) -> None:
        book = self.book
        self._finish(at)
        book.cut.discard(item.id)
        book.began.setdefault(item.id, at)
        book.ended.pop(item.id, None)
        book.clock, book.over = Clock(item.id, at, item.length), None
        if item.length == 0 and item is self._ahead()[-1]:
            self._finish(at)
            book.over = at

    def _finish(self, at: int) -> None:
        if self.book.clock is not None:
            self.book.ended[self.book.clock.item] = at
            self.book.clock = None

    def _running(self, item: int | None = None) -> Clock:
        clock = self.book.clock
        if clock is None or item not in (None, clock.item):
            raise RefusedError
        return clock

    def _start_day(self, at: int) -> None:
        if self.book.clock is not None or self.book.began or not self._ahead():
            raise RefusedError
        self._begin(at, self._ahead()[0])

    def _next(self, at: int, item: int | None = None) -> None:
        if item is not None:
            self._running(item)
        if self.book.over is not None:
            raise RefusedError
        if not self.book.began:
            return self._start_day(at)
        here = self._running().item
        following = [one for one in self._ahead() if one.id > here]
        if following:
            return self._begin(at, following[0])
        self._finish(at)
        self.book.over = at
        return None

    def _previous(self, at: int) -> None:
        if self.book.clock is not None:
            before = [one for one in self._ahead() if one.id < self._running().item]
        else:
            last = self.items[-1]
            before = [one for one in self._ahead() if one.id in self.book.began and (one.length or one is not last)]
        if not before:
            raise RefusedError
        self._begin(at, before[-1])

    def _start_item(self, at: int, item: int | dict[str, str]) -> None:
        found = [
            one
            for one in self.items
            if (one.title.lower() == item["title"].strip().lower() if isinstance(item, dict) else one.id == item)
        ]
        if not found:
            raise RefusedError
        self._begin(at, found[0])

    def _pause(self, at: int) -> None:
        clock = self._running()
        if clock.held is not None:
            raise RefusedError
        clock.held = at

    def _resume(self, at: int) -> None:
        clock = self._running()
        if clock.held is None:
            raise RefusedError
        clock.idle += at - clock.held
        clock.held = None

    def _add_time(self, at: int, seconds: int) -> None:
        clock = self._running()
        if abs(clock.added + seconds) > DAY or (seconds < 0 and clock.left(at) + seconds < 0):
            raise RefusedError
        clock.added += seconds

    def _started_ago(self, at: int, seconds: int) -> None:
        clock = self._running()
        began = at - seconds
        order = list(self.book.began)
        others = [
            (end, self.book.began[item], order.index(item))
            for item, end in self.book.ended.items()
            if item != clock.item
        ]
        previous = max(others, default=None)
        if not 0 <= seconds <= DAY or (previous is not None and began < previous[1]):
            raise RefusedError
        if previous is not None and (abs(clock.since - previous[0]) <= 2 or previous[0] > began):
            self.book.ended[order[previous[2]]] = began
        self.book.began[clock.item] = began
        clock.since, clock.idle = began, 0
        clock.held = None if clock.held is None else at

    def _cut_item(self, _at: int, item: int, cut: bool = True) -> None:
        if not any(one.id == item for one in self.items):
            raise RefusedError
        clock = self.book.clock
        seen = item in self.book.began and item not in self.book.cut
        if cut and seen and (clock is None or item <= clock.item):
            raise RefusedError
        (self.book.cut.add if cut else self.book.cut.discard)(item)

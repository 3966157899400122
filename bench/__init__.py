"""Benchmarks: each module with a function `run() -> list[Figure]` measures one thing and says what it is held against.

`python -m bench` runs all of them, `python -m bench NAME` the one in `bench/NAME.py`.
"""

from __future__ import annotations

from dataclasses import dataclass


def _readable(number: float) -> str:
    return f"{number:,.2f}" if abs(number) < 100 else f"{number:,.0f}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure beside its limit.

    `value` and `limit` are in `unit`; `reference` says what the figure was measured against in the same run, so that a
    slow machine is slow on both sides. The value has to stay at or below the limit, or, with `at_least`, reach it.
    """

    name: str
    value: float
    unit: str
    limit: float
    reference: str = ""
    at_least: bool = False

    @property
    def ok(self) -> bool:
        """Whether the figure keeps its limit."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def __str__(self) -> str:
        """The figure as one line of a report."""
        verdict = "good" if self.ok else "MISSED"
        bound = f"{'at least' if self.at_least else 'at most'} {_readable(self.limit)}"
        reference = f"  ({self.reference})" if self.reference else ""
        return f"{verdict:<6}  {self.name}: {_readable(self.value)} {self.unit}, held against {bound}{reference}"

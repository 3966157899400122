"""The frame of the benchmarks: what a figure says, and what a missed one does."""

from __future__ import annotations

import os
import sys

import pytest

import bench.__main__
from bench import Figure
from bench.start import seconds_to_paint


def test_a_figure_is_held_against_its_limit_from_the_right_side() -> None:
    assert Figure("start", 2.0, "times", 2.0).ok
    assert not Figure("start", 2.01, "times", 2.0).ok
    assert Figure("votes", 2000, "1/s", 2000, at_least=True).ok
    assert not Figure("votes", 1999, "1/s", 2000, at_least=True).ok
    assert str(Figure("votes", 900, "1/s", 2000, "one client", at_least=True)) == (
        "MISSED  votes: 900 1/s, held against at least 2,000  (one client)"
    )


@pytest.mark.parametrize(("value", "status"), [(1.0, 0), (3.0, 1)])
def test_a_missed_figure_fails_the_run(
    value: float, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [("start", lambda: [Figure("good", 1.0, "s", 2.0), Figure("other", value, "s", 2.0)])]
    monkeypatch.setattr(bench.__main__, "benchmarks", lambda: iter(found))
    assert bench.__main__.main([]) == status
    assert "other: " in capsys.readouterr().out


def test_what_cannot_be_measured_fails_the_run_and_not_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> list[Figure]:
        raise RuntimeError("there is no screen")

    found = [("windows", broken), ("votes", lambda: [Figure("delay", 1.0, "s", 2.0)])]
    monkeypatch.setattr(bench.__main__, "benchmarks", lambda: iter(found))
    assert bench.__main__.main([]) == 1
    printed = capsys.readouterr().out
    assert "there is no screen" in printed
    assert "good    delay" in printed


def test_an_unknown_benchmark_names_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.__main__.main(["nonsense"]) == 2
    assert "start" in capsys.readouterr().err


def test_a_program_that_paints_nothing_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="before a first paint"):
        seconds_to_paint([sys.executable, "-c", "print('hello')"], dict(os.environ))
    assert seconds_to_paint([sys.executable, "-c", "print('painted')"], dict(os.environ)) > 0

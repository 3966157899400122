"""The solver's own process: the same answers, cancelled at once, and no harm when it dies."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from facilitator.common.errors import UserError
from facilitator.teams import api
from facilitator.teams.model import Progress, Rules, Teams
from facilitator.teams.worker import Cancelled, SolverProcess
from tests.teams.instances import model_instance, roster


@pytest.fixture(scope="module")
def solver() -> Iterator[SolverProcess]:
    with SolverProcess() as process:
        yield process


def test_it_gives_what_the_same_call_gives_here(solver: SolverProcess) -> None:
    day = model_instance()
    told: list[Progress] = []
    formation = solver.form(day.people, day.rules, seed=5, progress=told.append)
    assert formation.teams == api.form(day.people, day.rules, seed=5).teams
    best = [tuple(tier.value for tier in news.tiers) for news in told]
    assert best == sorted(best, reverse=True)
    assert best[-1] == tuple(tier.value for tier in formation.tiers)


def test_cancelling_takes_less_than_half_a_second_and_leaves_the_best_so_far(solver: SolverProcess) -> None:
    asked: list[float] = []
    told: list[Progress] = []

    def cancel() -> bool:
        if len(told) < 2:
            return False
        asked.append(time.perf_counter())
        return True

    with pytest.raises(Cancelled):
        solver.form(roster(), Rules(), seed=1, progress=told.append, cancel=cancel)
    assert time.perf_counter() - asked[0] < 0.5
    assert sorted(member for team in told[-1].teams for member in team.members) == [one.id for one in roster()]


def test_a_process_that_dies_is_reported_and_replaced(solver: SolverProcess) -> None:
    solver.warm_up()
    pid = solver.pid
    assert pid is not None

    def kill(news: Progress) -> None:
        os.kill(pid, signal.SIGKILL)

    with pytest.raises(UserError, match="stopped unexpectedly"):
        solver.form(roster(), Rules(), seed=1, progress=kill)
    assert solver.rounds(roster()[:9], Rules(teams=3), 2, seed=1).repeats == 0
    assert solver.pid != pid


def test_refusals_come_back_as_they_are(solver: SolverProcess) -> None:
    with pytest.raises(UserError, match="no teams to repair"):
        solver.repair(roster(), Teams())

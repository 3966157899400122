"""Teams: quality and time against the bars, and against a peer's method on the same people.

The peer's method is random swaps with restarts, kept when the tiers do not get worse, as GroupEng and its like work;
it judges teams with the product's own measures and gets as long as the solver took.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from random import Random

from bench import Figure
from facilitator.teams import api
from facilitator.teams.masks import Masks, build_masks
from facilitator.teams.measure import measure
from facilitator.teams.model import Formation, Person, Rules, Teams
from facilitator.teams.problem import Problem, build_problem
from facilitator.teams.rules import adopt, preview_swap
from facilitator.teams.worker import Cancelled, SolverProcess
from tests.teams.instances import model_instance, random_roster, roster

SEEDS = 20
FIRST_RUNS = 5
"""A run of a fifth of a second is easily doubled by whatever else the machine does; the best of several is ours."""


def run() -> list[Figure]:
    """Form, first teams, repair, rounds, preview, cancel; larger days; the peer's method at every size."""
    return [*_forming(), *_morning(), *_around(), *_larger(200, 90), *_larger(2000, 60), *_peer(80)]


def _forming() -> list[Figure]:
    day, times, first, unproven = model_instance(), [], [], 0
    for seed in range(SEEDS):
        people, rules = (day.people, day.rules) if seed % 2 else (random_roster(seed), Rules())
        first.append(min(_quick_seconds(people, rules, seed) for _ in range(FIRST_RUNS)))
        formation = api.form(people, rules, seed=seed)
        times.append(formation.seconds)
        unproven += sum(not tier.proven for tier in formation.tiers)
    return [
        Figure(
            "first usable teams of 80, slowest of 20 days",
            max(first),
            "s",
            0.5,
            f"time of the processor, the best of {FIRST_RUNS} runs each",
        ),
        Figure("80 people proven, median of 20 seeds", statistics.median(times), "s", 8),
        Figure("80 people proven, slowest of 20 seeds", max(times), "s", 15),
        Figure("tiers left unproven over 20 seeds", unproven, "tiers", 0),
    ]


def _quick_seconds(people: Sequence[Person], rules: Rules, seed: int) -> float:
    began = time.process_time()
    api.quick_teams(people, rules, seed=seed)
    return time.process_time() - began


def _morning() -> list[Figure]:
    day = model_instance()
    began = time.perf_counter()
    fewest = api.repair(day.people_at_0845(), day.optimal_teams(), further=False)[0]
    return [
        Figure("repair of the model morning, fewest moves and best tiers", time.perf_counter() - began, "s", 1),
        Figure("moves of the model morning", fewest.changed, "moves", day.morning["min_moves"]),
    ]


def _around() -> list[Figure]:
    plan = api.rounds(roster(), Rules(), 5, seed=1)
    state = adopt(Teams(), api.quick_teams(roster(), Rules(), seed=1))
    began = time.perf_counter()
    preview_swap(state, roster(), 1, 2)
    previewed = time.perf_counter() - began
    return [
        Figure("five rounds of 80 people", plan.seconds, "s", 5),
        Figure("people who meet twice in five rounds", plan.repeats, "pairs", 0),
        Figure("what a swap would change, before the drop", previewed * 1000, "ms", 50),
        Figure("cancel", _cancel(), "s", 0.5),
    ]


def _cancel() -> float:
    asked = 0.0

    def cancel() -> bool:
        nonlocal asked
        asked = asked or time.perf_counter()
        return True

    with SolverProcess() as solver:
        solver.warm_up()
        try:
            solver.form(roster(), Rules(), seed=1, cancel=cancel)
        except Cancelled:
            return time.perf_counter() - asked
    raise AssertionError("the search was not cancelled")


def _larger(count: int, limit: float) -> list[Figure]:
    """`limit`: seconds that may pass before teams are usable, and with 200 people proven."""
    told: list[float] = []
    formation = api.form(
        random_roster(1, count), Rules(), seed=1, time_limit=90, progress=lambda news: told.append(news.seconds)
    )
    lacking = max((tier.value - tier.bound) / max(1, tier.bound) for tier in formation.tiers)
    proven = count == 200
    return [
        Figure(f"{count} people: first usable teams", told[0], "s", limit),
        Figure(f"{count} people: {'proven' if proven else 'the search ended'}", formation.seconds, "s", 90),
        Figure(f"{count} people: furthest tier from its bound", 100 * lacking, "%", 0 if proven else 0.5),
        *_peer(count, formation),
    ]


def _peer(count: int, formation: Formation | None = None) -> list[Figure]:
    people = roster() if count == 80 else random_roster(1, count)
    formed = formation or api.form(people, Rules(), seed=1)
    problem = build_problem(people, Rules())
    peer = random_swaps(problem, formed.seconds, Random(1))
    ours = tuple(tier.value for tier in formed.tiers)
    first_worse = next((i for i, (a, b) in enumerate(zip(ours, peer, strict=True)) if a != b), len(ours) - 1)
    return [
        Figure(
            f"{count} people: {problem.tiers[first_worse]}, the first tier in which ours and random swaps differ",
            ours[first_worse],
            "points",
            peer[first_worse],
            f"ours {list(ours)}, random swaps with restarts in the same {formed.seconds:.1f} s {list(peer)}",
        )
    ]


def random_swaps(problem: Problem, seconds: float, random: Random) -> tuple[int, ...]:
    """The tiers of the best of many random allocations, each improved by swaps until none of 400 in a row helps."""
    masks, best = build_masks(problem), None
    until = time.monotonic() + seconds
    while best is None or time.monotonic() < until:
        values = _one_start(problem, masks, until, random)
        best = values if best is None else min(best, values)
    return best


def _one_start(problem: Problem, masks: Masks, until: float, random: Random) -> tuple[int, ...]:
    seats = [person % len(problem.slots) for person in range(len(problem.people))]
    random.shuffle(seats)
    values, idle = measure(problem, seats, masks), 0
    while idle < 400 and time.monotonic() < until:
        one, other = random.sample(range(len(seats)), 2)
        seats[one], seats[other] = seats[other], seats[one]
        swapped = measure(problem, seats, masks)
        idle = 0 if swapped < values else idle + 1
        if swapped <= values:
            values = swapped
        else:
            seats[one], seats[other] = seats[other], seats[one]
    return values

"""What the rest of the program asks of teams: form them, repair them, draw up rounds.

These run where they are called and load the solver on first use; `facilitator.teams.worker` runs them in a process of
their own, where they can be cancelled. Absent people are simply not among `people`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.teams.checks import contradictions
from facilitator.teams.first_teams import first_teams
from facilitator.teams.formation import Job, unproven
from facilitator.teams.hard import broken_rules
from facilitator.teams.model import Formation, Person, Progress, RepairOption, RoundPlan, Rules, Teams
from facilitator.teams.problem import build_problem
from facilitator.teams.rules import seated_problem

DEFAULT_TIME_LIMIT = 60.0
"""Seconds after which the best so far is the answer."""

OnProgress = Callable[[Progress], None]
OnOption = Callable[[RepairOption], None]


def quick_teams(people: Iterable[Person], rules: Rules, *, seed: int = 0, current: Teams | None = None) -> Formation:
    """Usable teams within a blink, without the solver: what to show first, and what to fall back on."""
    job = Job(build_problem(people, rules, current), current, seed)
    return job.formation(unproven(job.problem, first_teams(job.problem, seed)), contradictions(job.problem))


def form(
    people: Iterable[Person],
    rules: Rules,
    *,
    seed: int = 0,
    time_limit: float = DEFAULT_TIME_LIMIT,
    current: Teams | None = None,
    progress: OnProgress | None = None,
) -> Formation:
    """The best teams under the rules.

    `current` holds the locks to heed, and the teams that moves are told from. Rules that cannot all be kept give the
    teams that break the fewest, or none where not even sizes and locks agree, with `broken_rules` naming what clashes.
    """
    from facilitator.teams.conflict import compromise
    from facilitator.teams.large import is_large, large_teams
    from facilitator.teams.search import Deadline

    deadline = Deadline(time_limit)
    job = Job(build_problem(people, rules, current), current, seed)
    problem = job.problem
    start: Sequence[int] = first_teams(problem, seed)
    if not problem.people:
        return job.formation(unproven(problem, start))
    if progress is not None and not broken_rules(problem, start):
        progress(job.progress(start, unproven(problem, start).bounds))
    clashing = contradictions(problem)
    if clashing or broken_rules(problem, start):
        if is_large(problem):
            return job.formation(unproven(problem, start), clashing)
        least_bad = compromise(problem, start, seed, deadline)
        if least_bad.solution is None:
            return job.refusal(least_bad.clashing)
        start = least_bad.solution.seats
        if broken_rules(problem, start):
            return job.formation(least_bad.solution, least_bad.clashing)
    told = (lambda seats, bounds: progress(job.progress(seats, bounds))) if progress is not None else None
    return job.formation(large_teams(problem, start, seed, deadline, told))


def repair(
    people: Iterable[Person],
    current: Teams,
    *,
    seed: int = 0,
    time_limit: float = DEFAULT_TIME_LIMIT,
    further: bool = True,
    on_option: OnOption | None = None,
) -> tuple[RepairOption, ...]:
    """Ways to go on with the people who are here now, walk-ins among them.

    First the fewest moves that keep every hard rule, then, with `further`, the trade-off of more moves for better
    tiers; last, unless that is the first already, nobody moves at all, with what that breaks. Where the rules cannot
    be kept, the teams that break the fewest of them come first instead. `on_option` is told of each when it is found.

    Raises:
        UserError: there are no teams to repair.
    """
    from facilitator.teams.conflict import compromise
    from facilitator.teams.repair import Repaired, changed, nobody_moves, trade_off
    from facilitator.teams.search import Deadline

    if not current.teams:
        raise UserError(text("There are no teams to repair."), text("Form teams first."))
    deadline = Deadline(time_limit)
    job = Job(seated_problem(current, tuple(people), even=True), current, seed)
    problem = job.problem
    home = problem.seats_of(current.teams.values())
    options: list[RepairOption] = []

    def add(found: Repaired, formation: Formation) -> None:
        options.append(RepairOption(formation, found.changed, found.fewest))
        if on_option is not None:
            on_option(options[-1])

    if not contradictions(problem):
        for found in trade_off(problem, home, seed, deadline):
            add(found, job.formation(found.solution))
            if not further:
                break
    stay = nobody_moves(problem, home, seed)
    if not options:
        least_bad = compromise(problem, stay.seats, seed, deadline)
        if least_bad.solution is not None:
            moved = changed(home, least_bad.solution.seats)
            add(Repaired(least_bad.solution, moved, False), job.formation(least_bad.solution, least_bad.clashing))
    if not options or options[0].changed:
        add(Repaired(stay, 0, True), job.formation(stay))
    return tuple(options)


def rounds(
    people: Iterable[Person], rules: Rules, count: int, *, seed: int = 0, time_limit: float = DEFAULT_TIME_LIMIT
) -> RoundPlan:
    """So many table rounds in which nobody meets twice, or as few do as can be.

    Raises:
        UserError: fewer than one round is asked for.
    """
    from facilitator.teams.rounds import draw_rounds, fewest_repeats, repeated_meetings
    from facilitator.teams.search import Deadline

    if count < 1:
        raise UserError(text("At least one round is needed."), text("Give a number of rounds from 1."))
    deadline = Deadline(time_limit)
    drawn = draw_rounds(tuple(people), rules, count, seed, deadline)
    repeats = repeated_meetings(drawn, rules.met)
    return RoundPlan(drawn, repeats, min(repeats, fewest_repeats(drawn)), round(deadline.spent, 3), seed)

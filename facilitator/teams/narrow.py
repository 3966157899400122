"""Who can sit at which questions at all, once it is known how well wishes can be met.

Reduced-cost fixing (Dantzig, Fulkerson & Johnson 1954): in the linear relaxation of dividing people among blocks, a
person's reduced cost at a block is what putting them there adds to the price at the very least. Where that makes the
price exceed what is to be paid, they cannot sit there. On a day of 200 people with three wishes each, more than half
are left with one question and nearly all others with two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ortools.linear_solver.python import model_builder

from facilitator.teams.blocks import Block
from facilitator.teams.problem import Problem, Share

MARGIN = 0.01
"""Prices are whole; what the solver's rounding may do to them is far less than this."""


def places(
    problem: Problem, blocks: Sequence[Block], even: Iterable[Share], prices: Sequence[Sequence[int]], paid: int
) -> tuple[frozenset[int], ...]:
    """For each person the blocks where they can sit, in a division that shares out `even` groups evenly and costs no
    more than `paid`; `prices` holds what each person costs in each block."""
    model = model_builder.Model()  # type: ignore[no-untyped-call]  # its constructor carries no types
    everybody = range(len(problem.people))
    inside = [[model.new_num_var(0, 1, "") for _ in blocks] for _ in everybody]
    for row in inside:
        model.add_linear_constraint(model_builder.LinearExpr.sum(row), 1, 1)
    groups = [(everybody, 0, 0)] + [(share.members, share.least, share.most) for share in even]
    for at, block in enumerate(blocks):
        for number, (members, least, most) in enumerate(groups):
            heads = model_builder.LinearExpr.sum([inside[person][at] for person in members])
            low, high = (least * block.size, most * block.size) if number else (block.least, block.most)
            model.add_linear_constraint(heads, low, high)
    variables = [one for row in inside for one in row]
    model.minimize(model_builder.LinearExpr.weighted_sum(variables, [price for row in prices for price in row]))
    solver = model_builder.Solver("GLOP")
    anywhere = frozenset(range(len(blocks)))
    if solver.solve(model) != model_builder.SolveStatus.OPTIMAL:
        return tuple(anywhere for _ in everybody)
    spare = paid - solver.objective_value + MARGIN
    return tuple(frozenset(at for at, one in enumerate(row) if solver.reduced_cost(one) <= spare) for row in inside)

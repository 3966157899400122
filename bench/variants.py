"""Every variant of the model day against a second solver: `python -m bench.variants [NAME]…`.

Exit status 1: the two disagree on a tier, or ours is not proven. A tier that the second solver cannot settle in its
time is shown with its bound and counts as agreement as long as ours lies between the two. Takes some minutes, and so
it is no part of `dev.py bench`.
"""

from __future__ import annotations

import sys
import time

from facilitator.teams import api
from tests.teams.second_opinion import second_opinion
from tests.teams.variants import CHANGES, variant

OURS_SECONDS = 120.0
SECOND_SECONDS = 400.0


def agree(name: str) -> bool:
    """Form the teams of one variant, print both answers, and tell whether they are the same."""
    day, began = variant(name), time.process_time()
    formation = api.form(day.people(), day.rules(), seed=1, time_limit=OURS_SECONDS)
    spent = time.process_time() - began
    ours = [(tier.value, tier.bound) for tier in formation.tiers]
    theirs = second_opinion(day, formation, SECOND_SECONDS)
    same = theirs is not None and all(
        low <= value == least for (value, _), (least, low) in zip(ours, theirs, strict=True)
    )
    good = same and all(tier.proven for tier in formation.tiers) and not formation.broken_rules
    values = ", ".join(f"{value}" if value == bound else f"{value} (bound {bound})" for value, bound in ours)
    sys.stdout.write(
        f"  {'good' if good else 'MISSED':<6}  {name}: {values} in {spent:.1f} s of work; second: {theirs}\n"
    )
    sys.stdout.flush()
    return good


if __name__ == "__main__":
    agreed = [agree(name) for name in sys.argv[1:] or CHANGES]
    sys.exit(0 if all(agreed) else 1)

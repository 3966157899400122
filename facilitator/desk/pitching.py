"""The pitches as everybody sees them: who is on stage, who comes when, and how the time left is shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from facilitator.agenda.model import Kind
from facilitator.common.clock import Duration, Instant, Moment
from facilitator.common.frozen import frozen
from facilitator.desk.rundown import ItemState, rundown
from facilitator.desk.state import State
from facilitator.timer.model import Pitching, PitchQueue
from facilitator.timer.pitches import in_step
from facilitator.timer.sharing import Share, phase_left, share, turns


@frozen
class Pitches:
    """The pitch queue at one moment.

    `item` is the agenda item that it belongs to, `running` whether that is on the clock. `on_stage` is whose turn it
    is and `left` what they have left of their phase (negative: over time). `turns` tells for each team that has yet to
    pitch when it will begin, in their order.
    """

    item: int
    running: bool
    queue: PitchQueue
    on_stage: Pitching | None
    left: Duration | None
    share: Share
    turns: Mapping[int, Instant]

    def until(self, team: int, now: Moment) -> Duration | None:
        """How long it is until a team's turn; None if it has none to come."""
        begins = self.turns.get(team)
        return None if begins is None else Duration(max(0, begins - now.wall))


def pitching(state: State, now: Moment) -> Pitches | None:
    """The pitches that run, or the next ones to come; None if the day has no more of them, or there are no teams.

    Before anybody has drawn or set an order, the teams stand in the order of their numbers.
    """
    if not state.teams.teams:
        return None
    day = rundown(state, now)
    rows = (row for row in day.rows if row.item.kind is Kind.PITCHES and row.expected is not None)
    ahead = (ItemState.RUNNING, ItemState.NEXT, ItemState.LATER)
    row = next((row for row in rows if row.state in ahead and not row.item.track), None)
    if row is None or row.expected is None:
        return None
    running = row.state is ItemState.RUNNING and day.remaining is not None
    queue = in_step(state.run.pitches, tuple(state.teams.teams))
    begins = now if running else replace(now, wall=row.expected.start)
    left = day.remaining if running and day.remaining is not None else Duration(row.expected.end - row.expected.start)
    return Pitches(
        row.item.id,
        running,
        queue,
        queue.now,
        None if queue.now is None else phase_left(queue.now, now),
        share(queue, left, begins),
        turns(queue, left, begins),
    )

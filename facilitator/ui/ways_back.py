"""What to offer when a fixed start is in danger: the ways back on time, in words."""

from __future__ import annotations

from facilitator.agenda.model import Kind
from facilitator.common.clock import Duration, Moment, minutes
from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.desk.rundown import Rundown, replan_options
from facilitator.desk.state import State
from facilitator.timer.model import PitchQueue
from facilitator.ui.widgets.replan_ways import Way
from facilitator.ui.wording import span, whole_minutes

WORTH_A_WORD = minutes(2)
"""How late a fixed start must threaten to be before the console speaks of it."""


@frozen
class Offer:
    """What is in danger, and the ways to keep it; no ways where nothing before it can give more."""

    words: str
    ways: tuple[Way, ...]


def ways_back(state: State, day: Rundown, now: Moment, tr: Translator) -> Offer | None:
    """What to offer now; None while every fixed start ahead will be kept, or nearly."""
    worst = max(day.clashes, key=lambda clash: clash.late, default=None)
    if worst is None or worst.late < WORTH_A_WORD or not day.begun:
        return None
    from facilitator.agenda import replan_words  # the day begins without a way back to look for

    teams = len(state.teams.teams) if any(item.kind is Kind.PITCHES for item in state.plan.to_run()) else None
    ways: list[Way] = []
    for option in replan_options(state, now):
        if option.changes:
            told = [
                tr.render(words) for words in replan_words.told(option, state.plan, teams, _between(state.run.pitches))
            ]
            missing = told.pop() if option.shortfall else ""
            ways.append(Way(option.name, tr.render(replan_words.name(option, state.plan)), tuple(told), missing))
    late = tr.render(span(whole_minutes(worst.late)))
    title = state.plan.items[worst.item].title
    if worst.by is None:
        words = tr("“{title}” has a fixed start and would begin {time} late.", title=title, time=late)
    else:
        beside = state.plan.items[worst.by]
        words = tr(
            "“{item}” in {track} would end {time} after “{title}” is to begin.",
            item=beside.title,
            track=beside.track,
            time=late,
            title=title,
        )
    if not ways:
        words = tr("{danger} Nothing before it can be shortened any more.", danger=words)
    return Offer(words, tuple(ways))


def _between(queue: PitchQueue) -> Duration:
    return Duration(queue.times.questions + queue.times.change_over)

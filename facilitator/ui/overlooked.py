"""What should have happened and did not: a start that was forgotten, an end that came while nobody was awake."""

from __future__ import annotations

from facilitator.agenda.model import AtEnd
from facilitator.common.clock import Duration, Moment
from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.desk.due import missed_end, passed_over
from facilitator.desk.forgotten import forgotten_start
from facilitator.desk.state import State
from facilitator.timer.commands import ReachEnd, StartedAgo
from facilitator.ui.wording import clock, span


@frozen
class Overlooked:
    """What to tell the host, the command that puts it right, what that is called, and the one that leaves it."""

    words: str
    put_right: StartedAgo | ReachEnd
    called: str
    leave: ReachEnd | None


def overlooked(state: State, now: Moment, tr: Translator) -> Overlooked | None:
    """What was overlooked last, if anything; an end that was missed comes before a start that was forgotten."""
    zone = state.event.timezone
    occasion = missed_end(state, now)
    if occasion is not None and isinstance(occasion.command, ReachEnd):
        item = state.plan.items[occasion.command.item]
        words = tr(
            "“{title}” ended at {time}, while the computer slept or the program was closed.",
            title=item.title,
            time=clock(occasion.at, zone),
        )
        called = {
            AtEnd.NEXT: tr("Start the next item now"),
            AtEnd.BALLOT: tr("Open the ballot now"),
            AtEnd.SCENE: tr("Show its last scene now"),
        }
        return Overlooked(words, occasion.command, called.get(item.at_end, tr("Do it now")), passed_over(occasion))
    forgotten = forgotten_start(state, now)
    if forgotten is None:
        return None
    at = clock(forgotten.due, zone)
    words = tr(
        "“{title}” was to begin at {time}, {ago} ago.",
        title=state.plan.items[forgotten.item].title,
        time=at,
        ago=tr.render(span(Duration((now.wall - forgotten.due) // 60_000 * 60_000))),
    )
    return Overlooked(words, forgotten.put_right(now), tr("It began at {time}", time=at), None)

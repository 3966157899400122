"""What time itself does: a countdown reaches zero, a track's item has a start of its own, unused seats are released,
a ballot opens or closes.

All of it is looked up in the state and a moment; nothing is kept that a restart could lose. What came due while nobody
looked (the computer slept, the program was closed) is not done by itself: the host is asked.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace

from facilitator.agenda.model import AtEnd
from facilitator.agenda.progress import of_day
from facilitator.common.clock import Duration, Instant, Moment, seconds
from facilitator.common.frozen import frozen
from facilitator.desk.rundown import scheduled_slots
from facilitator.desk.state import State
from facilitator.desk.tracks import next_on_track, waiting_for_their_start
from facilitator.participants.commands import ReleaseSeats
from facilitator.participants.release import due_releases
from facilitator.timer.commands import ReachEnd, StartItem
from facilitator.timer.model import Running
from facilitator.timer.rules import remaining
from facilitator.voting.commands import CloseBallot, OpenBallot
from facilitator.voting.model import Phase

PATIENCE = seconds(10)
"""What is later than this is the host's to decide."""

Due = ReachEnd | StartItem | ReleaseSeats | OpenBallot | CloseBallot
"""The commands that time sends."""

Key = tuple[Due, int]
"""One occasion, whatever time the host gives or takes meanwhile."""


@frozen
class Occasion:
    """Something that time does once: the command, and when it is due.

    `since` is when the countdown began, on the monotonic clock, or the time that was set: with another one the same
    command is another occasion.
    """

    command: Due
    at: Instant
    since: int

    @property
    def key(self) -> Key:
        """What stays the same while the host gives time or takes it; for `handled`."""
        return self.command, self.since


def due(
    state: State,
    now: Moment,
    handled: Container[Key] = (),
    patience: Duration = PATIENCE,
) -> tuple[Occasion | None, Instant | None]:
    """What is to be done now, if anything, and when to look again if nothing changes before; None for never.

    `handled` are the keys of what has been sent already, so that a host who takes it back is not overruled. What is
    later than `patience` is left to the host, see `missed`; but a vote that should be over is closed however late.
    """
    ahead = [one for one in occasions(state, now) if one.key not in handled]
    present = next((one for one in ahead if one.at <= now.wall and not _is_late(one, now, patience)), None)
    return present, next((one.at for one in ahead if one.at > now.wall), None)


def missed(state: State, now: Moment) -> tuple[Occasion, ...]:
    """What time should have done and did not, since nobody was awake; the earliest first.

    The host does it by sending the command, or passes over an item's end with `passed_over`.
    """
    return tuple(one for one in occasions(state, now) if _is_late(one, now, PATIENCE))


def missed_end(state: State, now: Moment) -> Occasion | None:
    """The end of an item that was missed, if one was."""
    return next((one for one in missed(state, now) if isinstance(one.command, ReachEnd)), None)


def passed_over(occasion: Occasion) -> ReachEnd | None:
    """The command that passes over an item's end for good; None for what is no end."""
    return replace(occasion.command, skip=True) if isinstance(occasion.command, ReachEnd) else None


def occasions(state: State, now: Moment) -> tuple[Occasion, ...]:
    """Everything that time has yet to do, or should have done, earliest first."""
    found = (*_ends(state, now), *_starts(state), *_releases(state), *_ballots(state))
    return tuple(sorted(found, key=lambda one: one.at))


def _is_late(one: Occasion, now: Moment, patience: Duration) -> bool:
    return one.at < now.wall - patience and not isinstance(one.command, CloseBallot)


def _ballots(state: State) -> Iterator[Occasion]:
    for ballot in state.voting.ballots.values():
        if ballot.phase is Phase.DRAFT and ballot.opens_at is not None:
            yield Occasion(OpenBallot(ballot.id), ballot.opens_at, ballot.opens_at)
        if ballot.phase is Phase.OPEN and ballot.closes_at is not None:
            yield Occasion(CloseBallot(ballot.id), ballot.closes_at, ballot.closes_at)


def _ends(state: State, now: Moment) -> Iterator[Occasion]:
    for clock in state.run.clocks:
        item = state.plan.items.get(clock.item)
        if item is None or item.at_end is AtEnd.STAY or clock.end_done or clock.paused_at is not None:
            continue
        at = Instant(now.wall + remaining(clock, now))
        if item.at_end is AtEnd.NEXT:
            at = max(at, _earliest_next(state, clock))
        yield Occasion(ReachEnd(clock.item), at, clock.started.mono)


def _earliest_next(state: State, clock: Running) -> Instant:
    """A fixed start is not begun before its time, even if what comes before it is over."""
    item = state.plan.items[clock.item]
    later = (one for one in of_day(state.plan, item.day) if one.position > item.position)
    following = next_on_track(state, item) if item.track else next(later, None)
    if following is None or not (following.fixed or (following.track and following.start)):
        return Instant(0)
    return scheduled_slots(state)[following.id].start


def _starts(state: State) -> Iterator[Occasion]:
    for item, at in waiting_for_their_start(state):
        yield Occasion(StartItem(item.id), at, at)


def _releases(state: State) -> Iterator[Occasion]:
    for quota in state.roster.quotas.values():
        if quota.release_at is None:
            continue
        for command in due_releases(state.roster, quota.release_at):
            if command.quota == quota.id:
                yield Occasion(command, quota.release_at, quota.release_at)

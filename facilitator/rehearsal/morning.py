"""The event as it stands on the morning of its day, whatever has been tried out on it before."""

from __future__ import annotations

from dataclasses import replace

from facilitator.common.clock import Instant
from facilitator.desk.rundown import planned_slots
from facilitator.desk.state import State
from facilitator.participants.model import Attendance
from facilitator.stage.model import Stage
from facilitator.timer.model import Run
from facilitator.voting.model import Ballot, Phase, Source


def morning(state: State) -> State:
    """The state with nothing run, nobody checked in, no re-plan and every ballot a draft.

    What was cut before anything ran is what the host means to leave out, and stays cut.

    Those who are known not to come stay absent.
    """
    items = {
        key: replace(item, scheduled_start=None, scheduled_length=None, cut=item.cut and not state.run.begun)
        for key, item in state.plan.items.items()
    }
    people = {
        key: replace(person, attendance=Attendance.REGISTERED) if person.attendance is Attendance.CHECKED_IN else person
        for key, person in state.roster.people.items()
    }
    ballots = {key: _draft(ballot) for key, ballot in state.voting.ballots.items()}
    return replace(
        state,
        plan=replace(state.plan, items=items),
        run=Run(),
        roster=replace(state.roster, people=people),
        voting=replace(state.voting, ballots=ballots, results={}),
        stage=Stage(pictures=state.stage.pictures),
    )


def first_start(state: State) -> Instant | None:
    """When the first item is planned to start; None if the agenda is empty."""
    order = state.plan.to_run()
    return planned_slots(state)[order[0].id].start if order else None


def _draft(ballot: Ballot) -> Ballot:
    options = ballot.options if ballot.source is Source.OWN else ()
    return replace(ballot, phase=Phase.DRAFT, contest="", options=options, opened_at=None, closed_at=None)

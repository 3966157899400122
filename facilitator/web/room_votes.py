"""Ballots and results for screens in browsers: never a number of a result before it is revealed."""

from __future__ import annotations

from facilitator.common.clock import Moment
from facilitator.desk.rundown import Rundown
from facilitator.desk.state import State
from facilitator.voting.model import Ballot, Method, Phase, Result, StepKind
from facilitator.voting.rules import eligible
from facilitator.web.documents import Document
from facilitator.web.room_clock import day_document


def ballot_scene(state: State, day: Rundown, now: Moment) -> Document:
    """What the room votes on. The turnout's `cast` is the phone server's to fill in, which holds the box."""
    ballot = _to_vote_on(state)
    if ballot is None:
        return {"ballot": None}
    document: Document = {"ballot": _ballot_document(ballot)}
    if ballot.phase is not Phase.DRAFT:
        roll = len(eligible(state.voting, ballot))
        document["turnout"] = {"ballot": ballot.id, "cast": 0, "eligible": roll}
    running = state.run.running
    if running is not None and ballot.phase is Phase.OPEN and ballot.item in (None, running.item):
        document["day"] = day_document(state, day, now)
    return document


def results_scene(state: State) -> Document:
    """The counted result, or that it is still to come."""
    ballot = _to_reveal(state)
    if ballot is None:
        return {"ballot": None}
    document: Document = {"ballot": _ballot_document(ballot)}
    result = state.voting.results.get(ballot.id)
    if ballot.phase is Phase.REVEALED and result is not None:
        document["result"] = _result_document(ballot, result)
    return document


def _ballot_document(ballot: Ballot) -> Document:
    document: Document = {
        "title": ballot.title,
        "phase": ballot.phase,
        "straw_poll": ballot.straw_poll,
        "method": ballot.method,
    }
    if ballot.method in (Method.APPROVAL, Method.RANKED):
        document["most"] = ballot.most
    if ballot.method is Method.DOTS:
        document["budget"] = ballot.budget
    return document


def _result_document(ballot: Ballot, result: Result) -> Document:
    labels = {option.id: option.label for option in ballot.options}
    rows: list[Document] = []
    for group in result.ranking:
        place = len(rows) + 1
        rows += [
            {
                "place": place,
                "label": labels.get(option, ""),
                "number": result.numbers.get(option),
                "winner": option in result.winners,
            }
            for option in group
        ]
    document: Document = {"rule": result.rule, "ballots": result.ballots, "winners": len(result.winners), "rows": rows}
    document["combined"] = any(step.kind is StepKind.COMBINED for step in result.steps)
    if result.method is Method.AXES and not document["combined"]:
        document["spots"] = _spots(labels, result)
    return document


def _spots(labels: dict[int, str], result: Result) -> list[Document]:
    """The options that somebody placed, at their medians, in the order of the ranking."""
    table = next((step for step in result.steps if step.kind is StepKind.QUARTILES), None)
    if table is None:
        return []
    across, up = table.columns.index("interest_median"), table.columns.index("feasibility_median")
    return [
        {"label": labels.get(row.option, ""), "x": row.cells[across], "y": row.cells[up], "winner": won}
        for row in table.rows
        if row.option in result.numbers and row.cells[across] is not None and row.cells[up] is not None
        for won in (row.option in result.winners,)
    ]


def _to_vote_on(state: State) -> Ballot | None:
    """The ballot asked for, else the one opened last, else the next draft; as on the projector."""
    ballots = state.voting.ballots
    if state.stage.ballot is not None and state.stage.ballot in ballots:
        return ballots[state.stage.ballot]
    return (
        _latest([ballot for ballot in ballots.values() if ballot.phase is Phase.OPEN])
        or _latest([ballot for ballot in ballots.values() if ballot.opened_at is not None])
        or min(ballots.values(), key=lambda ballot: ballot.position, default=None)
    )


def _to_reveal(state: State) -> Ballot | None:
    """The ballot asked for, else the revealed one that was opened last, else the one opened last."""
    ballots = state.voting.ballots
    if state.stage.ballot is not None and state.stage.ballot in ballots:
        return ballots[state.stage.ballot]
    return _latest([ballot for ballot in ballots.values() if ballot.phase is Phase.REVEALED]) or _latest(
        [ballot for ballot in ballots.values() if ballot.opened_at is not None]
    )


def _latest(ballots: list[Ballot]) -> Ballot | None:
    return max(ballots, key=lambda ballot: (ballot.opened_at or 0, ballot.position), default=None)

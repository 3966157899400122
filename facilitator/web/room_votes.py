"""Ballots and results for screens in browsers: never a number of a result before it is revealed."""

from __future__ import annotations

from facilitator.common.clock import Moment
from facilitator.desk.on_show import CLOSES_NOW, CLOSES_SOON, to_reveal, to_vote_on
from facilitator.desk.rundown import Rundown
from facilitator.desk.state import State
from facilitator.voting.model import Ballot, Method, Phase, Result, StepKind
from facilitator.voting.rules import eligible, podium
from facilitator.web.documents import Document
from facilitator.web.room_clock import day_document


def ballot_scene(state: State, day: Rundown, now: Moment) -> Document:
    """What the room votes on. The turnout's `cast` is the phone server's to fill in, which holds the box.

    `closing` is the countdown of a ballot that closes by itself; for one that does not, `day` has that of the running
    item, if the vote is part of it.
    """
    ballot = to_vote_on(state)
    if ballot is None:
        return {"ballot": None}
    document: Document = {"ballot": _ballot_document(ballot)}
    if ballot.phase is not Phase.DRAFT:
        roll = len(eligible(state.voting, ballot))
        document["turnout"] = {"ballot": ballot.id, "cast": 0, "eligible": roll}
    if ballot.phase is Phase.OPEN and ballot.closes_at is not None:
        document["closing"] = {"ends": ballot.closes_at, "warning": CLOSES_SOON, "danger": CLOSES_NOW}
        return document
    running = state.run.running
    if running is not None and ballot.phase is Phase.OPEN and ballot.item in (None, running.item):
        document["day"] = day_document(state, day, now)
    return document


def results_scene(state: State) -> Document:
    """The counted result, or the places of the podium that have been revealed, or that it is still to come."""
    ballot = to_reveal(state)
    if ballot is None:
        return {"ballot": None}
    document: Document = {"ballot": _ballot_document(ballot)}
    result = state.voting.results.get(ballot.id)
    if ballot.phase is Phase.CLOSED and ballot.unveiled and result is not None:
        document["podium"] = _podium(ballot, result)
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


def _podium(ballot: Ballot, result: Result) -> list[Document]:
    """The first three places, the first on top. Those still to come have nothing but their number."""
    labels = {option.id: option.label for option in ballot.candidates}
    groups, place, rows = podium(result), 1, []
    for at, group in enumerate(groups):
        row: Document = {"place": place}
        if at >= len(groups) - ballot.unveiled:
            row["labels"] = [labels.get(option, "") for option in group]
        rows.append(row)
        place += len(group)
    return rows


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

"""New events: an empty one, one on the model of Skills360, and the sample event."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path

from facilitator.agenda import reading as agenda_reading
from facilitator.agenda.commands import PutAgenda
from facilitator.agenda.model import Kind, Plan
from facilitator.app.clock import SystemClock, today
from facilitator.app.memory import EmptyBox, MemoryStore
from facilitator.app.solver import ProcessSolver
from facilitator.common.errors import UserError
from facilitator.common.resources import resource
from facilitator.common.texts import Translator
from facilitator.desk.desk import Desk
from facilitator.desk.state import SLICES, State
from facilitator.desk.vocabulary import Command
from facilitator.event.model import Event
from facilitator.knowledge import reading as knowledge_reading
from facilitator.knowledge.commands import PutKnowledge
from facilitator.participants import reading as participants_reading
from facilitator.participants.commands import PutPeople
from facilitator.participants.model import Quota, Roster, Sector
from facilitator.solutions import reading as solutions_reading
from facilitator.solutions.commands import PutSolutions
from facilitator.store.event_file import EventFile, discard
from facilitator.tables.reading import read_table
from facilitator.teams.commands import SeatTeams
from facilitator.teams.model import Rules, Team, Teams, Tier, TierValue
from facilitator.voting.commands import IssueCards, PutBallot
from facilitator.voting.model import Ballot, Criterion, Method, Role, Rule, Source

STAFF_KEY_BYTES = 12
SECTORS = 5
SEATS_PER_QUOTA = 40
JURY = 5
TEAMS = 16


class Template(StrEnum):
    """What a new event starts from."""

    SKILLS360 = "skills360"
    BLANK = "blank"


def create(
    path: Path,
    template: Template = Template.SKILLS360,
    *,
    sample: bool = False,
    language: str = "sv",
    title: str = "",
    day: date | None = None,
) -> None:
    """Make an event file; with `sample` filled with the sample event, which needs no template of its own.

    Raises:
        UserError: the file exists already, or cannot be written.
    """
    existed = path.exists()
    clock = SystemClock()
    tr = Translator(language)
    usual_title = tr("Hack day") if template is Template.BLANK and not sample else tr("The Skills360 model")
    event = Event(
        title=title or usual_title,
        day=day or today(clock),
        language=tr.language,
        staff_key=secrets.token_urlsafe(STAFF_KEY_BYTES),
    )
    state = State(event)
    if sample or template is Template.SKILLS360:
        state = State(event, roster=_model_roster(tr), teams=_model_teams())
        desk = Desk(MemoryStore(state), EmptyBox(), clock, secrets.token_bytes, ProcessSolver())
        commands = _sample(desk, tr) if sample else _skills360(desk, tr)
        for command in commands:
            desk.do(command)
        state = desk.state
    try:
        with EventFile(path, create=True) as file:
            file.put_whole({name: getattr(state, name) for name in SLICES})
    except UserError:
        if not existed:
            discard(path)
        raise


def _skills360(desk: Desk, tr: Translator) -> Iterator[Command]:
    """The model day: its agenda, a jury, and the ballots on the solutions."""
    yield _agenda(tr)
    yield IssueCards(Role.JURY, tuple(tr("Jury {number}", number=number) for number in range(1, JURY + 1)))
    yield PutBallot(_audience_prize(desk.state.plan, tr))
    yield PutBallot(_jury_scores(desk.state.plan, tr))


def _sample(desk: Desk, tr: Translator) -> Iterator[Command]:
    """The model day with people, teams, knowledge and solutions in it, and a third ballot on the challenges."""
    yield from _skills360(desk, tr)
    people = participants_reading.read(read_table(resource("sample", "participants.csv")), desk.state.roster)
    yield PutPeople(people.people)
    for name in ("knowledge.csv", "questions.csv"):
        table = read_table(resource("sample", tr.language, name))
        known = knowledge_reading.read(table, desk.state.library, desk.state.roster)
        yield PutKnowledge(known.items, known.questions)
    yield _teams(desk.state)
    solutions = solutions_reading.read(read_table(resource("sample", tr.language, "solutions.csv")))
    yield PutSolutions(solutions.items)
    yield PutBallot(_challenges_map(desk.state.plan, tr))


def _agenda(tr: Translator) -> PutAgenda:
    return PutAgenda(agenda_reading.read(read_table(resource("sample", tr.language, "agenda.csv"))).items)


def _teams(state: State) -> SeatTeams:
    """The sample's teams as the solver forms them from its list, kept so that the first start need not wait."""
    kept = json.loads(resource("sample", "teams.json").read_text(encoding="utf-8"))
    teams = tuple(
        Team(team["number"], team["table"], team["question"], tuple(team["members"])) for team in kept["teams"]
    )
    tiers = tuple(TierValue(Tier(one["name"]), one["value"], one["bound"], one["proven"]) for one in kept["tiers"])
    return SeatTeams(teams, tiers, state.teams.rules, kept["seed"])


def _model_roster(tr: Translator) -> Roster:
    sectors = {
        number: Sector(number, number, tr("Sector {number}", number=number), "ABCDE"[number - 1])
        for number in range(1, SECTORS + 1)
    }
    quotas = {
        1: Quota(1, 1, tr("Agencies"), SEATS_PER_QUOTA, agency=True),
        2: Quota(2, 2, tr("External"), SEATS_PER_QUOTA),
    }
    return Roster(sectors=sectors, quotas=quotas)


def _model_teams() -> Teams:
    return Teams(rules=Rules(teams=TEAMS))


def _audience_prize(plan: Plan, tr: Translator) -> Ballot:
    return Ballot(
        id=0,
        position=0,
        title=tr("Audience prize"),
        method=Method.APPROVAL,
        rule=Rule.APPROVAL,
        source=Source.SOLUTIONS,
        roles=(Role.PARTICIPANT,),
        shuffled=True,
        item=_first(plan, Kind.VOTE),
    )


def _jury_scores(plan: Plan, tr: Translator) -> Ballot:
    criteria = (tr("Usefulness"), tr("Novelty"), tr("Feasibility"))
    return Ballot(
        id=0,
        position=0,
        title=tr("The jury’s scores"),
        method=Method.SCORE,
        rule=Rule.MEAN,
        source=Source.SOLUTIONS,
        roles=(Role.JURY,),
        criteria=tuple(Criterion(name) for name in criteria),
        change_until_close=True,
        blind=True,
        item=_first(plan, Kind.VOTE),
    )


def _challenges_map(plan: Plan, tr: Translator) -> Ballot:
    return Ballot(
        id=0,
        position=0,
        title=tr("Challenges: interest and feasibility"),
        method=Method.AXES,
        rule=Rule.AXES,
        source=Source.CHALLENGES,
        roles=(Role.PARTICIPANT,),
        item=_first(plan, Kind.WORK),
    )


def _first(plan: Plan, kind: Kind) -> int | None:
    return next((item.id for item in plan.in_order() if item.kind is kind), None)

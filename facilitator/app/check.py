"""Checks every promise that an event file makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from facilitator.app.session import Session
from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.desk.deciders.voting import counted, digest
from facilitator.desk.state import State
from facilitator.store.inspection import Inspection
from facilitator.voting.cards import card_id
from facilitator.voting.model import Ballot, Phase


@frozen
class Promise:
    """One promise, by a stable name, and what breaks it; kept if nothing does."""

    name: str
    broken: tuple[Text, ...]


def check(path: Path) -> tuple[Promise, ...]:
    """Every promise of the file at `path`, kept or broken.

    Raises:
        UserError: the file cannot be opened at all.
    """
    with Session(path) as session, Inspection(path) as inspection:
        state = session.desk.state
        look: dict[str, Callable[[], Iterator[Text]]] = {
            "pages": lambda: _pages(inspection),
            "schema": lambda: _schema(inspection),
            "history": lambda: _history(inspection),
            "roster": lambda: _roster(state),
            "teams": lambda: _teams(state),
            "agenda": lambda: _agenda(state),
            "cards": lambda: _cards(state),
            "ballot-box": lambda: _ballot_box(state, inspection),
            "secrecy": lambda: _secrecy(state, inspection),
            "results": lambda: _results(state, session),
        }
        return tuple(Promise(name, tuple(find())) for name, find in look.items())


def _pages(inspection: Inspection) -> Iterator[Text]:
    for problem in inspection.damaged_pages():
        yield text("SQLite reports: {problem}.", problem=problem)


def _schema(inspection: Inspection) -> Iterator[Text]:
    for table in inspection.deviating_tables():
        yield text("The table {table} is not as this version makes it.", table=table)


def _history(inspection: Inspection) -> Iterator[Text]:
    versions = inspection.versions()
    if versions and versions != list(range(versions[0], versions[0] + len(versions))):
        yield text("Lines are missing in the history.")


def _roster(state: State) -> Iterator[Text]:
    for person in state.roster.people.values():
        if person.sector is not None and person.sector not in state.roster.sectors:
            yield text("Participant {id} belongs to a sector that does not exist.", id=person.id)
        if person.quota is not None and person.quota not in state.roster.quotas:
            yield text("Participant {id} has a seat quota that does not exist.", id=person.id)
    references = Counter(person.reference for person in state.roster.people.values() if person.reference)
    for reference, often in references.items():
        if often > 1:
            yield text("The reference {reference} stands for several people.", reference=reference)


def _teams(state: State) -> Iterator[Text]:
    seats = Counter(member for team in state.teams.teams.values() for member in team.members)
    for person, often in seats.items():
        if often > 1:
            yield text("Participant {id} sits in several teams.", id=person)
        if person not in state.roster.people:
            yield text("A team has a member {id} who is not on the list.", id=person)


def _agenda(state: State) -> Iterator[Text]:
    for ballot in state.voting.ballots.values():
        if ballot.item is not None and ballot.item not in state.plan.items:
            yield text("The ballot “{title}” belongs to an agenda item that does not exist.", title=ballot.title)
    for item in state.run.actuals:
        if item not in state.plan.items:
            yield text("The agenda item {item} has run, but does not exist.", item=item)


def _cards(state: State) -> Iterator[Text]:
    for card in state.voting.cards.values():
        if card_id(card.secret) != card.id:
            yield text("The voting card {card} does not match its secret.", card=card.id)
        if card.participant is not None and card.participant not in state.roster.people and not card.revoked:
            yield text("The voting card {card} belongs to somebody who is not on the list.", card=card.id)


def _ballot_box(state: State, inspection: Inspection) -> Iterator[Text]:
    for ballot in state.voting.ballots.values():
        marked, cast = inspection.marked(ballot.id), inspection.cast(ballot.id)
        if marked != cast:
            yield text(
                "The ballot “{title}” has {cast} votes, but {marked} marks on the electoral roll.",
                title=ballot.title,
                cast=cast,
                marked=marked,
            )
        if ballot.phase is Phase.DRAFT and cast and not ballot.contest:
            yield text("The ballot “{title}” has votes, but was never opened.", title=ballot.title)
    for unknown in inspection.voted_on() - set(state.voting.ballots):
        yield text("There are votes on a ballot {ballot} that does not exist.", ballot=unknown)


def _secrecy(state: State, inspection: Inspection) -> Iterator[Text]:
    for ballot in state.voting.ballots.values():
        if ballot.phase in (Phase.CLOSED, Phase.REVEALED) and inspection.links(ballot.id):
            yield text("Votes on “{title}” can still be traced to cards.", title=ballot.title)


def _results(state: State, session: Session) -> Iterator[Text]:
    for ballot in state.voting.ballots.values():
        if ballot.phase is Phase.REVEALED:
            yield from _result(ballot, state, session)


def _result(ballot: Ballot, state: State, session: Session) -> Iterator[Text]:
    shown = state.voting.results.get(ballot.id)
    if shown is None:
        yield text("The result of “{title}” is missing.", title=ballot.title)
        return
    try:
        again = counted(state.voting, ballot, session.box)
    except UserError as refusal:
        yield text("The votes on “{title}” cannot be counted: {reason}", title=ballot.title, reason=refusal.text())
        return
    known = state.voting.digest_of(ballot.id)
    if known and digest(ballot, session.box) != known:
        yield text("The votes on “{title}” are not those that were counted.", title=ballot.title)
    if (again.ranking, again.ballots) != (shown.ranking, shown.ballots):
        yield text("Counting “{title}” again gives another result.", title=ballot.title)

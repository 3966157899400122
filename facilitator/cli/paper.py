"""`print` and `cards`: what goes on paper, as PDF and as data."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from facilitator.app.network import addresses, base_url
from facilitator.app.phones import USUAL_PORT
from facilitator.app.session import Session
from facilitator.cli.output import DONE, Output
from facilitator.common.texts import Translator
from facilitator.event.commands import KeepPort
from facilitator.printing.documents import Kind, write_all, write_documents
from facilitator.printing.gathering import gathered
from facilitator.voting.cards import address, shown
from facilitator.voting.model import Role

EVERYTHING = "all"


def printed_url(session: Session) -> str:
    """The address that printed codes carry; the port is settled now if it was not, so that they stay valid."""
    event = session.desk.state.event
    port = event.port or USUAL_PORT
    if not event.port:
        session.desk.do(KeepPort(port), "program")
    return base_url(event.address or addresses()[0].ip, port)


def print_documents(arguments: Namespace, out: Output) -> int:
    """Write PDF files."""
    with Session(Path(arguments.event)) as session:
        state = session.desk.state
        material = gathered(state, printed_url(session))
        tr = Translator(state.event.language)
        folder = Path(arguments.out)
        if arguments.what == EVERYTHING:
            written = write_all(material, tr, folder)
        else:
            written = write_documents([Kind(arguments.what)], material, tr, folder)
    for warning in written.warnings:
        out.say(out.render(warning))
    for path in written.paths:
        out.result(str(path))
    return DONE


def cards(arguments: Namespace, out: Output) -> int:
    """List the voting cards with their secrets."""
    with Session(Path(arguments.event)) as session:
        url = printed_url(session)
        state = session.desk.state
    role = Role(arguments.role) if arguments.role else None
    people = state.roster.people
    listed = []
    for card in state.voting.cards.values():
        if card.revoked or (role is not None and card.role is not role):
            continue
        person = people.get(card.participant) if card.participant is not None else None
        entry: dict[str, object] = {
            "participant": card.participant,
            "name": person.name if person else card.name,
            "role": str(card.role),
            "secret": shown(card.secret),
            "url": address(url, card.secret),
        }
        if person and person.reference:
            entry["reference"] = person.reference
        listed.append(entry)
    out.say(out.tr("This list shows the secrets of voting cards. Keep it to yourself."))
    out.document(listed)
    for entry in listed:
        out.result(f"{entry['secret']}  {entry['role']:<11}  {entry['name']}  {entry['url']}")
    return DONE

"""`print` and `cards`: what goes on paper, as PDF and as data."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from facilitator.app.network import addresses, base_url
from facilitator.app.phones import USUAL_PORT
from facilitator.app.session import Session
from facilitator.cli.output import DONE, Output
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.event.commands import KeepPort
from facilitator.participants.rules import find
from facilitator.printing.documents import Kind, write_all, write_documents
from facilitator.printing.gathering import gathered
from facilitator.printing.marks import NO_OFFSET, Offset
from facilitator.printing.material import Material
from facilitator.printing.options import PrintOptions
from facilitator.printing.paper import BADGE_SIZES, BadgeSize, Paper
from facilitator.printing.selecting import whom
from facilitator.store.event_file import EventFile
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
        folder, options = Path(arguments.out), _options(arguments, material)
        if arguments.what == EVERYTHING:
            written = write_all(material, tr, folder, options)
        else:
            written = write_documents([Kind(arguments.what)], material, tr, folder, options)
    for warning in written.warnings:
        out.say(out.render(warning))
    for path in written.paths:
        out.result(str(path))
    return DONE


def _options(arguments: Namespace, material: Material) -> PrintOptions:
    """The choices of the print dialog as the command line makes them.

    Raises:
        UserError: somebody named is not on the list, or the copy of the event cannot be read.
    """
    badge = BADGE_SIZES[arguments.preset] if arguments.badge is None else BadgeSize(*arguments.badge)
    paper = Paper[arguments.paper.upper()] if arguments.paper else badge.paper or Paper.A4
    people = None
    if arguments.person:
        people = frozenset(find(material.roster, named).id for named in arguments.person)
    return PrintOptions(
        paper,
        badge,
        NO_OFFSET if arguments.offset is None else Offset(*arguments.offset),
        whom(material, frozenset(arguments.team) if arguments.team else None, people),
        None if arguments.only_changed is None else _earlier(Path(arguments.only_changed), material.base_url),
        arguments.copies,
        badge_codes=not arguments.no_codes,
        cut_marks=not arguments.no_marks,
    )


def _earlier(copy: Path, base_url: str) -> Material:
    """The event as it was when a copy of its file was made."""
    with EventFile(copy) as file:
        return gathered(State(**file.load()), base_url)


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

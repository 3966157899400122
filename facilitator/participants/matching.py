"""Who on a new list is whom on the roster: by reference, then by e-mail address, then by name and organisation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from facilitator.common.texts import text
from facilitator.participants.model import Participant, Roster
from facilitator.participants.rows import Draft
from facilitator.tables.choices import same
from facilitator.tables.headings import Columns
from facilitator.tables.problems import Problem


def duplicates(drafts: Iterable[Draft], columns: Columns) -> Iterator[Problem]:
    """Rows that mean somebody whom an earlier row means already.

    Two of the same name and organisation are two people only if both have an address, or both a reference, of their
    own.
    """
    by_reference: dict[str, Draft] = {}
    by_email: dict[str, Draft] = {}
    by_name: defaultdict[tuple[str, str], list[Draft]] = defaultdict(list)
    for one in drafts:
        reference, email = one.cell("reference"), one.cell("email")
        name = same(one.name), one.cell("organisation")
        twin = next((other for other in by_name[name] if name[0] and not _told_apart(one, other)), None)
        if reference and reference in by_reference:
            problem = text("Row {row} has the same reference.", row=by_reference[reference].row)
            yield Problem(one.row, columns.heading("reference"), one.given["reference"], problem)
        elif email and email in by_email:
            problem = text("Row {row} has the same e-mail address.", row=by_email[email].row)
            yield Problem(one.row, columns.heading("email"), one.given["email"], problem)
        elif twin is not None:
            heading = columns.heading("name") or columns.heading("first_name") or columns.heading("last_name")
            yield Problem(one.row, heading, one.name, text("The same person stands in row {row}.", row=twin.row))
        by_reference.setdefault(reference, one)
        by_email.setdefault(email, one)
        by_name[name].append(one)


def _told_apart(one: Draft, other: Draft) -> bool:
    return any(
        one.cell(field) and other.cell(field) and one.cell(field) != other.cell(field)
        for field in ("email", "reference")
    )


def match(drafts: Sequence[Draft], roster: Roster, columns: Columns) -> tuple[Mapping[int, Participant], list[Problem]]:
    """The person on the roster whom each row means, by row number; rows of new people are left out.

    A problem is a row that could mean several people, and one whose e-mail address belongs to somebody else.
    """
    found: dict[int, Participant] = {}
    claimed: set[int] = set()
    problems: list[Problem] = []
    by_reference = {same(person.reference): person for person in roster.people.values() if person.reference}
    by_email = {same(person.email): person for person in roster.people.values() if person.email}
    by_name: defaultdict[str, list[Participant]] = defaultdict(list)
    for person in roster.people.values():
        by_name[same(person.name)].append(person)

    for field, known in (("reference", by_reference), ("email", by_email)):
        for one in drafts:
            wanted = known.get(one.cell(field))
            if wanted is not None and one.row not in found and wanted.id not in claimed:
                found[one.row] = wanted
                claimed.add(wanted.id)
    # Whoever fits to the letter first, in whichever order the rows stand: of two people of one name, the row without an
    # organisation means the one without.
    for one in drafts:
        exact = [person for person in by_name[same(one.name)] if person.id not in claimed and _fits(one, person)
                 and one.cell("organisation") == same(person.organisation)]  # fmt: skip
        if one.row not in found and one.name and len(exact) == 1:
            found[one.row] = exact[0]
            claimed.add(exact[0].id)
    for one in drafts:
        if one.row in found or not one.name:
            continue
        likely = [person for person in by_name[same(one.name)] if person.id not in claimed and _fits(one, person)]
        if len(likely) == 1:
            found[one.row] = likely[0]
            claimed.add(likely[0].id)
        elif likely:
            problem = text("Several people have this name; give the e-mail address, or the organisation.")
            heading = columns.heading("name") or columns.heading("first_name") or columns.heading("last_name")
            problems.append(Problem(one.row, heading, one.name, problem))
    for one in drafts:
        owner = by_email.get(one.cell("email"))
        if owner is not None and owner.id not in claimed:
            problem = text("This e-mail address belongs to {name}.", name=owner.name)
            problems.append(Problem(one.row, columns.heading("email"), one.given["email"], problem))
    return found, problems


def _fits(one: Draft, person: Participant) -> bool:
    """Whether a row with the person's name can mean them: neither organisation nor reference says otherwise."""
    organisation, reference = one.cell("organisation"), one.cell("reference")
    return (not organisation or organisation == same(person.organisation)) and (
        not reference or not person.reference or reference == same(person.reference)
    )

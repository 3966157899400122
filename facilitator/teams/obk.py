"""The OBK-index (obekvämlighetsindex): how far from the known the seating takes somebody, 0 to 100.

Definition. A person has up to four aspects: sector, organisation, role, and earlier rounds. An aspect counts when it is
known of the person (earlier rounds: when there have been any). For each aspect, take the share of team-mates who are
new in it: of another sector, of another organisation, in another role, never met before (a team-mate of whom it is
not known is new). The index is the mean of the shares times 100, rounded down; a person without team-mates or known
aspects has 0. A team's index is the mean of its members'. The tier `obk` counts what the index lacks: over all pairs
within teams, the aspects in which the two are familiar.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, plural_text, text
from facilitator.teams.model import Person


@frozen
class Newness:
    """How many of somebody's team-mates are new in each aspect; None where the aspect does not count."""

    mates: int
    sector: int | None
    organisation: int | None
    role: int | None
    met: int | None

    @property
    def index(self) -> int:
        """The OBK-index, 0 to 100."""
        known = [count for count in (self.sector, self.organisation, self.role, self.met) if count is not None]
        if not known or not self.mates:
            return 0
        return 100 * sum(known) // (self.mates * len(known))


def newness(person: Person, mates: Sequence[Person], met: Iterable[Collection[int]] = ()) -> Newness:
    """How new a person's team-mates are; `met` are the groups of earlier rounds."""
    groups = [set(group) for group in met]
    known = {one for group in groups if person.id in group for one in group}
    organisation, role = person.organisation.strip().casefold(), person.role.strip().casefold()

    def new(applies: bool, familiar: Iterable[bool]) -> int | None:
        return len(mates) - sum(familiar) if applies else None

    return Newness(
        mates=len(mates),
        sector=new(person.sector is not None, (mate.sector == person.sector for mate in mates)),
        organisation=new(bool(organisation), (mate.organisation.strip().casefold() == organisation for mate in mates)),
        role=new(bool(role), (mate.role.strip().casefold() == role for mate in mates)),
        met=new(bool(groups), (mate.id in known for mate in mates)),
    )


def team_index(members: Sequence[Person], met: Iterable[Collection[int]] = ()) -> int:
    """A team's OBK-index: the mean of its members', rounded down."""
    if not members:
        return 0
    groups = tuple(met)
    total = sum(newness(one, [mate for mate in members if mate is not one], groups).index for one in members)
    return total // len(members)


def why_here(
    person: Person, mates: Sequence[Person], question: str | None, met: Iterable[Collection[int]] = ()
) -> Text:
    """One sentence that answers "why am I here": the wish that was met, and how new the company is."""
    new = newness(person, mates, met)
    company = plural_text(
        "one new table companion, OBK-index {index}",
        "{count} table companions, {organisations} of them from other organisations, OBK-index {index}",
        new.mates,
        organisations=new.organisation if new.organisation is not None else new.mates,
        index=new.index,
    )
    if question is not None and question in person.wishes:
        rank = person.wishes.index(question) + 1
        return text("Wish number {rank}, and {company}.", rank=rank, company=company)
    return text("Here to mix the team: {company}.", company=company)

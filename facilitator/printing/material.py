"""What the documents are made from: the slices of the event's state, and what they say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from facilitator.agenda.model import Item, Plan, Slot
from facilitator.agenda.schedule import planned, scheduled
from facilitator.common.clock import Instant, to_datetime
from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator, text
from facilitator.event.model import Event
from facilitator.knowledge.model import Library
from facilitator.participants.model import Participant, Roster, Sector
from facilitator.printing.collation import SortKey, sort_key
from facilitator.printing.refusals import NothingToPrint
from facilitator.teams.model import Team, Teams
from facilitator.voting.model import Voting


@frozen
class Material:
    """The event's state as far as paper shows it.

    `base_url` is the address of the phone page, such as `http://10.0.0.2:8080`; empty while it is not known.
    `hand_in_codes` holds by team number what the team types to hand in its solution, `badge_codes` by participant what
    the code on the badge says; there may be none.
    """

    event: Event
    plan: Plan = field(default_factory=Plan)
    roster: Roster = field(default_factory=Roster)
    teams: Teams = field(default_factory=Teams)
    library: Library = field(default_factory=Library)
    voting: Voting = field(default_factory=Voting)
    base_url: str = ""
    hand_in_codes: Mapping[int, str] = field(default_factory=dict)
    badge_codes: Mapping[int, str] = field(default_factory=dict)

    @property
    def short_address(self) -> str:
        """The phone page's address as people type it."""
        return self.base_url.removeprefix("http://").rstrip("/")

    def teams_in_order(self) -> tuple[Team, ...]:
        """The teams by number.

        Raises:
            NothingToPrint: there are none.
        """
        if not self.teams.teams:
            raise NothingToPrint(text("There are no teams yet."), text("Form teams first, then print."))
        return tuple(self.teams.teams[number] for number in sorted(self.teams.teams))

    def seated(self) -> tuple[Participant, ...]:
        """Those who have a seat, by last name as the event's language sorts it.

        Raises:
            NothingToPrint: there is nobody.
        """
        people = self.roster.seated()
        if not people:
            raise NothingToPrint(text("There are no participants yet."), text("Import the list of participants first."))
        return by_last_name(people, self.event.language)

    def team_by_person(self) -> dict[int, Team]:
        """The team of everybody who sits in one."""
        return {member: team for team in self.teams.teams.values() for member in team.members}

    def members(self, team: Team) -> tuple[Participant, ...]:
        """The team's people by last name; people who are no longer on the list are passed over."""
        people = [self.roster.people[member] for member in team.members if member in self.roster.people]
        return by_last_name(people, self.event.language)

    def sector(self, person: Participant) -> Sector | None:
        """The person's sector, if they have one."""
        return None if person.sector is None else self.roster.sectors.get(person.sector)

    def sector_places(self) -> dict[int, int]:
        """Sector → its place in the list, counted from 0; decides the colour."""
        order = sorted(self.roster.sectors.values(), key=lambda sector: (sector.position, sector.id))
        return {sector.id: place for place, sector in enumerate(order)}

    def day(self) -> tuple[tuple[Item, Slot], ...]:
        """The agenda items that will run, with the times that are in force."""
        slots = scheduled(self.plan, planned(self.plan, self.event.day, self.event.timezone))
        return tuple((item, slots[item.id]) for item in self.plan.to_run())

    def clock(self, instant: Instant) -> str:
        """The instant as local time, HH:MM."""
        return f"{to_datetime(instant, self.event.timezone):%H:%M}"

    def table(self, team: Team, tr: Translator) -> str:
        """What the table is called: its name, or “Table 7” where the name is a number or a letter."""
        plain = team.table.isdecimal() or len(team.table) == 1
        return tr("Table {table}", table=team.table) if plain else team.table


def by_last_name(people: Iterable[Participant], language: str) -> tuple[Participant, ...]:
    """The people by last name, then first name, then the order in which they came."""

    def key(person: Participant) -> tuple[SortKey, SortKey, int]:
        surname = person.last_name or person.first_name
        return sort_key(surname, language), sort_key(person.first_name, language), person.id

    return tuple(sorted(people, key=key))

"""The rows of the table of people: who is in which order, with what stands about them elsewhere in the event."""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import lru_cache

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.participants.model import Attendance, Participant
from facilitator.participants.search import NameIndex, name_index
from facilitator.printing.collation import sort_key
from facilitator.ui.widgets.basics import Tone
from facilitator.ui.widgets.chip import NOBODY, sector_chips
from facilitator.ui.widgets.table_model import Column
from facilitator.ui.wording import ATTENDANCE

TONES = {
    Attendance.REGISTERED: Tone.PLAIN,
    Attendance.CHECKED_IN: Tone.GOOD,
    Attendance.ABSENT: Tone.DANGER,
    Attendance.WAITING: Tone.WARNING,
}


@frozen
class PersonRow:
    """A person with what stands elsewhere in the event about them."""

    person: Participant
    chip: tuple[str, str]
    sector: str
    quota: str
    team: str


class PeopleRows:
    """Everybody by last name, as the event's language sorts it, and whoever fits what is typed.

    With thousands of people one check-in must not cost a blink: rows are made anew only for people who have changed,
    sorted anew only if a name has, and the index for the search is made once somebody types.
    """

    def __init__(self) -> None:
        """Nobody."""
        self._rows: dict[int, PersonRow] = {}
        self._around: tuple[object, ...] = ()
        self._index: NameIndex | None = None

    @property
    def all(self) -> tuple[PersonRow, ...]:
        """Everybody."""
        return tuple(self._rows.values())

    def show_state(self, state: State) -> None:
        """The people of this state."""
        roster, language = state.roster, state.event.language
        around = (roster.sectors, roster.quotas, state.teams.teams, language)
        known = self._rows
        same_around = len(self._around) == len(around) and all(map(operator.is_, around, self._around))
        fresh = [one for key, one in roster.people.items() if key not in known or known[key].person is not one]
        if same_around and not fresh and len(known) == len(roster.people):
            return
        self._around = around
        make = _maker(state)
        if same_around and len(known) == len(roster.people) and all(
            one.id in known and _words(one) == _words(known[one.id].person) for one in fresh
        ):  # fmt: skip
            known.update((one.id, make(one)) for one in fresh)
            return
        keyed = [(name_key(one.last_name, one.first_name, language), one.id) for one in roster.people.values()]
        keyed.sort()
        self._rows = {key: make(roster.people[key]) for _, key in keyed}
        self._index = None

    def find(self, typed: str) -> tuple[PersonRow, ...]:
        """Who fits; whose name begins with what is typed comes first."""
        if not typed.strip():
            return self.all
        if self._index is None:
            self._index = name_index(row.person for row in self._rows.values())
        return tuple(self._rows[one.id] for one in self._index.find(typed))


@lru_cache(maxsize=100_000)
def name_key(last: str, first: str, language: str) -> str:
    """Sorts people by last name, then by first; whoever has only one name is sorted by that.

    One text, since thousands of them are compared four times as fast as tuples are.
    """
    return "\0".join((*sort_key(last or first, language), *sort_key(first, language)))


def _words(one: Participant) -> tuple[str, ...]:
    """What a person is sorted and found by."""
    return one.first_name, one.last_name, one.organisation, one.email, one.reference


def _maker(state: State) -> Callable[[Participant], PersonRow]:
    """Makes the rows of one state."""
    roster = state.roster
    chips = sector_chips(roster)
    teams = {member: str(team.number) for team in state.teams.teams.values() for member in team.members}
    sectors = {key: sector.name for key, sector in roster.sectors.items()}
    quotas = {key: quota.name for key, quota in roster.quotas.items()}
    return lambda one: PersonRow(
        one,
        chips.get(one.sector or 0, NOBODY),
        sectors.get(one.sector or 0, ""),
        quotas.get(one.quota or 0, ""),
        teams.get(one.id, ""),
    )


def columns(tr: Translator) -> tuple[Column[PersonRow], ...]:
    """What the table shows of each."""
    return (
        Column(tr("Name"), lambda each: each.person.name, strong=True, tip=lambda each: each.person.name),
        Column(tr("Organisation"), lambda each: each.person.organisation, tip=lambda each: each.person.organisation),
        Column(tr("Sector"), lambda each: each.sector, 116, chip=lambda each: each.chip, tip=lambda each: each.sector),
        Column(tr("Seat quota"), lambda each: each.quota, 116, least=700),
        Column(tr("Team"), lambda each: each.team, 60, right=True),
        Column(
            tr("State"),
            lambda each: tr.render(ATTENDANCE[each.person.attendance]),
            114,
            tone=lambda each: TONES[each.person.attendance],
        ),
    )

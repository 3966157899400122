"""The rows of the table of people: who is in which order, with what stands about them elsewhere in the event."""

from __future__ import annotations

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.participants.model import Attendance, Participant
from facilitator.participants.search import NameIndex, name_index
from facilitator.printing.collation import SortKey, sort_key
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

    What is costly for thousands of people is kept from one state to the next: the sort key of each person, and the
    index for the search, which is only made once somebody types.
    """

    def __init__(self) -> None:
        """Nobody."""
        self._rows: dict[int, PersonRow] = {}
        self._keys: dict[tuple[str, str, str], tuple[SortKey, SortKey]] = {}
        self._index: NameIndex | None = None

    @property
    def all(self) -> tuple[PersonRow, ...]:
        """Everybody."""
        return tuple(self._rows.values())

    def show_state(self, state: State) -> None:
        """The people of this state."""
        roster, language = state.roster, state.event.language
        chips = sector_chips(roster)
        teams = {member: str(team.number) for team in state.teams.teams.values() for member in team.members}
        sectors = {key: sector.name for key, sector in roster.sectors.items()}
        quotas = {key: quota.name for key, quota in roster.quotas.items()}
        people = sorted(roster.people.values(), key=lambda one: (*self._key(one, language), one.id))
        self._rows = {
            one.id: PersonRow(
                one,
                chips.get(one.sector or 0, NOBODY),
                sectors.get(one.sector or 0, ""),
                quotas.get(one.quota or 0, ""),
                teams.get(one.id, ""),
            )
            for one in people
        }
        self._index = None

    def find(self, typed: str) -> tuple[PersonRow, ...]:
        """Who fits; whose name begins with what is typed comes first."""
        if not typed.strip():
            return self.all
        if self._index is None:
            self._index = name_index(row.person for row in self._rows.values())
        return tuple(self._rows[one.id] for one in self._index.find(typed))

    def _key(self, one: Participant, language: str) -> tuple[SortKey, SortKey]:
        words = (language, one.last_name, one.first_name)
        key = self._keys.get(words)
        if key is None:
            last = sort_key(one.last_name or one.first_name, language)
            key = self._keys[words] = last, sort_key(one.first_name, language)
        return key


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

"""Forms teams by rules that the host has just filled in; they are kept with the teams, and only if there are any."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import text
from facilitator.desk.deciding import seat_the_same
from facilitator.desk.slow import FORMING_SEED, RulesBroken, people_to_seat, usual_seconds
from facilitator.desk.state import State
from facilitator.teams.commands import SeatTeams
from facilitator.teams.model import Formation, Rules
from facilitator.ui.ports import TeamSearch


@frozen
class Formed:
    """Teams that were found for a state, not seated yet."""

    before: State
    rules: Rules
    formation: Formation

    def command(self, now: State) -> SeatTeams:
        """What seats them.

        Raises:
            UserError: people or teams have changed meanwhile.
        """
        if not seat_the_same(self.before, now):
            raise UserError(
                text("People or teams changed while the teams were being formed."), text("Form them once more.")
            )
        found = self.formation
        return SeatTeams(found.teams, found.tiers, self.rules, found.seed, found.moves)


def search_by(rules: Rules, state: State, search: TeamSearch) -> Callable[[], Formed]:
    """The search, for a thread beside the window.

    Raises:
        UserError: when it is called: there is nobody to seat, or it was cancelled.
        RulesBroken: when it is called: the rules cannot all be kept.
    """

    def work() -> Formed:
        people = people_to_seat(state.roster)
        if not people:
            raise UserError(text("There is nobody to seat."), text("Import the list of participants first."))
        found = search.form(people, rules, FORMING_SEED, usual_seconds(len(people)), state.teams)
        if found.broken_rules:
            raise RulesBroken(found)
        return Formed(state, rules, found)

    return work

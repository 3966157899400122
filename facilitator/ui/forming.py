"""Forms teams by rules that the host has just filled in; they are kept with the teams, and only if there are any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import text
from facilitator.desk.deciding import seat_the_same
from facilitator.desk.desk import Outcome
from facilitator.desk.slow import FORMING_SEED, RulesBroken, people_to_seat, usual_seconds
from facilitator.desk.state import State
from facilitator.teams.commands import FormTeams, SeatTeams
from facilitator.teams.model import Formation, Rules
from facilitator.ui.context import Context
from facilitator.ui.ports import TeamSearch
from facilitator.ui.widgets.search_progress import SearchProgress


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


class Forming:
    """Searches beside the window, seats what was found, and tells the host."""

    def __init__(
        self,
        context: Context,
        progress: SearchProgress,
        ended: Callable[[], None],
        clashed: Callable[[RulesBroken], None],
    ) -> None:
        """`ended` is called when a search has ended, whatever came of it; `clashed` when the rules that the host had
        filled in cannot all be kept."""
        self._context, self._progress = context, progress
        self._ended, self._clashed = ended, clashed

    def start(self) -> None:
        """Form teams by the rules there are."""
        desk = self._context.controls.desk
        self._progress.start()
        self._context.controls.beside(lambda: desk.do(FormTeams()), self._found)

    def start_by(self, rules: Rules) -> None:
        """Form teams by new rules."""
        controls = self._context.controls
        self._progress.start()
        controls.beside(search_by(rules, controls.desk.state, self._context.around.search), self._found_by_rules)

    def _found_by_rules(self, result: Formed | UserError) -> None:
        desk = self._context.controls.desk
        if isinstance(result, UserError):
            self._found(result)
            if isinstance(result, RulesBroken):
                self._clashed(result)
            return
        try:
            seated = desk.do(result.command(desk.state))
        except UserError as refusal:
            self._found(refusal)
        else:
            self._found(replace(seated, result=result.formation))

    def _found(self, result: Outcome | UserError) -> None:
        self._progress.stop()
        controls, tr = self._context.controls, self._context.tr
        if isinstance(result, UserError):
            controls.refuse(result)
        else:
            moves = len(result.result.moves)
            count = len(result.result.teams)
            said = tr.plural("{count} team", "{count} teams", count)
            moved = tr.plural("{count} move", "{count} moves", moves)
            controls.said.emit(f"{said} · {moved}" if moves else said)
            for broken in result.result.broken_rules:
                controls.noticed.emit(tr.render(broken.why))
        self._ended()

"""Repairs the teams step by step: search beside the window, the host's choice, the list of moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.desk.deciding import seat_the_same
from facilitator.desk.slow import USUAL_SECONDS, people_to_seat
from facilitator.desk.state import State
from facilitator.teams.commands import SeatTeams
from facilitator.teams.model import RepairOption
from facilitator.ui.context import Context
from facilitator.ui.papers import print_button
from facilitator.ui.widgets.move_list import MoveList
from facilitator.ui.widgets.repair_ways import RepairWays
from facilitator.ui.widgets.search_progress import SearchProgress


class Repairing:
    """What stands on the page meanwhile is `ways` and `moves`; both are hidden at other times."""

    def __init__(self, context: Context, progress: SearchProgress, ended: Callable[[], None]) -> None:
        """`ended` is called when a search has ended, whatever came of it."""
        self._context = context
        self._progress = progress
        self._ended = ended
        self._before: State | None = None
        self.ways = RepairWays(context.tr, self._take, self.leave)
        papers = print_button(context, ("move-list", "team-sheets", "badges"), since=lambda: self._before)
        self.moves = MoveList(context.tr, papers, self.leave)

    def start(self) -> None:
        """Search for ways to repair the teams as they are now."""
        state = self._context.controls.desk.state
        search = self._context.around.search
        self.leave()
        self._progress.start()

        def work() -> Sequence[RepairOption]:
            return search.repair(people_to_seat(state.roster), state.teams, state.teams.seed, USUAL_SECONDS)

        self._context.controls.beside(work, lambda found: self._found(state, found))

    def leave(self) -> bool:
        """Put the choice or the list of moves away; whether there was one."""
        was_open = not (self.ways.isHidden() and self.moves.isHidden())
        self.ways.hide()
        self.moves.hide()
        return was_open

    def render_state(self, state: State) -> None:
        """Put the choice away when it is about people or teams that are no longer so."""
        if not self.ways.isHidden() and self._before is not None and not seat_the_same(self._before, state):
            self.ways.hide()
            self._context.controls.noticed.emit(self._context.tr("People or teams have changed. Repair once more."))

    def _found(self, before: State, found: Sequence[RepairOption] | UserError) -> None:
        self._progress.stop()
        if isinstance(found, UserError):
            self._context.controls.refuse(found)
        elif not seat_the_same(before, self._context.controls.desk.state):
            changed = text("People or teams changed while the repair was being worked out.")
            self._context.controls.refuse(UserError(changed, text("Repair once more.")))
        else:
            self._before = before
            if len(found) == 1 and not found[0].formation.broken_rules:
                self._take(found[0])
            else:
                self.ways.offer(found)
        self._ended()

    def _take(self, option: RepairOption) -> None:
        before = self._before
        if before is None:
            return
        controls, tr = self._context.controls, self._context.tr
        formation = option.formation
        command = SeatTeams(formation.teams, formation.tiers, before.teams.rules, before.teams.seed, formation.moves)
        self.ways.hide()
        if controls.do(command, tr("The teams are repaired. Ctrl+Z takes it back.")) is None:
            return
        for broken in formation.broken_rules:
            controls.noticed.emit(tr.render(broken.why))
        if formation.moves:
            self.moves.show_moves(formation.moves, {one.id: one.name for one in before.roster.people.values()})

"""Moves people by hand, dragged or by keyboard, with every tier's change shown before anything is done."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.common.errors import UserError
from facilitator.desk.slow import as_person
from facilitator.desk.state import State
from facilitator.teams.commands import MoveParticipant, SwapParticipants
from facilitator.teams.model import Person
from facilitator.teams.rules import TierChange, preview_move, preview_swap
from facilitator.ui.context import Context
from facilitator.ui.widgets.mover import Mover
from facilitator.ui.widgets.team_board import members_of
from facilitator.ui.widgets.tier_strip import TierStrip


class Moving:
    """One move or swap on its way; `mover` is its line on the page, hidden at other times."""

    def __init__(self, context: Context, tiers: TierStrip, ended: Callable[[int], None]) -> None:
        """`tiers` shows what would change; `ended` is told of the person when it is over, whatever came of it."""
        self._context, self._tiers, self._ended = context, tiers, ended
        self._person = 0
        self.mover = Mover(context.tr, self._preview, self._take, self.stop)

    def start(self, person: int) -> None:
        """Ask where this person is to go, and who comes back."""
        state = self._context.controls.desk.state
        if person in state.roster.people and state.teams.teams:
            self._person = person
            teams = [
                (number, [(one.name, one.id) for one in members_of(state, team) if one.id != person])
                for number, team in sorted(state.teams.teams.items())
            ]
            self.mover.start(state.roster.people[person].name, teams)

    def stop(self) -> None:
        """Put the line away."""
        self.mover.hide()
        self.forget()
        self._ended(self._person)

    def forget(self) -> None:
        """Show the tiers as they are."""
        self._tiers.show_tiers(self._context.controls.desk.state.teams.tiers)

    def show_move(self, person: int, team: int | None) -> None:
        """Show what a move would do to every tier."""
        self._show(lambda state: preview_move(state.teams, _people(state), person, team).changes)

    def move(self, person: int, team: int | None) -> None:
        """Move somebody; who is moved stays selected."""
        state, tr = self._context.controls.desk.state, self._context.tr
        name = state.roster.people[person].name
        words = tr("{name} has no team now", name=name)
        if team is not None:
            words = tr("{name} is in team {number} now", name=name, number=team)
        self._context.controls.do(MoveParticipant(person, team), words)

    def _preview(self, team: int | None, other: int | None) -> None:
        if other is None:
            self.show_move(self._person, team)
        else:
            self._show(lambda state: preview_swap(state.teams, _people(state), self._person, other).changes)

    def _take(self, team: int | None, other: int | None) -> None:
        if other is None:
            self.move(self._person, team)
        else:
            state, tr = self._context.controls.desk.state, self._context.tr
            one, two = (state.roster.people[person].name for person in (self._person, other))
            words = tr("{one} and {two} have changed places", one=one, two=two)
            self._context.controls.do(SwapParticipants(self._person, other), words)
        self.stop()

    def _show(self, changes_in: Callable[[State], tuple[TierChange, ...]]) -> None:
        controls = self._context.controls
        changes: tuple[TierChange, ...] = ()
        try:
            changes = changes_in(controls.desk.state)
        except UserError as refusal:
            controls.said.emit(self._context.tr.render(refusal.text()))
        self._tiers.show_tiers(controls.desk.state.teams.tiers, changes)


def _people(state: State) -> list[Person]:
    return [as_person(one) for one in state.roster.people.values()]

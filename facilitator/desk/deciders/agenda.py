"""Decides commands about the agenda."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from facilitator.agenda import replan, rules
from facilitator.agenda.commands import (
    AddItem,
    ChangeItem,
    ChangeItems,
    CutItem,
    CutItems,
    InsertItems,
    MoveItem,
    MoveItems,
    PutAgenda,
    RemoveItem,
    RemoveItems,
    ReplanApply,
    ReplanPreview,
)
from facilitator.agenda.model import Item, Plan
from facilitator.agenda.progress import coming
from facilitator.common.clock import Duration, whole_seconds
from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.desk.decision import Context, Decision
from facilitator.desk.events import AgendaReplaced, ItemLengthened, ItemRemoved
from facilitator.desk.rundown import progress, replan_options, scheduled_slots
from facilitator.desk.state import State
from facilitator.desk.vocabulary import AgendaCommand
from facilitator.stage.model import SceneName
from facilitator.voting.model import Phase

_SCENES = tuple(name.value for name in SceneName)

_Item = TypeVar("_Item")


def decide(state: State, command: AgendaCommand, context: Context) -> Decision:
    """What a command about the agenda comes to."""
    match command:
        case PutAgenda(items=items):
            return _put(state, rules.put(items, _SCENES))
        case AddItem():
            plan, identifier = rules.add(state.plan, command, _SCENES)
            return Decision(replace(state, plan=plan), result=identifier)
        case InsertItems(items=fresh, after=after):
            plan, identifiers = rules.insert(state.plan, _some(fresh), after, _SCENES)
            return Decision(replace(state, plan=plan), result=list(identifiers))
        case ChangeItem(item=item):
            return _change(state, (item,), command)
        case ChangeItems(items=items, change=change):
            return _change(state, _several(items), change)
        case MoveItem(item=item, position=position):
            return _replanned(state, rules.move(state.plan, (item,), position))
        case MoveItems(items=items, position=position):
            return _replanned(state, rules.move(state.plan, _several(items), position))
        case CutItem(item=item, cut=cut):
            return _cut(state, (item,), cut, context)
        case CutItems(items=items, cut=cut):
            return _cut(state, _several(items), cut, context)
        case RemoveItem(item=item):
            return _remove(state, (item,))
        case RemoveItems(items=items):
            return _remove(state, _several(items))
        case ReplanPreview():
            return Decision(
                state, result=[_described(option, state.plan) for option in replan_options(state, context.now)]
            )
        case ReplanApply(option=wanted):
            return _apply(state, wanted, context)


def _several(items: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(_some(items)))


def _some(items: tuple[_Item, ...]) -> tuple[_Item, ...]:
    if not items:
        raise UserError(text("No agenda item is chosen."), text("Choose at least one."))
    return items


def _change(state: State, items: Sequence[int], command: ChangeItem) -> Decision:
    decision = _replanned(state, rules.change(state.plan, command, _SCENES, items))
    plan = decision.state.plan
    more = {item: plan.items[item].current_length - state.plan.items[item].current_length for item in items}
    events = tuple(ItemLengthened(item, whole_seconds(Duration(more[item]))) for item in items if more[item])
    return replace(decision, events=events)


def _replanned(state: State, plan: Plan) -> Decision:
    """The edited plan, if what has run keeps its day and stays in the plenary or on its track."""
    for item in state.run.actuals:
        before, after = state.plan.items.get(item), plan.items.get(item)
        if before and after and (before.day, before.track) != (after.day, after.track):
            raise UserError(
                text("“{title}” has run; it stays on its day and its track.", title=before.title),
                text("Add a new item instead."),
            )
    return Decision(replace(state, plan=plan))


def _cut(state: State, identifiers: Sequence[int], cut: bool, context: Context) -> Decision:
    if cut:
        ahead = {item.id for item in coming(state.plan, progress(state, context.now))}
        for identifier in identifiers:
            _require_to_come(state, rules.find(state.plan, identifier), ahead)
    return Decision(replace(state, plan=rules.cut(state.plan, identifiers, cut)))


def _require_to_come(state: State, item: Item, ahead: Collection[int]) -> None:
    """Refuse to cut an item that runs or has run."""
    running = {one.item for one in (state.run.running, *state.run.beside) if one}
    if item.id in running:
        raise UserError(text("“{title}” is running; it cannot be cut.", title=item.title), text("End it instead."))
    if not item.cut and item.id in state.run.actuals and item.id not in ahead:
        raise UserError(text("“{title}” has run already.", title=item.title), text("Its times belong to the day."))


def _remove(state: State, items: Sequence[int]) -> Decision:
    plan = rules.remove(state.plan, items)
    for item in items:
        title = state.plan.items[item].title
        if item in state.run.actuals:
            raise UserError(
                text("“{title}” has run; it stays in the plan.", title=title), text("Its times belong to the day.")
            )
        if any(one.item == item and one.phase is not Phase.DRAFT for one in state.voting.ballots.values()):
            raise UserError(
                text("There has been a vote on “{title}”; it stays in the plan.", title=title),
                text("Cut it if it is not to run."),
            )
    return Decision(replace(state, plan=plan), tuple(ItemRemoved(item) for item in items))


def _put(state: State, plan: Plan) -> Decision:
    if state.run.begun:
        raise UserError(
            text("The day has begun; its agenda cannot be replaced."),
            text("Change single items, or use another event."),
        )
    before = tuple((item.id, item.title) for item in state.plan.in_order())
    return Decision(replace(state, plan=plan), (AgendaReplaced(before),))


def _described(option: replan.Option, plan: Plan) -> dict[str, object]:
    return {
        "option": option.name,
        "changes": [
            {
                "item": change.item,
                "title": plan.items[change.item].title,
                "seconds": whole_seconds(change.after),
                "was": whole_seconds(change.before),
                "cut": change.cut,
            }
            for change in option.changes
        ],
        "shortfall": whole_seconds(option.shortfall),
    }


def _apply(state: State, wanted: str | int, context: Context) -> Decision:
    found = replan_options(state, context.now)
    if not found:
        raise UserError(text("Every fixed start will be kept; there is nothing to re-plan."))
    by_name = {option.name: option for option in found}
    by_number = dict(enumerate(found, start=1))
    chosen = by_number.get(wanted) if isinstance(wanted, int) else by_name.get(wanted)
    if chosen is None:
        raise UserError(
            text("There is no way “{option}” to re-plan.", option=wanted),
            text("Choose one of: {names}.", names=", ".join(by_name)),
        )
    plan = replan.apply(state.plan, chosen, scheduled_slots(state), progress(state, context.now))
    return Decision(replace(state, plan=plan), result=_described(chosen, state.plan))

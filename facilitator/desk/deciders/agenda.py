"""Decides commands about the agenda."""

from __future__ import annotations

from dataclasses import replace

from facilitator.agenda import replan, rules
from facilitator.agenda.commands import AddItem, ChangeItem, MoveItem, PutAgenda, RemoveItem, ReplanApply, ReplanPreview
from facilitator.agenda.model import Plan
from facilitator.common.clock import Duration, whole_seconds
from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.desk.decision import Context, Decision
from facilitator.desk.events import AgendaReplaced, ItemLengthened, ItemRemoved
from facilitator.desk.rundown import progress, scheduled_slots
from facilitator.desk.state import State
from facilitator.desk.vocabulary import AgendaCommand
from facilitator.voting.model import Phase


def decide(state: State, command: AgendaCommand, context: Context) -> Decision:
    """What a command about the agenda comes to."""
    match command:
        case PutAgenda(items=items):
            return _put(state, rules.put(items))
        case AddItem():
            plan, identifier = rules.add(state.plan, command)
            return Decision(replace(state, plan=plan), result=identifier)
        case ChangeItem():
            return _change(state, command)
        case MoveItem(item=item, position=position):
            return Decision(replace(state, plan=rules.move(state.plan, item, position)))
        case RemoveItem(item=item):
            if item in state.run.actuals:
                raise UserError(text("An item that has run stays in the plan."), text("Its times belong to the day."))
            if any(one.item == item and one.phase is not Phase.DRAFT for one in state.voting.ballots.values()):
                raise UserError(text("There has been a vote on this item."), text("It stays in the plan."))
            return Decision(replace(state, plan=rules.remove(state.plan, item)), (ItemRemoved(item),))
        case ReplanPreview():
            return Decision(state, result=[_described(option) for option in _options(state, context)])
        case ReplanApply(option=wanted):
            return _apply(state, wanted, context)


def _change(state: State, command: ChangeItem) -> Decision:
    plan = rules.change(state.plan, command)
    more = plan.items[command.item].current_length - state.plan.items[command.item].current_length
    events = (ItemLengthened(command.item, whole_seconds(Duration(more))),) if more else ()
    return Decision(replace(state, plan=plan), events)


def _put(state: State, plan: Plan) -> Decision:
    if state.run.begun:
        raise UserError(
            text("The day has begun; its agenda cannot be replaced."),
            text("Change single items, or use another event."),
        )
    before = tuple((item.id, item.title) for item in state.plan.in_order())
    return Decision(replace(state, plan=plan), (AgendaReplaced(before),))


def _options(state: State, context: Context) -> tuple[replan.Option, ...]:
    return replan.options(state.plan, scheduled_slots(state), progress(state, context.now))


def _described(option: replan.Option) -> dict[str, object]:
    return {
        "option": option.name,
        "changes": [
            {"item": change.item, "seconds": whole_seconds(change.after), "was": whole_seconds(change.before)}
            for change in option.changes
        ],
        "shortfall": whole_seconds(option.shortfall),
    }


def _apply(state: State, wanted: str | int, context: Context) -> Decision:
    found = _options(state, context)
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
    return Decision(replace(state, plan=plan), result=_described(chosen))

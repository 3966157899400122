"""A way back on time in words: what it does to whom, equal changes together."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.agenda.model import Item, Kind, Plan
from facilitator.agenda.replan import Change, Option
from facilitator.common.clock import Duration, minutes
from facilitator.common.texts import Text, plural_text, text

_MINUTE = minutes(1)
_NOTHING = Duration(0)


def name(option: Option, plan: Plan) -> Text:
    """What the way is called, as on a button."""
    if option.name == "by-priority":
        return text("Shorten what matters least")
    if option.name == "evenly":
        return text("Shorten evenly")
    left_out = ", ".join(plan.items[change.item].title for change in option.changes if change.cut)
    return text("Leave out “{title}”", title=left_out)


def told(option: Option, plan: Plan, teams: int | None = None, between: Duration = _NOTHING) -> tuple[Text, ...]:
    """The changes as a list: what is left out, then what gives most; last what is still missing.

    With the number of `teams` that pitch, presentations are told by what each team gets: the item's length shared
    equally, less what comes `between` (questions and change-over).
    """
    words: list[Text] = []
    groups: dict[int, list[Item]] = {}
    for change in option.changes:
        item = plan.items[change.item]
        if change.cut:
            words.append(text("without “{title}”", title=item.title))
        elif teams and item.kind is Kind.PITCHES:
            words.append(_each_pitch(change, teams, between))
        else:
            groups.setdefault(change.before - change.after, []).append(item)
    words += [_shortened(items, Duration(given)) for given, items in sorted(groups.items(), reverse=True)]
    if option.shortfall:
        missing = -(-option.shortfall // _MINUTE)
        words.append(plural_text("{count} minute is still missing", "{count} minutes are still missing", missing))
    return tuple(words)


def _each_pitch(change: Change, teams: int, between: Duration) -> Text:
    seconds = max(0, change.after // teams - between) // 1000
    return text("each pitch {time}", time=f"{seconds // 60}:{seconds % 60:02}")


def _shortened(items: Sequence[Item], given: Duration) -> Text:
    whole, rest = divmod(round(given / 1000), 60)
    time = text("{minutes} min", minutes=whole) if rest == 0 else f"{whole}:{rest:02}"
    titles = ", ".join(item.title for item in items)
    if len(items) == 1:
        return text("{title} −{time}", title=titles, time=time)
    return text("{titles} −{time} each", titles=titles, time=time)

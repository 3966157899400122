"""The columns of the agenda on the page Plan, and what writing in their cells does."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from facilitator.agenda.model import Kind
from facilitator.common.texts import Translator
from facilitator.ui.controls import Controls
from facilitator.ui.edits import parse_length, parse_time
from facilitator.ui.plan_edits import PlanEdits
from facilitator.ui.plan_rows import PlanRow, fit_sentence, fit_words
from facilitator.ui.widgets.basics import Tone
from facilitator.ui.widgets.item_form import written_length, written_start
from facilitator.ui.widgets.table_model import Column
from facilitator.ui.wording import KINDS, clock, length


def columns(
    tr: Translator, zone: Callable[[], ZoneInfo], edits: PlanEdits, controls: Controls
) -> tuple[Column[PlanRow], ...]:
    """All of them; in a narrow table those stay that say when, what and for how long."""

    def start(each: PlanRow, words: str) -> None:
        if not words:
            edits.change(each, follows=True)
            return
        given = controls.attempt(lambda: parse_time(words))
        if given is not None:
            edits.change(each, start=given)

    def lasting(name: str) -> Callable[[PlanRow, str], None]:
        def change(each: PlanRow, words: str) -> None:
            given = controls.attempt(lambda: parse_length(words))
            if given is not None:
                edits.change(each, **{name: given})

        return change

    return (
        Column(
            tr("Start"),
            lambda each: clock(each.slot.start, zone()),
            80,
            edit=start,
            written=lambda each: written_start(each.item),
            tone=lambda each: Tone.PLAIN if each.item.start is None else None,
            tip=lambda each: tr("Follows the item before") if each.item.start is None else "",
        ),
        Column(
            tr("Title"),
            _title,
            strong=True,
            edit=lambda each, words: edits.change(each, title=words),
            written=lambda each: each.item.title,
            tip=lambda each: each.item.title,
        ),
        Column(
            tr("Kind"),
            lambda each: tr.render(KINDS[each.item.kind]),
            130,
            edit=lambda each, kind: edits.change(each, kind=Kind(kind)),
            written=lambda each: each.item.kind.value,
            choices={kind.value: tr.render(words) for kind, words in KINDS.items()},
            least=620,
        ),
        Column(
            tr("Length"),
            lambda each: tr.render(length(each.item.length)),
            88,
            right=True,
            edit=lasting("seconds"),
            written=lambda each: written_length(each.item.length),
        ),
        Column(
            tr("At least"),
            lambda each: tr.render(length(each.item.least_length)),
            88,
            right=True,
            edit=lasting("least_seconds"),
            written=lambda each: written_length(each.item.least_length),
            least=1000,
        ),
        Column(
            tr("Fixed"),
            lambda each: tr("Fixed") if each.item.fixed else "",
            62,
            edit=lambda each, fixed: edits.change(each, fixed=bool(fixed)),
            ticked=lambda each: each.item.fixed,
            tip=lambda each: tr("A fixed item never starts before its time"),
        ),
        Column(
            tr("Speaker"),
            lambda each: each.item.speaker,
            150,
            edit=lambda each, words: edits.change(each, speaker=words),
            tip=lambda each: each.item.speaker,
            least=860,
        ),
        Column(
            tr("Check"),
            lambda each: _check(each, tr),
            128,
            tone=_tone,
            tip=lambda each: tr.render(fit_sentence(each.fit)) if each.fit else "",
            least=480,
        ),
    )


def _title(each: PlanRow) -> str:
    return f"{each.item.track} ▸ {each.item.title}" if each.item.track else each.item.title


def _check(each: PlanRow, tr: Translator) -> str:
    if each.item.cut:
        return tr("Left out")
    return tr.render(fit_words(each.fit)) if each.fit else ""


def _tone(each: PlanRow) -> Tone | None:
    if each.fit is None or each.fit.over < 0:
        return Tone.PLAIN
    return Tone.DANGER if each.fit.fixed else Tone.WARNING

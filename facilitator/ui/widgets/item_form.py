"""Everything about the selected agenda items, to read and to change, beside the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from facilitator.agenda.model import AtEnd, Item
from facilitator.agenda.progress import days
from facilitator.common.clock import Duration
from facilitator.common.errors import UserError
from facilitator.common.texts import Text, Translator, text
from facilitator.desk.state import State
from facilitator.stage.model import SceneName
from facilitator.ui.edits import parse_length, parse_time
from facilitator.ui.plan_rows import PlanRow, fit_sentence
from facilitator.ui.widgets.basics import column, holder, label, row
from facilitator.ui.widgets.elided import ElidedLabel
from facilitator.ui.widgets.plan_fields import ChoiceField, Field, Given, LineField, NotesField, TickField
from facilitator.ui.wording import KINDS, SCENES, clock, span

AT_ENDS = {
    AtEnd.STAY: text("Count on, over time"),
    AtEnd.NEXT: text("Start the next item"),
    AtEnd.BALLOT: text("Open its ballots"),
    AtEnd.SCENE: text("Show a scene"),
}

Change = Callable[[Sequence[PlanRow], Given], Text | None]
"""Carries out a change of these items in one step; says why not, if it is refused."""


class ItemForm(QFrame):
    """One field a value; what is written is kept when its field is left, what is refused stays with the reason."""

    def __init__(self, tr: Translator, change: Change, cut: Callable[[Sequence[PlanRow], bool], object]) -> None:
        """`change` and `cut` do what the host wants of the items."""
        super().__init__()
        self.setProperty("role", "card")
        self._tr, self._change, self._cut = tr, change, cut
        self._rows: tuple[PlanRow, ...] = ()
        self._refused: dict[tuple[int, ...], dict[str, tuple[str | None, str]]] = {}
        self._title = ElidedLabel("", "heading")
        self._about = ElidedLabel()
        self._fit = label("", "error", wrap=True)
        self.fields = self._made()
        for name, field in self.fields.items():
            field.edited.connect(lambda name=name: self._keep(name))
        inside = QWidget()
        inside.setObjectName("scrolled")
        fields = self._laid_out()
        fields.setContentsMargins(2, 2, 10, 2)
        inside.setLayout(fields)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self._hint = label(tr("Select an item to see all of it. With Shift or Ctrl you select several and change them "
                              "in one step."), "muted", wrap=True)  # fmt: skip
        layout = column(self._title, self._about, self._fit, self._hint, self._scroll, spacing=4)
        layout.setStretch(4, 1)
        layout.setContentsMargins(16, 12, 6, 8)
        self.setLayout(layout)

    def show_rows(self, state: State, rows: Sequence[PlanRow]) -> None:
        """Show these items; what is being written in a field stays there, and so does what was refused of them."""
        same = _ids(rows) == _ids(self._rows)
        if not same:  # What was chosen and refused is as it was; there is nothing to come back to.
            was = self._refused.get(_ids(self._rows), {})
            self._refused[_ids(self._rows)] = {name: told for name, told in was.items() if told[0] is not None}
        self._rows = tuple(rows)
        self._show_head(state)
        self._scroll.setVisible(bool(rows))
        self._hint.setVisible(not rows)
        if not rows:
            return
        items = [each.item for each in rows]
        self._offer_days(state)
        refused = self._refused.get(_ids(rows), {})
        for name, field in self.fields.items():
            if same and field.draft is not None and field.editor.hasFocus():
                continue
            field.show_items(items)
            field.complain("")
            if name in refused:
                draft, words = refused[name]
                if draft is not None:
                    field.restore(draft)
                field.complain(words)
        self.fields["end_scene"].setVisible(any(item.at_end is AtEnd.SCENE for item in items))

    def start(self) -> None:
        """Put the keyboard into the first field."""
        if self._rows:
            first = self.fields["title" if len(self._rows) == 1 else "kind"]
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget(self) -> None:
        """Drop what is written and has not been kept."""
        self._refused.pop(_ids(self._rows), None)
        for field in self.fields.values():
            field.show_items([each.item for each in self._rows])
            field.complain("")

    def _made(self) -> dict[str, Field]:
        tr = self._tr
        mixed = tr("Different")
        scenes = [(tr.render(words), name.value) for name, words in SCENES.items()]
        kinds = [(tr.render(words), kind) for kind, words in KINDS.items()]
        ends = [(tr.render(words), at_end) for at_end, words in AT_ENDS.items()]
        priorities = [(tr("1 – gives way first"), 1), ("2", 2), ("3", 3), ("4", 4), (tr("5 – kept longest"), 5)]
        return {
            "title": LineField(tr("Title"), lambda item: item.title, lambda words: {"title": words}, mixed),
            "kind": ChoiceField(tr("Kind"), "kind", kinds, mixed),
            "priority": ChoiceField(tr("Priority"), "priority", priorities, mixed),
            "day": ChoiceField(tr("Day"), "day", (), mixed),
            "track": LineField(
                tr("Track"), lambda item: item.track, lambda words: {"track": words}, mixed, tr("Plenary")
            ),
            "start": LineField(tr("Start"), written_start, _given_start, mixed, tr("Follows")),
            "fixed": TickField(tr("Fixed start"), "fixed"),
            "length": _length(tr("Length, min"), lambda item: item.length, "seconds", mixed),
            "least": _length(tr("At least, min"), lambda item: item.least_length, "least_seconds", mixed),
            "speaker": LineField(tr("Speaker"), lambda item: item.speaker, lambda words: {"speaker": words}, mixed),
            "notes": NotesField(tr("Notes for the host"), "notes", mixed),
            "scene": ChoiceField(tr("Scene at the start"), "scene", [(tr("Usual for the kind"), ""), *scenes], mixed),
            "warning": _length(tr("First warning, min"), lambda item: item.warning, "warning_seconds", mixed),
            "danger": _length(tr("Last warning, min"), lambda item: item.danger, "danger_seconds", mixed),
            "at_end": ChoiceField(tr("At the end"), "at_end", ends, mixed),
            "end_scene": ChoiceField(tr("Scene at the end"), "end_scene", scenes, mixed),
            "sound": TickField(tr("Sound at warning and end"), "sound"),
            "cut": TickField(tr("Left out"), "cut"),
        }

    def _laid_out(self) -> QVBoxLayout:
        lines = (
            ("title",),
            ("kind", "priority"),
            ("start", "fixed"),
            ("length", "least"),
            ("day", "track"),
            ("speaker",),
            ("notes",),
            ("scene",),
            ("warning", "danger"),
            ("at_end",),
            ("end_scene",),
            ("sound",),
            ("cut",),
        )
        return column(*(_line(*(self.fields[name] for name in names)) for names in lines), None, spacing=7)

    def _show_head(self, state: State) -> None:
        tr, rows = self._tr, self._rows
        alone = rows[0] if len(rows) == 1 else None
        total = Duration(sum(each.item.length for each in rows))
        if alone is not None:
            zone = state.event.timezone
            self._title.show_words(alone.item.title)
            self._about.show_words(f"{clock(alone.slot.start, zone)}–{clock(alone.slot.end, zone)}")
        else:
            self._title.show_words(
                tr.plural("{count} item", "{count} items", len(rows)) if rows else tr("Nothing selected")
            )
            self._about.show_words(tr("{time} in all", time=tr.render(span(total))) if rows else "")
        self._about.setVisible(bool(rows))
        fit = alone.fit if alone is not None and alone.fit is not None and alone.fit.over > 0 else None
        self._fit.setText(tr.render(fit_sentence(fit)) if fit is not None else "")
        self._fit.setVisible(fit is not None)

    def _offer_days(self, state: State) -> None:
        last = max(days(state.plan), default=0)
        field = self.fields["day"]
        assert isinstance(field, ChoiceField)
        field.offer(
            [
                *((self._tr("Day {number}", number=day + 1), day) for day in range(last + 1)),
                (self._tr("Day {number} (new)", number=last + 2), last + 1),
            ]
        )

    def _keep(self, name: str) -> None:
        field, rows = self.fields[name], self._rows
        if not rows:
            return
        if name == "cut":
            self._cut(rows, bool(field.given()["cut"]))
            return
        draft = field.draft
        try:
            given = field.given()
        except UserError as refusal:
            self._refuse(name, draft, refusal.text())
            return
        if given.get("at_end") is AtEnd.SCENE and any(not each.item.end_scene for each in rows):
            given = {**given, "end_scene": SceneName.AGENDA.value}
        self._refused.get(_ids(rows), {}).pop(name, None)
        field.settle()
        field.complain("")
        refused = self._change(rows, given)
        if refused is not None:
            self._refuse(name, draft, refused)

    def _refuse(self, name: str, draft: str | None, why: Text) -> None:
        """Say why beside the field; what was written stays there, what was chosen goes back."""
        field, words = self.fields[name], self._tr.render(why)
        if draft is None:
            field.show_items([each.item for each in self._rows])
        else:
            field.restore(draft)
        self._refused.setdefault(_ids(self._rows), {})[name] = (draft, words)
        field.complain(words)


def written_length(duration: Duration) -> str:
    """A length as it is typed: minutes, with seconds where there are any."""
    minutes, second = divmod(round(duration / 1000), 60)
    return f"{minutes}:{second:02}" if second else str(minutes)


def written_start(item: Item) -> str:
    """A start as it is typed; nothing where the item follows."""
    return f"{item.start:%H:%M}" if item.start else ""


def _given_start(words: str) -> Given:
    return {"start": parse_time(words)} if words else {"follows": True}


def _length(caption: str, value: Callable[[Item], Duration], name: str, mixed: str) -> LineField:
    return LineField(
        caption, lambda item: written_length(value(item)), lambda words: {name: parse_length(words)}, mixed
    )


def _ids(rows: Sequence[PlanRow]) -> tuple[int, ...]:
    return tuple(each.item.id for each in rows)


def _line(*fields: Field) -> QWidget:
    """Fields beside each other, equally wide, and below them what is wrong with them."""
    beside = row(*fields, spacing=8)
    for place, field in enumerate(fields):
        beside.setStretch(place, 1)
        tick = isinstance(field, TickField) and len(fields) > 1
        beside.setAlignment(field, Qt.AlignmentFlag.AlignBottom if tick else Qt.AlignmentFlag.AlignTop)
    return holder(column(beside, *(field.note for field in fields), spacing=3))

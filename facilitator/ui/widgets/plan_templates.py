"""Ready agendas to begin with or to insert, each with what it is for and its items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from facilitator.agenda.model import Item
from facilitator.agenda.templates import AgendaTemplate, TemplateName, agenda_template, templates
from facilitator.common.clock import Duration
from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.ui.widgets.basics import button, card, column, label, row
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.wording import span

_WHERE_WIDTH = 230


@frozen
class Place:
    """Where a ready agenda goes: in place of the present one, after an item, or as days of its own after the last."""

    instead: bool = False
    after: Item | None = None


Take = Callable[[Sequence[Item], str, Place], object]


class PlanTemplates(QWidget):
    """The ready agendas as cards, and where the chosen one is to go."""

    def __init__(self, tr: Translator, take: Take, leave: Callable[[], object]) -> None:
        """`take` puts the items of a ready agenda, with its title, in their place, `leave` goes back to the plan."""
        super().__init__()
        self._tr, self._take = tr, take
        self._items: dict[TemplateName, tuple[Item, ...]] = {}
        self._uses: dict[TemplateName, QPushButton] = {}
        self._contents: dict[TemplateName, QLabel] = {}
        self._where = Choice[Place](tr("Where it goes"))
        self._where.setMinimumWidth(_WHERE_WIDTH)
        self._asked = label(tr("Where it goes"), "muted")
        self._asked.setBuddy(self._where)
        layout = column(
            row(
                label(tr("Ready agendas"), "heading"),
                None,
                self._asked,
                self._where,
                button(tr("Cancel"), leave, tip=tr("Leave everything as it is (Esc)")),
            ),
            *(self._offered(each) for each in templates()),
            None,
            spacing=10,
        )
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    @property
    def where(self) -> Place:
        """Where the chosen one goes."""
        return self._where.value

    def start(self, language: str, *, empty: bool, after: Item | None) -> None:
        """Offer the ready agendas in the event's language; with an agenda there, also where among it they can go."""
        tr = self._tr
        places = [(tr("In place of the agenda"), Place(instead=True))]
        if not empty:
            places.append((tr("As further days, after the last"), Place()))
            if after is not None:
                places.insert(1, (tr("After “{title}”", title=after.title), Place(after=after)))
        self._where.put(places)
        self._where.setVisible(not empty)
        self._asked.setVisible(not empty)
        for each in templates():
            items = self._items[each.name] = agenda_template(each.name, language)
            total = Duration(sum(item.length for item in items if not item.track))
            titles = " · ".join(item.title for item in items)
            count = tr.plural("{count} item", "{count} items", len(items))
            self._contents[each.name].setText(f"{count} · {tr.render(span(total))}")
            self._contents[each.name].setToolTip(titles)
        self._uses[templates()[0].name].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go from one to the next."""
        order = list(self._uses.values())
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        if step is None or focused not in order:
            super().keyPressEvent(event)
        else:
            order[(order.index(focused) + step) % len(order)].setFocus()

    def _offered(self, each: AgendaTemplate) -> QFrame:
        tr = self._tr
        title = tr.render(each.title)
        use = button(tr("Use"), partial(self._use, each), "check", name=tr("Use “{title}”", title=title))
        contents = label("", "muted")
        self._uses[each.name], self._contents[each.name] = use, contents
        words = column(row(label(title, "strong"), contents, None, spacing=12), label(tr.render(each.about), wrap=True))
        line = row(words, use, spacing=16)
        line.setStretch(0, 1)
        return card(line, margin=14)

    def _use(self, each: AgendaTemplate) -> None:
        self._take(self._items[each.name], self._tr.render(each.title), self.where)

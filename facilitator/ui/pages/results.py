"""The page Results: what has been revealed, and nothing of what has not."""

from __future__ import annotations

from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from facilitator.desk.state import State
from facilitator.stage.commands import Show
from facilitator.stage.model import SceneName
from facilitator.ui.context import Context
from facilitator.ui.page import Page
from facilitator.ui.result_words import STEPS, bars, step_table, verdict
from facilitator.ui.widgets.basics import Tone, button, card, column, holder, label, pill, row
from facilitator.ui.widgets.empty import Empty
from facilitator.ui.widgets.result_bars import ResultBars
from facilitator.ui.widgets.table import ROW_HEIGHT, Table
from facilitator.ui.widgets.table_model import Column, RowsModel
from facilitator.ui.wording import METHODS, ROLES, RULES
from facilitator.voting.commands import RevealResult
from facilitator.voting.model import Ballot, Phase, Result, Step, StepKind, Voting

Line = tuple[str, ...]


class ResultsPage(Page):
    """A closed ballot shows one button; a revealed one its bars and the steps of the count."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__(context)
        tr = context.tr
        self._shown: tuple[object, object] | None = None
        self._empty = Empty(
            "trophy",
            tr("There are no results yet"),
            tr("Results stand here once a ballot has been closed and revealed to the room."),
        )
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 8, 0)
        self._cards.setSpacing(14)
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setLayout(self._cards)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self.setLayout(column(self._empty, self._scroll))

    def arrive(self) -> None:
        """Arrows scroll."""
        self._scroll.setFocus()

    def render_state(self, state: State) -> None:
        """Show the ballots that are closed or revealed, the latest first."""
        ready = [each for each in state.voting.ballots.values() if each.phase in (Phase.CLOSED, Phase.REVEALED)]
        ready.sort(key=lambda each: (each.closed_at or 0, each.position), reverse=True)
        self._empty.setVisible(not ready)
        self._scroll.setVisible(bool(ready))
        shown = (tuple(ready), state.voting.results)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for ballot in ready:
            self._cards.addWidget(self._card(ballot, state.voting))
        self._cards.addStretch(1)

    def _card(self, ballot: Ballot, voting: Voting) -> QWidget:
        result = voting.results.get(ballot.id)
        if ballot.phase is Phase.CLOSED or result is None:
            return self._closed(ballot)
        tr = self.context.tr
        show = button(tr("Show on the projector"), lambda: self._show(ballot), "monitor-play")
        heading = row(label(ballot.title, "item", wrap=True), show)
        heading.setStretch(0, 1)
        chart = ResultBars(self.context.theme, tr("shared"))
        chart.setAccessibleName(ballot.title)
        chart.show_bars(bars(ballot, result))
        steps = self._steps(ballot, result)
        more = button(tr("How it was counted"), lambda: steps.setVisible(steps.isHidden()), "list-ordered", "quiet")
        steps.hide()
        parts: list[QWidget] = [label(verdict(ballot, result, tr), "heading", wrap=True)]
        parts += [pill(tr("Straw poll"), Tone.WARNING)] if ballot.straw_poll else []
        return card(
            heading,
            *parts,
            label(self._counted(ballot, result), "muted", wrap=True),
            4,
            chart,
            *self._by_role(ballot, result),
            row(more, None),
            steps,
            margin=20,
        )

    def _closed(self, ballot: Ballot) -> QWidget:
        tr = self.context.tr
        reveal = button(tr("Reveal to the room"), lambda: self._reveal(ballot), "eye", "primary")
        words = column(
            label(ballot.title, "item", wrap=True), label(tr("Closed. Nobody has seen the result yet."), "muted")
        )
        line = row(words, reveal)
        line.setStretch(0, 1)
        return card(line, margin=20)

    def _counted(self, ballot: Ballot, result: Result) -> str:
        tr = self.context.tr
        parts = [
            f"{tr.render(METHODS[result.method])}, {tr.render(RULES[result.rule])}",
            tr.plural("{count} ballot", "{count} ballots", result.ballots),
        ]
        if result.abstentions:
            parts.append(tr.plural("{count} abstained", "{count} abstained", result.abstentions))
        return " · ".join(parts)

    def _by_role(self, ballot: Ballot, result: Result) -> list[QWidget]:
        tr = self.context.tr
        names = {option.id: option.label for option in ballot.options}
        lines: list[QWidget] = []
        for role, part in result.parts.items():
            first = ", ".join(names.get(option, str(option)) for option in part.winners) or "–"
            words = tr("{role} ({count}): {names}", role=tr.render(ROLES[role]), count=part.ballots, names=first)
            lines.append(label(words, "muted", wrap=True))
        return lines

    def _steps(self, ballot: Ballot, result: Result) -> QWidget:
        parts: list[QWidget] = []
        rounds = 0
        for step in result.steps:
            rounds += step.kind is StepKind.ROUND
            parts.append(label(self.context.tr(STEPS[step.kind].message, number=rounds), "strong"))
            parts.append(self._table(ballot, step))
            if step.note:
                parts.append(label(step.note, "muted", wrap=True))
        return holder(column(*parts))

    def _table(self, ballot: Ballot, step: Step) -> QWidget:
        headings, rows = step_table(ballot, step)
        columns: tuple[Column[Line], ...] = tuple(
            Column(title, itemgetter(place), 96 if place else None, right=bool(place))
            for place, title in enumerate(headings)
        )
        model: RowsModel[Line] = RowsModel(columns, lambda each: each[0])
        model.put(rows)
        table = Table(model, self.context.theme, self.context.tr(STEPS[step.kind].message, number=""))
        model.setParent(table)
        table.setFixedHeight((len(rows) + 1) * ROW_HEIGHT + 6)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        return table

    def _reveal(self, ballot: Ballot) -> None:
        words = self.context.tr("The result of “{title}” is on the projector", title=ballot.title)
        self.context.controls.do(RevealResult(ballot.id), words)

    def _show(self, ballot: Ballot) -> None:
        self.context.controls.do(Show(SceneName.RESULTS, ballot.id))

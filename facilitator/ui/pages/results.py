"""The page Results: what has been revealed, and nothing of what has not."""

from __future__ import annotations

import re
from collections import Counter
from operator import itemgetter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from facilitator.desk.deciders.voting import reasons
from facilitator.desk.state import State
from facilitator.stage.commands import Show
from facilitator.stage.model import SceneName
from facilitator.ui.context import Context
from facilitator.ui.page import Page
from facilitator.ui.result_files import write
from facilitator.ui.result_words import STEPS, bars, step_table, verdict
from facilitator.ui.widgets.basics import Tone, button, card, column, holder, label, pill, row
from facilitator.ui.widgets.empty import Empty
from facilitator.ui.widgets.result_bars import ResultBars
from facilitator.ui.widgets.result_map import ResultMap, places
from facilitator.ui.widgets.table import ROW_HEIGHT, Table
from facilitator.ui.widgets.table_model import Column, RowsModel
from facilitator.ui.wording import METHODS, ROLES, RULES
from facilitator.voting.commands import BreakTies, RevealResult
from facilitator.voting.model import Ballot, Method, Phase, Result, Step, StepKind, Voting

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
        export = button(tr("Export"), lambda: self._export(ballot), "download", tip=tr("Evidence (JSON), CSV or XLSX"))
        heading = row(label(ballot.title, "item", wrap=True), export, show)
        heading.setStretch(0, 1)
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
            *self._pictures(ballot, result),
            *self._by_role(ballot, result),
            *self._lot(ballot, result),
            *self._reasons(ballot),
            row(more, None),
            steps,
            margin=20,
        )

    def _closed(self, ballot: Ballot) -> QWidget:
        tr = self.context.tr
        reveal = button(tr("Reveal to the room"), lambda: self._reveal(ballot), "eye", "primary")
        step = button(tr("Reveal one place"), lambda: self._unveil(ballot), "trophy")
        step.setToolTip(tr("The third first, then the second"))
        told = tr("Closed. Nobody has seen the result yet.")
        if ballot.unveiled:
            told = tr.plural("{count} place has been shown.", "{count} places have been shown.", ballot.unveiled)
        words = column(label(ballot.title, "item", wrap=True), label(told, "muted"))
        line = row(words, step, reveal)
        line.setStretch(0, 1)
        return card(line, *self._reasons(ballot), margin=20)

    def _pictures(self, ballot: Ballot, result: Result) -> list[QWidget]:
        if not result.ballots:
            return []
        if result.method is Method.AXES:
            return [ResultMap(self.context.theme, self.context.tr, places(ballot, result))]
        chart = ResultBars(self.context.theme, self.context.tr("shared"))
        chart.setAccessibleName(ballot.title)
        chart.show_bars(bars(ballot, result))
        return [chart]

    def _reasons(self, ballot: Ballot) -> list[QWidget]:
        """What was written about each option: for the host, in an order that says nothing."""
        if not ballot.reasons:
            return []
        tr = self.context.tr
        desk = self.context.controls.desk
        names = {option.id: option.label for option in ballot.options}
        lines: list[QWidget] = [label(tr("Reasons in words (for the hosts)"), "strong")]
        for option, written in reasons(desk.state.voting, ballot, desk.box).items():
            lines.append(label(names[option], "muted"))
            counted = Counter(written)
            told = (each if times == 1 else f"{each} (×{times})" for each, times in counted.items())
            lines.append(label("\n".join(f"– {each}" for each in told), wrap=True))
        return lines if len(lines) > 1 else []

    def _lot(self, ballot: Ballot, result: Result) -> list[QWidget]:
        """The form that breaks ties, if there are any and no dice were thrown."""
        tr = self.context.tr
        if ballot.dice:
            return [label(tr("Ties were broken by lot. Dice: {dice}", dice=ballot.dice), "muted")]
        if not result.winners or all(len(group) == 1 for group in result.ranking):
            return []
        dice = QLineEdit()
        dice.setPlaceholderText(tr("Dice as they fell, such as 3516"))
        dice.setAccessibleName(tr("Dice as they fell"))
        dice.setFixedWidth(280)
        dice.returnPressed.connect(lambda: self._draw_lot(ballot, dice.text()))
        told = tr("Places are shared. Throw dice before the room, and anybody can draw the lot again.")
        line = row(dice, button(tr("Break ties by lot"), lambda: self._draw_lot(ballot, dice.text()), "shuffle"), None)
        return [label(told, "muted", wrap=True), holder(line)]

    def _draw_lot(self, ballot: Ballot, dice: str) -> None:
        words = self.context.tr("The ties of “{title}” are broken", title=ballot.title)
        self.context.controls.do(BreakTies(ballot.id, dice.strip()), words)

    def _unveil(self, ballot: Ballot) -> None:
        words = self.context.tr("One more place of “{title}” is on the projector", title=ballot.title)
        self.context.controls.do(RevealResult(ballot.id, step=True), words)

    def _export(self, ballot: Ballot) -> None:
        tr = self.context.tr
        kinds = ";;".join(
            (tr("Evidence that anybody can count again (*.json)"), tr("Table (*.csv)"), tr("Workbook (*.xlsx)"))
        )
        name = re.sub(r"[^\w\- ]+", "", ballot.title).strip() or str(ballot.id)
        chosen, kind = QFileDialog.getSaveFileName(self, tr("Where to put the result"), f"{name}.json", kinds)
        if chosen:
            self.export(ballot, Path(chosen) if Path(chosen).suffix else Path(chosen + kind[-6:].strip("(*)")))

    def export(self, ballot: Ballot, path: Path) -> None:
        """Write the result to a file."""
        desk, tr = self.context.controls.desk, self.context.tr
        written = self.context.controls.attempt(lambda: write(path, desk.state, ballot, desk.box, tr))
        if written is not None:
            self.context.controls.said.emit(tr("Wrote {file}", file=written.name))

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
        names = {option.id: option.label for option in ballot.candidates}
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
            heading = self.context.tr(STEPS[step.kind].message, number=rounds)
            if step.role is not None:
                heading = f"{self.context.tr.render(ROLES[step.role])}: {heading}"
            parts.append(label(heading, "strong"))
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

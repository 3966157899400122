"""The form for a ballot that has not been opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QSpinBox, QWidget

from facilitator.desk.state import State
from facilitator.ui.context import Context
from facilitator.ui.widgets.ballot_times import BallotTimes
from facilitator.ui.widgets.basics import button, card, column, holder, label, row
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.form import form
from facilitator.ui.widgets.shares_field import SharesField
from facilitator.ui.widgets.tick import Tick
from facilitator.ui.wording import METHODS, ROLES, SOURCES
from facilitator.ui.wording import RULES as RULE_NAMES
from facilitator.voting.model import RULES, Ballot, Criterion, Method, Option, Rule, Source

NEW = Ballot(id=0, position=0, title="", method=Method.APPROVAL, rule=RULES[Method.APPROVAL][0])


class BallotForm(QWidget):
    """Fields that the chosen method needs, and no others."""

    def __init__(self, context: Context, save: Callable[[Ballot], None], leave: Callable[[], None]) -> None:
        """`save` is given the ballot as it was filled in."""
        super().__init__()
        tr = context.tr
        self._tr, self._save = tr, save
        self._controls = context.controls
        self._ballot = NEW
        self._heading = label("", "heading")
        self.title = QLineEdit()
        self.method = Choice(choices=[(tr.render(words), method) for method, words in METHODS.items()])
        self.rule = Choice[Rule]()
        self.source = Choice(choices=[(tr.render(words), source) for source, words in SOURCES.items()])
        self.options = QPlainTextEdit()
        self.options.setPlaceholderText(tr("One option a line"))
        self.options.setTabChangesFocus(True)
        self.options.setStyleSheet("min-height: 100px;")  # the theme would make it as low as a line
        self.criteria = QPlainTextEdit()
        self.criteria.setPlaceholderText(tr("One criterion a line; a weight after a colon, such as “New: 2”"))
        self.criteria.setTabChangesFocus(True)
        self.criteria.setFixedHeight(84)
        self.most, self.budget = QSpinBox(), QSpinBox()
        self.most.setRange(0, 99)
        self.most.setSpecialValueText(tr("as many as they like"))
        self.budget.setRange(1, 99)
        for number in (self.most, self.budget):
            number.setMaximumWidth(220)
        self.roles = {role: Tick(tr.render(words)) for role, words in ROLES.items()}
        self.item = Choice[int | None]()
        self.change, self.own_team = Tick(tr("May be changed until it closes")), Tick(tr("Not for one’s own team"))
        self.blind, self.shuffled = Tick(tr("Hide teams until the reveal")), Tick(tr("Own order on every phone"))
        self.straw = Tick(tr("Straw poll: without voting cards"))
        self.reasons = Tick(tr("Ask for reasons in words"))
        self.receipts = Tick(tr("Publish the list of receipts (a receipt can be shown to others)"))
        self.times = BallotTimes(tr)
        self.shares = SharesField(tr)
        self._lay_out()
        self.method.currentIndexChanged.connect(self._method_chosen)
        self.source.currentIndexChanged.connect(self._show_fields)
        self.straw.toggled.connect(self._show_fields)
        for box in self.roles.values():
            box.toggled.connect(self._show_fields)
        inside = card(self._form, None, margin=20)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        heading = row(
            self._heading,
            None,
            button(tr("Cancel"), leave, tip="Esc"),
            button(tr("Save"), self._take, "check", "primary"),
        )
        layout = column(heading, scroll, spacing=12)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    def start(self, state: State, ballot: Ballot) -> None:
        """Fill in what the ballot holds; `NEW` begins a new one."""
        self._ballot = ballot
        self._heading.setText(self._tr("Edit the ballot") if ballot.id else self._tr("New ballot"))
        self.title.setText(ballot.title)
        self.method.choose(ballot.method)
        self._method_chosen()
        self.rule.choose(ballot.rule)
        self.source.choose(ballot.source)
        self.options.setPlainText("\n".join(option.label for option in ballot.options))
        self.criteria.setPlainText("\n".join(_written(criterion) for criterion in ballot.criteria))
        self.most.setValue(ballot.most or 0)
        self.budget.setValue(ballot.budget)
        for role, box in self.roles.items():
            box.setChecked(role in ballot.roles)
        self.item.put([(self._tr("By hand"), None), *((item.title, item.id) for item in state.plan.in_order())])
        self.item.choose(ballot.item)
        self.times.start(state, ballot)
        self.shares.start(ballot)
        for box, on in self._flags(ballot):
            box.setChecked(on)
        self._show_fields()
        self.title.setFocus()

    def filled_in(self) -> Ballot:
        """The ballot as the form stands."""
        source, method = self.source.value, self.method.value
        own = [line.strip() for line in self.options.toPlainText().splitlines() if line.strip()]
        before = {option.label: option for option in self._ballot.options}
        options = tuple(
            replace(before[words], id=number) if words in before else Option(number, words)
            for number, words in enumerate(own, start=1)
        )
        criteria = [line.strip() for line in self.criteria.toPlainText().splitlines() if line.strip()]
        straw = self.straw.isChecked()
        roles = tuple(role for role, box in self.roles.items() if box.isChecked())
        shares = () if straw else self.shares.filled_in(roles)
        return replace(
            self.times.put_into(self._ballot),
            title=self.title.text().strip(),
            method=method,
            rule=self.rule.value,
            source=source,
            options=options if source is Source.OWN and method is not Method.TEXT else (),
            criteria=tuple(_criterion(line) for line in criteria) if method is Method.SCORE else (),
            most=self.most.value() or None,
            budget=self.budget.value(),
            roles=roles,
            shares=shares,
            weights=() if shares else self._ballot.weights,
            reasons=self.reasons.isChecked() and method is Method.AXES,
            receipts_listed=self.receipts.isChecked(),
            item=self.item.value,
            change_until_close=self.change.isChecked(),
            own_team_excluded=self.own_team.isChecked() and not straw,
            blind=self.blind.isChecked(),
            shuffled=self.shuffled.isChecked(),
            straw_poll=straw,
        )

    def _flags(self, ballot: Ballot) -> tuple[tuple[Tick, bool], ...]:
        return (
            (self.change, ballot.change_until_close),
            (self.own_team, ballot.own_team_excluded),
            (self.blind, ballot.blind),
            (self.shuffled, ballot.shuffled),
            (self.straw, ballot.straw_poll),
            (self.reasons, ballot.reasons),
            (self.receipts, ballot.receipts_listed),
        )

    def _lay_out(self) -> None:
        tr = self._tr
        self._who = holder(row(*self.roles.values(), None, spacing=14))
        self._form = form(
            (tr("Title"), self.title),
            (tr("How to vote"), self.method),
            (tr("How to count"), self.rule),
            (tr("What to vote for"), self.source),
            (tr("Options"), self.options),
            (tr("Criteria"), self.criteria),
            (tr("At most"), self.most),
            (tr("Dots for each voter"), self.budget),
            (tr("Who may vote"), self._who),
            (tr("Shares"), self.shares),
            (tr("Opens"), self.item),
            (tr("Times"), self.times),
            caption_width=150,
        )
        ticks = (self.change, self.own_team, self.blind, self.shuffled, self.straw, self.reasons, self.receipts)
        self._form.addRow("", holder(column(*ticks, spacing=2)))

    def _method_chosen(self) -> None:
        chosen = self.rule.value if self.rule.count() else None
        self.rule.put([(self._tr.render(RULE_NAMES[rule]), rule) for rule in RULES[self.method.value]])
        self.rule.choose(chosen)
        self._show_fields()

    def _show_fields(self) -> None:
        method = self.method.value
        self._form.setRowVisible(self.rule, self.rule.count() > 1)
        asks_text = method is Method.TEXT
        self._form.setRowVisible(self.source, not asks_text)
        self._form.setRowVisible(self.options, self.source.value is Source.OWN and not asks_text)
        several = sum(box.isChecked() for box in self.roles.values()) > 1
        self._form.setRowVisible(self.shares, several and not self.straw.isChecked())
        self.shares.show_roles([role for role, box in self.roles.items() if box.isChecked()])
        self.reasons.setVisible(method is Method.AXES)
        self._form.setRowVisible(self.criteria, method is Method.SCORE)
        self._form.setRowVisible(self.most, method in (Method.APPROVAL, Method.RANKED))
        self._form.setRowVisible(self.budget, method is Method.DOTS)
        self._form.setRowVisible(self._who, not self.straw.isChecked())
        self.own_team.setEnabled(not self.straw.isChecked())

    def _take(self) -> None:
        ballot = self._controls.attempt(self.filled_in)
        if ballot is not None:
            self._save(ballot)


def _written(criterion: Criterion) -> str:
    return criterion.name if criterion.weight == 1 else f"{criterion.name}: {criterion.weight:g}"


def _criterion(line: str) -> Criterion:
    """A line of the form: the last colon parts the weight from the name, if a number stands after it."""
    name, colon, weight = line.rpartition(":")
    number = weight.strip().replace(",", ".")
    if colon and number.replace(".", "", 1).isdecimal():
        return Criterion(name.strip(), float(number))
    return Criterion(line)

"""The form for what the host asks of the teams."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QSpinBox, QWidget

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.desk.slow import people_to_seat
from facilitator.desk.state import State
from facilitator.teams.checks import contradictions
from facilitator.teams.model import USUAL_TEAM_SIZE, BrokenRule, Rules
from facilitator.teams.problem import build_problem
from facilitator.teams.slots import slots_for
from facilitator.ui.context import Context
from facilitator.ui.people_words import PeopleWords, read_numbers, write_numbers
from facilitator.ui.table_words import with_tables, write_accessible, write_questions
from facilitator.ui.widgets.basics import button, card, column, label, row
from facilitator.ui.widgets.form import form
from facilitator.ui.widgets.tier_order import TierOrder

MOST_TEAMS, MOST_PEOPLE = 999, 99
LINES_HEIGHT = 62


class RulesForm(QWidget):
    """Rules for every team to the left; what good teams are, and rules for single people, to the right."""

    def __init__(self, context: Context, take: Callable[[Rules], None], leave: Callable[[], object]) -> None:
        """`take` is given the rules as they were filled in, to form teams by."""
        super().__init__()
        tr = context.tr
        self._context, self._take_on = context, take
        self._before = Rules()
        self.teams = _number(MOST_TEAMS, tr("one for every five people"))
        self.least = _number(MOST_PEOPLE, tr("as even as can be"))
        self.most = _number(MOST_PEOPLE, tr("as even as can be"))
        self.same = _number(MOST_PEOPLE, tr("no limit"))
        self.each = _lines(tr("One skill or role a line, with a number: facilitation: 1"))
        self.languages = QLineEdit()
        self.languages.setPlaceholderText(tr("For example sv, en: every team shares one of them"))
        self.accessible = QLineEdit()
        self.accessible.setPlaceholderText(tr("Numbers of the teams there: 1, 2"))
        self.questions = _lines(tr("One question a line, with its number of teams: F1: 2"))
        self.together = _lines(tr("One group a line, with commas: Eva Ek, Bo Alm"))
        self.apart = _lines(tr("One group a line, with commas: Eva Ek, Bo Alm"))
        self.fixed = _lines(tr("One person a line, with the team’s number: Eva Ek: 3"))
        self.tiers = TierOrder(tr)
        hard = form(
            (tr("Number of teams"), self.teams),
            (tr("Fewest people in a team"), self.least),
            (tr("Most people in a team"), self.most),
            (tr("Most from one organisation"), self.same),
            (tr("At least in each team"), self.each),
            (tr("Languages to share"), self.languages),
            (tr("Accessible tables"), self.accessible),
            (tr("Teams for each question"), self.questions),
            stacked=True,
        )
        people = form(
            (tr("Together"), self.together),
            (tr("Apart"), self.apart),
            (tr("Fixed in a team"), self.fixed),
            stacked=True,
        )
        soft = column(
            label(
                tr("The upper ones come first, whatever the lower ones say. What is not ticked does not count."),
                "muted",
                wrap=True,
            ),
            self.tiers,
            spacing=8,
        )
        left = column(
            card(label(tr("MUST HOLD"), "caption"), hard, margin=18),
            None,
        )
        right = column(
            card(label(tr("WHAT GOOD TEAMS ARE"), "caption"), soft, margin=18),
            card(label(tr("PEOPLE"), "caption"), people, margin=18),
            None,
            spacing=12,
        )
        body = row(left, right, spacing=14)
        body.setStretch(0, 1)
        body.setStretch(1, 1)
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setLayout(body)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        heading = row(
            label(tr("Rules for the teams"), "heading"),
            None,
            button(tr("Cancel"), leave, tip="Esc"),
            button(tr("Form teams by these rules"), self._take, "shuffle", "primary"),
        )
        self._clashes = label("", "error", wrap=True)
        self._clashes.hide()
        layout = column(heading, self._clashes, scroll, spacing=12)
        self.setLayout(layout)

    def start(self, state: State) -> None:
        """Fill in the rules that hold now."""
        rules = self._before = state.teams.rules
        words = PeopleWords(state.roster.people.values())
        least, most = rules.size or (0, 0)
        self.teams.setValue(rules.teams or 0)
        self.least.setValue(least)
        self.most.setValue(most)
        self.same.setValue(rules.max_same_organisation or 0)
        self.each.setPlainText(write_numbers(rules.min_per_team))
        self.languages.setText(", ".join(rules.common_languages))
        self.together.setPlainText(words.write(rules.keep_together))
        self.apart.setPlainText(words.write(rules.keep_apart))
        self.fixed.setPlainText(words.write_fixed(rules.fixed))
        self.accessible.setText(write_accessible(rules))
        self.questions.setPlainText(write_questions(rules))
        self.tiers.show_tiers(rules.tiers)
        self._clashes.hide()
        self.teams.setFocus()

    @property
    def clashes(self) -> str:
        """What the form says cannot all be kept."""
        return self._clashes.text()

    def show_clashes(self, broken: Sequence[BrokenRule]) -> None:
        """Name the rules that cannot all be kept."""
        reasons = dict.fromkeys(self._context.tr.render(one.why) for one in broken)
        self._clashes.setText("\n".join(reasons))
        self._clashes.setVisible(bool(reasons))

    def filled_in(self, state: State) -> Rules:
        """The rules as the form stands; what it does not show stays as it was.

        Raises:
            UserError: a name is nobody's, a number is missing, the sizes contradict, or there is no such team.
        """
        words = PeopleWords(state.roster.people.values())
        least, most, teams = self.least.value(), self.most.value(), self.teams.value() or None
        if most and least > most:
            raise UserError(
                text("A team cannot have at least {least} and at most {most} people.", least=least, most=most),
                text("Make the largest size at least as large as the smallest."),
            )
        rules = replace(
            self._before,
            teams=teams,
            size=(least or 1, most or max(least, USUAL_TEAM_SIZE)) if least or most else None,
            tiers=self.tiers.tiers,
            max_same_organisation=self.same.value() or None,
            common_languages=tuple(one.strip() for one in self.languages.text().split(",") if one.strip()),
            min_per_team=read_numbers(self.each.toPlainText()),
            keep_together=words.read(self.together.toPlainText()),
            keep_apart=words.read(self.apart.toPlainText()),
            fixed=words.read_fixed(self.fixed.toPlainText()),
        )
        if (self.accessible.text(), self.questions.toPlainText()) != (
            write_accessible(self._before),
            write_questions(self._before),
        ):
            people = people_to_seat(state.roster)
            rules = with_tables(rules, people, self.accessible.text(), self.questions.toPlainText())
        known = {slot.number for slot in slots_for(people_to_seat(state.roster), rules)}
        for number in rules.fixed.values():
            if number not in known:
                raise UserError(
                    text("There is no team {number} to keep somebody in.", number=number),
                    text("There are teams 1 to {count}.", count=len(known)),
                )
        return rules

    def _take(self) -> None:
        controls = self._context.controls
        rules = controls.attempt(lambda: self.filled_in(controls.desk.state))
        if rules is None:
            return
        clashing = contradictions(build_problem(people_to_seat(controls.desk.state.roster), rules))
        self.show_clashes(clashing)
        if not clashing:
            self._take_on(rules)


def _number(most: int, nothing: str) -> QSpinBox:
    made = QSpinBox()
    made.setRange(0, most)
    made.setSpecialValueText(nothing)
    return made


def _lines(hint: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setPlaceholderText(hint)
    made.setTabChangesFocus(True)
    made.setFixedHeight(LINES_HEIGHT)
    return made

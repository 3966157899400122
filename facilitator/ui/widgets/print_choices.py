"""The choices of the print dialog: documents, paper, badges, whom for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QSpinBox, QWidget

from facilitator.common.texts import Text, Translator
from facilitator.desk.state import State
from facilitator.printing.documents import Kind
from facilitator.printing.marks import Offset
from facilitator.printing.material import by_last_name
from facilitator.printing.options import LARGEST_OFFSET, MOST_COPIES, SMALLEST_BADGE
from facilitator.printing.paper import BADGE_NAMES, BADGE_SIZES, BadgeSize, Paper
from facilitator.ui.widgets.basics import column, holder, label
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.form import form
from facilitator.ui.widgets.print_job import Wish
from facilitator.ui.widgets.print_picker import PrintPicker

_OWN = "own"


class _Whom(Enum):
    """Whom to print for."""

    ALL = "all"
    TEAMS = "teams"
    PEOPLE = "people"


class PrintChoices(QWidget):
    """Says what is wished for; sections that do not matter are hidden."""

    changed = Signal()
    """The wish is another one."""
    wanted = Signal(object)
    """This document has just been ticked."""

    def __init__(
        self, tr: Translator, papers: Mapping[Kind, Text], state: State, wish: Wish, *, printed_before: bool
    ) -> None:
        """Starts from `wish`; `papers` are the documents on offer with their names."""
        super().__init__()
        self.setObjectName("scrolled")
        self._tr, self._state = tr, state
        self._kinds = {kind: QCheckBox(tr.render(words)) for kind, words in papers.items()}
        self._whom = Choice(
            tr("Print for"),
            ((tr("Everybody"), _Whom.ALL), (tr("Chosen teams"), _Whom.TEAMS), (tr("Chosen people"), _Whom.PEOPLE)),
        )
        self._picker = PrintPicker(tr)
        self._only_changed = QCheckBox(tr("Only what has changed"))
        self._only_changed.setEnabled(printed_before)
        if not printed_before:
            self._only_changed.setToolTip(tr("Nothing has been printed since the event was opened."))
        else:
            self._only_changed.setToolTip(tr("Only sheets that say something else than when they were printed last"))
        self._paper = Choice(tr("Paper"), ((tr("A4"), Paper.A4), (tr("Letter"), Paper.LETTER)))
        self._cut_marks = QCheckBox(tr("Marks to cut along"))
        self._across, self._down = (_millimetres(-LARGEST_OFFSET, LARGEST_OFFSET, 0.5) for _ in range(2))
        sizes: list[tuple[str, str]] = [(tr.render(words), name) for name, words in BADGE_NAMES.items()]
        self._badge = Choice(tr("Badges"), [*sizes, (tr("Own size"), _OWN)])
        self._wide, self._high = _millimetres(SMALLEST_BADGE.width, 210, 1), _millimetres(SMALLEST_BADGE.height, 297, 1)
        self._codes = QCheckBox(tr("Code to check in with"))
        self._copies = QSpinBox()
        self._copies.setRange(0, MOST_COPIES)
        self._copies.setSpecialValueText(tr("One for each voter"))
        self._own = holder(form((tr("Width, mm"), self._wide), (tr("Height, mm"), self._high), caption_width=90))
        self._badges = holder(column(label(tr("BADGES"), "caption"), self._badge, self._own, self._codes, spacing=6))
        self._ballots = holder(
            column(label(tr("PAPER BALLOTS"), "caption"), form((tr("Copies"), self._copies), caption_width=90))
        )
        self._show(wish)
        self._lay_out()
        self._follow()
        self._arrange()

    @property
    def wish(self) -> Wish:
        """What is wished for now."""
        whom = self._whom.value
        chosen = self._picker.chosen
        return Wish(
            tuple(kind for kind, box in self._kinds.items() if box.isChecked()),
            self._paper.value,
            self._badge_size(),
            Offset(self._across.value(), self._down.value()),
            self._codes.isChecked(),
            self._cut_marks.isChecked(),
            self._copies.value() or None,
            self._only_changed.isChecked(),
            chosen if whom is _Whom.TEAMS else None,
            chosen if whom is _Whom.PEOPLE else None,
        )

    def take_focus(self) -> None:
        """Begin at the document that is ticked."""
        box = next((box for box in self._kinds.values() if box.isChecked()), next(iter(self._kinds.values())))
        box.setFocus(Qt.FocusReason.TabFocusReason)

    def _badge_size(self) -> BadgeSize:
        name = self._badge.value
        return BadgeSize(self._wide.value(), self._high.value()) if name == _OWN else BADGE_SIZES[name]

    def _show(self, wish: Wish) -> None:
        for kind, box in self._kinds.items():
            box.setChecked(kind in wish.kinds)
        self._paper.choose(wish.paper)
        known = next((name for name, size in BADGE_SIZES.items() if size == wish.badge), _OWN)
        self._badge.choose(known)
        self._wide.setValue(wish.badge.width)
        self._high.setValue(wish.badge.height)
        self._across.setValue(wish.offset.across)
        self._down.setValue(wish.offset.down)
        self._codes.setChecked(wish.badge_codes)
        self._cut_marks.setChecked(wish.cut_marks)
        self._copies.setValue(wish.copies or 0)
        self._only_changed.setChecked(wish.only_changed)
        if wish.teams is not None or wish.people is not None:
            self._whom.choose(_Whom.PEOPLE if wish.teams is None else _Whom.TEAMS)
            self._offer()
            self._picker.tick(wish.teams or wish.people or ())

    def _lay_out(self) -> None:
        tr = self._tr
        offset = form((tr("Right, mm"), self._across), (tr("Down, mm"), self._down), caption_width=90)
        move = label(tr("Move everything, for a printer that feeds askew. The printer test shows how much."), "muted")
        move.setWordWrap(True)
        layout = column(
            label(tr("DOCUMENTS"), "caption"),
            holder(column(*self._kinds.values(), spacing=0)),
            8,
            label(tr("FOR"), "caption"),
            self._whom,
            self._picker,
            self._only_changed,
            8,
            self._badges,
            self._ballots,
            8,
            label(tr("PAPER"), "caption"),
            self._paper,
            self._cut_marks,
            move,
            holder(offset),
            None,
            spacing=6,
        )
        layout.setContentsMargins(0, 0, 12, 0)
        self.setLayout(layout)

    def _follow(self) -> None:
        for kind, box in self._kinds.items():
            box.toggled.connect(lambda ticked, kind=kind: self.wanted.emit(kind) if ticked else None)
            box.toggled.connect(lambda _ticked: self._tell())
        for box in (self._only_changed, self._cut_marks, self._codes):
            box.toggled.connect(lambda _ticked: self._tell())
        for number in (self._across, self._down, self._wide, self._high, self._copies):
            number.valueChanged.connect(lambda _value: self._tell())
        self._paper.currentIndexChanged.connect(lambda _place: self._tell())
        self._badge.currentIndexChanged.connect(lambda _place: self._choose_badge())
        self._whom.currentIndexChanged.connect(lambda _place: self._offer_anew())
        self._picker.changed.connect(self._tell)

    def _choose_badge(self) -> None:
        """Sheets that are sold in one size only bring it with them."""
        sheet = self._badge_size().paper
        if sheet is not None:
            self._paper.choose(sheet)
        self._tell()

    def _offer_anew(self) -> None:
        self._offer()
        self._tell()

    def _offer(self) -> None:
        if self._whom.value is _Whom.TEAMS:
            numbers = sorted(self._state.teams.teams)
            self._picker.offer(
                self._tr("Teams to print for"),
                [(number, self._tr("Team {number}", number=number)) for number in numbers],
            )
        elif self._whom.value is _Whom.PEOPLE:
            people = by_last_name(self._state.roster.seated(), self._state.event.language)
            lines = [(one.id, " · ".join(part for part in (one.name, one.organisation) if part)) for one in people]
            self._picker.offer(self._tr("People to print for"), lines)

    def _tell(self) -> None:
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        self._picker.setVisible(self._whom.value is not _Whom.ALL)
        self._badges.setVisible(self._kinds[Kind.BADGES].isChecked())
        self._own.setVisible(self._badge.value == _OWN)
        self._ballots.setVisible(self._kinds[Kind.PAPER_BALLOTS].isChecked())


def _millimetres(least: float, most: float, step: float) -> QDoubleSpinBox:
    made = QDoubleSpinBox()
    made.setRange(least, most)
    made.setSingleStep(step)
    made.setDecimals(1)
    return made

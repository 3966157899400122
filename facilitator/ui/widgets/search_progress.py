"""The line that shows how the search for teams gets on, with the ways to end it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame

from facilitator.common.clock import Moment, elapsed
from facilitator.teams.words import TIERS
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import button, label, row
from facilitator.ui.widgets.elided import ElidedLabel

EVERY_MS = 500


class SearchProgress(QFrame):
    """Hidden while nothing is searched for."""

    def __init__(self, context: Context) -> None:
        """`context` holds the search."""
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", "plain")
        self._context = context
        self._began: Moment | None = None
        tr = context.tr
        self._words = label("", "strong")
        self._best = ElidedLabel()
        self._finish = button(tr("Use the best so far"), context.around.search.finish, "check")
        line = row(
            self._words, self._best, self._finish, button(tr("Cancel"), context.around.search.cancel, "x"), spacing=10
        )
        line.setStretch(1, 1)
        line.setContentsMargins(14, 8, 8, 8)
        self.setLayout(line)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._refresh)
        self.hide()

    @property
    def searching(self) -> bool:
        """Whether a search goes on."""
        return self._began is not None

    def start(self) -> None:
        """A search has begun."""
        self._began = self._context.clock.now()
        self._timer.start()
        self._refresh()
        self.show()

    def stop(self) -> None:
        """The search has ended."""
        self._began = None
        self._timer.stop()
        self.hide()

    def _refresh(self) -> None:
        if self._began is None:
            return
        tr = self._context.tr
        passed = elapsed(self._began, self._context.clock.now()) // 1000
        self._words.setText(tr("Forming teams… {seconds} s", seconds=passed))
        best = self._context.around.search.latest()
        self._finish.setEnabled(best is not None)
        tiers = best.tiers if best is not None else ()
        self._best.show_words(" · ".join(f"{tr.render(TIERS[tier.name][0])} {tier.value}" for tier in tiers))

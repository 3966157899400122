"""The line below the table of people: what Enter will do, and what it has just done."""

from __future__ import annotations

from facilitator.common.texts import Translator
from facilitator.participants.model import Attendance
from facilitator.ui.people_rows import PersonRow
from facilitator.ui.widgets.basics import Tone, set_tone
from facilitator.ui.widgets.elided import ElidedLabel


class DoorLine(ElidedLabel):
    """One sentence, and a colour that says the same."""

    def __init__(self, tr: Translator) -> None:
        """Says how to begin."""
        super().__init__("", "pill")
        self._tr = tr
        self._done = ""
        set_tone(self, Tone.PLAIN)

    def done(self, words: str) -> None:
        """Say what has been done, until something else is typed; nothing if it was refused."""
        self._done = words
        if words:
            self._say("✓ " + words + " · " + self._tr("Ctrl+Z takes it back"), Tone.GOOD)

    def forget(self) -> None:
        """Something else is being typed."""
        self._done = ""

    def show_found(self, typed: str, first: PersonRow | None, shown: int, everybody: int) -> None:
        """Say what Enter in the search field does for the one who is selected."""
        tr = self._tr
        if self._done:
            return
        if not typed:
            self._say(tr("Type part of a name, and Enter checks in."), Tone.PLAIN)
        elif first is None:
            self._say(tr("Nobody is called that. Enter adds a walk-in."), Tone.WARNING)
        else:
            who = " · ".join(part for part in (first.person.name, first.person.organisation) if part)
            count = tr("{shown} of {all} shown", shown=shown, all=everybody)
            words, tone = self._words_for(first.person.attendance, who)
            self._say(f"{words} · {count}", tone)

    def _words_for(self, attendance: Attendance, who: str) -> tuple[str, Tone]:
        tr = self._tr
        match attendance:
            case Attendance.REGISTERED:
                return tr("Enter checks in {who}", who=who), Tone.ACCENT
            case Attendance.CHECKED_IN:
                return tr("Checked in already: {who}", who=who), Tone.GOOD
            case Attendance.ABSENT:
                return tr("Marked absent; Enter checks in {who} all the same", who=who), Tone.WARNING
            case Attendance.WAITING:
                return tr("On the waiting list; Enter lets in {who}", who=who), Tone.WARNING

    def _say(self, words: str, tone: Tone) -> None:
        set_tone(self, tone)
        if words != self.words:
            self.show_words(words)

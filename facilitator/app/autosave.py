"""A safety copy every few minutes, while something changes."""

from __future__ import annotations

import logging
import threading

from facilitator.app.session import Session
from facilitator.common.errors import UserError

MINUTES = 5.0

log = logging.getLogger(__name__)


class Autosave:
    """Copies the session's event from a thread of its own until stopped."""

    def __init__(self, session: Session, minutes: float = MINUTES) -> None:
        """Starts at once; the first copy comes after the first pause."""
        self._session = session
        self._seconds = minutes * 60
        self._copied = session.desk.version
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="autosave", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Copy no more; returns when the last copy is done."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(self._seconds):
            version = self._session.desk.version
            if version == self._copied:
                continue
            try:
                self._session.file.copy("regular")
                self._copied = version
            except UserError as refusal:  # tried again next time; what the host does is saved all the same
                log.warning("%s", refusal)

"""Where the program keeps what is not in an event: the sample event, the list of recent events, the log.

What finds the places is loaded when it is asked: the console is painted before that.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from pathlib import Path

NAME = "Facilitator"
RECENT = 8
"""How many events the start window lists."""

_LOG_BYTES, _LOGS = 1_000_000, 3


def sample_event() -> Path:
    """The path of the sample event; its folder is there."""
    import platformdirs

    folder = platformdirs.user_documents_path() / NAME
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "Skills360.hackday"


def recent_events() -> Sequence[Path]:
    """The events opened last, the latest first, as far as they are still there."""
    try:
        listed = json.loads(_recent_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(path for path in map(Path, listed) if path.is_file())


def remember(path: Path) -> None:
    """Put an event at the top of the recent ones."""
    others = [one for one in recent_events() if one != path.resolve()]
    listed = [str(one) for one in (path.resolve(), *others)][:RECENT]
    try:
        _recent_file().write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")
    except OSError as error:
        logging.getLogger(__name__).warning("the list of recent events could not be kept: %s", error)


def log_to_file() -> None:
    """Keep a log of what goes wrong, where people who help can find it."""
    import logging.handlers

    import platformdirs

    folder = platformdirs.user_log_path(NAME, appauthor=False, ensure_exists=True)
    handler = logging.handlers.RotatingFileHandler(
        folder / "facilitator.log", maxBytes=_LOG_BYTES, backupCount=_LOGS, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


def _recent_file() -> Path:
    import platformdirs

    return platformdirs.user_config_path(NAME, appauthor=False, ensure_exists=True) / "recent.json"

"""Takes the pictures of the guide: every scene, and every page that it is handed, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.ui.fonts import load_fonts
from facilitator.ui.scenes.canvas import picture
from facilitator.ui.scenes.showcase import showcase
from facilitator.ui.scenes.view import SceneView

ADDRESS = "http://192.168.1.20:8137/"
"""What the codes on the pictures say: an address that leads nowhere outside a room."""

WIDTH, HEIGHT = 1280, 720
"""Pixels of a scene's picture."""

Pages = Callable[[State, Translator], Iterable[tuple[str, QWidget]]]
"""Makes the console's pages on an event, each with the name of its picture; each is painted before the next is made."""


def take_pictures(state: State, language: str, out: Path, pages: Pages | None = None) -> list[Path]:
    """Write a PNG for each scene and each page of this event; needs a QApplication. Gives the files back.

    Raises:
        OSError: a picture cannot be written.
    """
    load_fonts()
    tr = Translator(language)
    out.mkdir(parents=True, exist_ok=True)
    event = replace(state.event, wifi_name=state.event.wifi_name or tr("Hack day"), language=tr.language)
    taken = []
    for piece in showcase(replace(state, event=event), tr("Lunch. We go on at 12:27 — bring your coffee.")):
        turnouts = dict.fromkeys(state.voting.ballots, piece.turnout)
        image = picture(SceneView(piece.state, piece.now, tr, turnouts, ADDRESS), WIDTH, HEIGHT)
        taken.append(_file(out, "scene", piece.name, language))
        if not image.save(str(taken[-1])):
            raise OSError(f"cannot write {taken[-1]}")
    for name, page in pages(state, tr) if pages is not None else ():
        taken.append(_file(out, "console", name, language))
        if not page.grab().save(str(taken[-1])):
            raise OSError(f"cannot write {taken[-1]}")
    return taken


def _file(out: Path, kind: str, name: str, language: str) -> Path:
    return out / f"{kind}-{name}-{language}.png"

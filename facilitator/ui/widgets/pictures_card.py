"""The pictures that the event holds: add one from a file, take one out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from facilitator.common.errors import UserError
from facilitator.desk.state import State
from facilitator.stage.commands import AddPicture, RemovePicture
from facilitator.stage.model import Picture
from facilitator.ui.context import Context
from facilitator.ui.picture_files import SUFFIXES, PictureFile, read_picture
from facilitator.ui.widgets.basics import button, column, holder, label, row
from facilitator.ui.widgets.elided import ElidedLabel


class PicturesCard(QFrame):
    """A line for each picture."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__()
        self.setProperty("role", "card")
        tr = context.tr
        self._context = context
        self._shown: tuple[Picture, ...] | None = None
        self._lines: QVBoxLayout = column(spacing=2)
        self._none = label(tr("Slides, a map, the logo: PNG or JPEG. The page Run shows them."), "muted", wrap=True)
        add = button(tr("Add a picture…"), self.pick, "plus")
        layout = column(
            row(label(tr("PICTURES"), "caption"), None, add, spacing=6), self._none, holder(self._lines), spacing=6
        )
        layout.setContentsMargins(16, 14, 16, 14)
        self.setLayout(layout)

    def render_state(self, state: State) -> None:
        """Show the list."""
        pictures = tuple(state.stage.pictures.values())
        if self._shown is not None and [one.id for one in pictures] == [one.id for one in self._shown]:
            return
        self._shown = pictures
        while (item := self._lines.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.setParent(None)
                gone.deleteLater()
        for picture in pictures:
            self._lines.addWidget(self._line(picture))
        self._none.setVisible(not pictures)

    def pick(self, then: Callable[[int], object] = lambda _added: None) -> None:
        """Let the host choose a file, and add it; `then` is told the new picture's id."""
        tr = self._context.tr
        kinds = tr("Pictures ({kinds})", kinds=" ".join(f"*.{suffix}" for suffix in SUFFIXES))
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Add a picture"), "", kinds)
        if chosen:
            self.add(Path(chosen), then)

    def add(self, path: Path, then: Callable[[int], object] = lambda _added: None) -> None:
        """Add the picture in a file; it is read beside the window, which a hostile file cannot hold up."""
        self._context.controls.beside(lambda: read_picture(path), lambda read: self._add(read, then))

    def _add(self, read: PictureFile | UserError, then: Callable[[int], object]) -> None:
        controls = self._context.controls
        if isinstance(read, UserError):
            controls.refuse(read)
            return
        outcome = controls.do(
            AddPicture(read.name, read.data), self._context.tr("Added the picture “{name}”", name=read.name)
        )
        if outcome is not None:
            then(int(outcome.result))

    def _line(self, picture: Picture) -> QWidget:
        tr = self._context.tr
        remove = button(
            "",
            lambda: self._context.controls.do(
                RemovePicture(picture.id), tr("The picture is removed. Ctrl+Z takes it back.")
            ),
            "trash-2",
            "quiet",
            tip=tr("Remove the picture"),
            name=tr("Remove the picture “{name}”", name=picture.name),
        )
        size = label(tr("{size} kB", size=-(-len(picture.data) // 1000)), "muted")
        line = row(ElidedLabel(picture.name, ""), size, remove, spacing=8)
        line.setStretch(0, 1)
        return holder(line)

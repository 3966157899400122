"""How the event looks on the screens of the room: light or dark, two colours, a logo, and motion."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QFrame

from facilitator.desk.state import State
from facilitator.event.commands import ChangeEvent
from facilitator.event.model import Branding, Theme
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import button, column, holder, label, row
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.colour_field import ColourField
from facilitator.ui.widgets.form import form


class BrandingCard(QFrame):
    """Each choice is kept at once and seen on the projector at once."""

    def __init__(self, context: Context, add_logo: Callable[[], object], caption_width: int) -> None:
        """`add_logo` opens a file and makes it the logo."""
        super().__init__()
        self.setProperty("role", "card")
        tr = context.tr
        self._context = context
        self._theme = Choice(choices=[(tr("Dark"), Theme.DARK), (tr("Light"), Theme.LIGHT)])
        self._theme.currentIndexChanged.connect(lambda _place: self._keep(replace(self._now, theme=self._theme.value)))
        self.primary = ColourField(tr("Main colour"), tr, lambda colour: self._keep(replace(self._now, primary=colour)))
        self.accent = ColourField(tr("Second colour"), tr, lambda colour: self._keep(replace(self._now, accent=colour)))
        self._logo: Choice[int | None] = Choice()
        self._logo.currentIndexChanged.connect(lambda _place: self._keep(replace(self._now, logo=self._logo.value)))
        self._logos: tuple[tuple[str, int | None], ...] = ()
        pick = button(tr("Open a file…"), add_logo, "folder-open", tip=tr("Use a picture from a file as the logo"))
        logo = holder(row(self._logo, pick, spacing=6))
        logo.setFocusProxy(self._logo)
        fields = form(
            (tr("The room’s screens"), self._theme),
            (tr("Main colour"), self.primary),
            (tr("Second colour"), self.accent),
            (tr("Logo"), logo),
            caption_width=caption_width,
        )
        self._logo.setAccessibleName(tr("Logo"))
        layout = column(label(tr("SCREENS OF THE ROOM"), "caption"), fields)
        layout.setContentsMargins(18, 18, 18, 18)
        self.setLayout(layout)

    @property
    def _now(self) -> Branding:
        return self._context.controls.desk.state.event.branding

    def render_state(self, state: State) -> None:
        """Show what is kept."""
        branding = state.event.branding
        self._theme.choose(branding.theme)
        self.primary.show_colour(branding.primary, branding.theme)
        self.accent.show_colour(branding.accent, branding.theme)
        offered: tuple[tuple[str, int | None], ...] = (
            (self._context.tr("None"), None),
            *((picture.name, picture.id) for picture in state.stage.pictures.values()),
        )
        if offered != self._logos:
            self._logos = offered
            self._logo.put(offered)
        self._logo.choose(branding.logo)

    def _keep(self, branding: Branding) -> None:
        if branding == self._now:
            return
        outcome = self._context.controls.do(ChangeEvent(branding=branding), self._context.tr("Settings saved"))
        if outcome is None:
            self.render_state(self._context.controls.desk.state)

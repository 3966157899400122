"""The page Settings: the event's own, and how the console looks on this computer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QCompleter, QDateEdit, QLineEdit

from facilitator.common.texts import LANGUAGES
from facilitator.desk.state import State
from facilitator.event.commands import ChangeEvent
from facilitator.ui.context import Context
from facilitator.ui.page import Page
from facilitator.ui.scenes.qr import wifi
from facilitator.ui.theme import Mode
from facilitator.ui.widgets.basics import card, column, label, row
from facilitator.ui.widgets.branding_card import BrandingCard
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.code_view import CodeView
from facilitator.ui.widgets.form import form
from facilitator.ui.widgets.phones_card import PhonesCard
from facilitator.ui.widgets.pictures_card import PicturesCard
from facilitator.ui.widgets.room_words_card import RoomWordsCard
from facilitator.ui.widgets.sound_card import SoundCard
from facilitator.ui.widgets.staff_card import StaffCard
from facilitator.ui.wording import LANGUAGE_NAMES

SIDE_WIDTH = 320
CAPTION_WIDTH = 170
_SHORTEST_HINT = 2


class SettingsPage(Page):
    """A field is kept when it is left; Ctrl+Z takes it back."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__(context)
        tr = context.tr
        self._title = self._line("title")
        self._day = QDateEdit()
        self._day.setDisplayFormat("yyyy-MM-dd")
        self._day.editingFinished.connect(lambda: self._keep("day", _python_date(self._day.date())))
        self._place = self._line("place")
        self._zone = self._line("zone")
        self._zone.textEdited.connect(self._offer_zones)
        self._language = Choice(choices=[(tr.render(LANGUAGE_NAMES[each]), each) for each in LANGUAGES])
        self._language.currentIndexChanged.connect(lambda _place: self._keep("language", self._language.value))
        self._address = self._line("address")
        self._address.setPlaceholderText(tr("Found by itself"))
        self._wifi_name = self._line("wifi_name")
        self._wifi_password = self._line("wifi_password")
        self._wifi_password.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        event = form(
            (tr("Name of the event"), self._title),
            (tr("Day"), self._day),
            (tr("Place"), self._place),
            (tr("Language of the room"), self._language),
            (tr("Time zone"), self._zone),
            caption_width=CAPTION_WIDTH,
        )
        network = form(
            (tr("Address for phones"), self._address),
            (tr("Wi-Fi name"), self._wifi_name),
            (tr("Wi-Fi password"), self._wifi_password),
            caption_width=CAPTION_WIDTH,
        )
        self._own_language = Choice(choices=[(tr.render(LANGUAGE_NAMES[each]), each) for each in LANGUAGES])
        self._own_language.choose(tr.language)
        self._own_language.currentIndexChanged.connect(
            lambda _place: context.preferences.choose_language(self._own_language.value)
        )
        modes = ((tr("As the system"), Mode.SYSTEM), (tr("Light"), Mode.LIGHT), (tr("Dark"), Mode.DARK))
        self._mode = Choice(choices=modes)
        self._mode.choose(context.theme.mode)
        self._mode.currentIndexChanged.connect(lambda _place: context.preferences.choose_mode(self._mode.value))
        self._calm = QCheckBox(tr("Scenes change at once, without fading"))
        self._calm.setChecked(context.preferences.reduced_motion)
        self._calm.toggled.connect(context.preferences.choose_reduced_motion)
        console = form(
            (tr("Language of the console"), self._own_language),
            (tr("Look"), self._mode),
            (tr("Reduced motion"), self._calm),
            caption_width=CAPTION_WIDTH,
        )
        self._phones = PhonesCard(tr)
        self.staff = StaffCard(tr)
        self._wifi = CodeView(tr("Joins a phone to the Wi-Fi"), 108)
        self._wifi_words = label("", "muted", wrap=True)
        self._wifi_card = card(row(self._wifi, self._wifi_words, spacing=14), margin=14)
        self.pictures = PicturesCard(context)
        self.branding = BrandingCard(context, lambda: self.pictures.pick(self.use_as_logo), CAPTION_WIDTH)
        self.words = RoomWordsCard(context)
        self.sound = SoundCard(context)
        left = column(
            card(label(tr("EVENT"), "caption"), event, margin=18),
            self.branding,
            self.words,
            card(label(tr("NETWORK"), "caption"), network, margin=18),
            card(label(tr("THIS COMPUTER"), "caption"), console, margin=18),
            None,
            spacing=12,
        )
        beside = (self._phones, self._wifi_card, self.staff, self.sound, self.pictures)
        for each in beside:
            each.setFixedWidth(SIDE_WIDTH)
        right = column(*beside, None, spacing=12)
        body = row(left, right, spacing=14)
        body.setStretch(0, 1)
        self.setLayout(body)

    def arrive(self) -> None:
        """The keyboard is in the first field, and the staff's code is hidden again."""
        self._title.setFocus()
        self.staff.hide_code()

    def render_state(self, state: State) -> None:
        """Show the settings; a field that is being written in is left alone."""
        event = state.event
        for line, words in (
            (self._title, event.title),
            (self._place, event.place),
            (self._zone, event.zone),
            (self._address, event.address),
            (self._wifi_name, event.wifi_name),
            (self._wifi_password, event.wifi_password),
        ):
            if not (line.hasFocus() and line.isModified()) and line.text() != words:
                line.setText(words)
        self._day.setDate(QDate(event.day.year, event.day.month, event.day.day))
        self._language.choose(event.language)
        self._wifi_card.setVisible(bool(event.wifi_name))
        if event.wifi_name:
            self._wifi.show_content(wifi(event.wifi_name, event.wifi_password))
            self._wifi_words.setText(
                self.context.tr("Joins “{name}”. The projector shows it with every ballot.", name=event.wifi_name)
            )
        for part in (self.branding, self.words, self.sound, self.pictures):
            part.render_state(state)
        self.phones_changed(state)

    def use_as_logo(self, picture: int) -> None:
        """Make a picture of the event its logo."""
        branding = self.context.controls.desk.state.event.branding
        self.context.controls.do(ChangeEvent(branding=replace(branding, logo=picture)))

    def phones_changed(self, state: State) -> None:
        """Show what the phone server says."""
        self._phones.show_phones(self.context.around.phones)
        self.staff.show_phones(self.context.around.phones)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.editingFinished.connect(lambda: self._keep(name, line.text().strip()))
        return line

    def _keep(self, name: str, value: Any) -> None:
        if getattr(self.context.controls.desk.state.event, name) != value:
            outcome = self.context.controls.do(ChangeEvent(**{name: value}), self.context.tr("Settings saved"))
            if outcome is None:
                self.render_state(self.context.controls.desk.state)

    def _offer_zones(self, words: str) -> None:
        """The list of zones is long; it is only fetched once somebody writes."""
        if len(words) >= _SHORTEST_HINT and self._zone.completer() is None:
            completer = QCompleter(_zones(), self._zone)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self._zone.setCompleter(completer)


@cache
def _zones() -> list[str]:
    return sorted(available_timezones())


def _python_date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())

"""The page Network: how phones reach this computer, whether they do, and what to do if they do not."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSpinBox

from facilitator.common.errors import UserError
from facilitator.desk.state import State
from facilitator.event.commands import ChangeEvent
from facilitator.event.network import HIGHEST_PORT, LOWEST_PORT, Address, Seen, diagnosed
from facilitator.ui.context import Context
from facilitator.ui.page import Page
from facilitator.ui.scenes.qr import wifi
from facilitator.ui.widgets.basics import button, card, column, label, row
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.code_view import CodeView
from facilitator.ui.widgets.findings_card import FindingsCard
from facilitator.ui.widgets.form import form
from facilitator.ui.widgets.phones_card import PhonesCard
from facilitator.ui.widgets.self_test_card import SelfTestCard

LOOK_MS = 3_000
"""How often the network is looked at while the page is in view."""

SIDE_WIDTH = 340
CAPTION_WIDTH = 150


class NetworkPage(Page):
    """What is seen of the network, both codes, the self-test, and what is in the way."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__(context)
        tr = context.tr
        self._unreached = False
        self._address: Choice[str] = Choice(tr("Address for phones"))
        self._address.currentIndexChanged.connect(lambda _place: self._keep_address())
        self._offered: tuple[tuple[str, str], ...] = ()
        self._port = QSpinBox()
        self._port.setRange(LOWEST_PORT, HIGHEST_PORT)
        self._port.setGroupSeparatorShown(False)
        use = button(tr("Use this port"), self._keep_port, "check", tip=tr("Codes printed before no longer work"))
        self._ways = label("", "muted", wrap=True)
        reach = card(
            label(tr("HOW PHONES GET HERE"), "caption"),
            form((tr("Address for phones"), self._address), (tr("Port"), self._port), caption_width=CAPTION_WIDTH),
            row(None, use),
            self._ways,
            margin=18,
        )
        self.findings = FindingsCard(tr, self._cannot_reach)
        self._phones = PhonesCard(tr)
        self._wifi = CodeView(tr("Joins a phone to the Wi-Fi"), 108)
        self._wifi_words = label("", "muted", wrap=True)
        wifi_row = row(self._wifi, self._wifi_words, spacing=14)
        wifi_row.setStretch(1, 1)
        self._wifi_card = card(label(tr("WI-FI"), "caption"), wifi_row, margin=14)
        self.self_test = SelfTestCard(tr)
        left = column(self.findings, reach, None, spacing=12)
        beside = (self._wifi_card, self._phones, self.self_test)
        for each in beside:
            each.setFixedWidth(SIDE_WIDTH)
        body = row(left, column(*beside, None, spacing=12), spacing=14)
        body.setStretch(0, 1)
        self.setLayout(body)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(context.around.network.look)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look at the network now, and again and again."""
        super().showEvent(event)
        self.context.around.network.look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody looks."""
        super().hideEvent(event)
        self._timer.stop()
        self._unreached = False

    def arrive(self) -> None:
        """The keyboard is in the choice of the address."""
        self._address.setFocus()

    def render_state(self, state: State) -> None:
        """Show the Wi-Fi's code and everything that is seen."""
        event, tr = state.event, self.context.tr
        self._wifi.setVisible(bool(event.wifi_name))
        if event.wifi_name:
            self._wifi.show_content(wifi(event.wifi_name, event.wifi_password))
            self._wifi_words.setText(tr("Joins “{name}”.", name=event.wifi_name))
        else:
            self._wifi_words.setText(
                tr("Write the Wi-Fi’s name and password on the page Settings, and its code stands here.")
            )
        self.phones_changed(state)

    def phones_changed(self, state: State) -> None:
        """Show what the phone server says, and what was seen of the network."""
        around, seen = self.context.around, self.context.around.network.seen
        self._phones.show_phones(around.phones)
        self.self_test.show_tests(around.phones.url, seen.tests)
        self.findings.show_findings(diagnosed(seen, self._unreached) if seen.addresses else (), asked=self._unreached)
        self._offer(seen.addresses, state.event.address)
        if not self._port.hasFocus() and seen.port:
            self._port.setValue(seen.port)
        self._ways.setText(self._ways_words(seen))

    def _offer(self, addresses: tuple[Address, ...], chosen: str) -> None:
        tr = self.context.tr
        best = addresses[0].ip if addresses else ""
        offered = [(tr("The best one ({address})", address=best) if best else tr("The best one"), "")]
        offered += [(f"{each.ip} · {each.interface}", each.ip) for each in addresses]
        if chosen and chosen not in {ip for _, ip in offered}:
            offered.append((chosen, chosen))
        if tuple(offered) != self._offered:
            self._offered = tuple(offered)
            self._address.put(offered)
        self._address.choose(chosen)

    def _ways_words(self, seen: Seen) -> str:
        tr = self.context.tr
        ways = [
            tr.plural("{count} phone came by {address}", "{count} phones came by {address}", count, address=address)
            for address, count in sorted(seen.phones.items())
        ]
        return "\n".join(ways)

    def _keep_address(self) -> None:
        controls = self.context.controls
        if self._offered and controls.desk.state.event.address != self._address.value:
            controls.do(ChangeEvent(address=self._address.value), self.context.tr("Settings saved"))

    def _keep_port(self) -> None:
        self._port.clearFocus()
        try:
            self.context.around.network.change_port(self._port.value())
        except UserError as refusal:
            self._ways.setText(self.context.tr.render(refusal.text()))

    def _cannot_reach(self) -> None:
        self._unreached = True
        self.context.around.network.look()
        self.phones_changed(self.context.controls.desk.state)

"""The page Network."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QSpinBox

from facilitator.event.commands import ChangeEvent
from facilitator.event.network import Address, Seen, SelfTest
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.pages.network import NetworkPage
from facilitator.ui.widgets.choice import Choice
from tests.ui.conftest import Setting
from tests.ui.console.conftest import Open, button

WIFI, CABLE = Address("wlan0", "192.168.1.20"), Address("eth0", "10.0.0.7")


@dataclass
class FakeNetwork:
    """A network that looks as it is told to."""

    seen: Seen = Seen((WIFI, CABLE), WIFI.ip, 8360, neighbours=1)
    looks: int = 0
    ports: list[int] = field(default_factory=list)

    def look(self) -> None:
        self.looks += 1

    def change_port(self, port: int) -> None:
        self.ports.append(port)


@pytest.fixture
def network() -> FakeNetwork:
    return FakeNetwork()


@pytest.fixture
def page(console: Open, sample: Setting, network: FakeNetwork, monkeypatch: pytest.MonkeyPatch) -> NetworkPage:
    around = replace(sample.around, network=network)
    monkeypatch.setattr(Setting, "around", property(lambda _setting: around))
    window = console(sample)
    window.show_page(PageName.NETWORK)
    assert isinstance(window.page, NetworkPage)
    return window.page


def words(page: NetworkPage) -> str:
    QApplication.processEvents()  # new parts of a page in view come into view with the next round of events
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_the_network_is_looked_at_while_the_page_is_in_view(page: NetworkPage, network: FakeNetwork) -> None:
    assert network.looks == 1
    assert "No phone has tested the way yet." in words(page)


def test_an_address_and_a_port_are_chosen(page: NetworkPage, network: FakeNetwork, sample: Setting) -> None:
    choice = next(each for each in page.findChildren(Choice) if each.accessibleName() == "Address for phones")
    choice.setCurrentIndex(2)
    assert sample.desk.state.event.address == CABLE.ip
    page.findChildren(QSpinBox)[0].setValue(9000)
    button(page, "Use this port").click()
    assert network.ports == [9000]


def test_an_address_that_is_gone_is_still_what_is_chosen(page: NetworkPage, sample: Setting) -> None:
    sample.desk.do(ChangeEvent(address="10.9.9.9"))
    page.render_state(sample.desk.state)
    choice = next(each for each in page.findChildren(Choice) if each.accessibleName() == "Address for phones")
    assert choice.value == "10.9.9.9"
    assert sample.desk.state.event.address == "10.9.9.9"


def test_a_phone_that_cannot_get_here_is_explained(page: NetworkPage) -> None:
    button(page, "A phone cannot open the page").click()
    assert "client isolation" in words(page)
    assert "firewall" in words(page)


def test_what_a_phone_found_is_shown(page: NetworkPage, network: FakeNetwork, sample: Setting) -> None:
    network.seen = replace(network.seen, tests=(SelfTest("192.168.1.77", WIFI.ip, 12, 15, 30),), phones={WIFI.ip: 2})
    page.phones_changed(sample.desk.state)
    assert "192.168.1.77 by 192.168.1.20: works (page 12 ms, vote 15 ms)" in words(page)
    assert "2 phones came by 192.168.1.20" in words(page)
    assert "Phones reach this computer, and everything works." in words(page)

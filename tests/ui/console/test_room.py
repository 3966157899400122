"""There is room for every word: no page scrolls sideways or cuts a word short, in either language."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QWidget

from facilitator.common.texts import LANGUAGES
from facilitator.event.commands import ChangeEvent
from facilitator.timer.commands import StartDay
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.preferences import Preferences
from facilitator.ui.widgets.elided import ElidedLabel
from tests.ui.conftest import Setting
from tests.ui.console.conftest import Open

SIZES = ((1024, 700), (1366, 768))


def scrolled_sideways(inside: QWidget) -> list[str]:
    """The areas that show less than their whole width."""
    return [
        f"{each.metaObject().className()} {each.accessibleName()}: {each.horizontalScrollBar().maximum()} px too wide"
        for each in inside.findChildren(QAbstractScrollArea)
        if each.isVisible() and each.horizontalScrollBar().maximum() > 0
    ]


def cut_words(inside: QWidget) -> list[str]:
    """The words of labels and buttons that are wider than their place and do not say so with …"""
    cut = []
    for each in inside.findChildren(QLabel):
        if each.isVisible() and each.text() and not isinstance(each, ElidedLabel) and not each.wordWrap():
            wanted = each.fontMetrics().horizontalAdvance(each.text())
            if wanted > each.contentsRect().width() and each.toolTip() != each.text():
                cut.append(f"“{each.text()}” {wanted} > {each.contentsRect().width()}")
    for press in inside.findChildren(QAbstractButton):
        if press.isVisible() and press.text() and press.width() < press.minimumSizeHint().width():
            cut.append(f"[{press.text()}] {press.minimumSizeHint().width()} > {press.width()}")
    return cut


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("size", SIZES)
def test_no_page_scrolls_sideways_or_cuts_words(
    console: Open, sample: Setting, preferences: Preferences, language: str, size: tuple[int, int]
) -> None:
    sample.desk.do(StartDay())
    sample.desk.do(ChangeEvent(wifi_name="Skills360 guests", wifi_password="longenough"))
    window = console(sample)
    window.resize(*size)
    preferences.choose_language(language)
    wrong = []
    for name in PageName:
        window.show_page(name)
        window.grab()
        QApplication.processEvents()
        wrong += [f"{name}: {each}" for each in (*scrolled_sideways(window), *cut_words(window))]
    assert window.width() == size[0]
    assert not wrong

"""The codes that bring a phone here: join the Wi-Fi, open the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from facilitator.ui.scenes import qr
from facilitator.ui.scenes.furniture import CONTENT, MEDIUM, SEMIBOLD, rounded
from facilitator.ui.scenes.ink import write
from facilitator.ui.scenes.lettering import Style
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

MARGIN = 72.0
"""Space between codes and the text beside them."""

_BETWEEN = 40.0
_CAPTION = Style(44, Tint.STRONG, SEMIBOLD)
_DETAIL = Style(38, Tint.SOFT, MEDIUM)


def paint_codes(
    sheet: Sheet, view: SceneView, address: str, captions: tuple[str, str], top: float, edges: tuple[float, float]
) -> float:
    """Paint one code, or two where the event has a Wi-Fi, on the right; tells where the space beside them ends.

    `captions` are for the page's code alone and beside the Wi-Fi's; `edges` are a single code's and each of two's.
    """
    event, (alone, second), (large, small) = view.state.event, captions, edges
    if not event.wifi_name:
        area = QRectF(CONTENT.right() - large, top, large, large)
        _code(sheet, address, area)
        _caption(sheet, area, alone, (readable(address),))
        return area.left() - MARGIN
    page = QRectF(CONTENT.right() - small, top, small, small)
    network = page.translated(-small - _BETWEEN, 0)
    _code(sheet, qr.wifi(event.wifi_name, event.wifi_password), network)
    secret = (event.wifi_password,) if event.wifi_password else ()
    _caption(sheet, network, view.tr("1. Join the Wi-Fi"), (event.wifi_name, *secret))
    _code(sheet, address, page)
    _caption(sheet, page, second, (readable(address),))
    return network.left() - MARGIN


def readable(address: str) -> str:
    """The address as a person types it: browsers add the rest."""
    return address.removeprefix("http://").rstrip("/")


def _code(sheet: Sheet, content: str, area: QRectF) -> None:
    """White paper stands out by its edge where the ground is nearly as white."""
    qr.code(sheet.painter, content, area)
    sheet.outline(rounded(area.adjusted(1, 1, -1, -1), 16), Tint.TRACK, 2)


def _caption(sheet: Sheet, code: QRectF, words: str, details: tuple[str, ...]) -> None:
    """Below a code: what it does, and what to type without it."""
    centre = Qt.AlignmentFlag.AlignHCenter
    line = QRectF(code.left(), code.bottom() + 30, code.width(), 50)
    write(sheet, words, _CAPTION, line, centre)
    for index, detail in enumerate(details):
        write(sheet, detail, _DETAIL, line.translated(0, 66 + 52 * index), centre)

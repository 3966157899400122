"""The typeface of screens: Inter, from the program's own resources."""

from __future__ import annotations

import logging
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from facilitator.common.resources import resource

FAMILY = "Inter"
"""The family's name once it is loaded."""

_log = logging.getLogger(__name__)


def load_fonts() -> None:
    """Make Inter known to Qt; needs a QGuiApplication, and may be called again.

    A font that cannot be read is logged and Qt takes the system's in its place: better a plain screen than none.
    """
    if FAMILY in QFontDatabase.families():
        return
    for path in sorted(resource("fonts").glob("Inter-*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            _log.warning("the font %s cannot be loaded", path.name)


@cache
def inter(pixels: int, weight: QFont.Weight = QFont.Weight.Normal, *, tabular: bool = False) -> QFont:
    """Inter at that many pixels; `tabular` gives all digits one width, for figures that change in place.

    The font is shared by all who ask for it: copy it before changing it.
    """
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    # Glyphs fitted to the pixel grid would make a text's width depend on the scale at which it is painted.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font

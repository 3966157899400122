"""QR codes for screens in browsers, as the path of an SVG drawing."""

from __future__ import annotations

from functools import lru_cache

import qrcode
from qrcode.constants import ERROR_CORRECT_M

from facilitator.web.documents import Document

QUIET_ZONE = 4
"""Modules that must stay white on each side (ISO/IEC 18004, 6.3.8)."""

_ESCAPED = '\\;,:"'


@lru_cache(maxsize=16)
def code_document(content: str) -> Document:
    """The code as `path`, a module a unit, on a white square of `size` units, quiet zone included."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(content)
    code.make(fit=True)
    rows: list[list[bool]] = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return {"size": len(rows), "path": path}


def code_drawing(content: str) -> str:
    """The code as an SVG document."""
    code = code_document(content)
    size = code["size"]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{code["path"]}"/></svg>'
    )


def wifi(name: str, password: str) -> str:
    """What a phone reads to join a Wi-Fi (the format that ZXing introduced: `\\ ; , : "` are escaped)."""
    kind = f"WPA;S:{_escaped(name)};P:{_escaped(password)}" if password else f"nopass;S:{_escaped(name)}"
    return f"WIFI:T:{kind};;"


def _escaped(words: str) -> str:
    return "".join(f"\\{character}" if character in _ESCAPED else character for character in words)

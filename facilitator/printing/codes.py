"""QR codes as rows of dark modules (ISO/IEC 18004), level M: a code still reads with 15 % of it damaged."""

from __future__ import annotations

from functools import lru_cache

import qrcode
from qrcode.constants import ERROR_CORRECT_M

QUIET_ZONE = 4
"""Modules that must stay white on each side (ISO/IEC 18004, 6.3.8)."""

SMALLEST_CODE = 22.0
"""The least edge of a printed code with its quiet zone, in millimetres."""


@lru_cache(maxsize=512)
def modules(content: str) -> list[list[bool]]:
    """The code for this content, quiet zone included; True is dark.

    Kept, since a code takes some milliseconds: all team sheets carry the same one, and a preview shows what is printed.
    """
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(content)
    code.make(fit=True)
    matrix: list[list[bool]] = code.get_matrix()
    return matrix


def runs(row: list[bool]) -> list[tuple[int, int]]:
    """The dark stretches of a row as (first module, length)."""
    stretches: list[tuple[int, int]] = []
    for index, dark in enumerate(row):
        if dark and index and row[index - 1]:
            first, length = stretches[-1]
            stretches[-1] = (first, length + 1)
        elif dark:
            stretches.append((index, 1))
    return stretches

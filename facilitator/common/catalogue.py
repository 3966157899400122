"""Reads a compiled gettext catalogue, and decodes of its texts only those that are asked for.

`gettext.GNUTranslations` decodes all of them, 6 ms of every start for a couple of hundred that a window shows.
The format: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
"""

from __future__ import annotations

import struct

_MAGIC = 0x950412DE
_HEADER = struct.Struct("<5I")


class Catalogue:
    """The translations into one language that has, as English and Swedish have, one form for 1 and one for the rest."""

    def __init__(self, data: bytes = b"") -> None:
        """`data` is the content of a `.mo` file, little-endian and in UTF-8; nothing translates nothing.

        Raises:
            ValueError: it is no such file.
        """
        self._data = data
        self._places: dict[bytes, tuple[int, int]] = {}
        self._read: dict[str, tuple[str, ...]] = {}
        if not data:
            return
        if len(data) < _HEADER.size or _HEADER.unpack_from(data)[0] != _MAGIC:
            raise ValueError("not a compiled catalogue of texts")
        _, _, count, messages, translations = _HEADER.unpack_from(data)
        tables = (struct.unpack_from(f"<{2 * count}I", data, at) for at in (messages, translations))
        keys, texts = tables
        for length, start, *place in zip(keys[::2], keys[1::2], texts[1::2], texts[::2], strict=True):
            # A message with a plural is found by its singular.
            self._places[data[start : start + length].partition(b"\0")[0]] = (place[0], place[0] + place[1])

    def gettext(self, message: str) -> str:
        """The translation; the message itself where there is none."""
        forms = self._forms(message)
        return forms[0] if forms else message

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The translation that goes with a number; the English form where there is none."""
        forms = self._forms(singular)
        if len(forms) > 1:
            return forms[count != 1]
        return singular if count == 1 else plural

    def _forms(self, message: str) -> tuple[str, ...]:
        found = self._read.get(message)
        if found is None:
            start, end = self._places.get(message.encode(), (0, 0))
            found = tuple(self._data[start:end].decode().split("\0")) if end > start else ()
            self._read[message] = found
        return found

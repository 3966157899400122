"""A document for a live stream as it is to be sent now: its members as they were told, the time as it is."""

from __future__ import annotations

import zlib
from typing import Any

import msgspec


class Sheet:
    """One document, and a tag that changes whenever it does, but for its time."""

    def __init__(self) -> None:
        """There is nothing on it yet."""
        self._members = b"}"
        self.tag = ""

    def take(self, version: int, document: dict[str, Any]) -> None:
        """Put this on it; `server_time` must have been taken out."""
        self._members = msgspec.json.encode(document)[1:]
        self.tag = f"{version}-{zlib.crc32(self._members):08x}"

    def at(self, time: str) -> bytes:
        """The document, told at this time (ISO 8601)."""
        return b'{"server_time":' + msgspec.json.encode(time) + b"," + self._members

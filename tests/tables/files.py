"""Files as people send them, made for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence

from hypothesis import strategies as st
from openpyxl import Workbook

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
DELIMITERS = (";", ",", "\t", "|")
LINE_ENDS = ("\r\n", "\n", "\r")

# Each letter exists in Windows-1252, and no two of them side by side look like one letter of UTF-8.
_ALPHABET = "abcdeilnorstxyzABEKMST 0123456789åäöÅÄÖéèüñ.;,\t\"'\n|@-+=<>&()/"


def cells() -> st.SearchStrategy[str]:
    """Texts with everything that trips a reader: delimiters, quotation marks, line breaks, formulas."""
    return st.text(_ALPHABET, max_size=25).map(str.strip).filter(lambda cell: not cell.startswith("'"))


def written(
    rows: Iterable[Sequence[str]], encoding: str, delimiter: str, line_end: str, always_quoted: bool = False
) -> bytes:
    """A CSV file's bytes (RFC 4180; Python's own writer leaves LF unquoted in files whose lines end in CR)."""

    def quoted(cell: str) -> str:
        if not always_quoted and not any(sign in cell for sign in (delimiter, '"', "\r", "\n")):
            return cell
        return '"' + cell.replace('"', '""') + '"'

    return "".join(delimiter.join(map(quoted, row)) + line_end for row in rows).encode(encoding)


def workbook(fill: Callable[[Workbook], None]) -> bytes:
    """A workbook's bytes, filled by the test."""
    book = Workbook()
    fill(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def edited(data: bytes, member: str, old: bytes, new: bytes) -> bytes:
    """The workbook with a piece of one of its parts replaced, which must be there."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == member:
                assert old in content
                content = content.replace(old, new)
            target.writestr(name, content)
    return stream.getvalue()


def packed(**members: bytes) -> bytes:
    """A ZIP file's bytes; `__` in a name stands for “/”, `_` for “.”."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()

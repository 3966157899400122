"""Files that are no tables: each is refused by saying what it seems to be and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.common.errors import Unreadable
from facilitator.tables import limits
from facilitator.tables.reading import read_table
from tests.tables.files import packed, workbook

FOREIGN = {
    "old Excel": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504),
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "photograph": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "packed archive": b"\x1f\x8b\x08\0\0\0",
    "text document": b"{\\rtf1\\ansi",
    "web page": b"\xef\xbb\xbf\n<!DOCTYPE html><html><body><table>",
    "data file": b'[{"name": "Anna"}]',
    "event file": b"SQLite format 3\0" + bytes(84),
    "OpenDocument": packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", content_xml=b"<a/>"),
    "binary Excel": packed(xl__workbook_bin=b"\x83"),
    "word document": packed(word__document_xml=b"<a/>"),
    "Numbers": packed(Index__Document_iwa=b"x"),
    "archive of files": packed(a_txt=b"Namn;Org"),
    "half a workbook": workbook(lambda book: book.active.append(["Namn"]))[:900],
    "workbook without sheets": packed(xl__workbook_xml=b"<workbook/>"),
    "all bytes": bytes(range(256)) * 8,
    "random-looking bytes": bytes((n * 7919) % 251 for n in range(4000)),
    "lone surrogates": "Namn;Org\n".encode("utf-16-le") + b"\x00\xd8\x0a\x00",
    "odd UTF-16": "Namn;Org\nAnna;A".encode("utf-16-le") + b"\x41",
}


@pytest.mark.parametrize("data", FOREIGN.values(), ids=FOREIGN)
def test_a_foreign_file_is_refused_with_its_name_and_a_remedy(data: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_table(data, "lista.csv")
    assert refusal.value.message.values["name"] == "lista.csv"
    assert refusal.value.remedy is not None


def test_refusals_tell_kinds_apart() -> None:
    said = set()
    for data in FOREIGN.values():
        with pytest.raises(Unreadable) as refusal:
            read_table(data, "x")
        said.add(refusal.value.message.message)
    assert len(said) >= 13


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b";;;\n;;;\n", b"\xef\xbb\xbf", "\ufeff".encode("utf-16-le"), workbook(lambda book: None)]
)
def test_an_empty_file_is_called_empty(data: bytes) -> None:
    with pytest.raises(Unreadable, match="is empty"):
        read_table(data, "x")


def test_headings_without_rows_are_called_so() -> None:
    with pytest.raises(Unreadable, match="headings but no rows"):
        read_table(b"Namn;Org\n;;\n", "x")


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no file"):
        read_table(tmp_path / "nothing.csv")
    with pytest.raises(Unreadable, match="folder"):
        read_table(tmp_path)


def test_too_large_a_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as stream:
        stream.truncate(limits.MAX_BYTES + 1)
    with pytest.raises(Unreadable, match="too large"):
        read_table(path)


def test_too_many_rows_or_columns_are_refused() -> None:
    with pytest.raises(Unreadable, match="too large"):
        read_table(b"Namn;Org\n" + b"A;B\n" * limits.MAX_ROWS, "x")
    with pytest.raises(Unreadable, match="too large"):
        read_table(b"Namn" + b";x" * limits.MAX_COLUMNS + b"\nA;B\n", "x")


def test_a_zip_bomb_is_refused_unopened() -> None:
    bomb = packed(xl__workbook_xml=b"<workbook/>", xl__worksheets__sheet1_xml=bytes(limits.MAX_UNPACKED_BYTES))
    assert len(bomb) < 1_000_000
    with pytest.raises(Unreadable, match="too large"):
        read_table(bomb, "x")

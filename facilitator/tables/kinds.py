"""What a file is, told from its first bytes: a workbook, or something that people mistake for a list."""

from __future__ import annotations

import io
import zipfile

from facilitator.common.errors import Unreadable
from facilitator.common.texts import Text, text

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_SAVE_AS = text("Open the list in a spreadsheet program and save it as CSV or XLSX.")


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin as a ZIP file does, which a workbook is."""
    return data.startswith(b"PK\x03\x04")


def foreign(name: str, data: bytes) -> Unreadable | None:
    """The refusal that says what the file is, if it is recognised as something else than text or a ZIP file."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(_OLD_OFFICE):
        return Unreadable(
            text("“{name}” is an old Excel workbook (.xls), or one that a password protects.", name=name),
            text("Open it in a spreadsheet program and save it as XLSX, without a password."),
        )
    sentence: Text | None = None
    if data.startswith(b"%PDF"):
        sentence = text("“{name}” is a PDF document, not a table.", name=name)
    elif data.startswith(_PICTURES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        sentence = text("“{name}” is a picture, not a table.", name=name)
    elif data.startswith(_ARCHIVES):
        sentence = text("“{name}” is a packed archive, not a table.", name=name)
    elif data.startswith(b"{\\rtf"):
        sentence = text("“{name}” is a text document, not a table.", name=name)
    elif start.startswith((b"<!doctype html", b"<html", b"<table")):
        sentence = text("“{name}” is a web page, even if its name says otherwise.", name=name)
    elif start.startswith((b"<?xml", b"[{", b'{"')):
        sentence = text("“{name}” is a data file for programs, not a table.", name=name)
    elif data.startswith(b"SQLite format 3"):
        sentence = text("“{name}” is an event file, not a list.", name=name)
    return None if sentence is None else Unreadable(sentence, _SAVE_AS)


def open_archive(name: str, data: bytes) -> zipfile.ZipFile:
    """The workbook's archive, opened.

    Raises:
        Unreadable: it is damaged, or another kind of document that is a ZIP file inside.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise damaged(name) from error
    if any(member.startswith("xl/") and member.endswith(".xml") for member in members):
        return archive
    if "xl/workbook.bin" in members:
        sentence = text("“{name}” is a binary Excel workbook (.xlsb).", name=name)
    elif "content.xml" in members:
        sentence = text("“{name}” is an OpenDocument file (.ods or .odt).", name=name)
    elif any(member.startswith(("word/", "ppt/")) for member in members):
        sentence = text("“{name}” is a text document or a presentation, not a table.", name=name)
    elif any(member.endswith(".iwa") or member == "Index.zip" for member in members):
        sentence = text("“{name}” is a Numbers document.", name=name)
    else:
        sentence = text("“{name}” is a packed archive, not a table.", name=name)
    raise Unreadable(sentence, _SAVE_AS)


def damaged(name: str) -> Unreadable:
    """The refusal of a workbook that cannot be opened."""
    return Unreadable(
        text("“{name}” is a damaged workbook.", name=name),
        text("Open it in a spreadsheet program, save it again as XLSX, or fetch the file once more."),
    )


def not_text(name: str) -> Unreadable:
    """The refusal of bytes that are no text in any encoding that lists arrive in."""
    return Unreadable(
        text("“{name}” is not a table: its content is not text that can be read.", name=name),
        text("Open the list in a spreadsheet program and save it as XLSX, or as CSV in UTF-8."),
    )

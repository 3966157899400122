"""The documents as text: their links, their code, their tables and what they print in bold."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import dev

GUIDES = {"en": dev.ROOT / "docs" / "guide" / "en.md", "sv": dev.ROOT / "docs" / "guide" / "sv.md"}
PICTURES = dev.ROOT / "docs" / "pictures"

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE_BLOCK = re.compile(r"^```.*?^```$|^ {4}\S[^\n]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture: the file it leads to, and the heading in it, if it names one."""

    page: Path
    target: Path
    anchor: str


def pages() -> list[Path]:
    """Every Markdown file of the project."""
    folders = (dev.ROOT / name for name in ("docs", "installer", "resources"))
    return [*sorted(dev.ROOT.glob("*.md")), *(page for folder in folders for page in sorted(folder.rglob("*.md")))]


def text_of(page: Path) -> str:
    """The page as it is written."""
    return page.read_text(encoding="utf-8")


def links(page: Path) -> list[Link]:
    """The links of a page that stay within the project."""
    found = []
    for address in _LINK.findall(_CODE_BLOCK.sub("", text_of(page))):
        if re.match(r"[a-z]+:", address):
            continue
        path, _, anchor = address.partition("#")
        found.append(Link(page, (page.parent / path).resolve() if path else page, anchor))
    return found


def anchors(page: Path) -> set[str]:
    """What a link may name behind “#”: each heading in lower case, without signs, with hyphens for spaces."""
    headings = re.findall(r"^#+ (.*)$", _CODE_BLOCK.sub("", text_of(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def commands(page: Path) -> list[list[str]]:
    """The arguments of every `facilitator …` line in a code block."""
    lines = re.findall(r"^ {4}facilitator\b(.*)$", text_of(page), re.MULTILINE)
    return [shlex.split(re.split(r" {2,}| > ", line.removeprefix(" "))[0]) for line in lines]


def table(page: Path, heading: str) -> list[list[str]]:
    """The rows of the tables whose first column is headed so, cell by cell."""
    rows: list[list[str]] = []
    inside = False
    for line in text_of(page).splitlines():
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if not cells:
            inside = False
        elif inside and not set(cells[0]) <= {"-"}:
            rows.append(cells)
        elif cells[0] == heading:
            inside = True
    return rows


def bold(page: Path) -> set[str]:
    """What is printed in bold, in lower case and on one line."""
    return {" ".join(words.split()).casefold() for words in re.findall(r"\*\*(.+?)\*\*", text_of(page), re.DOTALL)}

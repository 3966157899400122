"""Takes out of our own style and script what only people need: comments, indentation, spaces round signs.

This is made for the way those two files are written, not for any script: statements end in semicolons, comments start
their line, and a regular expression is followed by one of `.,);`. The tests of the page run what comes out of here.
"""

from __future__ import annotations

import re

_QUOTED = r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`"""
_PATTERN = r"/(?![*/ ])(?:\\.|\[[^\]]*\]|[^/\\\n\[])+/[gimu]*(?=[.,);])"
_LITERALS = re.compile(f"({_QUOTED}|{_PATTERN})")
_SIGNS = re.compile(r" ?([{}()\[\],;:=<>?&|!*%^~+/-]+) ?")


def lean_script(source: str) -> str:
    """The script without comments and needless spaces; strings, templates and patterns stay as they are."""
    parts = _LITERALS.split(_lean_lines(source))
    return "".join(part if at % 2 else _SIGNS.sub(r"\1", part) for at, part in enumerate(parts))


def lean_style(source: str) -> str:
    """The style without needless spaces."""
    return re.sub(r"\s*([{}:;,>])\s*", r"\1", _lean_lines(source))


def _lean_lines(source: str) -> str:
    """The lines without indentation, empty ones and comments."""
    lines = (line.strip() for line in source.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))

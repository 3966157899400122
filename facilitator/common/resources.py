"""Finds the files in `resources/`, from a checkout, an installed wheel or a frozen program alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of a file or folder below `resources/`; whether it exists is for the caller to see."""
    return _root().joinpath(*parts)

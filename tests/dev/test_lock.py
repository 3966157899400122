"""The lock: every dependency pinned, every pin with hashes, from no particular place."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
HASHES = r"( \\\n    --hash=sha256:[0-9a-f]{64})+\n"
PIN = re.compile(r"(?P<name>[a-z0-9._-]+)==(?P<version>[0-9][^\s;]*)( ; [^\\]+)?" + HASHES)


def pins() -> dict[str, set[str]]:
    """The locked versions by package; some have one for each range of Pythons."""
    found: dict[str, set[str]] = {}
    for pin in PIN.finditer(LOCK):
        found.setdefault(pin["name"], set()).add(pin["version"])
    return found


def declared() -> list[str]:
    """Every dependency that pyproject.toml names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [*project["dependencies"], *(requirement for extra in extras for requirement in extra)]


def test_the_lock_holds_pins_with_hashes_and_nothing_else() -> None:
    assert PIN.sub("", LOCK) == ""
    assert len(pins()) > len(declared())


def test_the_lock_names_no_place() -> None:
    assert not re.search(r"https?:|file:|@ |--index|--extra-index|--find-links|\.\./|\.whl", LOCK)


def test_every_declared_dependency_is_pinned_to_what_is_locked() -> None:
    locked = pins()
    for requirement in declared():
        name, _, wanted = requirement.partition(";")[0].strip().partition("==")
        assert locked.get(re.sub(r"[-_.]+", "-", name).lower()) == {wanted}, requirement


def test_qt_is_the_version_without_the_reference_leak() -> None:
    assert version("PySide6-Essentials") == "6.11.3"

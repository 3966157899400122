"""dev.py as a module whose commands are recorded instead of run."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "dev.py"


class Recorder:
    """Stands in for running commands: notes them, and lets `python -m venv` leave a mark."""

    def __init__(self, venv: Path) -> None:
        self.venv = venv
        self.commands: list[list[str]] = []
        self.failing = ""

    def __call__(self, command: list[str], env: dict[str, str] | None = None) -> int:
        self.commands.append(list(command))
        if command[1:3] == ["-m", "venv"]:
            self.venv.mkdir()
            (self.venv / "made").touch()
        return int(bool(self.failing) and self.failing in command)

    def took(self) -> list[str]:
        """What the commands so far were, in one word each; forgets them."""
        words = {"venv": "venv", "--require-hashes": "lock", "--editable": "project"}
        names = [name for command in self.commands for word, name in words.items() if word in command]
        self.commands.clear()
        return names


@pytest.fixture
def script() -> ModuleType:
    """A fresh copy of dev.py as a module."""
    spec = importlib.util.spec_from_file_location("dev_under_test", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def dev(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """dev.py with its virtual environment in an empty folder and its commands only recorded."""
    venv = tmp_path / ".venv"
    for name, path in {"VENV": venv, "SCRIPTS": venv / "bin", "STAMP": venv / "stamp.json"}.items():
        monkeypatch.setattr(script, name, path)
    monkeypatch.setattr(script, "install_system_packages", lambda wanted: None)
    monkeypatch.setattr(script, "compile_texts", lambda: None)
    monkeypatch.setattr(script, "status", Recorder(venv))
    identity = {"python": "3.11.7", "place": str(venv)}
    monkeypatch.setattr(script, "environment_identity", lambda: identity if (venv / "made").exists() else None)
    return script

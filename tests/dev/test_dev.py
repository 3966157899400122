"""dev.py must run before anything is installed, and recover from whatever state it finds."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "dev.py"


def run_script(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SCRIPT, *arguments], capture_output=True, text=True, check=False)


def test_it_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_old_pythons_can_read_it_and_are_told() -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))
    old = "import sys; sys.version_info = (3, 9, 2); import dev; sys.exit(dev.main([]))"
    answer = subprocess.run([sys.executable, "-c", old], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 1
    assert "3.11 or newer" in answer.stderr


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["--run"]])
def test_a_wrong_verb_gets_the_list_of_verbs(arguments: list[str]) -> None:
    answer = run_script(*arguments)
    assert answer.returncode == 2
    assert answer.stdout == ""
    for verb in ("run", "test", "setup", "lint", "bench", "lock", "texts", "docs"):
        assert f"\n  {verb} " in answer.stderr


def test_help_is_not_an_error() -> None:
    answer = run_script("--help")
    assert answer.returncode == 0
    assert "usage:" in answer.stdout


def test_set_up_is_done_once(dev: ModuleType) -> None:
    assert dev.main(["setup"]) == 0
    assert dev.status.took() == ["venv", "lock", "project"]
    assert dev.main(["setup"]) == 0
    assert dev.status.took() == []


def test_a_changed_lock_is_installed_into_the_same_place(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    dev.main(["setup"])
    dev.status.took()
    monkeypatch.setattr(dev, "locked_state", lambda: "another lock")
    assert dev.main(["setup"]) == 0
    assert dev.status.took() == ["lock", "project"]


def test_a_failed_installation_is_begun_anew(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    dev.status.failing = "--require-hashes"
    assert dev.main(["setup"]) == 1
    assert "run the same command again" in capsys.readouterr().err
    dev.status.took()
    (dev.VENV / "half").touch()
    dev.status.failing = ""
    assert dev.main(["setup"]) == 0
    assert dev.status.took() == ["venv", "lock", "project"]
    assert not (dev.VENV / "half").exists()


def test_an_environment_moved_from_elsewhere_is_made_anew(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    dev.main(["setup"])
    dev.status.took()
    moved = {"python": "3.11.7", "place": "/somewhere/else/.venv"}
    monkeypatch.setattr(dev, "environment_identity", lambda: moved)
    assert dev.main(["setup"]) == 0
    assert dev.status.took() == ["venv", "lock", "project"]


def test_every_check_runs_and_the_failed_ones_are_named(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    dev.status.failing = str(dev.SCRIPTS / "mypy")
    assert dev.main(["test", "tests/x", "-k", "y"]) == 1
    assert [Path(command[0]).name for command in dev.status.commands[-4:]] == ["ruff", "mypy", "lint-imports", "python"]
    assert dev.status.commands[-1][-3:] == ["tests/x", "-k", "y"]
    assert capsys.readouterr().out.endswith("failed: mypy\n")


def test_without_a_display_the_sample_day_is_rehearsed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda: False)
    dev.status.failing = "rehearse"
    assert dev.main(["run"]) == 1
    assert [command[1] for command in dev.status.commands[-2:]] == ["new", "rehearse"]
    assert "no display" in capsys.readouterr().out


def test_with_a_display_the_sample_event_is_opened(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "has_display", lambda: True)
    assert dev.main(["run"]) == 0
    assert dev.status.commands[-1][1:] == ["--sample-event"]


def test_the_display_is_asked_of_the_environment(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not dev.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert dev.has_display()

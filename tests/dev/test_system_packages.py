"""Which system packages dev.py finds missing, and what it does about them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from types import ModuleType

import pytest


def dpkg_says(output: str) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """A dpkg-query that gives this answer."""
    return lambda command, **options: subprocess.CompletedProcess(command, 1, output.encode(), b"")


def test_packages_of_the_64_bit_time_transition_count(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    known = "libgl1 installed\nlibglib2.0-0t64 installed\nlibegl1 config-files\n"
    monkeypatch.setattr(subprocess, "run", dpkg_says(known))
    assert script.missing_packages(["libgl1", "libglib2.0-0", "libegl1"]) == ["libegl1"]


def test_a_browser_under_another_name_counts(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", dpkg_says(""))
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/google-chrome" if name == "google-chrome" else None)
    assert script.missing_packages(["chromium", "xvfb"]) == ["xvfb"]


@pytest.fixture
def missing(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A Debian without xvfb; gives the commands that are run."""
    commands: list[list[str]] = []
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(script, "missing_packages", lambda wanted: ["xvfb"])

    def status(command: list[str], quiet: bool) -> int:
        commands.append(command)
        return 0

    monkeypatch.setattr(script, "status", status)
    return commands


def test_root_installs_what_is_missing(
    script: ModuleType, missing: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "administrator", lambda: ["sudo", "-n"])
    script.install_system_packages(["xvfb"])
    assert [command[-1] for command in missing] == ["update", "xvfb"]
    assert all(command[:4] == ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"] for command in missing)


def test_others_are_told_the_exact_command(
    script: ModuleType,
    missing: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(script, "administrator", lambda: None)
    script.install_system_packages(["xvfb"])
    assert missing == []
    assert "sudo apt-get update && sudo apt-get install -y xvfb" in capsys.readouterr().out

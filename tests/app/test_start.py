"""How the program starts where something is missing, and what of its log people see."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from facilitator.app.templates import Template, create

PATIENCE = 60

COMPLAINS = """
import logging, sys
from facilitator import __main__ as program
from facilitator.cli import main as commands

def run(arguments):
    logging.getLogger("facilitator.store").warning("the log could not be folded")
    logging.getLogger("facilitator.store").error("votes not written")
    try:
        raise ZeroDivisionError("a mistake")
    except ZeroDivisionError:
        logging.getLogger("facilitator.desk").exception("a listener failed")
    return 0

commands.run = run
sys.argv = ["facilitator", "check"]
sys.exit(program.main())
"""
"""A program whose command logs a warning, an error and a bug."""


def started(words: Sequence[str], **set_to: str) -> subprocess.CompletedProcess[str]:
    left_out = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "FACILITATOR_LOG", "LC_ALL", "LC_MESSAGES", "LANG")
    environment = {name: content for name, content in os.environ.items() if name not in left_out}
    return subprocess.run(
        [sys.executable, *words],
        env={**environment, **set_to},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize("with_event", [True, False])
def test_without_a_screen_the_program_says_so_and_what_to_do(tmp_path: Path, *, with_event: bool) -> None:
    event = tmp_path / "day.hackday"
    create(event, Template.BLANK)
    answer = started(["-m", "facilitator", *([str(event)] if with_event else [])], LANG="en_US.UTF-8")
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert answer.stderr.startswith("There is no screen")
    assert "serve" in answer.stderr
    assert len(answer.stderr.splitlines()) <= 2


def test_only_bugs_of_the_log_reach_people() -> None:
    answer = started(["-c", COMPLAINS])
    assert answer.returncode == 0
    assert "folded" not in answer.stderr
    assert "votes not written" not in answer.stderr
    assert "ZeroDivisionError: a mistake" in answer.stderr


def test_all_of_the_log_is_told_when_it_is_asked_for() -> None:
    answer = started(["-c", COMPLAINS], FACILITATOR_LOG="1")
    assert "folded" in answer.stderr
    assert "votes not written" in answer.stderr
    assert "ZeroDivisionError: a mistake" in answer.stderr

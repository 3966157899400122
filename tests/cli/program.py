"""The program as its users start it: a process with arguments, an exit status and two streams."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.cli.main import run as run_here

ENGLISH = {"LANG": "en_US.UTF-8"}
SWEDISH = {"LANG": "sv_SE.UTF-8"}

PROGRAM = (sys.executable, "-m", "facilitator")
PATIENCE = 120
"""Seconds after which a command counts as hung; none takes nearly as long."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output; anything beside it fails the test."""
        return json.loads(self.out)


def environment(language: Mapping[str, str] = ENGLISH) -> dict[str, str]:
    """The test's own environment in one language only."""
    kept = {name: value for name, value in os.environ.items() if name != "LANG" and not name.startswith("LC_")}
    return kept | {"PYTHONUTF8": "1"} | dict(language)


def run(*arguments: str | Path, language: Mapping[str, str] = ENGLISH, cwd: Path | None = None) -> Answer:
    """Run the program to its end."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env=environment(language),
        cwd=cwd,
        timeout=PATIENCE,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Answer(done.returncode, done.stdout, done.stderr)


def asked(*arguments: str | Path) -> Answer:
    """The same words in this process, in English: for the many refusals that need no process of their own."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = run_here(["--language", "en", *map(str, arguments)])
    return Answer(status, out.getvalue(), err.getvalue())


def done(*arguments: str | Path) -> Answer:
    """A command, in this process, that must succeed."""
    answer = asked(*arguments)
    assert answer.status == 0, answer.err
    return answer


def refused(*arguments: str | Path) -> Answer:
    """A command, in this process, that must be refused in words."""
    answer = asked(*arguments)
    assert answer.status == 1, (answer.status, answer.out, answer.err)
    assert answer.err.strip().endswith("."), answer.err
    return answer


def copied(event: Path, folder: Path, name: str = "day.hackday") -> Path:
    """The one file, copied as a host would; nothing beside it comes along."""
    return Path(shutil.copy(event, folder / name))

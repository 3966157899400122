"""How long the program takes from its start to a painted console, against a bare PySide6 window in the same run.

With FACILITATOR_BENCH_START=1 the program prints `painted` on standard output after the console's first paint and ends.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median

from bench import Figure
from bench.display import display

RUNS = 9
LIMIT = 2.0
PATIENCE_SECONDS = 60.0


def seconds_to_paint(command: list[str], environment: dict[str, str]) -> float:
    """The time from starting a program to its line `painted`.

    Raises:
        RuntimeError: the program ended without painting, or had to be ended after `PATIENCE_SECONDS`.
    """
    started = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        watchdog = threading.Timer(PATIENCE_SECONDS, process.kill)
        watchdog.start()
        painted = [time.perf_counter() - started for line in process.stdout or () if line.strip() == "painted"]
        process.wait()
        watchdog.cancel()
    if painted and process.returncode == 0:
        return painted[0]
    raise RuntimeError(f"{' '.join(command)} ended with status {process.returncode} before a first paint was seen")


def alternate(first: list[str], second: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """The median times of two programs, run in turns so that a busy moment falls on both; one turn warms the disk."""
    turns = [tuple(seconds_to_paint(command, environment) for command in (first, second)) for _ in range(RUNS + 1)]
    return median(turn[0] for turn in turns[1:]), median(turn[1] for turn in turns[1:])


def _as_people_start_it(environment: dict[str, str]) -> dict[str, str]:
    """The environment with the question about the first paint; Python may keep its bytecode, as it usually does."""
    usual = {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**usual, "FACILITATOR_BENCH_START": "1"}


def run() -> list[Figure]:
    """Start both programs in turns, the console on the sample event.

    Raises:
        RuntimeError: one of them paints nothing, or there is no screen.
        subprocess.CalledProcessError: the sample event could not be made.
    """
    facilitator = [sys.executable, "-m", "facilitator"]
    with display() as environment, tempfile.TemporaryDirectory() as folder:
        event = str(Path(folder) / "start.hackday")
        sample = [*facilitator, "new", event, "--template", "skills360", "--sample"]
        subprocess.run(sample, check=True, stdout=subprocess.DEVNULL)
        bare, console = alternate(
            [sys.executable, "-m", "bench.bare_window"],
            [*facilitator, event],
            _as_people_start_it(environment),
        )
    reference = f"console {console * 1000:.0f} ms, bare PySide6 window {bare * 1000:.0f} ms, medians of {RUNS}"
    return [Figure("start to painted console", console / bare, "times a bare window", LIMIT, reference)]

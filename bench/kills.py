"""The host's program killed with SIGKILL after every command of a day, in the midst of the next one.

Held against what was confirmed, and against a countdown that is kept here from the times at which the host did things.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

from bench import Figure
from bench.mortal_day import DAY, OPENING, PITCHES, RESULTS, SHORT, SHORT_TALK, TALK, VOTE, Turn, make
from facilitator.store.event_file import EventFile
from facilitator.voting.model import Phase

KILLS = 200
LENGTHS = {OPENING: 600_000, SHORT_TALK: SHORT, TALK: 1_800_000, VOTE: SHORT, PITCHES: 1_800_000, RESULTS: 600_000}
TOLERANCE_MS = 100.0
RELAUNCH_SECONDS = 5.0


@dataclass(frozen=True)
class Clock:
    """What the countdown ought to be, in milliseconds of the monotonic clock."""

    item: int = 0
    started: float = 0
    added: float = 0
    paused: float = 0
    paused_at: float | None = None

    def left(self, at: float) -> float:
        """What is left."""
        return LENGTHS[self.item] + self.added - ((self.paused_at or at) - self.started - self.paused)

    def after(self, turn: Turn, at: float) -> Clock:
        """The clock after a turn of the day, undo and redo excepted."""
        if turn.get("type") in ("start-day", "next"):
            return Clock(self.item + 1, at)
        if "wait-end" in turn:
            return Clock(TALK, at) if turn["wait-end"] == SHORT_TALK else self
        if turn["type"] == "pause":
            return replace(self, paused_at=at)
        if turn["type"] == "resume":
            return replace(self, paused=self.paused + at - (self.paused_at or at), paused_at=None)
        if turn["type"] == "add-time":
            return replace(self, added=self.added + turn["seconds"] * 1000)
        if turn["type"] == "started-ago":
            return replace(self, started=at - turn["seconds"] * 1000, paused=0)
        return self


@dataclass
class Tally:
    """What became of the kills. `wrong` is how far countdowns were off, in milliseconds; `relaunch` in seconds."""

    kills: int = 0
    lost: int = 0
    twice: int = 0
    wrong: list[float] = field(default_factory=list)
    relaunch: list[float] = field(default_factory=list)


class Host:
    """The process that forks hosts, and what they tell."""

    def __init__(self, path: Path) -> None:
        """Returns when everything is loaded; no host runs yet."""
        command = [sys.executable, "-m", "bench.mortal_host", str(path)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.hear()

    def launch(self) -> tuple[int, dict[str, Any]]:
        """A host that has opened the event: its process, and how the event stands."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"go\n")
        self._process.stdin.flush()
        return int(self.hear()["pid"]), self.hear()

    def hear(self) -> dict[str, Any]:
        """The next thing told.

        Raises:
            RuntimeError: the host ended.
        """
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the host's program ended by itself")
        told: dict[str, Any] = json.loads(line)
        return told

    def end(self) -> None:
        """No more hosts."""
        self._process.communicate()


@contextmanager
def hosts(path: Path) -> Iterator[Host]:
    """The process that forks hosts, ended at the end of the block."""
    host = Host(path)
    try:
        yield host
    finally:
        host.end()


class MortalDay:
    """One day in which the host is killed in the midst of every turn, once each."""

    def __init__(self, path: Path, tally: Tally, random: Random) -> None:
        """`clocks` holds what the countdown ought to be after so many turns."""
        self._path = path
        self._tally = tally
        self._random = random
        self._clocks = [Clock()]
        self._begun = 0.0
        self._killed = -1

    def run(self, kills: int) -> None:
        """Up to so many kills; then the day is brought to its end, and what the file tells is looked through."""
        make(self._path)
        with hosts(self._path) as host:
            while self._one_life(host, kills):
                pass
        self._look_through()

    def _one_life(self, host: Host, kills: int) -> bool:
        """From the launch to the kill, or to the end of the day; whether there is more to come."""
        launched = time.monotonic()
        pid, opened = host.launch()
        self._check(opened)
        self._tally.relaunch.append(time.monotonic() - launched)
        alive, over = True, False
        while "dead" not in (told := host.hear()):
            if "over" in told:
                over = True
                if alive:
                    os.kill(pid, signal.SIGKILL)
            if "done" in told:
                self._confirm()
            elif "doing" in told:
                self._begun = told["at"]
                if alive and told["doing"] > self._killed and self._tally.kills < kills:
                    self._killed, alive = told["doing"], False
                    self._kill(pid, DAY[self._killed])
        return not over

    def _kill(self, pid: int, turn: Turn) -> None:
        until = self._clocks[-1].left(self._begun) / 1000 - 0.004 if "wait-end" in turn else 0.0
        time.sleep(max(0.0, until) + self._random.random() * 0.008)
        os.kill(pid, signal.SIGKILL)
        self._tally.kills += 1

    def _confirm(self) -> None:
        """The turn has been done; the desk read the clock right after it was begun, or when the item ended."""
        number = len(self._clocks) - 1
        turn, before = DAY[number], self._clocks[-1]
        if turn.get("type") in ("undo", "redo"):
            self._clocks.append(self._clocks[number - 1])
        elif "wait-end" in turn:
            self._clocks.append(before.after(turn, max(self._begun, self._begun + before.left(self._begun))))
        else:
            self._clocks.append(before.after(turn, self._begun))

    def _check(self, opened: dict[str, Any]) -> None:
        """What a host found in the file, against what was confirmed; a turn under way may be there or not."""
        confirmed = len(self._clocks) - 1
        if opened["opened"] == confirmed + 1:
            self._confirm()
        elif opened["opened"] != confirmed:
            raise RuntimeError(f"{confirmed} turns were confirmed, the file has {opened['opened']}")
        ought = self._clocks[-1]
        if opened["item"] is not None:
            self._tally.wrong.append(abs(opened["left"] - ought.left(opened["at"])))
            self._tally.lost += opened["item"] != ought.item

    def _look_through(self) -> None:
        with EventFile(self._path) as file:
            history = file.history()
        self._tally.lost += len(DAY) - len(history)
        ends = Counter(step.command["item"] for step in history if step.command["type"] == "reach-end")
        openings = sum(
            entry.after.phase is Phase.OPEN and entry.before.phase is Phase.DRAFT
            for step in history
            for entry in step.entries
            if (entry.slice, entry.field) == ("voting", "ballots")
        )
        self._tally.twice += abs(ends[SHORT_TALK] - 1) + abs(ends[VOTE] - 1) + abs(openings - 1)


def killed(kills: int, folder: Path, seed: int = 1) -> Tally:
    """Days until there have been so many kills.

    Raises:
        RuntimeError: a host ended by itself, or what it found in the file is not what had been confirmed.
    """
    tally, random = Tally(), Random(seed)
    day = 0
    while tally.kills < kills:
        day += 1
        MortalDay(folder / f"day-{day}.hackday", tally, random).run(kills)
    return tally


def seconds_to_launch(path: Path) -> float:
    """How long the program takes from its start, with nothing loaded, until it has told how the event stands."""
    make(path)
    started = time.monotonic()
    command = [sys.executable, "-m", "bench.mortal_host", str(path), "alone"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as host:
        assert host.stdout is not None
        host.stdout.readline()
        took = time.monotonic() - started
        host.kill()
    return took


def run() -> list[Figure]:
    """200 kills.

    Raises:
        RuntimeError: the system knows no SIGKILL, or something confirmed was lost.
    """
    if sys.platform == "win32":
        raise RuntimeError("this system knows no SIGKILL")
    with tempfile.TemporaryDirectory() as folder:
        tally = killed(KILLS, Path(folder))
        fresh = max(seconds_to_launch(Path(folder) / f"fresh-{turn}.hackday") for turn in range(3))
    asked = f"{tally.kills} kills, {len(tally.wrong)} countdowns looked at"
    return [
        Figure("confirmed and lost", tally.lost, "turns", 0, asked),
        Figure("ends and openings done twice or not at all", tally.twice, "times", 0, asked),
        Figure("countdown after a relaunch", max(tally.wrong), "ms off at most", TOLERANCE_MS, asked),
        Figure("from launch to the countdown, all loaded", max(tally.relaunch), "s", RELAUNCH_SECONDS),
        Figure("from launch to the countdown, nothing loaded", fresh, "s", RELAUNCH_SECONDS, "worst of three"),
    ]

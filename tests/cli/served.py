"""`serve` as a script drives it: started as a process, asked over HTTP, ended by a signal."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from .program import PROGRAM, environment


@dataclass(frozen=True, slots=True)
class Serving:
    """A running `serve`, the first line it printed, and how long that took in seconds."""

    process: subprocess.Popen[str]
    first: Mapping[str, Any]
    seconds: float
    client: httpx.Client
    versions: list[int] = field(default_factory=lambda: [0])
    """What the commands so far have been answered with."""

    def do(self, kind: str, **fields: object) -> httpx.Response:
        """Send a command as a staff phone does."""
        return self.client.post("/api/staff/commands", json={"type": kind, **fields})

    def done(self, kind: str, **fields: object) -> dict[str, Any]:
        """Send a command that must be carried out."""
        answer = self.do(kind, **fields)
        assert answer.status_code == 200, answer.text
        document: dict[str, Any] = answer.json()
        self.versions.append(document["version"])
        return document

    def state(self) -> dict[str, Any]:
        """What a second host sees, once it holds the latest command carried out."""
        give_up = time.monotonic() + 10
        while time.monotonic() < give_up:
            document: dict[str, Any] = self.client.get("/api/staff/state").json()
            if document["version"] >= self.versions[-1]:
                return document
        raise AssertionError(f"phones were never told version {self.versions[-1]}")

    def kill(self) -> None:
        """End it however it stands, at the end of a test."""
        self.client.close()
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate(timeout=30)

    def end(self, signal_number: int) -> tuple[int, str]:
        """Send a signal; returns the exit status, and what was printed after the first line."""
        self.client.close()
        self.process.send_signal(signal_number)
        rest, _ = self.process.communicate(timeout=30)
        return self.process.returncode, rest


def serve(event: Path, port: int = 0) -> Serving:
    """Start `serve` on loopback and wait for its first line."""
    begin = time.monotonic()
    process = subprocess.Popen(
        [*PROGRAM, "serve", str(event), "--host", "127.0.0.1", "--port", str(port), "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(), encoding="utf-8",
    )  # fmt: skip
    assert process.stdout is not None
    first = json.loads(process.stdout.readline())
    seconds = time.monotonic() - begin
    headers = {"Authorization": f"Staff {first['staff_key']}", "Accept-Language": "en"}
    return Serving(
        process, first, seconds, httpx.Client(base_url=first["url"], headers=headers, timeout=30, trust_env=False)
    )

"""Servers for the tests: one for all of a module, or a fresh one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from facilitator.web import child_process

from .day import Served, child_command


@pytest.fixture(scope="module")
def _alone() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(child_process, "command_line", child_command)
        yield


@pytest.fixture
def served(tmp_path: Path, _alone: None) -> Iterator[Served]:
    """A server of its own for one test."""
    running = Served(tmp_path / "day.hackday")
    running.start()
    yield running
    running.server.stop()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, _alone: None) -> Iterator[httpx.Client]:
    """A client of one server for all tests of a module that leave no trace in it."""
    running = Served(tmp_path_factory.mktemp("shared") / "day.hackday")
    running.start()
    with httpx.Client(base_url=running.url, headers={"Accept-Language": "en"}, timeout=20, trust_env=False) as opened:
        yield opened
    running.server.stop()


@pytest.fixture
def client(served: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=served.url, headers={"Accept-Language": "en"}, timeout=20, trust_env=False) as opened:
        yield opened

"""The phone server as console and command line start it: which port it takes, and what it does without one."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.app import phones as app_phones
from facilitator.app.phones import Phones
from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.event.commands import KeepPort
from tests.desk.builders import event_on_disk, open_session

LOOPBACK = "127.0.0.1"
PATIENCE_SECONDS = 20.0


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program uses."""
    with socket.create_server((LOOPBACK, 0)) as other:
        yield other.getsockname()[1]


def settled(phones: Phones) -> None:
    """Return once the server serves, or has said that it cannot."""
    changed = threading.Event()
    stop = phones.on_change(changed.set)
    if phones.url is None and phones.failure() is None:
        assert changed.wait(PATIENCE_SECONDS)
    stop()


@pytest.mark.parametrize("wait", [True, False], ids=["command line", "console"])
def test_a_new_event_takes_another_port_when_the_usual_one_is_taken_and_keeps_it(
    tmp_path: Path, taken: int, wait: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_phones, "USUAL_PORT", taken)
    path = event_on_disk(tmp_path / "A.hackday")
    with open_session(path) as session:
        phones = Phones(session, host=LOOPBACK)
        phones.start(wait=wait)
        settled(phones)
        try:
            assert phones.failure() is None
            assert phones.url is not None
            assert phones.url != f"http://{LOOPBACK}:{taken}"
            assert phones.url.endswith(f":{session.desk.state.event.port}")
        finally:
            phones.stop()


def test_an_event_whose_codes_are_printed_says_that_its_port_is_taken(tmp_path: Path, taken: int) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    with open_session(path) as session:
        session.desk.do(KeepPort(taken), "program")
        phones = Phones(session, host=LOOPBACK)
        phones.start()
        settled(phones)
        phones.stop()
        assert f"port {taken}" in str(phones.failure())
        assert session.desk.state.event.port == taken


def test_a_full_disk_does_not_keep_phones_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    with open_session(path) as session:

        def full(*_: object) -> None:
            raise UserError(text("The disk is full."))

        monkeypatch.setattr(session.file, "save", full)
        phones = Phones(session, host=LOOPBACK)
        phones.start(0, wait=True)
        assert phones.url is not None
        phones.stop()


def test_nothing_is_served_after_the_event_was_closed(tmp_path: Path) -> None:
    with open_session(event_on_disk(tmp_path / "A.hackday")) as session:
        phones = Phones(session, host=LOOPBACK)
        phones.stop()
        phones.start(0)
        assert phones.pid is None
        assert phones.url is None

"""Servers for the tests: one for all of a module, or a fresh one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from facilitator.app.phones import Phones
from facilitator.app.session import Session
from facilitator.app.templates import create
from facilitator.web import child_process

from .day import Served, child_command
from .screens import open_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
expect.set_options(timeout=20_000)


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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this computer")
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield opened
        opened.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that speaks English and has never been here."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def wide(browser: Browser) -> Iterator[BrowserContext]:
    """A screen like the projector's."""
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample event as it is before anything has happened."""
    path = tmp_path_factory.mktemp("sample") / "sample.hackday"
    create(path, sample=True, language="en", day=date(2026, 5, 20))
    return path


@pytest.fixture
def session(tmp_path: Path, _sample: Path) -> Iterator[Session]:
    """The sample event, with its real desk."""
    path = tmp_path / "sample.hackday"
    shutil.copyfile(_sample, path)
    with Session(path) as opened:
        yield opened


@pytest.fixture
def phones(session: Session, _alone: None) -> Iterator[Phones]:
    """The phone server of the sample event."""
    server = Phones(session, host="127.0.0.1")
    server.start(0, wait=True)
    yield server
    server.stop()


@pytest.fixture
def screen(wide: BrowserContext, phones: Phones) -> Iterator[Page]:
    """The room's scene on such a screen."""
    page = open_page(wide, f"{phones.url}/screen?lang=en")
    page.locator(".scene").wait_for()
    yield page
    assert page.faults == []  # type: ignore[attr-defined]


@pytest.fixture
def staff(phone: BrowserContext, phones: Phones) -> Iterator[Page]:
    """A host's phone that has opened the staff address."""
    page = phone.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if "Security Policy" in message.text else None)
    page.goto(str(phones.staff_url))
    page.wait_for_url("**/staff")
    yield page
    assert faults == []

"""Looking at the pages for screens in a real browser."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page

from facilitator.app.session import Session

from .accessible import violations

SIZES = ((1920, 1080), (1080, 1920), (390, 844), (1024, 768))

CUT_OFF = """() => [...document.querySelectorAll('#scene .scene *')].filter(node => {
    const box = node.getBoundingClientRect();
    return box.width && (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1)
        && node.checkVisibility() && !node.closest('svg') && node.textContent.trim();
}).map(node => node.className + ': ' + node.textContent.slice(0, 60))"""


def open_page(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if "Security Policy" in message.text else None)
    page.faults = faults  # type: ignore[attr-defined]  # kept with the page that they are of
    page.goto(address)
    return page


def settle(page: Page, holds: str) -> None:
    """Wait until an expression is true in the page, whose policy forbids Playwright's own way of asking."""
    for _ in range(1_200):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"{holds} did not come true")


def shows(page: Page, session: Session) -> None:
    """Wait until the page has what the desk has."""
    settle(page, f"told && told.version >= {session.desk.version}")
    page.wait_for_timeout(50)


def looked_at(page: Page, name: str) -> None:
    """On screens of every shape nothing is cut off, and axe finds nothing."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(60)
        assert page.evaluate(CUT_OFF) == [], (name, width, height)
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.wait_for_timeout(60)
    found = [one for one in violations(page) if not one.startswith("page-has-heading-one")]
    assert found == [], name

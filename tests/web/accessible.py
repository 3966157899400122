"""Asks axe-core (https://github.com/dequelabs/axe-core) for what is wrong with a page as it stands."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

_NARROW = """() => {
    const small = [...document.querySelectorAll('button, a.button, .opt, .seg label, .code, .text, select')]
        .filter(one => one.offsetParent).map(one => [one.textContent || one.id, one.getBoundingClientRect()])
        .filter(([, box]) => box.height < 43.5 || box.width < 29).map(([words]) => words);
    return [document.documentElement.scrollWidth - innerWidth, small];
}"""


@cache
def _axe() -> str:
    found = find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        pytest.skip("axe-playwright-python is not installed")
    return (Path(found.origin).parent / "axe.min.js").read_text("utf-8")


def violations(page: Page) -> list[str]:
    """What axe finds, best practices and the criteria of WCAG 2.2 AA alike, in light colours and in dark ones."""
    page.evaluate(_axe())
    # The size of targets is a new criterion of WCAG 2.2, which axe checks only when asked.
    found = _found(page, "{rules: {'target-size': {enabled: true}}}")
    page.emulate_media(color_scheme="dark")
    found += _found(page, "{runOnly: ['color-contrast']}")
    page.emulate_media(color_scheme="light")
    return found


def _found(page: Page, options: str) -> list[str]:
    report: dict[str, Any] = page.evaluate(f"axe.run(document, {options})")
    return [
        f"{each['id']}: {node['html'][:120]} {node['failureSummary'][:300]}"
        for each in report["violations"]
        for node in each["nodes"]
    ]


def cut_off_or_too_small(page: Page) -> list[str]:
    """Whether the page is wider than the screen, and controls that are too small for a finger."""
    wider, small = page.evaluate(_NARROW)
    return ([f"{wider} pixels wider than the screen"] if wider else []) + list(small)

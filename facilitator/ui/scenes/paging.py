"""Turns pages by the clock, so that every screen that shows the same thing shows the same page."""

from __future__ import annotations

from facilitator.common.clock import Duration, Moment

PAGE_MS = 12_000
"""How long a page stays: long enough to find one's name among forty."""


def page(pages: int, now: Moment) -> int:
    """The page to show, counted from 0."""
    return now.wall // PAGE_MS % max(1, pages)


def stays(pages: int, now: Moment) -> Duration | None:
    """How long the page stays; a single page stays for good."""
    return Duration(PAGE_MS - now.wall % PAGE_MS) if pages > 1 else None

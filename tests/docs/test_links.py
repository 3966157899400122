"""Every link leads somewhere, and the pictures are those that are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

import dev
from tests.docs.pages import GUIDES, PICTURES, anchors, links, pages

MOST_PICTURES = 22
LARGEST_PICTURE = 300_000


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(dev.ROOT)))
def test_links_lead_to_files_and_headings(page: Path) -> None:
    for link in links(page):
        assert link.target.exists(), f"{page.name} leads to {link.target}"
        if link.anchor:
            assert link.anchor in anchors(link.target), f"{page.name} leads to #{link.anchor} in {link.target.name}"


def test_the_guides_are_found_from_the_readme() -> None:
    assert set(GUIDES.values()) <= {link.target for link in links(dev.ROOT / "README.md")}


def test_every_picture_is_shown_and_small() -> None:
    shown = {link.target for page in pages() for link in links(page) if link.target.parent == PICTURES}
    kept = set(PICTURES.iterdir())
    assert kept == shown
    assert len(kept) <= MOST_PICTURES
    assert max(picture.stat().st_size for picture in kept) < LARGEST_PICTURE


def test_the_guides_show_the_same_pictures() -> None:
    in_english, in_swedish = (
        [link.target.name for link in links(page) if link.target.parent == PICTURES] for page in GUIDES.values()
    )
    assert [name.replace("-en.png", "-sv.png") for name in in_english] == in_swedish

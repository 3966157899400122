"""The reader of catalogues, held against gettext's own."""

from __future__ import annotations

import gettext
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from facilitator.common.catalogue import Catalogue

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)


def compiled(single: dict[str, str], plural: dict[str, tuple[str, str, str]]) -> bytes:
    """A catalogue of Swedish as Babel compiles it; `plural` gives the plural and both translations by singular."""
    catalogue = Catalog(locale="sv")
    for message, words in single.items():
        catalogue.add(message, words)
    for message, (more, one, many) in plural.items():
        catalogue.add((message, more), (one, many))
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


@given(st.dictionaries(WORDS, WORDS), st.dictionaries(WORDS, st.tuples(WORDS, WORDS, WORDS)), st.integers(0, 3), WORDS)
def test_it_says_what_gettext_says(
    single: dict[str, str], plural: dict[str, tuple[str, str, str]], count: int, other: str
) -> None:
    single = {message: words for message, words in single.items() if message not in plural}
    data = compiled(single, plural)
    ours, theirs = Catalogue(data), gettext.GNUTranslations(BytesIO(data))
    for message in {*single, other} - plural.keys():
        assert ours.gettext(message) == theirs.gettext(message)
    for message in {*plural, other} - single.keys():
        more = plural[message][0] if message in plural else "more"
        assert ours.ngettext(message, more, count) == theirs.ngettext(message, more, count)


def test_what_is_no_catalogue_is_refused() -> None:
    with pytest.raises(ValueError, match="catalogue"):
        Catalogue(b"msgid")

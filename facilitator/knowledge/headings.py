"""What lists of knowledge call their columns and kinds."""

from __future__ import annotations

from facilitator.knowledge.model import Kind
from facilitator.tables.headings import Synonyms, plain

SYNONYMS: Synonyms = {
    "kind": ("Typ", "Slag", "Sort", "Kategori", "Type", "Kind", "Category"),
    "code": ("Kod", "Nummer", "Beteckning", "Code", "Number", "Id"),
    "title": ("Titel", "Rubrik", "Namn", "Title", "Heading", "Name"),
    "text": (
        "Text", "Beskrivning", "Innehåll", "Fråga", "Frågeställning", "Description", "Content", "Body", "Question",
    ),
    "organisation": ("Organisation", "Org", "Organization", "Myndighet", "Arbetsgivare", "Employer", "Agency"),
    "sector": ("Sektor", "Sector"),
    "theme": ("Tema", "Område", "Ämne", "Theme", "Topic", "Area"),
    "workshop": ("Workshop", "Verkstad", "Tillfälle", "Workshop no", "Workshop nr"),
    "source": ("Källa", "Källor", "Underlag", "Bygger på", "Source", "Sources", "Based on"),
}  # fmt: skip
"""Field of a knowledge item or question → its headings."""

QUESTION = "question"
"""The kind of row that holds a question (frågeställning)."""

_WORDS = {
    Kind.EXAMPLE.value: (
        "framgångsexempel", "exempel", "gott exempel", "goda exempel", "framgång",
        "example", "success example", "success", "good example",
    ),
    Kind.CHALLENGE.value: ("utmaning", "utmaningar", "challenge", "challenges", "problem"),
    QUESTION: ("fråga", "frågor", "frågeställning", "frågeställningar", "question", "questions"),
}  # fmt: skip
_KIND_OF = {plain(word): kind for kind, words in _WORDS.items() for word in words}

KIND_WORDS = tuple(words[0] for words in _WORDS.values()) + tuple(_WORDS)
"""The words to suggest when a kind is not understood."""


def kind_of(word: str) -> str | None:
    """The value of `Kind`, or `QUESTION`, that a word in the list's kind column means."""
    return _KIND_OF.get(plain(word))

"""The Swedish catalogue: complete, with every value in its place, in the field's own words."""

from __future__ import annotations

import re
import string

import pytest

from tests.texts.sources import SWEDISH, catalogue, entries

FIELD = {
    r"team sheets?": "lagblad",
    r"badges?": "namnbrick",
    r"table signs?": "bordsskylt",
    r"wall list": "vägglist",
    r"check-in list": "incheckningslist",
    r"voting cards?": "röstkort",
    r"electoral roll": "röstlängd",
    r"turnout": "valdeltagande",
    r"receipts?": "kvitto",
    r"hack hosts?": "hackvärd",
    r"agenda items?": "programpunkt",
    r"participants?": "deltagar",
    r"walk-ins?": "drop-in",
    r"sectors?": "sektor",
    r"quotas?": "kvot",
    r"success examples?": "framgångsexempel",
    r"challenges?": "utmaning",
    r"questions?": "frågeställning",
    r"solutions?": "lösning",
    r"ballots?": "omröstning|röst",
    r"jury": "jury",
    r"follow-up group": "samverkansgrupp",
    r"(?<!“)rehears(e|al)": "genrep",
    r"safety cop(y|ies)": "säkerhetskopi",
    r"straw polls?": "provomröstning",
    r"dots?": "prick",
    r"straw": "provomröstning",
}
"""English words of the field and the Swedish that stands for them, everywhere; “rehearse” is typed, so it stays."""

OTHER_QUESTIONS = frozenset(
    {
        "A ballot asks the room one question. It opens by hand, or with an agenda item.",
        "Questions",
        "A pitch, its questions and a change-over last up to an hour each.",
        "{teams}; questions and change-overs alone run past {time}",
    }
)
"""Sentences where a question is no frågeställning: it is put to the room, or to the team after its pitch."""


def _places(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


ENTRIES = entries(SWEDISH)
PAIRS = [pair for entry in ENTRIES for pair in zip(entry.english, entry.swedish, strict=True)]
"""English and Swedish, form by form."""


def test_nothing_is_untranslated() -> None:
    assert not [english for english, swedish in PAIRS if not swedish.strip()]
    assert not [entry.english for entry in ENTRIES if entry.fuzzy]


def test_swedish_has_two_numbers() -> None:
    """One of something, and any other number of it."""
    swedish = catalogue(SWEDISH)
    assert (swedish.num_plurals, swedish.plural_expr) == (2, "(n != 1)")
    assert any(len(entry.english) == 2 for entry in ENTRIES)


def test_every_place_is_kept() -> None:
    """Every value that the English sentence shows is shown, and no other; “one” may be written out."""
    lost = [
        (english, swedish)
        for english, swedish in PAIRS
        if _places(english) != _places(swedish) and _places(english) ^ _places(swedish) != {"count"}
    ]
    assert not lost


def test_only_the_singular_may_drop_its_number() -> None:
    """A plural form without its number would hide how many there are."""
    last = [(entry.english[-1], entry.swedish[-1]) for entry in ENTRIES]
    assert not [pair for pair in last if _places(pair[0]) != _places(pair[1])]


def test_quotation_marks_are_swedish() -> None:
    """”So”, and apostrophes nowhere: Swedish has none."""
    assert not [swedish for _, swedish in PAIRS if re.search("[“‘’'\"«»]", swedish)]


def test_sentences_end_alike() -> None:
    """A sentence stays a sentence, a label a label."""
    ends = ".?!…:"
    unlike = [
        (english, swedish)
        for english, swedish in PAIRS
        if (english[-1] if english[-1] in ends else "") != (swedish[-1] if swedish[-1] in ends else "")
    ]
    assert not unlike


def test_spaces_are_single_and_inside() -> None:
    """Only a line break may divide a text, and only where the English one has it."""
    lines = [line for _, swedish in PAIRS for line in swedish.split("\n")]
    assert not [line for line in lines if line != " ".join(line.split())]
    assert not [swedish for english, swedish in PAIRS if swedish.count("\n") != english.count("\n")]


def test_captions_stay_captions() -> None:
    """Words in capitals are small headings in both languages."""
    unlike = [
        (english, swedish)
        for english, swedish in PAIRS
        if len(_bare(english)) > 3 and _bare(english).isupper() != _bare(swedish).isupper()
    ]
    assert not unlike


@pytest.mark.parametrize(("english", "swedish"), FIELD.items(), ids=FIELD.values())
def test_one_word_for_one_thing(english: str, swedish: str) -> None:
    """The field's words are its own in Swedish too."""
    word = re.compile(rf"\b{english}\b", re.IGNORECASE)
    strayed = [
        (said, translated)
        for said, translated in PAIRS
        if word.search(_bare(said))
        and not re.search(swedish, translated, re.IGNORECASE)
        and said not in OTHER_QUESTIONS
    ]
    assert not strayed


def _bare(words: str) -> str:
    """The words without their places."""
    return "".join(literal for literal, *_ in string.Formatter().parse(words))

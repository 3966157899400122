"""Names in the order in which a Swedish reader looks for them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.printing.collation import initial, sort_key

SWEDISH = [
    "af Ström",
    "Alm",
    "Ärlig",
    "Åberg",
    "Ödman",
    "Zetterström",
    "Edén",
    "Eden",
    "Vik",
    "Wallin",
    "Østby",
    "Æther",
    "Müller",
    "Myhr",
    "Çelik",
    "Celsing",
    "Kovač",
    "Yılmaz",
]


def in_order(names: list[str], language: str) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, language))


def test_swedish_order() -> None:
    assert in_order(SWEDISH, "sv") == [
        "af Ström",
        "Alm",
        "Çelik",
        "Celsing",
        "Eden",
        "Edén",
        "Kovač",
        "Myhr",
        "Müller",
        "Vik",
        "Wallin",
        "Yılmaz",
        "Zetterström",
        "Åberg",
        "Ärlig",
        "Æther",
        "Ödman",
        "Østby",
    ]


def test_english_order_passes_over_accents() -> None:
    assert in_order(["Zed", "Ödman", "Åberg", "Olsen"], "en") == ["Åberg", "Ödman", "Olsen", "Zed"]


def test_case_and_hyphens_do_not_count() -> None:
    assert in_order(["Lind-Ek", "lindeb", "LINDEL"], "sv") == ["lindeb", "Lind-Ek", "LINDEL"]


def test_decomposed_letters_are_the_same_letters() -> None:
    assert sort_key("A\u030aberg", "sv")[0] == sort_key("Åberg", "sv")[0]


@given(st.text("abcåäöÅÄÖzé", min_size=1), st.text("abcåäöÅÄÖzé", min_size=1))
def test_the_order_is_that_of_the_alphabet_letter_by_letter(one: str, other: str) -> None:
    alphabet = "abceézåäö"
    places = [
        [alphabet.replace("é", "").index(letter.replace("é", "e")) for letter in name.lower()] for name in (one, other)
    ]
    if places[0] != places[1]:
        assert (places[0] < places[1]) == (sort_key(one, "sv") < sort_key(other, "sv"))


def test_initials() -> None:
    assert [initial(name, "sv") for name in ("ålund", "Østby", "Édouard", "van Dam", "7", "")] == [
        "Å", "Ö", "E", "V", "7", "",
    ]  # fmt: skip
    assert initial("Ålund", "en") == "A"

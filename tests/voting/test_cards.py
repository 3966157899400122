"""Cards, their macs, and receipts."""

from __future__ import annotations

import hashlib
import hmac
import json
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.common.errors import UserError
from facilitator.voting import cards
from facilitator.voting.choices import canonical
from facilitator.voting.receipts import receipt

SECRETS = st.text(alphabet=cards.ALPHABET, min_size=10, max_size=10)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


def test_published_vector() -> None:
    """Worked out by hand from CONTRACTS' words, with nothing of ours."""
    secret, contest, uid = "7K3MQ2XNA0", "0f" * 16, "ab" * 16
    choices = {"scores": {"2": {"Nyttå": 5}, "10": {"Mod": 0}}}
    message = "vote|" + contest + "|" + uid + '|{"scores":{"10":{"Mod":0},"2":{"Nyttå":5}}}'
    assert cards.card_id(secret) == hashlib.sha256(b"card:7K3MQ2XNA0").hexdigest()[:16]
    expected = hmac.new(b"7K3MQ2XNA0", message.encode("utf-8"), "sha256").hexdigest()
    assert cards.mac(secret, contest, uid, choices) == expected
    assert cards.verified(secret, contest, uid, choices, expected.upper())
    assert cards.address("http://10.0.0.2:8080/", secret) == "http://10.0.0.2:8080/#7K3MQ2XNA0"


@given(SECRETS, st.data())
def test_a_mac_binds_everything_it_covers(secret: str, data: st.DataObject) -> None:
    vote = {"secret": secret, "contest": "a" * 32, "uid": "b" * 32, "choices": {"one": 1}}
    mac = cards.mac(**vote)  # type: ignore[arg-type]
    assert cards.verified(**vote, claimed=mac)  # type: ignore[arg-type]
    other: dict[str, object] = {"secret": "0" * 9 + ("1" if secret[-1] == "0" else "0"), "contest": "c" * 32}
    other |= {"uid": "d" * 32, "choices": {"one": 2}}
    changed = data.draw(st.sampled_from(sorted(vote)))
    assert not cards.verified(**{**vote, changed: other[changed]}, claimed=mac)  # type: ignore[arg-type]


@given(JSON, st.text(st.characters(exclude_categories=())))
def test_hostile_macs_and_choices_are_only_wrong(choices: object, claimed: str) -> None:
    assert not cards.verified("0" * 10, "a" * 32, "b" * 32, choices, claimed)


def test_choices_too_deep_or_too_long_are_only_wrong() -> None:
    deep: object = 1
    for _ in range(100_000):
        deep = [deep]
    assert not cards.verified("0" * 10, "a" * 32, "b" * 32, deep, "f" * 64)
    assert not cards.verified("0" * 10, "a" * 32, "b" * 32, 10**5000, "f" * 64)
    while isinstance(deep, list):  # taken apart by hand: a deep list overflows the stack of some interpreters
        deep = deep[0]


@given(st.dictionaries(st.text(max_size=4), st.integers()))
def test_canonical_form_is_json_without_spaces_in_order_of_keys(choices: dict[str, int]) -> None:
    assert json.loads(canonical(choices)) == choices
    assert canonical(choices) == canonical(dict(reversed(choices.items())))


@given(SECRETS, st.data())
def test_what_people_type_is_understood(secret: str, data: st.DataObject) -> None:
    typed = "".join(
        data.draw(st.sampled_from({"1": "1iIlL", "0": "0oO"}.get(each, each + each.lower())))
        + data.draw(st.sampled_from(["", "", "-", " "]))
        for each in secret
    )
    assert cards.normalised(f" {typed} ") == secret
    assert cards.normalised(cards.shown(secret)) == secret


@pytest.mark.parametrize("typed", ["", "7K3MQ", "7K3MQ-2XNA0-1", "7K3MQ-2XNAU", "åäöåä-öåäöå", "٣" * 10])
def test_what_cannot_be_a_code_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        cards.normalised(typed)


def test_secrets_use_all_fifty_bits() -> None:
    assert cards.new_secret(lambda n: b"\xff" * n) == "Z" * 10
    assert cards.new_secret(lambda n: bytes(n)) == "0" * 10
    source = random.Random(4)
    secrets = {cards.new_secret(source.randbytes) for _ in range(2000)}
    assert len(secrets) == 2000
    for place in range(10):
        assert {secret[place] for secret in secrets} == set(cards.ALPHABET)


def test_a_receipt_is_the_same_for_the_same_vote_only() -> None:
    receipts = {receipt(contest * 32, f"{uid:032x}") for contest in "ab" for uid in range(500)}
    assert len(receipts) == 1000
    assert receipt("a" * 32, f"{7:032x}") in receipts
    assert all(re.fullmatch(f"([{cards.ALPHABET}]{{4}}-){{3}}[{cards.ALPHABET}]{{4}}", each) for each in receipts)

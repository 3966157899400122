"""Voting cards: the secret on the card, its id on the network, and the mac that proves a vote came from the card.

The secret is 50 random bits as ten characters of Crockford's base32 (https://www.crockford.com/base32.html), an
alphabet without I, L, O and U; what people type for those is understood. It travels behind the `#` of the card's
address, which browsers never send. Only its id and macs made with it cross the network.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.voting.choices import ChoiceRefused, canonical

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_LENGTH = 10
_HALF = SECRET_LENGTH // 2
_LOOKALIKES = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None, "\u00a0": None, "\u2011": None})

RandomBytes = Callable[[int], bytes]
"""Gives that many random bytes; `secrets.token_bytes` in the program, something repeatable in tests."""


def new_secret(random_bytes: RandomBytes) -> str:
    """A fresh secret of 50 bits, without hyphen."""
    bits = int.from_bytes(random_bytes(7), "big")
    return "".join(ALPHABET[(bits >> (5 * place)) & 31] for place in range(SECRET_LENGTH))


def shown(secret: str) -> str:
    """The secret as it stands on the card: XXXXX-XXXXX."""
    return f"{secret[:_HALF]}-{secret[_HALF:]}"


def normalised(typed: str) -> str:
    """The secret in what somebody typed: any case, with or without hyphen or spaces, I and L for 1, O for 0.

    Raises:
        UserError: it cannot be a card's code.
    """
    secret = typed.strip().upper().translate(_LOOKALIKES)
    if len(secret) != SECRET_LENGTH or any(character not in ALPHABET for character in secret):
        raise UserError(
            text("This is not the code of a voting card."),
            text("It has ten letters and digits and looks like XXXXX-XXXXX; type it as it stands on your card."),
        )
    return secret


def card_id(secret: str) -> str:
    """The card's id on the network: the first 16 hex digits of SHA-256 of `card:SECRET`."""
    return hashlib.sha256(f"card:{secret}".encode()).hexdigest()[:16]


def address(base_url: str, secret: str) -> str:
    """The address in the card's QR code; `base_url` is that of the phone page, such as `http://10.0.0.2:8080`."""
    return f"{base_url.rstrip('/')}/#{secret}"


def mac(secret: str, contest: str, uid: str, choices: object) -> str:
    """Hex HMAC-SHA-256 with the secret as key over `vote|CONTEST|UID|CHOICES`, the choices as canonical JSON.

    Raises:
        ChoiceRefused: the choices have no canonical form.
    """
    return signature(secret, contest, uid, canonical(choices))


def signature(secret: str, contest: str, uid: str, said: str) -> str:
    """The mac over choices that are canonical JSON already."""
    message = f"vote|{contest}|{uid}|{said}"
    return hmac.new(secret.encode(), message.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def verified(secret: str, contest: str, uid: str, choices: object, claimed: str) -> bool:
    """Whether the claimed mac is the right one; takes the same time wherever it goes wrong."""
    try:
        said = canonical(choices)
    except ChoiceRefused:
        return False
    return genuine(secret, contest, uid, said, claimed)


def genuine(secret: str, contest: str, uid: str, said: str, claimed: str) -> bool:
    """Like `verified`, over choices that are canonical JSON already."""
    expected = signature(secret, contest, uid, said)
    return hmac.compare_digest(expected.encode(), claimed.lower().encode("utf-8", "surrogatepass"))

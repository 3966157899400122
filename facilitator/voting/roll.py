"""Who holds which voting card: cards are issued, revoked and reissued here. Votes already cast are never touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from facilitator.common.errors import NotFound, Stale
from facilitator.common.frozen import frozen
from facilitator.common.texts import text
from facilitator.voting.cards import RandomBytes, card_id, new_secret
from facilitator.voting.model import Card, Role, Voting


@frozen
class Holder:
    """Somebody who gets a card: a participant by id, or a jury member or guest by name alone."""

    name: str
    role: Role = Role.PARTICIPANT
    participant: int | None = None


def issue_cards(voting: Voting, holders: Iterable[Holder], random_bytes: RandomBytes) -> Voting:
    """The state with a card for every holder; a participant who has a valid card of that role keeps it.

    A participant whose cards were all revoked gets the old place on the electoral roll back with the new card.
    """
    cards = dict(voting.cards)
    valid_last = sorted(cards.values(), key=lambda card: not card.revoked)
    held = {(card.participant, card.role): card for card in valid_last if card.participant is not None}
    for holder in holders:
        before = held.get((holder.participant, holder.role)) if holder.participant is not None else None
        if before is not None and not before.revoked:
            continue
        card = _fresh(cards, holder, random_bytes)
        if before is not None:
            card = replace(card, first=before.roll_key)
        cards[card.id] = card
        if holder.participant is not None:
            held[holder.participant, holder.role] = card
    return replace(voting, cards=cards)


def revoke_card(voting: Voting, card: str) -> Voting:
    """The state with this card no longer valid.

    Raises:
        NotFound: there is no such card.
        Stale: it is revoked already.
    """
    lost = _valid(voting, card)
    return replace(voting, cards={**voting.cards, card: replace(lost, revoked=True)})


def reissue_card(voting: Voting, card: str, random_bytes: RandomBytes) -> tuple[Voting, Card]:
    """The state with this card revoked and another in its place, and that one.

    The new card has the same place on the electoral roll, so what the holder has voted on stays voted on.

    Raises:
        NotFound: there is no such card.
        Stale: it is revoked already.
    """
    lost = _valid(voting, card)
    revoked = revoke_card(voting, card)
    fresh = _fresh(revoked.cards, Holder(lost.name, lost.role, lost.participant), random_bytes)
    fresh = replace(fresh, first=lost.roll_key)
    return replace(revoked, cards={**revoked.cards, fresh.id: fresh}), fresh


def _valid(voting: Voting, card: str) -> Card:
    found = voting.cards.get(card)
    if found is None:
        raise NotFound(text("There is no such voting card in this event."))
    if found.revoked:
        raise Stale(text("This voting card has been revoked already."))
    return found


def _fresh(cards: Mapping[str, Card], holder: Holder, random_bytes: RandomBytes) -> Card:
    while True:
        secret = new_secret(random_bytes)
        identity = card_id(secret)
        if identity not in cards:
            return Card(identity, secret, holder.participant, holder.name, holder.role)

"""Ballots, voting cards, choices, counting and receipts."""

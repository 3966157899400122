"""Ballots, the electoral roll, voting methods, tallies, receipts and their verification."""

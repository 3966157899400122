"""A batch of votes comes to what the same votes come to one by one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.store.ballot_box import Vote, write_all

from .event_file import new_event_file, set_ballot

CONTEST, OTHER = "c" * 32, "d" * 32
OPEN, CHANGEABLE, CLOSED, MISSING = 1, 2, 3, 4
TABLES = ("roll_mark", "cast_ballot", "changeable", "replaced_ballot")
VOTES = st.builds(
    Vote,
    st.sampled_from([OPEN, CHANGEABLE, CHANGEABLE, CLOSED, MISSING]),
    st.sampled_from([CONTEST, CONTEST, CONTEST, OTHER]),
    st.sampled_from(["v1", "v2", "v3"]),
    st.sampled_from(["r1", "r2", "r3", "r4"]),
    st.sampled_from(["participant", "jury"]),
    st.sampled_from(["{}", '{"one":1}']),
)


@cache
def prepared() -> bytes:
    """A file with the ballots of these tests."""
    with TemporaryDirectory() as folder:
        file = new_event_file(Path(folder) / "day.hackday")
        set_ballot(file, OPEN, "open", CONTEST)
        set_ballot(file, CHANGEABLE, "open", CONTEST, changeable=True)
        set_ballot(file, CLOSED, "closed", CONTEST)
        return file.read_bytes()


def outcome(batches: list[list[Vote]]) -> tuple[list[object], list[object]]:
    """The verdicts on all votes, and everything in the box."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "day.hackday"
        file.write_bytes(prepared())
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            verdicts = [verdict for batch in batches for verdict in write_all(connection, batch)]
            kept = [connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES]
        return list(verdicts), list(kept)


@given(batches=st.lists(st.lists(VOTES, min_size=1, max_size=10), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_a_batch_is_the_same_as_one_by_one(batches: list[list[Vote]]) -> None:
    assert outcome(batches) == outcome([[vote] for batch in batches for vote in batch])

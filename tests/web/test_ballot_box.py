"""The ballot box against a model of it, and what its bytes give away."""

from __future__ import annotations

import random
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.store.ballot_box import BallotBox, BallotBoxWriter, Verdict, Vote, write_all

from .event_file import new_event_file, set_ballot

CONTEST = "c" * 32
STORED = (Verdict.ACCEPTED, Verdict.REPLACED)


def vote(voter: str, receipt: str, ballot: int = 1, contest: str = CONTEST, choices: str = "{}") -> Vote:
    return Vote(ballot, contest, voter, receipt, "participant", choices)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return new_event_file(tmp_path / "day.hackday")


@pytest.fixture
def box(file: Path) -> Iterator[BallotBox]:
    opened = BallotBox(file)
    yield opened
    opened.close()


def put(file: Path, *votes: Vote) -> list[Verdict]:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        return write_all(connection, votes)


class Model:
    """What the box should hold, in the plainest words."""

    def __init__(self, changeable: bool) -> None:
        self.changeable = changeable
        self.held: dict[str, str] = {}
        self.dropped: set[str] = set()

    def put(self, voter: str, receipt: str) -> Verdict:
        owner = next((name for name, kept in self.held.items() if kept == receipt), None)
        if voter in self.held:
            if owner == voter or (owner and not self.changeable):
                return Verdict.REPEATED
            if not self.changeable:
                return Verdict.ALREADY
            if receipt in self.dropped:
                return Verdict.SUPERSEDED
            if owner:
                return Verdict.TAKEN
            self.dropped.add(self.held[voter])
            self.held[voter] = receipt
            return Verdict.REPLACED
        if owner:
            return Verdict.TAKEN
        self.held[voter] = receipt
        return Verdict.ACCEPTED


@given(
    changeable=st.booleans(),
    batches=st.lists(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("12345")), max_size=4), max_size=6),
)
@example(changeable=True, batches=[[("b", "3"), ("b", "1"), ("a", "3"), ("a", "2")]])
@settings(max_examples=60, deadline=None)
def test_whatever_arrives_each_voter_has_exactly_one_ballot(
    changeable: bool, batches: list[list[tuple[str, str]]]
) -> None:
    with TemporaryDirectory() as folder:
        file = new_event_file(Path(folder) / "day.hackday")
        set_ballot(file, 1, "open", CONTEST, changeable)
        model = Model(changeable)
        for batch in batches:
            assert put(file, *(vote(*each) for each in batch)) == [model.put(*each) for each in batch]
        with closing(BallotBox(file)) as box:
            assert box.receipts(1) == sorted(model.held.values())
            assert box.turnout(1) == len(model.held)
            assert {name for name in "abc" if 1 in box.voted(name)} == set(model.held)


@pytest.mark.parametrize(("phase", "contest"), [("draft", ""), ("closed", CONTEST), ("open", "d" * 32)])
def test_only_the_open_contest_takes_votes(file: Path, box: BallotBox, phase: str, contest: str) -> None:
    set_ballot(file, 1, phase, contest)
    assert put(file, vote("a", "1"), vote("a", "1", ballot=2)) == [Verdict.CLOSED, Verdict.CLOSED]
    assert box.all_turnouts() == {}


@pytest.mark.parametrize("changeable", [False, True])
def test_a_retry_after_the_close_still_gets_its_receipt(file: Path, box: BallotBox, changeable: bool) -> None:
    set_ballot(file, 1, "open", CONTEST, changeable)
    put(file, vote("a", "1"))
    set_ballot(file, 1, "closed", CONTEST, changeable)
    box.seal(1)
    assert put(file, vote("a", "1"), vote("a", "2"), vote("b", "1")) == [
        Verdict.REPEATED,
        Verdict.CLOSED,
        Verdict.CLOSED,
    ]


def test_the_first_choices_stand(file: Path, box: BallotBox) -> None:
    set_ballot(file, 1, "open", CONTEST)
    put(file, vote("a", "1", choices='{"one":1}'), vote("a", "1", choices='{"one":2}'))
    assert box.cast(1) == [("participant", '{"one":1}')]


def test_the_writer_answers_each_ticket_once(file: Path, box: BallotBox) -> None:
    set_ballot(file, 1, "open", CONTEST)
    answers: dict[int, Verdict] = {}
    writer = BallotBoxWriter[int](file, lambda batch: answers.update(batch))
    for number in range(1200):
        writer.submit(number, vote(f"voter {number % 1000}", f"receipt {number % 1000}"))
    writer.close()
    assert len(answers) == 1200
    assert [verdict for number, verdict in answers.items() if number < 1000] == [Verdict.ACCEPTED] * 1000
    assert box.turnout(1) == 1000


def test_votes_stand_in_the_main_file_soon_after(file: Path, tmp_path: Path) -> None:
    set_ballot(file, 1, "open", CONTEST)
    written, answered = threading.Event(), threading.Event()

    class Watched(BallotBoxWriter[int]):
        def _tidy(self) -> None:
            super()._tidy()
            written.set()

    writer = Watched(file, lambda batch: answered.set())
    writer.submit(1, vote("a", "1"))
    assert answered.wait(10)
    assert written.wait(10)
    copy = tmp_path / "copy.hackday"
    copy.write_bytes(file.read_bytes())
    writer.close()
    with closing(BallotBox(copy)) as box:
        assert box.turnout(1) == 1


def test_nothing_is_acknowledged_that_cannot_be_written(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.hackday"
    damaged.write_bytes(b"this is no database at all" * 200)
    answers: list[Verdict] = []
    for path in (damaged, tmp_path / "missing.hackday"):
        writer = BallotBoxWriter[int](path, lambda batch: answers.extend(verdict for _, verdict in batch))
        writer.submit(1, vote("a", "1"))
        writer.close()
    assert answers == [Verdict.UNAVAILABLE] * 2


def test_a_full_disk_costs_no_acknowledged_vote(file: Path, box: BallotBox) -> None:
    set_ballot(file, 1, "open", CONTEST)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        write_all(connection, [vote("first", "first")])
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(sqlite3.OperationalError, match="full"):
            write_all(connection, [vote(f"v{n}", f"r{n}", choices="x" * 100) for n in range(500)])
    assert box.receipts(1) == ["first"]


def cells(page: bytes, marks: list[bytes]) -> list[bytes]:
    """The marks that stand on a page, from its end to its start: the order in which SQLite put them there."""
    return sorted((mark for mark in marks if mark in page), key=page.index, reverse=True)


@pytest.mark.parametrize("changeable", [False, True])
def test_after_the_close_no_byte_joins_voter_and_ballot(file: Path, box: BallotBox, changeable: bool) -> None:
    set_ballot(file, 1, "open", CONTEST, changeable)
    source = random.Random(5)
    voters = [f"voter-{source.getrandbits(64):016x}" for _ in range(200)]
    receipts = [f"receipt-{source.getrandbits(64):016x}" for _ in range(400)]
    for voter, receipt in zip(voters + voters, receipts, strict=True):
        put(file, vote(voter, receipt))
    kept = receipts[200:] if changeable else receipts[:200]

    def in_order_of_keys() -> bool:
        image = file.read_bytes()
        pages = [image[start : start + 4096] for start in range(0, len(image), 4096)]
        marks = [name.encode() for name in voters], [name.encode() for name in kept]
        return all(cells(page, names) == sorted(cells(page, names)) for page in pages for names in marks)

    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert not in_order_of_keys(), "the pages of an open ballot tell the order, or this test cannot see it"
    set_ballot(file, 1, "closed", CONTEST, changeable)
    box.seal(1)
    box.seal(1)
    assert in_order_of_keys()
    image = file.read_bytes() + Path(f"{file}-wal").read_bytes()
    assert all(image.count(voter.encode()) == 1 for voter in voters)
    assert all(image.count(receipt.encode()) == (receipt in kept) for receipt in receipts)
    assert box.receipts(1) == sorted(kept)

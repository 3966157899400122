"""The ballot box: who has voted and what was voted, side by side in the event file and never joined.

The roll says *that* a voter voted, a cast ballot says *what* somebody voted. A cast ballot is kept under its receipt,
which is made from a random number that the phone chose, without time or order. Only a ballot that may be changed until
it closes keeps, while it is open, which cast ballot is whose; `BallotBox.seal` destroys that when it closes.

Cast ballots do not pass the ORM: one writer thread puts all that wait into one transaction and answers after COMMIT.
`synchronous=FULL` is what makes an answer true after a power cut (https://www.sqlite.org/pragma.html#pragma_synchronous).
"""

from __future__ import annotations

import logging
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from facilitator.common.frozen import frozen

SCHEMA = """
CREATE TABLE roll_mark(
    ballot INTEGER NOT NULL, voter TEXT NOT NULL, PRIMARY KEY(ballot, voter)) WITHOUT ROWID;
CREATE TABLE cast_ballot(
    ballot INTEGER NOT NULL, receipt TEXT NOT NULL, role TEXT NOT NULL, choices TEXT NOT NULL,
    PRIMARY KEY(ballot, receipt)) WITHOUT ROWID;
CREATE TABLE changeable(
    ballot INTEGER NOT NULL, voter TEXT NOT NULL, receipt TEXT NOT NULL, PRIMARY KEY(ballot, voter)) WITHOUT ROWID;
CREATE TABLE replaced_ballot(
    ballot INTEGER NOT NULL, receipt TEXT NOT NULL, PRIMARY KEY(ballot, receipt)) WITHOUT ROWID;
"""
"""The box's tables. Beside them it reads `ballot(id, phase, contest, change_until_close)`, which the desk keeps.

`replaced_ballot` holds the receipts of ballots that their voters have replaced, so that a late retry of one cannot
bring it back; like `changeable` it is empty once the ballot is closed.
"""

BoxError = sqlite3.Error
"""What everything here raises if the event file cannot be used; named so that others need not know SQLite."""

BATCH = 500
"""The most votes in one transaction: more would keep the first of them waiting for no gain."""

_BUSY_MS = 5_000
_IDLE_SECONDS = 0.5
_OPEN = "open"
_LOG = logging.getLogger(__name__)

Ticket = TypeVar("Ticket")


@frozen
class Vote:
    """A checked vote on its way into the box. `contest` binds it to one opening of the ballot; `choices` is JSON."""

    ballot: int
    contest: str
    voter: str
    receipt: str
    role: str
    choices: str


class Verdict(StrEnum):
    """What became of a vote. The first three mean that it is on disk."""

    ACCEPTED = "accepted"
    REPLACED = "replaced"
    REPEATED = "repeated"
    ALREADY = "already"
    SUPERSEDED = "superseded"
    TAKEN = "taken"
    CLOSED = "closed"
    UNAVAILABLE = "unavailable"


@frozen
class _Terms:
    """What the event file says of a ballot at the moment of the transaction."""

    phase: str
    contest: str
    changeable: bool


def _connect(path: Path) -> sqlite3.Connection:
    """A connection that takes its transactions by hand and leaves no deleted bytes behind.

    Raises:
        sqlite3.Error: the file is missing, or is not a database.
    """
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=rw",
        uri=True,
        timeout=_BUSY_MS / 1000,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=32,
    )
    try:
        connection.execute("PRAGMA journal_mode=WAL").fetchone()
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA secure_delete=ON").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


class BallotBox:
    """Looks into the box and seals it, from any thread. Methods raise `sqlite3.Error` if the file cannot be used."""

    def __init__(self, path: Path) -> None:
        """Open the box in the event file at `path`, which holds the tables already."""
        self._lock = threading.Lock()
        self._connection = _connect(path)

    def turnout(self, ballot: int) -> int:
        """How many have voted on a ballot."""
        with self._lock:
            row = self._connection.execute("SELECT count(*) FROM roll_mark WHERE ballot = ?", (ballot,)).fetchone()
        return int(row[0])

    def all_turnouts(self) -> dict[int, int]:
        """How many have voted, for every ballot that somebody has voted on."""
        with self._lock:
            rows = self._connection.execute("SELECT ballot, count(*) FROM roll_mark GROUP BY ballot").fetchall()
        return {int(ballot): int(count) for ballot, count in rows}

    def voted(self, voter: str) -> frozenset[int]:
        """The ballots on which a voter has voted."""
        marked = "SELECT 1 FROM roll_mark WHERE roll_mark.ballot = ballot.id AND voter = ?"
        with self._lock:
            rows = self._connection.execute(f"SELECT id FROM ballot WHERE EXISTS ({marked})", (voter,)).fetchall()
        return frozenset(int(ballot) for (ballot,) in rows)

    def cast(self, ballot: int) -> list[tuple[str, str]]:
        """Role and choices (JSON) of every cast ballot, by receipt: an order that tells nothing."""
        with self._lock:
            return self._connection.execute(
                "SELECT role, choices FROM cast_ballot WHERE ballot = ? ORDER BY receipt", (ballot,)
            ).fetchall()

    def receipts(self, ballot: int) -> list[str]:
        """The receipts of a ballot's cast ballots, in the same order as `cast`."""
        with self._lock:
            rows = self._connection.execute(
                "SELECT receipt FROM cast_ballot WHERE ballot = ? ORDER BY receipt", (ballot,)
            ).fetchall()
        return [str(receipt) for (receipt,) in rows]

    def seal(self, ballot: int) -> None:
        """Destroy what could join voters of a closed ballot to their choices; may be called again at any time.

        Besides the links of a changeable ballot that is the order in which rows were written: SQLite fills a page in
        order of arrival, so roll and ballots are written anew in the order of their keys, and the log is emptied (if
        another connection keeps reading from it for seconds, a warning says so; the next call empties it).
        """
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.execute("DELETE FROM changeable WHERE ballot = ?", (ballot,))
                self._connection.execute("DELETE FROM replaced_ballot WHERE ballot = ?", (ballot,))
                self._rewrite("roll_mark", "voter", ballot)
                self._rewrite("cast_ballot", "receipt", ballot)
                self._connection.execute("COMMIT")
            except sqlite3.Error:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            busy, _, _ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            _LOG.warning("the log could not be emptied after closing ballot %d", ballot)

    def _rewrite(self, table: str, key: str, ballot: int) -> None:
        rows = self._connection.execute(f"SELECT * FROM {table} WHERE ballot = ? ORDER BY {key}", (ballot,)).fetchall()
        if rows:
            self._connection.execute(f"DELETE FROM {table} WHERE ballot = ?", (ballot,))
            places = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()


class BallotBoxWriter(Generic[Ticket]):
    """The one thread that puts votes into the box.

    `deliver` is called from that thread, once per transaction, with the tickets of its votes and what became of each.
    A vote whose verdict says that it is on disk is on disk.
    """

    def __init__(self, path: Path, deliver: Callable[[list[tuple[Ticket, Verdict]]], None]) -> None:
        """Start the thread; the file is opened with the first vote, and again after it could not be used."""
        self._path = path
        self._deliver = deliver
        self._waiting: queue.SimpleQueue[tuple[Ticket, Vote] | None] = queue.SimpleQueue()
        self._connection: sqlite3.Connection | None = None
        self._thread = threading.Thread(target=self._work, name="ballot box", daemon=True)
        self._thread.start()

    def submit(self, ticket: Ticket, vote: Vote) -> None:
        """Queue a vote; `ticket` comes back with its verdict."""
        self._waiting.put((ticket, vote))

    def close(self) -> None:
        """Write what waits, answer it, and end the thread."""
        self._waiting.put(None)
        self._thread.join()

    def _work(self) -> None:
        untidy = False
        while True:
            batch, ended = self._next_batch(_IDLE_SECONDS if untidy else None)
            if batch:
                self._deliver(self._write(batch))
                untidy = True
            elif untidy:
                self._tidy()
                untidy = False
            if ended:
                break
        if self._connection is not None:
            self._connection.close()

    def _next_batch(self, patience: float | None) -> tuple[list[tuple[Ticket, Vote]], bool]:
        """All votes that wait, up to a batch; waits up to `patience` seconds for the first one, and whether to end."""
        batch: list[tuple[Ticket, Vote]] = []
        try:
            entry = self._waiting.get(timeout=patience)
            while entry is not None:
                batch.append(entry)
                if len(batch) == BATCH:
                    return batch, False
                entry = self._waiting.get_nowait()
        except queue.Empty:
            return batch, False
        return batch, True

    def _write(self, batch: list[tuple[Ticket, Vote]]) -> list[tuple[Ticket, Verdict]]:
        """Write a batch in one transaction; if that fails, none of it counts."""
        try:
            if self._connection is None:
                self._connection = _connect(self._path)
            verdicts = write_all(self._connection, [vote for _, vote in batch])
        except sqlite3.Error as error:
            _LOG.error("votes not written: %s", getattr(error, "sqlite_errorname", type(error).__name__))
            self._let_go()
            verdicts = [Verdict.UNAVAILABLE] * len(batch)
        return [(ticket, verdict) for (ticket, _), verdict in zip(batch, verdicts, strict=True)]

    def _tidy(self) -> None:
        """Move the log into the main file, so that a copy of that one file holds the votes."""
        try:
            if self._connection is not None:
                self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except sqlite3.Error as error:
            _LOG.warning("log not moved: %s", getattr(error, "sqlite_errorname", type(error).__name__))
            self._let_go()

    def _let_go(self) -> None:
        """Close the connection, which takes back what was not committed."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def write_all(connection: sqlite3.Connection, votes: Iterable[Vote]) -> list[Verdict]:
    """Put votes into the box in one transaction. The order of such transactions is what cuts a ballot off.

    Raises:
        sqlite3.Error: none of the votes is counted.
    """
    votes = list(votes)
    connection.execute("BEGIN IMMEDIATE")
    terms = _terms(connection, {vote.ballot for vote in votes})
    fresh = _fresh(connection, votes, terms)
    _put_fresh(connection, [votes[at] for at in fresh], terms)
    verdicts = [
        Verdict.ACCEPTED if at in fresh else _put(connection, vote, terms.get(vote.ballot))
        for at, vote in enumerate(votes)
    ]
    connection.execute("COMMIT")
    return verdicts


def _fresh(connection: sqlite3.Connection, votes: list[Vote], terms: Mapping[int, _Terms]) -> set[int]:
    """The places of votes that simply go in: their ballot is open, and nothing else has their voter or their receipt,
    neither in the box nor before them in the batch. Nearly all are.

    Statements for all votes of a ballot, where `_put` needs two for each, are not only cheaper: every statement lets
    go of the interpreter, and a busy server's thread is slow to give it back.
    """
    places: dict[int, list[int]] = {}
    for at, vote in enumerate(votes):
        places.setdefault(vote.ballot, []).append(at)
    fresh: set[int] = set()
    for ballot, ats in places.items():
        rule = terms.get(ballot)
        if rule is None or rule.phase != _OPEN:
            continue
        among = [votes[at] for at in ats]
        voters = _there(connection, "roll_mark", "voter", ballot, [vote.voter for vote in among])
        receipts = _there(connection, "cast_ballot", "receipt", ballot, [vote.receipt for vote in among])
        for at, vote in zip(ats, among, strict=True):
            if vote.contest == rule.contest and vote.voter not in voters and vote.receipt not in receipts:
                fresh.add(at)
            voters.add(vote.voter)
            receipts.add(vote.receipt)
    return fresh


def _there(connection: sqlite3.Connection, table: str, key: str, ballot: int, keys: list[str]) -> set[str]:
    """Those of the keys that the table has for a ballot."""
    query = f"SELECT {key} FROM {table} WHERE ballot = ? AND {key} IN ({', '.join('?' * len(keys))})"
    return {str(found) for (found,) in connection.execute(query, (ballot, *keys)).fetchall()}


def _put_fresh(connection: sqlite3.Connection, votes: list[Vote], terms: Mapping[int, _Terms]) -> None:
    """Put in votes that `_fresh` found."""
    _insert(connection, "roll_mark", [(vote.ballot, vote.voter) for vote in votes])
    _insert(connection, "cast_ballot", [(vote.ballot, vote.receipt, vote.role, vote.choices) for vote in votes])
    changeable = [vote for vote in votes if terms[vote.ballot].changeable]
    _insert(connection, "changeable", [(vote.ballot, vote.voter, vote.receipt) for vote in changeable])


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows with one statement; a batch has far fewer values than SQLite takes at once."""
    if rows:
        places = f"({', '.join('?' * len(rows[0]))})"
        values = [value for row in rows for value in row]
        connection.execute(f"INSERT INTO {table} VALUES {', '.join([places] * len(rows))}", values)


def _terms(connection: sqlite3.Connection, ballots: set[int]) -> Mapping[int, _Terms]:
    query = "SELECT phase, contest, change_until_close FROM ballot WHERE id = ?"
    found = {ballot: connection.execute(query, (ballot,)).fetchone() for ballot in ballots}
    return {ballot: _Terms(row[0], row[1], bool(row[2])) for ballot, row in found.items() if row is not None}


def _put(connection: sqlite3.Connection, vote: Vote, terms: _Terms | None) -> Verdict:
    if terms is None or terms.phase != _OPEN or terms.contest != vote.contest:
        return Verdict.REPEATED if _marked(connection, vote) and _is_cast(connection, vote) else Verdict.CLOSED
    who = (vote.ballot, vote.voter)
    if connection.execute("INSERT INTO roll_mark VALUES (?, ?) ON CONFLICT DO NOTHING", who).rowcount:
        if not _cast(connection, vote):
            connection.execute("DELETE FROM roll_mark WHERE ballot = ? AND voter = ?", who)
            return Verdict.TAKEN
        if terms.changeable:
            connection.execute("INSERT INTO changeable VALUES (?, ?, ?)", (*who, vote.receipt))
        return Verdict.ACCEPTED
    if not terms.changeable:
        return Verdict.REPEATED if _is_cast(connection, vote) else Verdict.ALREADY
    return _replace(connection, vote)


def _replace(connection: sqlite3.Connection, vote: Vote) -> Verdict:
    """A voter who is marked on a changeable ballot votes again."""
    who, what = (vote.ballot, vote.voter), (vote.ballot, vote.receipt)
    link = connection.execute("SELECT receipt FROM changeable WHERE ballot = ? AND voter = ?", who).fetchone()
    if link is None:
        return Verdict.REPEATED if _is_cast(connection, vote) else Verdict.ALREADY
    if link[0] == vote.receipt:
        return Verdict.REPEATED
    if connection.execute("SELECT 1 FROM replaced_ballot WHERE ballot = ? AND receipt = ?", what).fetchone():
        return Verdict.SUPERSEDED
    if not _cast(connection, vote):
        return Verdict.TAKEN
    connection.execute("DELETE FROM cast_ballot WHERE ballot = ? AND receipt = ?", (vote.ballot, link[0]))
    connection.execute("INSERT INTO replaced_ballot VALUES (?, ?) ON CONFLICT DO NOTHING", (vote.ballot, link[0]))
    connection.execute("UPDATE changeable SET receipt = ? WHERE ballot = ? AND voter = ?", (vote.receipt, *who))
    return Verdict.REPLACED


def _cast(connection: sqlite3.Connection, vote: Vote) -> bool:
    """Put the ballot in; False if its receipt is there already."""
    row = (vote.ballot, vote.receipt, vote.role, vote.choices)
    return connection.execute("INSERT INTO cast_ballot VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", row).rowcount > 0


def _is_cast(connection: sqlite3.Connection, vote: Vote) -> bool:
    what = (vote.ballot, vote.receipt)
    query = "SELECT 1 FROM cast_ballot WHERE ballot = ? AND receipt = ?"
    return connection.execute(query, what).fetchone() is not None


def _marked(connection: sqlite3.Connection, vote: Vote) -> bool:
    who = (vote.ballot, vote.voter)
    query = "SELECT 1 FROM roll_mark WHERE ballot = ? AND voter = ?"
    return connection.execute(query, who).fetchone() is not None

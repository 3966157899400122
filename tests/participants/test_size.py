"""Ten thousand people: a limit that an event never meets, held in seconds."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from facilitator.participants.model import Roster
from facilitator.participants.reading import Reading, read
from facilitator.tables.reading import read_table
from facilitator.tables.writing import Value, csv_bytes, xlsx_bytes
from tests.participants.lists import EMPTY, HEADINGS, imported


def _rows() -> Iterator[tuple[Value, ...]]:
    lists = ("chef", "IT, HR, juridik", "svenska, finska", "F1 F2 F3")
    for n in range(10_000):
        organisation, sector = f"Organisation {n % 300}", str(n % 5 + 1)
        yield (f"P{n}", f"Förnamn{n}", "Efternamn", organisation, sector, "extern", *lists, f"person{n}@example.org")


def _seconds(data: bytes, roster: Roster) -> tuple[float, Reading]:
    """What reading costs, in the processor's time: what else the machine does at the moment does not count."""
    started = time.process_time()
    reading = read(read_table(data, "list"), roster)
    return time.process_time() - started, reading


@pytest.mark.parametrize(("kind", "limit"), [("csv", 2.0), ("xlsx", 10.0)])
def test_ten_thousand_rows(kind: str, limit: float) -> None:
    data = csv_bytes(HEADINGS, _rows()) if kind == "csv" else xlsx_bytes("Lista", HEADINGS, _rows())
    taken, reading = _seconds(data, EMPTY)
    assert (reading.added, reading.problems) == (10_000, ())
    assert taken < limit
    taken, again = _seconds(data, imported(reading))
    assert again.unchanged == 10_000
    assert taken < limit

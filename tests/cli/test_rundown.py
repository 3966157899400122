"""`log` and `calendar`, and the same files in the bundle."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from icalendar import Calendar

from facilitator.agenda.reading import read
from facilitator.tables.reading import read_table

from .program import done, refused


def test_the_log_and_the_times_as_csv_and_as_a_workbook(sample: Path, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx"):
        done("log", sample, "--out", tmp_path / f"log.{ending}")
        done("log", sample, "--times", "--out", tmp_path / f"times.{ending}")
        times = read_table(tmp_path / f"times.{ending}")
        assert (len(times.rows), len(times.headings)) == (19, 12)
    assert (tmp_path / "log.csv").read_text("utf-8-sig").count(";") >= 4
    refused("log", sample, "--out", tmp_path / "log.pdf")
    assert not (tmp_path / "log.pdf").exists()


def test_the_calendar_and_the_bundle(sample: Path, tmp_path: Path) -> None:
    done("calendar", sample, "--out", tmp_path / "new folder" / "day.ics")
    entries = Calendar.from_ical((tmp_path / "new folder" / "day.ics").read_bytes()).walk("VEVENT")
    assert len(entries) == 19
    done("export", sample, "--out", tmp_path / "bundle")
    sums = json.loads((tmp_path / "bundle" / "manifest.json").read_text("utf-8"))["files"]
    for name in ("agenda.csv", "agenda.ics", "rundown.csv", "rundown.xlsx", "log.csv", "log.xlsx"):
        assert sums[name] == hashlib.sha256((tmp_path / "bundle" / name).read_bytes()).hexdigest()
    again = read(read_table(tmp_path / "bundle" / "agenda.csv"))
    assert (len(again.items), again.problems) == (19, ())
    bundled = Calendar.from_ical((tmp_path / "bundle" / "agenda.ics").read_bytes()).walk("VEVENT")
    assert [entry["UID"] for entry in bundled] == [entry["UID"] for entry in entries]

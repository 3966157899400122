"""Day scripts: what they say, and where they are wrong."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from facilitator.common.clock import to_datetime
from facilitator.common.errors import Unreadable
from facilitator.rehearsal.script import read_script
from facilitator.timer.commands import AddTime, Next, StartItem

DAY, ZONE = date(2026, 5, 20), ZoneInfo("Europe/Stockholm")
NEXT = '{"at": "09:44:00", "do": {"type": "next"}}'


def read(*lines: str, day: date = DAY) -> list[tuple[datetime, object]]:
    script = read_script("\n".join(lines).encode(), day, ZONE)
    return [(to_datetime(happening.at, ZONE), happening.command) for happening in script]


def at(day: int, hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2026, 5, day, hour, minute, second, tzinfo=ZONE)


def test_lines_become_commands_at_local_times_of_the_day() -> None:
    assert read(
        "\ufeff# the morning",
        "",
        '{"at":"09:00","do":{"type":"start-item","item":{"title":"Lunch"}}}',
        "   ",
        '{"at":"09:00:07","do":{"type":"add-time","seconds":-60}}',
        NEXT,
    ) == [
        (at(20, 9, 0), StartItem({"title": "Lunch"})),
        (at(20, 9, 0, 7), AddTime(-60)),
        (at(20, 9, 44), Next()),
    ]


def test_a_time_far_before_the_line_above_is_the_next_day() -> None:
    lines = [NEXT.replace("09:44", clock) for clock in ("22:00", "23:59", "00:10", "00:10", "07:00")]
    assert [moment for moment, _ in read(*lines)] == [
        at(20, 22, 0),
        at(20, 23, 59),
        at(21, 0, 10),
        at(21, 0, 10),
        at(21, 7, 0),
    ]


def test_a_night_in_which_clocks_go_back_keeps_its_order() -> None:
    lines = [NEXT.replace("09:44", clock) for clock in ("23:00", "01:30", "04:00")]
    moments = [moment for moment, _ in read(*lines, day=date(2026, 10, 24))]
    assert [moment.timestamp() - moments[0].timestamp() for moment in moments] == [0, 9000, 9000 + 3.5 * 3600]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[1]", "no object"),
        ('{"at":"09:00"}', "no object"),
        ('{"at":"9 o\'clock","do":{"type":"next"}}', "9 o'clock"),
        ('{"at":"25:00","do":{"type":"next"}}', "25:00"),
        ('{"at":"09:00+02:00","do":{"type":"next"}}', "local time"),
        ('{"at":900,"do":{"type":"next"}}', "900"),
        ('{"at":"09:43:59","do":{"type":"next"}}', "earlier than the line before"),
        ('{"at":"10:00","do":{"type":"nxt"}}', "nxt"),
        ('{"at":"10:00","do":"next"}', "type"),
        ('{"at":"10:00","do":{"type":"add-time","seconds":"soon"}}', "add-time"),
        ('{"at":"10:00","do":{"type":"add-time","minutes":1}}', "minutes"),
    ],
)
def test_a_fault_is_named_by_its_line(line: str, words: str) -> None:
    with pytest.raises(Unreadable, match="Line 3 of the script") as refusal:
        read("# first", NEXT, line, NEXT)
    assert words in str(refusal.value)


def test_text_in_another_encoding_is_named_by_its_line() -> None:
    with pytest.raises(Unreadable, match="Line 2 "):
        read_script(NEXT.encode() + b"\n# p\xe5 svenska\n", DAY, ZONE)


@pytest.mark.parametrize("content", [b"", b"\n\n# nothing\n"])
def test_a_script_without_commands_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match="no commands"):
        read_script(content, DAY, ZONE)

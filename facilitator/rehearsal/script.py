"""Day scripts: who does what when, as JSON lines such as `{"at": "09:44:00", "do": {"type": "next"}}`.

Times are local ones of the event's day. A time that lies more than six hours before the one above it is meant for the
next day, as in the agenda. Of a time that clocks show twice, since they go back that night, the first is meant that
does not lie before the line above. Blank lines, and lines that begin with `#`, say nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from facilitator.common.clock import Instant, at_local, from_datetime, minutes
from facilitator.common.errors import Unreadable, UserError
from facilitator.common.texts import Text, text
from facilitator.desk.vocabulary import parse
from facilitator.rehearsal.happening import Happening

_DAY_BREAK = minutes(6 * 60)
_EXAMPLE = '{"at": "09:44:00", "do": {"type": "next"}}'


def read_script(content: bytes, day: date, zone: ZoneInfo) -> tuple[Happening, ...]:
    """The happenings in a script, in order.

    Raises:
        Unreadable: a line is not what it should be; the message names the line.
    """
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise Unreadable(
            text("Line {line} of the script is not UTF-8 text.", line=content[: error.start].count(b"\n") + 1),
            text("Save the script as UTF-8 and try again."),
        ) from error
    happenings = tuple(_happenings(lines, day, zone))
    if not happenings:
        raise Unreadable(
            text("The script holds no commands."), text("Write lines such as {example}.", example=_EXAMPLE)
        )
    return happenings


def _happenings(lines: list[str], day: date, zone: ZoneInfo) -> Iterator[Happening]:
    previous: Instant | None = None
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        written = _object(line, number)
        local = _time(written, number)
        at = at_local(day, local, zone)
        if previous is not None and at < previous - _DAY_BREAK:
            day += timedelta(days=1)
            at = at_local(day, local, zone)
        if previous is not None and at < previous:  # where the clocks go back, a time comes twice
            at = from_datetime(datetime.combine(day, local.replace(fold=1), zone))
        if previous is not None and at < previous:
            raise _fault(number, text("{time} is earlier than the line before.", time=str(written["at"])))
        previous = at
        try:
            yield Happening(at, parse(written["do"]))
        except UserError as error:
            raise _fault(number, error.text()) from error


def _object(line: str, number: int) -> dict[str, object]:
    try:
        written = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _fault(number, text("it is not JSON: {reason}.", reason=str(error))) from error
    if not isinstance(written, dict) or not {"at", "do"} <= written.keys():
        raise _fault(number, text("it is no object with “at” and “do”."))
    return written


def _time(written: dict[str, object], number: int) -> time:
    at = written["at"]
    try:
        local = time.fromisoformat(at if isinstance(at, str) else "")
    except ValueError:
        local = None
    if local is None or local.tzinfo is not None:
        raise _fault(number, text("“{time}” is not a local time of day.", time=str(at)[:40]))
    return local


def _fault(number: int, problem: Text) -> Unreadable:
    return Unreadable(
        text("Line {line} of the script: {problem}", line=number, problem=problem),
        text("A line looks like {example}.", example=_EXAMPLE),
    )

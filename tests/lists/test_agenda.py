"""Agendas from lists: times, lengths and kinds as people write them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from facilitator.agenda import times, words
from facilitator.agenda.checking import LAST_DAY
from facilitator.agenda.model import AtEnd, Item, Kind
from facilitator.agenda.reading import read
from facilitator.agenda.rules import put
from facilitator.agenda.warnings import with_warnings
from facilitator.agenda.writing import as_csv, as_xlsx
from facilitator.common.clock import minutes, seconds
from facilitator.common.errors import Unreadable
from facilitator.common.resources import resource
from facilitator.tables.problems import Reading
from facilitator.tables.reading import read_table
from facilitator.tables.writing import csv_bytes
from tests.tables.files import workbook


def read_text(content: str) -> Reading[Item]:
    """The agenda in a list with this content."""
    return read(read_table(content.encode(), "agenda.csv"))


def wrong(content: str) -> list[tuple[int, str, str]]:
    """Row, column and value of each problem."""
    return [(problem.row, problem.column, problem.value) for problem in read_text(content).problems]


def test_the_sample_agenda_is_the_model_day() -> None:
    reading = read(read_table(resource("sample", "sv", "agenda.csv")))
    assert (reading.added, reading.problems, reading.notes, reading.ignored) == (19, (), (), ())
    assert [item.id for item in reading.items] == list(range(1, 20))
    assert [item.position for item in reading.items] == list(range(19))
    welcome = Item(2, 1, "Välkomna", Kind.TALK, minutes(10), minutes(5), time(9), fixed=True, speaker="Projektledaren")
    assert reading.items[1] == with_warnings(welcome)
    assert [item.title for item in reading.items if item.fixed] == ["Välkomna", "Slut"]
    assert {item.kind for item in reading.items} == set(Kind)
    ends = [item.start.hour * 60 + item.start.minute + item.length // 60_000 for item in reading.items if item.start]
    starts = [item.start.hour * 60 + item.start.minute for item in reading.items if item.start]
    assert ends[:-1] == starts[1:]


def test_the_sample_agenda_is_the_same_day_in_english() -> None:
    swedish, english = (read(read_table(resource("sample", language, "agenda.csv"))).items for language in ("sv", "en"))
    assert [(one.kind, one.start, one.length, one.least_length, one.fixed) for one in swedish] == [
        (one.kind, one.start, one.length, one.least_length, one.fixed) for one in english
    ]
    assert not {one.title for one in swedish} & {one.title for one in english} - {"Lunch"}


@given(moment=st.times().map(lambda moment: moment.replace(second=0, microsecond=0)), data=st.data())
def test_times_of_day_in_every_way_of_writing(moment: time, data: st.DataObject) -> None:
    hour, minute = moment.hour, moment.minute
    half, twelfth = ("am" if hour < 12 else "pm"), hour % 12 or 12
    ways = [
        f"{hour:02}:{minute:02}", f"{hour}.{minute:02}", f"{hour:02}{minute:02}", f"kl. {hour}.{minute:02}",
        f"{hour:02}:{minute:02}:00", f"{twelfth}:{minute:02} {half}", f"{twelfth}:{minute:02}{half.upper()}",
        f"{(hour * 60 + minute) / 1440:.12f}", f" {hour}:{minute:02} ",
    ]  # fmt: skip
    assert times.clock_time(data.draw(st.sampled_from(ways))) == moment


def test_hours_alone_and_numbers_that_lost_their_zero() -> None:
    assert [times.clock_time(cell) for cell in ("9", "kl 14", "9.3", "24:00")] == [
        time(9),
        time(14),
        time(9, 30),
        time(0),
    ]


@pytest.mark.parametrize("cell", ["25:00", "9:60", "24:01", "lunch", "-1", "9:5:", "12345", "09:00 10:00", "9.7"])
def test_no_times_of_day(cell: str) -> None:
    assert times.clock_time(cell) is None


@given(count=st.integers(0, 1440), data=st.data())
def test_lengths_in_every_way_of_writing(count: int, data: st.DataObject) -> None:
    hours, rest = divmod(count, 60)
    ways = [
        str(count),
        f"{count} min",
        f"{count} minuter",
        f"{hours}:{rest:02}",
        f"{hours} h {rest} min",
        f"{hours} tim {rest}",
    ]
    assert times.length(data.draw(st.sampled_from(ways))) == minutes(count)


def test_lengths_with_decimals() -> None:
    assert [times.length(cell) for cell in ("2,5", "1.5 h", "0,5 tim")] == [minutes(2.5), minutes(90), minutes(30)]


@pytest.mark.parametrize("cell", ["", "-5", "x", "1:75", "1441", "25 h", "ett par"])
def test_no_lengths(cell: str) -> None:
    assert times.length(cell) is None


@given(st.integers(0, 1000))
def test_the_usual_least_length_is_two_thirds_in_whole_minutes(count: int) -> None:
    least = times.usual_least_length(minutes(count))
    assert least % 60_000 == 0
    assert 0 <= least - minutes(count) * 2 / 3 < 60_000
    assert least <= minutes(count)


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Paus", Kind.BREAK), ("LUNCH", Kind.BREAK), ("Lag", Kind.TEAMS), ("team work", Kind.WORK),
     ("Pitchar", Kind.PITCHES), ("Omröstning", Kind.VOTE), ("results", Kind.RESULTS), ("Slut", Kind.END),
     ("föreläsning", Kind.TALK)],
)  # fmt: skip
def test_kinds_in_either_language(word: str, kind: Kind) -> None:
    assert read_text(f"Start;Titel;Typ;Längd\n09:00;Något;{word};10\n").items[0].kind is kind


def test_a_kind_that_is_not_given_is_taken_from_the_title() -> None:
    reading = read_text("Start;Titel;Längd\n09:00;God lunch;10\n10:00;Om lärande;5\n11:00;Slut för i dag;\n")
    assert [item.kind for item in reading.items] == [Kind.BREAK, Kind.TALK, Kind.END]


def test_an_end_or_the_next_start_stands_for_a_length() -> None:
    reading = read_text("Start;Slut;Titel\n09:00;09:25;A\n09:25;;B\n10:00;;Lunch\n11:00;11:00;Slut\n")
    assert [item.length for item in reading.items] == [minutes(25), minutes(35), minutes(60), 0]
    ranges = read_text("Tid;Punkt\n09.00–09.25;A\n09.25 - 10.00;B\n")
    assert [(item.start, item.length) for item in ranges.items] == [(time(9), minutes(25)), (time(9, 25), minutes(35))]


def test_an_item_without_a_start_follows_the_one_before() -> None:
    reading = read_text("Titel;Längd\nA;10\nB;20\n")
    assert [(item.start, item.length) for item in reading.items] == [(None, minutes(10)), (None, minutes(20))]


def test_english_headings_and_all_columns() -> None:
    reading = read_text(
        "No,Time,Activity,Type,Minutes,Minimum,Who,Fixed,Notes,Priority\n1,9:00,Hello,talk,10,5,Ann,yes,Mic 2,5\n"
    )
    hello = Item(1, 0, "Hello", Kind.TALK, minutes(10), minutes(5), time(9), True, "Ann", "Mic 2", 5)
    assert reading.items == (with_warnings(hello),)
    assert reading.ignored == ("No",)


def test_every_problem_is_named_by_its_row() -> None:
    assert wrong(
        "Start;Titel;Typ;Längd;Minsta längd;Fast start;Prioritet\n"
        "9;A;tal;10;5;ja;1\n"
        "halv tio;B;tal;10;;;\n"
        "10:00;;prat;10;;kanske;\n"
        "11:00;D;tal;en stund;;;9\n"
        ";E;tal;;;ja;\n"
        "12:00;F;tal;10;20;nej;\n"
        "11:30;G;tal;10;;;\n"
        "13:00;H;tal\n"
    ) == [
        (3, "Start", "halv tio"),
        (4, "Titel", ""),
        (4, "Typ", "prat"),
        (4, "Fast start", "kanske"),
        (5, "Längd", "en stund"),
        (5, "Prioritet", "9"),
        (6, "Fast start", "ja"),
        (6, "Längd", ""),
        (7, "Minsta längd", "20"),
        (8, "Start", "11:30"),
        (9, "", "13:00 · H · tal"),
        (9, "Längd", ""),
    ]


def test_start_end_and_length_must_agree() -> None:
    assert wrong("Start;Slut;Titel;Längd\n09:00;09:30;A;30\n09:30;10:00;B;20\n") == [(3, "Slut", "10:00")]


def test_an_evening_may_run_past_midnight_but_a_day_may_not_run_backwards() -> None:
    assert wrong("Start;Titel;Längd\n22:00;A;60\n23:00;B;90\n00:30;C;30\n") == []
    assert wrong("Start;Titel;Längd\n15:00;A;60\n08:00;B;30\n") == [(3, "Start", "08:00")]


def test_an_overlap_is_noted() -> None:
    (note,) = read_text("Start;Titel;Längd\n09:00;A;45\n09:30;B;30\n").notes
    assert note.values == {"title": "A", "next": "B"}


def test_a_workbook_with_times_as_excel_keeps_them() -> None:
    def fill(book: Workbook) -> None:
        for row in (
            ["Start", "Titel", "Längd"],
            [time(8, 30), "A", 30],
            [0.375, "B", time(0, 45)],
            ["10.15", "C", 15.0],
        ):
            book.active.append(row)

    reading = read(read_table(workbook(fill), "agenda.xlsx"))
    assert reading.problems == ()
    assert [(item.start, item.length) for item in reading.items] == [
        (time(8, 30), minutes(30)),
        (time(9), minutes(45)),
        (time(10, 15), minutes(15)),
    ]


def test_a_list_of_something_else_is_refused() -> None:
    with pytest.raises(Unreadable) as refusal:
        read(read_table(resource("sample", "participants.csv")))
    assert "Förnamn" in str(refusal.value.message.values["headings"])


@given(
    st.lists(
        st.tuples(st.text("abcåäö", min_size=1, max_size=9), st.sampled_from(Kind), st.integers(1, 90), st.booleans()),
        min_size=1,
        max_size=12,
    )
)
def test_any_day_reads_back_the_same(day: list[tuple[str, Kind, int, bool]]) -> None:
    rows, start = [], 480
    expected = []
    for number, (title, kind, count, fixed) in enumerate(day):
        if start >= 1440:
            break
        clock = time(start // 60, start % 60)
        rows.append((f"{clock:%H:%M}", title, kind.value, count, 1, "x" if fixed else ""))
        item = Item(number + 1, number, title, kind, minutes(count), minutes(1), clock, fixed)
        expected.append(with_warnings(item))
        start += count
    reading = read(read_table(csv_bytes(("Start", "Title", "Kind", "Length", "Least length", "Fixed"), rows), "x"))
    assert (reading.items, reading.problems) == (tuple(expected), ())


TITLES = (
    st.text("abcåäöÅ019 :;,|–“=+-@'", min_size=1, max_size=20)
    .map(lambda words: " ".join(words.split()))
    .filter(lambda words: words and not words.startswith("'"))
)
WORDS = st.one_of(st.just(""), TITLES)
WHOLE_LENGTHS = st.one_of(st.integers(0, 1440).map(minutes), st.integers(0, 86_400).map(seconds))


@st.composite
def any_item(draw: st.DrawFn, day: int) -> Item:
    """An item that the plan allows, with anything in it that a list can hold."""
    length = draw(WHOLE_LENGTHS)
    start = draw(st.one_of(st.none(), st.times().map(lambda moment: moment.replace(microsecond=0))))
    warning = draw(WHOLE_LENGTHS)
    at_end = draw(st.sampled_from(AtEnd))
    scenes = st.sampled_from(words.SCENES)
    return Item(
        id=0,
        position=0,
        title=draw(TITLES),
        kind=draw(st.sampled_from(Kind)),
        length=length,
        least_length=seconds(draw(st.integers(0, length // 1000))),
        start=start,
        fixed=start is not None and draw(st.booleans()),
        speaker=draw(WORDS),
        notes=draw(WORDS),
        priority=draw(st.integers(1, 5)),
        day=day,
        # One track each, since starts must not go back along one.
        track=draw(st.uuids()).hex if start is not None else draw(WORDS),
        warning=warning,
        danger=seconds(draw(st.integers(0, (warning or minutes(1440)) // 1000))),
        scene=draw(st.one_of(st.just(""), scenes)),
        at_end=at_end,
        end_scene=draw(scenes) if at_end is AtEnd.SCENE else draw(st.one_of(st.just(""), scenes)),
        sound=draw(st.booleans()),
    )


@settings(max_examples=200)
@given(st.data(), st.sampled_from(("sv", "en")), st.booleans())
def test_what_is_written_reads_back_the_same(data: st.DataObject, language: str, workbook_file: bool) -> None:
    days = sorted(data.draw(st.lists(st.integers(0, LAST_DAY), min_size=1, max_size=6)))
    plan = put([data.draw(any_item(day)) for day in days], words.SCENES)
    content = as_xlsx(plan, language, "Agenda / dag") if workbook_file else as_csv(plan, language)
    reading = read(read_table(content, "agenda.xlsx" if workbook_file else "agenda.csv"))
    assert (reading.items, reading.problems, reading.ignored) == (plan.in_order(), (), ())


def test_days_by_number_or_date_and_tracks_beside_the_plenary() -> None:
    reading = read_text(
        "Dag;Start;Titel;Längd;Spår\nDag 1;09:00;A;;\n;09:30;B;60;\n;09:30;Bord 1;20;Röd\n;10:30;C;30;\n2;08:00;D;30;\n"
    )
    assert reading.problems == ()
    assert [(item.title, item.day, item.track, item.length) for item in reading.items] == [
        ("A", 0, "", minutes(30)),
        ("B", 0, "", minutes(60)),
        ("Bord 1", 0, "Röd", minutes(20)),
        ("C", 0, "", minutes(30)),
        ("D", 1, "", minutes(30)),
    ]
    dated = "Date,Start,Title,Length\n2026-05-21,9:00,B,5\n2026-05-20,9:00,A,5\n"
    assert [(item.title, item.day) for item in read_text(dated).items] == [("A", 0), ("B", 1)]
    table = read_table(dated.encode(), "agenda.csv")
    assert [item.day for item in read(table, first_day=date(2026, 5, 19)).items] == [1, 2]
    assert [problem.row for problem in read(table, first_day=date(2026, 5, 21)).problems] == [3]


def test_warnings_scenes_and_what_happens_at_the_end() -> None:
    (item,) = read_text(
        "Titel;Längd;Första varning;Sista varning;Scen;Vid slut;Scen vid slut;Ljud\n"
        "A;10;2;0:00:30;Hitta ditt bord;scen;klocka;nej\n"
    ).items
    assert (item.warning, item.danger, item.scene) == (minutes(2), seconds(30), "find-table")
    assert (item.at_end, item.end_scene, item.sound) == (AtEnd.SCENE, "clock", False)
    (short,) = read_text("Titel;Längd;Första varning\nA;10;0:00:30\n").items
    assert (short.warning, short.danger) == (seconds(30), seconds(30)), "the one not given makes room"


def test_problems_of_the_newer_columns() -> None:
    assert wrong(
        "Dag;Titel;Längd;Första varning;Sista varning;Scen;Vid slut;Ljud\n"
        "i morgon;A;5;;;;;\n"
        "99;B;5;;;;;\n"
        "1;C;5;1;2;;;\n"
        "1;D;5;;;cirkus;;\n"
        "1;E;5;;;;explodera;\n"
        "1;F;5;;;;scen;\n"
        "1;G;5;;;;;kanske\n"
    ) == [
        (2, "Dag", "i morgon"),
        (3, "Dag", "99"),
        (4, "Sista varning", "2"),
        (5, "Scen", "cirkus"),
        (6, "Vid slut", "explodera"),
        (7, "Vid slut", "scen"),
        (8, "Ljud", "kanske"),
    ]

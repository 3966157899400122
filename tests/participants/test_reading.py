"""Lists of people: what is understood, and what has to be mended, by the row a spreadsheet shows."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.common.errors import Unreadable
from facilitator.common.resources import resource
from facilitator.participants.cells import LONGEST_NAME
from facilitator.participants.model import Attendance, Participant, Roster
from facilitator.participants.reading import read
from facilitator.tables.reading import read_table
from tests.participants.lists import EMPTY, HEADINGS, QUOTAS, SECTORS, people, read_rows, read_text, row
from tests.tables.files import DELIMITERS, LINE_ENDS, written


@settings(deadline=None)  # how long a case takes says how busy the machine is
@given(
    everybody=people(),
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")),
    delimiter=st.sampled_from(DELIMITERS),
    line_end=st.sampled_from(LINE_ENDS),
    joint=st.sampled_from((", ", "|", ";", " ; ")),
)
def test_any_roster_reads_back_the_same(
    everybody: tuple[Participant, ...], encoding: str, delimiter: str, line_end: str, joint: str
) -> None:
    rows = [HEADINGS, *(row(person, joint) for person in everybody)]
    reading = read(read_table(written(rows, encoding, delimiter, line_end), "list.csv"), EMPTY)
    assert reading.problems == ()
    assert reading.people == everybody
    assert (reading.added, reading.updated, reading.unchanged) == (len(everybody), 0, 0)


def test_the_sample_list_is_the_model_day() -> None:
    reading = read(read_table(resource("sample", "participants.csv")), EMPTY)
    assert (reading.added, reading.problems, reading.ignored) == (80, (), ())
    quotas = [person.quota for person in reading.people]
    assert (quotas.count(7), quotas.count(8)) == (40, 40)
    assert reading.people[0] == Participant(
        id=1,
        first_name="Selma",
        last_name="Yılmaz",
        organisation="Myndighet 3B",
        sector=12,
        quota=7,
        role="rekryterare",
        skills=("forskning", "ledarskap", "IT"),
        languages=("svenska", "teckenspråk"),
        wishes=("F7", "F1", "F3"),
        email="person20180021@example.org",
    )


BAD_LIST = """Förnamn;Efternamn;Organisation;Sektor;Kvot;Epost
Ahmed;Ståhl;Myndighet 3A;3;myndighet;a@example.org
Fatuma;Okafor;Myndighet 3A;3;statlig;f@example.org
Goran;Norén;Företag 3A;3;extern;F@EXAMPLE.ORG\u00a0

Ulla;Palm;Fackförbund 4A;9;external;
;;Fackförbund 1A;1;extern;
Linnéa;Öberg;Myndighet 4B;;agency;
Otto;Rosén;"Myndigheten för
långa namn; med mera";1;Myndighet;o@example.org
Vera;"=HYPERLINK(""http://x"",""y"")";Myndighet 5B;5;myndighet;v@example.org
Måns;O'Brien <script>;Myndighet 5A;5;Övriga;m@example
Ensam;Rad

Ahmed;STÅHL;myndighet  3A;3;Gäst;
Sju;Celler;X;1;extern;s@example.org;mer
;;;;;
"""


def test_every_problem_is_named_by_its_row_column_and_value() -> None:
    reading = read_text(BAD_LIST)
    found = [(problem.row, problem.column, problem.value) for problem in reading.problems]
    assert found == [
        (4, "Epost", "F@EXAMPLE.ORG"),
        (6, "Sektor", "9"),
        (7, "Förnamn", ""),
        (11, "Epost", "m@example"),
        (12, "", "Ensam · Rad"),
        (14, "Kvot", "Gäst"),
        (14, "Förnamn", "Ahmed STÅHL"),
        (15, "G", "mer"),
    ]
    assert reading.problems[0].problem.values == {"row": 3}


def test_what_looks_odd_but_is_in_order_is_taken_as_it_stands() -> None:
    reading = read_text(BAD_LIST)
    by_first = {person.first_name: person for person in reading.people}
    assert by_first["Vera"].last_name == '=HYPERLINK("http://x","y")'
    assert by_first["Måns"].last_name == "O'Brien <script>"
    assert by_first["Otto"].organisation == "Myndigheten för långa namn; med mera"
    assert (by_first["Linnéa"].sector, by_first["Linnéa"].quota) == (None, 7)


@pytest.mark.parametrize(
    ("headings", "cells", "first", "last"),
    [
        ("Namn", "Anna-Karin Dahlén", "Anna-Karin", "Dahlén"),
        ("Full name", "Anna Karin Dahlén", "Anna Karin", "Dahlén"),
        ("Name", "Dahlén, Anna Karin", "Anna Karin", "Dahlén"),
        ("DELTAGARE", "Selma", "Selma", ""),
        ("First name;Surname", "Anna;von Ek", "Anna", "von Ek"),
        ("Namn;Efternamn", "Anna;Ek", "Anna", "Ek"),
        ("Förnamn;Efternamn", ";Ek", "Ek", ""),
        ("Namn;Namn", "Anna Karin;Ek", "Anna Karin", "Ek"),
        ("Namn;Förnamn;Efternamn", "Anna Ek;;", "Anna", "Ek"),
    ],
)
def test_names_in_one_column_or_two(headings: str, cells: str, first: str, last: str) -> None:
    (person,) = read_text(f"{headings};Org\n{cells};A\n").people
    assert (person.first_name, person.last_name, person.organisation) == (first, last, "A")


@pytest.mark.parametrize(
    "headings",
    [
        "Name,Org,Sector,Quota,Role,Skills,Languages,Wishes,E-mail,id",
        "NAMN,Arbetsgivare,Sektor,Kategori,Befattning,Kompetens,Språk,Önskemål,E-postadress,Referens",
        "Full_name, Organization ,sector*,Group,Job title,Competences,Language,Preferences,Email,Reference",
        "Deltagare,Företag/Myndighet,Sektor (1-5),Kvot,Titel,Kompetenser,Språkkunskaper,Önskade frågor,Mejl,Ref",
    ],
)
def test_headings_in_either_language_and_any_spelling(headings: str) -> None:
    reading = read_text(f'{headings}\nAnna Ek,A,2,extern,chef,"IT|HR",svenska,f2 F1,a@b.se,P7\n')
    assert reading.people == (
        Participant(1, "Anna", "Ek", "A", 11, 8, "chef", ("IT", "HR"), ("svenska",), ("F2", "F1"), "a@b.se", "P7"),
    )


def test_headings_that_are_not_understood_are_named_and_can_be_mapped() -> None:
    content = "Vem;Skostorlek;Hemvist\nAnna Ek;41;A\n"
    with pytest.raises(Unreadable) as refusal:
        read_text(content)
    assert refusal.value.message.values == {"headings": "Vem, Skostorlek, Hemvist"}
    reading = read_text(content, chosen={"Vem": "name", "Hemvist": "organisation"})
    assert (reading.people[0].name, reading.people[0].organisation, reading.ignored) == (
        "Anna Ek",
        "A",
        ("Skostorlek",),
    )
    assert reading.headings == {"Vem": "name", "Skostorlek": None, "Hemvist": "organisation"}


@pytest.mark.parametrize(
    ("written_as", "kept"),
    [
        ("a@b.se", "a@b.se"),
        ("Anna Ek <a@b.se>", "a@b.se"),
        ("mailto:a@b.se", "a@b.se"),
        ("Å.Ö@exempel.se", "Å.Ö@exempel.se"),
    ],
)
def test_addresses_as_they_are_pasted(written_as: str, kept: str) -> None:
    assert read_text(f"Namn;E-post\nAnna;{written_as}\n").people[0].email == kept


@pytest.mark.parametrize(
    "address", ["anna", "anna@", "@b.se", "a@b", "a b@c.se", "a@b.se, c@d.se", "a@b..se", "a@@b.se", "=1+1"]
)
def test_impossible_addresses(address: str) -> None:
    (problem,) = read_text(f'Namn;E-post\nAnna;"{address}"\n').problems
    assert (problem.row, problem.column, problem.value) == (2, "E-post", address)


def test_a_name_that_is_far_too_long_is_a_problem() -> None:
    fine, long = "a" * LONGEST_NAME, "a" * (LONGEST_NAME + 1)
    assert [problem.row for problem in read_text(f"Namn;Org\n{fine};A\n{long};A\n").problems] == [3]


def test_a_spreadsheet_error_in_a_cell_that_counts_is_a_problem() -> None:
    reading = read_text("Namn;Org;Skostorlek\nAnna;#REF!;41\nBo;B;#REF!\n")
    assert [(problem.row, problem.column) for problem in reading.problems] == [(2, "Org")]


def test_an_unknown_sector_comes_with_a_suggestion() -> None:
    (problem,) = read_text("Namn;Sektor\nAnna;Sektor\n").problems
    assert re.search("Sektor [1-5]", str(problem.problem))


def test_two_of_one_name_are_one_person_unless_something_tells_them_apart() -> None:
    def rows_with_problems(*rows: tuple[str, ...]) -> list[int]:
        return [one.row for one in read_rows(rows, headings=("Namn", "Org", "E-post", "id")).problems]

    assert rows_with_problems(("Anna Ek", "A", "", ""), ("anna  EK", "a", "", "")) == [3]
    assert rows_with_problems(("Anna Ek", "A", "x@y.se", ""), ("Anna Ek", "A", "", "")) == [3]
    assert rows_with_problems(("Anna Ek", "A", "x@y.se", ""), ("Anna Ek", "A", "z@y.se", "")) == []
    assert rows_with_problems(("Anna Ek", "A", "", "1"), ("Anna Ek", "A", "", "2")) == []
    assert rows_with_problems(("Anna Ek", "A", "", ""), ("Anna Ek", "B", "", "")) == []
    assert rows_with_problems(("Anna Ek", "A", "", "1"), ("Bo Ask", "B", "", "1")) == [3]


@settings(deadline=None)  # how long a case takes says how busy the machine is
@given(everybody=people(), data=st.data())
def test_a_row_that_stands_twice_is_always_found(everybody: tuple[Participant, ...], data: st.DataObject) -> None:
    rows = [row(person) for person in everybody]
    again = data.draw(st.integers(0, len(rows) - 1))
    place = data.draw(st.integers(again + 1, len(rows)))
    reading = read_rows([*rows[:place], rows[again], *rows[place:]])
    assert [problem.row for problem in reading.problems] == [place + 2]
    assert reading.problems[0].problem.values == {"row": again + 2}


def test_a_blank_event_takes_sectors_and_quotas_from_its_first_list() -> None:
    content = (
        "id,name,organisation,sector,group\n"
        "P1,A B,X,Handel,external\n"
        "P2,C D,Y,Energi,agency\n"
        "P3,E F,Z,handel,Myndighet\n"
    )
    reading = read_text(content, Roster())
    assert reading.problems == ()
    assert [(one.id, one.position, one.name, one.letter) for one in reading.sectors] == [
        (1, 0, "Handel", "H"),
        (2, 1, "Energi", "E"),
    ]
    assert [(one.name, one.seats, one.agency) for one in reading.quotas] == [
        ("agency", 2, True),
        ("external", 1, False),
    ]
    assert [(one.sector, one.quota) for one in reading.people] == [(1, 2), (2, 1), (1, 1)]


def test_sectors_taken_over_stand_in_the_order_of_their_numbers() -> None:
    reading = read_text("Namn;Sektor\nA B;Sektor 10\nC D;2\nE F;Sektor 2\nG H;1\n", Roster())
    assert [(one.name, one.letter) for one in reading.sectors] == [("1", "1"), ("2", "2"), ("Sektor 10", "10")]
    assert [person.sector for person in reading.people] == [3, 2, 2, 1]


def test_an_event_with_sectors_keeps_them() -> None:
    reading = read_text("Namn;Sektor;Kvot\nA B;Sektor 1;myndighet\n")
    assert (reading.sectors, reading.quotas) == ((), ())
    assert (SECTORS[reading.people[0].sector or 0].letter, QUOTAS[reading.people[0].quota or 0].agency) == ("1", True)


def test_new_people_are_registered_and_numbered_after_the_others() -> None:
    roster = Roster({41: Participant(41, "Zoe")}, SECTORS, QUOTAS)
    reading = read_text("Namn\nAnna Ek\nBo Ask\n", roster)
    assert [(one.id, one.attendance, one.walk_in) for one in reading.people] == [
        (42, Attendance.REGISTERED, False),
        (43, Attendance.REGISTERED, False),
    ]


@pytest.mark.parametrize("headings", ["Namn;Organisation", "Förnamn;Organisation", "Efternamn;Organisation"])
@pytest.mark.parametrize("cell", ["Totalt", "SUMMA:", "Total 80", "Antal deltagare: 80", "Grand total", "Subtotal"])
def test_a_row_that_counts_the_others_is_nobody(headings: str, cell: str) -> None:
    found = read_text(f"{headings}\nAnna;A\n{cell};\n")
    assert [(one.row, one.value) for one in found.problems] == [(3, cell)]


@pytest.mark.parametrize("name", ["Summa Ek", "Anna Total", "Antal Ek", "Sumaya Totalsson"])
def test_a_name_that_only_begins_like_a_total_is_a_person(name: str) -> None:
    assert read_text(f"Namn;Organisation\n{name};A\n").problems == ()

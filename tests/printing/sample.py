"""A made-up event of any size, with the letters that Swedish lists are full of."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, time

from facilitator.agenda.model import Item, Plan
from facilitator.agenda.model import Kind as ItemKind
from facilitator.common.clock import minutes
from facilitator.event.model import Event
from facilitator.knowledge.model import Library, Question
from facilitator.participants.model import Attendance, Participant, Quota, Roster, Sector
from facilitator.printing.material import Material
from facilitator.teams.model import Team, Teams
from facilitator.voting.cards import ALPHABET, card_id
from facilitator.voting.model import Ballot, Card, Criterion, Method, Option, Role, Rule, Voting

BASE_URL = "http://192.168.10.142:8047"

FIRST_NAMES = (
    "Åsa", "Björn", "Selma", "Jean-Luc", "Örjan", "Märta", "Zoë", "Ingrid", "Abdirahman", "Łukasz", "Siv", "Þóra",
    "Maj-Britt", "Oskar", "Ülkü", "Čedomir", "Lena", "Åke", "Ragnhild", "Ivo",
)  # fmt: skip
LAST_NAMES = (
    "Öberg", "Yılmaz", "Ålund", "Ärlig", "Zetterström", "Åkesson", "Hagström Lind", "Kovač", "Nguyen", "af Ström",
    "Wallin", "Östgren", "Sjöström", "Ekdahl", "Björkelund", "Ängsvik", "Müllern", "Sätersten", "Ågren", "Vik",
)  # fmt: skip
SECTORS = (
    "Ordning och säkerhet",
    "Samhälle och näringsliv",
    "Hälsa och kultur",
    "Universitet och högskolor",
    "Största",
)
QUESTIONS = (
    "Hur kan arbetsgivare nå all den kompetens som finns?",
    "Hur kan vi lära av varandra över myndighetsgränser i vardagen, och inte bara på konferenser som få hinner med?",
    "Hur gör vi rekryteringen fri från fördomar utan att den tar längre tid än i dag?",
)
AGENDA = (
    (time(8, 30), "Registrering och kaffe", ItemKind.BREAK, 30, ""),
    (time(9, 0), "Välkomna", ItemKind.TALK, 10, "Projektledaren"),
    (time(9, 10), "Inspirationsföreläsning", ItemKind.TALK, 25, "Inledningstalare"),
    (time(9, 35), "Framgångsexempel 1", ItemKind.TALK, 8, "Talare 1"),
    (time(9, 43), "Framgångsexempel 2", ItemKind.TALK, 8, "Talare 2"),
    (time(9, 51), "Framgångsexempel 3", ItemKind.TALK, 8, "Talare 3"),
    (time(9, 59), "Framgångsexempel 4", ItemKind.TALK, 8, "Talare 4"),
    (time(10, 7), "Kaffe", ItemKind.BREAK, 15, ""),
    (time(10, 22), "Lag och frågeställningar", ItemKind.TEAMS, 15, "Hackvärdarna"),
    (time(10, 37), "Lagarbete 1: förstå", ItemKind.WORK, 50, ""),
    (time(11, 27), "Lunch", ItemKind.BREAK, 60, ""),
    (time(12, 27), "Lagarbete 2: idéer", ItemKind.WORK, 60, ""),
    (time(13, 27), "Lagarbete 3: forma lösningen", ItemKind.WORK, 45, ""),
    (time(14, 12), "Kaffe och inlämning", ItemKind.BREAK, 15, ""),
    (time(14, 27), "Presentationer: sexton lag", ItemKind.PITCHES, 46, "Lagen"),
    (time(15, 13), "Omröstning", ItemKind.VOTE, 10, "Publik och jury"),
    (time(15, 23), "Resultat", ItemKind.RESULTS, 12, "Hackvärdarna"),
    (time(15, 35), "Nästa steg och samverkansgrupp", ItemKind.TALK, 20, "Projektledaren"),
    (time(15, 55), "Slut", ItemKind.END, 0, ""),
)


def roster(count: int) -> Roster:
    """`count` people, ids from 1."""
    people = {
        number: Participant(
            id=number,
            first_name=FIRST_NAMES[(number * 7) % len(FIRST_NAMES)],
            last_name=LAST_NAMES[(number * 3 + number // 20) % len(LAST_NAMES)],
            organisation=f"Myndigheten för å, ä och ö {number}" if number % 3 else f"Företag {number}",
            sector=number % 5 + 1,
            quota=number % 2 + 1,
        )
        for number in range(1, count + 1)
    }
    sectors = {place: Sector(place, place, name, "ABCDE"[place - 1]) for place, name in enumerate(SECTORS, 1)}
    quotas = {1: Quota(1, 1, "Myndigheter", 40, agency=True), 2: Quota(2, 2, "Näringsliv och andra externa", 40)}
    return Roster(people, sectors, quotas)


def teams(people: int, count: int) -> Teams:
    """The people dealt out over `count` teams."""
    return Teams(
        teams={
            number: Team(
                number,
                str(number),
                f"F{(number - 1) % len(QUESTIONS) + 1}",
                tuple(person for person in range(1, people + 1) if person % count == number % count),
            )
            for number in range(1, count + 1)
        }
    )


def secret(seed: str) -> str:
    """Ten characters of the cards' alphabet, always the same ones for a seed."""
    return "".join(ALPHABET[byte % 32] for byte in hashlib.sha256(seed.encode()).digest()[:10])


def card(holder: str, participant: int | None, role: Role = Role.PARTICIPANT) -> Card:
    """A voting card for somebody; as in the program, a participant's name stands on the roster alone."""
    code = secret(f"{holder}{participant}")
    return Card(card_id(code), code, participant, "" if participant else holder, role)


def plan() -> Plan:
    """The model day."""
    return Plan(
        {
            number: Item(number, number, title, kind, minutes(length), minutes(length), start, speaker=speaker)
            for number, (start, title, kind, length, speaker) in enumerate(AGENDA, 1)
        }
    )


SOLUTIONS = (
    "Integratorn: en ny yrkesroll som öppnar dörrar",
    "En app där arbetssökandes meriter sorteras efter kompetens, med personuppgifterna dolda",
    "OBK-index",
    "MOD-metoden i hela organisationen: från ledningsgruppen till receptionen och tillbaka igen, varje år",
)


def options(count: int) -> tuple[Option, ...]:
    """Solutions to vote for."""
    return tuple(Option(number, SOLUTIONS[number % len(SOLUTIONS)], team=number) for number in range(1, count + 1))


def ballots(count: int = 16) -> dict[int, Ballot]:
    """A ballot for every method."""
    criteria = tuple(Criterion(name) for name in ("Nytta", "Nyhetsvärde", "Genomförbarhet"))
    every = (
        Ballot(1, 1, "Publikens pris", Method.APPROVAL, Rule.APPROVAL, most=3, shuffled=True, own_team_excluded=True),
        Ballot(2, 2, "Juryns poäng", Method.SCORE, Rule.MEAN, roles=(Role.JURY,), criteria=criteria, blind=True),
        Ballot(3, 3, "Utmaningar: intresse och genomförbarhet", Method.AXES, Rule.AXES),
        Ballot(4, 4, "Vilket lag börjar?", Method.SINGLE, Rule.PLURALITY, straw_poll=True),
        Ballot(5, 5, "Rangordna lösningarna", Method.RANKED, Rule.SCHULZE),
        Ballot(6, 6, "Fördela fem prickar", Method.DOTS, Rule.DOTS),
        Ballot(7, 7, "Fördela trettio prickar", Method.DOTS, Rule.DOTS, budget=30),
    )
    return {ballot.id: replace(ballot, options=options(count)) for ballot in every}


def rounds(people: int, count: int, tables: int) -> tuple[tuple[Team, ...], ...]:
    """Table rounds; only as different from each other as paper needs."""
    return tuple(
        tuple(
            Team(
                number,
                str(number),
                members=tuple(person for person in range(1, people + 1) if (person + turn) % tables == number % tables),
            )
            for number in range(1, tables + 1)
        )
        for turn in range(count)
    )


def material(people: int = 80, team_count: int = 16, jury: int = 4, options_count: int = 16) -> Material:
    """A whole event, ready to print."""
    everyone = roster(people)
    cards = [card(person.name, person.id) for person in everyone.people.values()]
    cards += [card(f"Jurymedlem {number}", None, Role.JURY) for number in range(1, jury + 1)]
    return Material(
        event=Event(
            "Skills360-modellen", date(2026, 5, 14), "Stora salen", wifi_name="Hackdag", wifi_password="ljus-och-luft"
        ),
        plan=plan(),
        roster=everyone,
        teams=replace(teams(people, team_count), rounds=rounds(people, 5, team_count)) if team_count else Teams(),
        library=Library(
            questions={number: Question(number, f"F{number}", text) for number, text in enumerate(QUESTIONS, 1)}
        ),
        voting=Voting(ballots(options_count), {one.id: one for one in cards}),
        base_url=BASE_URL,
    )


def repaired(before: Material) -> Material:
    """The event after a morning: 1 goes to team 3, 2 (of team 2) is absent, and Nova Sen has come for team 4."""
    new = max(before.roster.people) + 1
    people = {
        **before.roster.people,
        2: replace(before.roster.people[2], attendance=Attendance.ABSENT),
        new: Participant(new, "Nova", "Sen", "Region Väst", sector=3, quota=1, walk_in=True),
    }
    seats = {
        number: [member for member in team.members if member not in (1, 2)]
        for number, team in before.teams.teams.items()
    }
    seats[3].append(1)
    seats[4].append(new)
    changed = {number: replace(before.teams.teams[number], members=tuple(members)) for number, members in seats.items()}
    return replace(
        before,
        roster=replace(before.roster, people=people),
        teams=replace(before.teams, teams=changed),
    )

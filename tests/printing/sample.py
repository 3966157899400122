"""A made-up event of any size, with the letters that Swedish lists are full of."""

from __future__ import annotations

import hashlib
from datetime import date, time

from facilitator.agenda.model import Item, Plan
from facilitator.agenda.model import Kind as ItemKind
from facilitator.common.clock import minutes
from facilitator.event.model import Event
from facilitator.knowledge.model import Library, Question
from facilitator.participants.model import Participant, Quota, Roster, Sector
from facilitator.printing.material import Material
from facilitator.teams.model import Team, Teams
from facilitator.voting.cards import ALPHABET, card_id
from facilitator.voting.model import Card, Role, Voting

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


def material(people: int = 80, team_count: int = 16, jury: int = 4) -> Material:
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
        teams=teams(people, team_count) if team_count else Teams(),
        library=Library(
            questions={number: Question(number, f"F{number}", text) for number, text in enumerate(QUESTIONS, 1)}
        ),
        voting=Voting(cards={one.id: one for one in cards}),
        base_url=BASE_URL,
    )

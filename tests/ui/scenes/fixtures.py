"""States to paint: an empty event, one like the sample, and one in which everything is as long and many as can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from facilitator.agenda.model import Item, Kind, Plan
from facilitator.common.clock import Instant, Moment, Monotonic, from_datetime, minutes
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.event.model import Event
from facilitator.participants.model import Participant, Roster
from facilitator.stage.model import SceneName, Stage
from facilitator.teams.model import Team, Teams
from facilitator.timer.model import Actual, Run, Running
from facilitator.ui.scenes.view import SceneView
from facilitator.voting.choices import Approvals, Choices, Places, Ranking, Scores, Single
from facilitator.voting.model import Ballot, Card, Criterion, Method, Option, Phase, Role, Rule, Voting
from facilitator.voting.tally import Cast, count

DAY = date(2026, 10, 2)
ZONE = ZoneInfo("Europe/Stockholm")
ADDRESS = "http://192.168.50.12:8137/"

TITLES = (
    ("Registrering och kaffe", Kind.BREAK, 30),
    ("Välkomna", Kind.TALK, 10),
    ("Inspirationsföreläsning", Kind.TALK, 25),
    ("Framgångsexempel 1", Kind.TALK, 8),
    ("Framgångsexempel 2", Kind.TALK, 8),
    ("Framgångsexempel 3", Kind.TALK, 8),
    ("Framgångsexempel 4", Kind.TALK, 8),
    ("Kaffe", Kind.BREAK, 15),
    ("Lag och frågeställningar", Kind.TEAMS, 15),
    ("Lagarbete 1: förstå", Kind.WORK, 50),
    ("Lunch", Kind.BREAK, 60),
    ("Lagarbete 2: idéer", Kind.WORK, 60),
    ("Lagarbete 3: forma lösningen", Kind.WORK, 45),
    ("Kaffe och inlämning", Kind.BREAK, 15),
    ("Presentationer: sexton lag", Kind.PITCHES, 46),
    ("Omröstning", Kind.VOTE, 10),
    ("Resultat", Kind.RESULTS, 12),
    ("Nästa steg och samverkansgrupp", Kind.TALK, 20),
    ("Slut", Kind.END, 0),
)
SOLUTIONS = (
    "Integratören – ett nytt yrke",
    "CV utan fördomar",
    "OBK-index",
    "MOD-metoden för hela organisationen",
    "Behovsanalys på en dag",
    "Rekrytera på potential",
    "Lärande i vardagen",
    "Mentor åt båda håll",
    "Öppna dörrar",
    "Kompetenskartan",
    "Bristyrkesbron",
    "Språkstegen",
    "Första dagen",
    "Annonsverkstaden",
    "Chefens tio minuter",
    "Åsiktslyftet",
)
FIRST = ("Selma", "Björn", "Åsa", "Örjan", "Mirela", "Anna-Karin", "Yusuf", "Göran", "Linnéa", "Wei")
LAST = ("Yılmaz", "Sätersten", "Ängsljus", "Öberg", "Håkansdotter", "Lind", "af Klintberg", "Ek")
LONG = "En mycket lång rubrik som någon skrev utan att tänka på att den ska läsas från sista raden i salen, inte sant?"
ENDLESS = "Myndighetssamverkanskompetensförsörjningsstrategiutvecklingsgruppen" * 2


def at(hour: int, minute: int, second: int = 0, day: date = DAY) -> Moment:
    """A moment of the day on both clocks."""
    wall = from_datetime(datetime.combine(day, time(hour, minute, second), tzinfo=ZONE))
    return Moment(wall, Monotonic(wall - 1_700_000_000_000), "boot")


def empty_event() -> State:
    """Nothing but a title."""
    return State(Event("Skills360", DAY))


def sample_event() -> State:
    """A day like the model event: 19 items, 16 teams of five, ballots in every phase."""
    items, start = {}, 8 * 60 + 30
    for number, (title, kind, length) in enumerate(TITLES, 1):
        items[number] = Item(
            number,
            number,
            title,
            kind,
            minutes(length),
            minutes(length // 2),
            time(start // 60, start % 60),
            fixed=title in ("Välkomna", "Slut"),
            speaker="Projektledaren" if title == "Välkomna" else "",
        )
        start += length
    people = {
        number: Participant(number, FIRST[number % 10], LAST[number // 10 % 8], organisation=f"Myndighet {number % 5}")
        for number in range(1, 81)
    }
    teams = {
        number: Team(number, str(number), f"F{number % 8 + 1}", tuple(range(number * 5 - 4, number * 5 + 1)))
        for number in range(1, 17)
    }
    cards = {
        f"{number:016x}": Card(f"{number:016x}", "0" * 10, number, "", Role.PARTICIPANT) for number in range(1, 81)
    }
    options = tuple(Option(number, label, team=number) for number, label in enumerate(SOLUTIONS, 1))
    return State(
        Event("Skills360-modellen", DAY, "Konferenssalen, Stockholm", port=8137),
        Plan(items),
        roster=Roster(people),
        teams=Teams(teams=teams),
        voting=Voting(
            {1: Ballot(1, 1, "Publikens pris", Method.APPROVAL, Rule.APPROVAL, options=options, most=3, item=16)}, cards
        ),
    )


def extreme_event() -> State:
    """Long names everywhere, 60 items, 40 teams of eight, 24 options."""
    items = {
        number: Item(number, number, f"{number} {LONG}", Kind.TALK, minutes(90), minutes(5), speaker=ENDLESS)
        for number in range(1, 61)
    }
    people = {number: Participant(number, "Wilhelmina-Alexandra", ENDLESS[:60]) for number in range(1, 321)}
    teams = {
        number: Team(number, f"Biblioteket på plan {number}", "F1", tuple(range(number * 8 - 7, number * 8 + 1)))
        for number in range(1, 41)
    }
    options = tuple(Option(number, (f"{number} " + ENDLESS)[:60]) for number in range(1, 25))
    cards = {f"{number:016x}": Card(f"{number:016x}", "0" * 10, None, "", Role.PARTICIPANT) for number in range(2000)}
    event = Event(
        LONG, DAY, ENDLESS, port=65535, wifi_name='Konferens "Ö;st\\":1234567890', wifi_password="a" * 62 + ";"
    )
    ballot = Ballot(
        1, 1, LONG + LONG, Method.RANKED, Rule.BORDA, options=options, most=12, straw_poll=False, phase=Phase.DRAFT
    )
    return State(event, Plan(items), Run(), Roster(people), Teams(teams=teams), voting=Voting({1: ballot}, cards))


def running(state: State, item: int, since: Moment, added: int = 0, paused: Moment | None = None) -> State:
    """The item on the clock since then; those before it ran as planned."""
    actuals = {
        one.id: Actual(one.id, Instant(since.wall - minutes(60)), since.wall)
        for one in state.plan.in_order()
        if one.position < state.plan.items[item].position
    }
    actuals[item] = Actual(item, since.wall)
    length = state.plan.items[item].length
    return replace(state, run=Run(Running(item, since, length, minutes(added), paused_at=paused), actuals))


def on_show(state: State, scene: SceneName, ballot: int | None = None, message: str = "") -> State:
    """The scene on the projector."""
    return replace(state, stage=Stage(scene, ballot, message))


def opened(state: State, ballot: Ballot) -> State:
    """The ballot put in and open."""
    ready = replace(ballot, phase=Phase.OPEN, opened_at=at(15, 13).wall, contest="0" * 32)
    return replace(state, voting=replace(state.voting, ballots={**state.voting.ballots, ballot.id: ready}))


def closed(state: State, ballot: Ballot) -> State:
    """The ballot put in and closed, not revealed."""
    done = replace(ballot, phase=Phase.CLOSED, opened_at=at(15, 13).wall, closed_at=at(15, 23).wall)
    return replace(state, voting=replace(state.voting, ballots={**state.voting.ballots, ballot.id: done}))


def revealed(state: State, ballot: Ballot, cast: list[Cast]) -> State:
    """The ballot put in, counted and revealed."""
    done = replace(ballot, phase=Phase.REVEALED, opened_at=at(15, 13).wall, closed_at=at(15, 23).wall)
    voting = state.voting
    return replace(
        state,
        voting=replace(
            voting,
            ballots={**voting.ballots, ballot.id: done},
            results={**voting.results, ballot.id: count(done, cast)},
        ),
    )


def approvals(options: int, voters: int) -> list[Cast]:
    """Votes that make a fair spread, the same every time."""
    cast: list[Choices] = []
    for voter in range(voters):
        chosen = {(voter * voter + 3 * step * voter) % options * (voter % 3 + 1) // 3 + 1 for step in range(3)}
        cast.append(Approvals(tuple(sorted(chosen))))
    return [Cast(choices) for choices in cast]


def tied_approvals(options: int) -> list[Cast]:
    """Everybody level."""
    return [Cast(Approvals((option,)), 5) for option in range(1, options + 1)]


def scores(options: int, criteria: tuple[Criterion, ...]) -> list[Cast]:
    """Six jurors' scores."""
    return [
        Cast(
            Scores(
                tuple(
                    (
                        option,
                        tuple((one.name, (option * 7 + juror * 3 + place) % 6) for place, one in enumerate(criteria)),
                    )
                    for option in range(1, options + 1)
                )
            ),
            role=Role.JURY,
        )
        for juror in range(6)
    ]


def rankings(options: int, voters: int) -> list[Cast]:
    """Rankings of three."""
    return [
        Cast(Ranking(tuple(dict.fromkeys((voter * step * step + voter % 5) % options + 1 for step in (1, 2, 3)))))
        for voter in range(voters)
    ]


def places(options: int, voters: int) -> list[Cast]:
    """Places on two axes."""
    return [
        Cast(
            Places(
                tuple(
                    (option, ((option * 3 + voter % 3) % 5 + 1, (option * 7 + voter % 2) % 5 + 1))
                    for option in range(1, options + 1)
                )
            )
        )
        for voter in range(voters)
    ]


def singles(options: int, voters: int) -> list[Cast]:
    """One vote each."""
    return [Cast(Single(voter * voter % options + 1)) for voter in range(voters)]


def view(
    state: State, now: Moment, language: str = "sv", turnout: int = 57, address: str | None = ADDRESS
) -> SceneView:
    """The state as the room sees it then."""
    return SceneView(state, now, Translator(language), dict.fromkeys(state.voting.ballots, turnout), address)

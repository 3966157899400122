"""What only some scenes need: pictures, questions, solutions, pitches, tracks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from facilitator.agenda.model import Item, Kind, Plan
from facilitator.common.clock import Moment, minutes, seconds
from facilitator.desk.state import State
from facilitator.event.model import Branding, Theme
from facilitator.knowledge.model import Kind as KnowledgeKind
from facilitator.knowledge.model import KnowledgeItem, Library, Question
from facilitator.participants.model import Participant, Roster, Sector
from facilitator.solutions.model import Solution, Solutions
from facilitator.stage.model import Picture, SceneName, Stage, View
from facilitator.teams.model import Team, Teams
from facilitator.timer.model import Pitching, PitchPhase, PitchQueue, Running
from tests.ui.scenes import fixtures as of

WELCOME = "Ta en namnbricka och kaffe\nHitta ert bord på listan\nGarderob till vänster om scenen"
NEXT_STEPS = (
    "Samverkansgruppen tar hand om alla lösningar\nSkriv upp dig hos hackvärdarna\nFörsta mötet är den 14 november"
)
QUESTION = "Hur kan arbetsgivare nå den kompetens som står utanför arbetsmarknaden, utan att sänka kraven?"


def png(width: int, height: int, colour: str = "#e4572e") -> bytes:
    """A picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(data.data())


def branded(state: State, theme: Theme = Theme.LIGHT, logo: tuple[int, int] = (420, 120)) -> State:
    """The event with colours and a logo of its own."""
    stage = replace(state.stage, pictures={**state.stage.pictures, 9: Picture(9, "logo", png(*logo))})
    event = replace(state.event, branding=Branding("#0a6e5c", "#c2185b", 9, theme))
    return replace(state, stage=stage, event=event)


def shown(state: State, scene: SceneName, view: View | None = None) -> State:
    """The scene on show, pictures kept."""
    wanted = view or View(scene)
    stage = Stage(
        scene,
        wanted.ballot,
        sector=wanted.sector,
        question=wanted.question,
        picture=wanted.picture,
        pictures=state.stage.pictures,
    )
    return replace(state, stage=stage)


def worded(state: State, welcome: str = WELCOME, next_steps: str = NEXT_STEPS) -> State:
    """The event with the host's words and a Wi-Fi."""
    event = replace(
        state.event, welcome=welcome, next_steps=next_steps, wifi_name="Konferens", wifi_password="blåbär;2026"
    )
    return replace(state, event=event)


def questioned(state: State, count: int = 8, words: str = QUESTION) -> State:
    """The event with questions; the first grew out of five items."""
    items = {
        number: KnowledgeItem(
            number, KnowledgeKind.CHALLENGE, f"{of.SOLUTIONS[number]} på riktigt", organisation=f"Myndighet {number}"
        )
        for number in range(1, 6)
    }
    questions = {
        number: Question(number, f"F{number}", words, (1, 2, 3, 4, 5) if number == 1 else ())
        for number in range(1, count + 1)
    }
    return replace(state, library=Library(items, questions))


def sectored(state: State) -> State:
    """Everybody in one of five sectors."""
    people = {key: replace(one, sector=key % 5 + 1) for key, one in state.roster.people.items()}
    sectors = {number: Sector(number, number, f"Sektor {number}", "ABCDE"[number - 1]) for number in range(1, 6)}
    return replace(state, roster=replace(state.roster, people=people, sectors=sectors))


def crowd(people: int, teams: int, last: str = "") -> State:
    """So many people in so many teams."""
    roster = {
        number: Participant(number, of.FIRST[number % 10], last or f"{of.LAST[number * 7 % 8]}{'aeiouy'[number % 6]}n")
        for number in range(1, people + 1)
    }
    seated = {
        number: Team(number, str(number), None, tuple(range(number, people + 1, teams)))
        for number in range(1, teams + 1)
    }
    state = of.sample_event()
    return replace(state, roster=Roster(roster), teams=Teams(teams=seated))


def solved(state: State, title: str = "") -> State:
    """A solution of every team."""
    solutions = {
        number: Solution(number, title or of.SOLUTIONS[(number - 1) % len(of.SOLUTIONS)])
        for number in state.teams.teams
    }
    return replace(state, solutions=Solutions(solutions))


def pitching(
    state: State,
    since: Moment,
    phase: PitchPhase = PitchPhase.PITCH,
    length: int = 120,
    left: int = 11,
    paused: Moment | None = None,
) -> State:
    """A team on stage and so many to follow."""
    first = 16 - left
    now = Pitching(first, phase, since, seconds(length), paused_at=paused)
    queue = PitchQueue(tuple(range(first + 1, 17)), now, tuple(range(1, first)), seed=360)
    run = of.running(state, 15, of.at(14, 27)).run
    return replace(state, run=replace(run, pitches=queue))


def tracks(state: State, count: int = 2) -> State:
    """Tracks that run beside the plenary since 10:40."""
    items = dict(state.plan.items)
    beside = []
    for number in range(1, count + 1):
        item = Item(
            100 + number,
            100 + number,
            f"Verkstad {number}: prototyper",
            Kind.WORK,
            minutes(20 + 9 * number),
            minutes(5),
            track=f"Sal {'ABCDE'[number - 1]}",
        )
        items[item.id] = item
        beside.append(Running(item.id, of.at(10, 40, number), item.length))
    return replace(state, plan=Plan(items), run=replace(state.run, beside=tuple(beside)))

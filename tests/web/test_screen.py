"""The room's scenes and the speaker's clock in a real browser."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from statistics import median
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from playwright.sync_api import BrowserContext, Page, expect

from facilitator.app.phones import Phones
from facilitator.app.session import Session
from facilitator.desk.commands import Undo
from facilitator.event.commands import ChangeEvent
from facilitator.event.model import Branding, Theme
from facilitator.stage.commands import AddPicture, Blank, Message, Show
from facilitator.stage.model import SceneName
from facilitator.timer.commands import AddTime, Next, NextPitch, Pause, StartDay, StartItem
from facilitator.ui.scenes.palette import Tint, palette
from facilitator.voting.commands import CloseBallot, OpenBallot, RevealResult

from .accessible import violations
from .day import Served
from .screens import looked_at, open_page, settle, shows

STEP_MS = 150
"""How far a screen may be from the true second."""

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001"
    "f61738550000000049454e44ae426082"
)


def pitches_item(session: Session) -> int:
    return next(item.id for item in session.desk.state.plan.to_run() if item.kind == "pitches")


def test_every_scene_is_drawn_fits_and_is_accessible(screen: Page, session: Session) -> None:
    desk = session.desk
    desk.do(ChangeEvent(wifi_name="Hack", wifi_password="öppna:sesam", welcome="Hello\nCoffee", next_steps="One\nTwo"))
    number = desk.do(AddPicture("map", PIXEL)).result
    code = next(iter(desk.state.library.questions.values())).code
    sector = next(iter(desk.state.roster.sectors))
    scenes: list[tuple[Show | None, str]] = [
        (Show(SceneName.CLOCK), ".clock .digits"),
        (Show(SceneName.AGENDA), ".agenda [aria-current]"),
        (Show(SceneName.WELCOME), ".welcome .codes.two"),
        (Show(SceneName.TEAMS), ".team"),
        (Show(SceneName.TEAMS, sector=sector), ".seats li"),
        (Show(SceneName.FIND_TABLE), ".seats li"),
        (Show(SceneName.QUESTION), ".points.labelled"),
        (Show(SceneName.QUESTION, question=code), ".question .chip"),
        (Show(SceneName.NEXT_STEPS), ".next-steps .points"),
        (Show(SceneName.PICTURE, picture=number), ".picture img"),
    ]
    desk.do(StartDay())
    for show, found in scenes:
        assert show is not None
        desk.do(show)
        shows(screen, session)
        expect(screen.locator(found).first).to_be_visible()
        looked_at(screen, show.scene)
    desk.do(Message("Lunch is served. We go on at 12:27"))
    expect(screen.get_by_role("heading", name="Lunch is served.")).to_be_visible()
    looked_at(screen, "message")
    desk.do(StartItem(pitches_item(session)))
    desk.do(Show(SceneName.PITCH))
    expect(screen.get_by_text("First on stage")).to_be_visible()
    looked_at(screen, "called")
    desk.do(NextPitch())
    expect(screen.get_by_text("Pitch", exact=True)).to_be_visible()
    looked_at(screen, "pitch")
    desk.do(OpenBallot(1))
    expect(screen.get_by_text("have voted")).to_be_visible()
    looked_at(screen, "ballot")
    desk.do(CloseBallot(1))
    desk.do(Show(SceneName.RESULTS, ballot=1))
    expect(screen.get_by_text("The votes are being counted")).to_be_visible()
    looked_at(screen, "counting")
    desk.do(RevealResult(1))
    expect(screen.get_by_text("No votes were cast.")).to_be_visible()
    looked_at(screen, "results")
    desk.do(Blank())
    settle(screen, "document.documentElement.dataset.scene === 'blank'")
    assert screen.locator("#scene").inner_text().strip() == ""


def test_digits_are_a_quarter_of_the_screen(screen: Page, session: Session) -> None:
    session.desk.do(StartDay())
    shows(screen, session)
    size = screen.evaluate("parseFloat(getComputedStyle(document.querySelector('.digits')).fontSize)")
    assert size * 0.727 >= 1080 / 4


RECORD = """() => {
    window.seen = [];
    new MutationObserver(() => window.seen.push([Date.now(), document.querySelector('.digits').textContent]))
        .observe(document.querySelector('.digits'), {childList: true, characterData: true, subtree: true});
}"""


@pytest.mark.parametrize("off", [0, 7_300, -86_400_000])
def test_digits_change_with_the_servers_second_whatever_the_browsers_clock_says(
    wide: BrowserContext, phones: Phones, session: Session, off: int
) -> None:
    wide.add_init_script(f"Object.defineProperty(performance, 'timeOrigin', {{value: performance.timeOrigin + {off}}})")
    session.desk.do(StartDay())
    page = open_page(wide, f"{phones.url}/screen")
    page.locator(".digits").wait_for()
    settle(page, f"Math.abs(ahead + {off}) < 150 && answers.length > 5")
    page.evaluate(RECORD)
    settle(page, "seen.length >= 5")
    running = session.desk.state.run.running
    assert running is not None
    ends = running.started.wall + running.length
    late = []
    for at, digits in page.evaluate("seen"):
        minutes, seconds = map(int, digits.split(":"))
        late.append(at - (ends - 1000 * (60 * minutes + seconds)))
    assert min(late) >= -STEP_MS, late
    assert median(late) <= STEP_MS, late  # a busy computer may hold one change back, a wrong clock all of them


FIVE = (SceneName.AGENDA, SceneName.QUESTION, SceneName.TEAMS, SceneName.NEXT_STEPS, SceneName.FIND_TABLE)


def test_a_scene_is_there_at_once_even_right_after_another(screen: Page, session: Session) -> None:
    screen.evaluate(
        """() => { window.at = {}; new MutationObserver(() => {
            window.at[document.documentElement.dataset.scene] ??= Date.now();
        }).observe(document.documentElement, {attributes: true}); }"""
    )
    rounds = []
    for _ in range(5):
        screen.evaluate("at = {}")
        took = []
        for scene in FIVE:
            sent = time.time() * 1000
            session.desk.do(Show(scene))
            settle(screen, f"'{scene}' in at")
            took.append(screen.evaluate(f"at['{scene}']") - sent)
        rounds.append(median(took))
    assert min(rounds) <= STEP_MS, rounds  # the best of five: others may keep the processors busy


def test_a_screen_that_hears_nothing_says_so_and_its_clock_goes_on(wide: BrowserContext, served: Served) -> None:
    served.change(1)
    page = open_page(wide, f"{served.url}/screen?lang=en")
    page.locator(".scene").wait_for()
    first = page.evaluate("heardAt")
    settle(page, f"heardAt > {first} + 1000")
    expect(page.locator("#stale")).to_be_hidden()
    port = served.server.port
    served.server.stop()
    expect(page.locator("#stale")).to_contain_text("No connection since")
    clock = ".time-left .figures"
    before = page.locator(clock).inner_text()
    expect(page.locator(clock)).not_to_have_text(before)
    assert [one for one in violations(page) if "stale" in one] == []
    served.readied = 0
    served.start(port)
    expect(page.locator("#stale")).to_be_hidden(timeout=15_000)


def test_nothing_of_the_teams_is_in_the_bytes_before_they_are_shown(
    wide: BrowserContext, phones: Phones, session: Session
) -> None:
    names = [person.name for person in session.desk.state.roster.people.values()]
    with httpx.Client(base_url=str(phones.url), trust_env=False, timeout=20) as client:
        everything = "/screen", "/stage", "/screen.js", "/api/screen/state", "/api/stage/state", "/api/state", "/"
        first = b"".join(client.get(address).content for address in everything) + next(events(client)).encode()
        assert [name for name in names if name.encode() in first] == []
        session.desk.do(Show(SceneName.TEAMS))
        assert any(names[0] in event for event in events(client))
        assert client.get("/screen").cookies == {}


def events(client: httpx.Client) -> Iterator[str]:
    """What the stream tells, for as long as it is read; a scene that has not come after ten events will not come."""
    with client.stream("GET", "/api/screen/live") as stream:
        data = (line for line in stream.iter_lines() if line.startswith("data: "))
        yield from islice(data, 10)


def test_a_picture_can_be_fetched_only_while_it_is_shown(screen: Page, session: Session, phones: Phones) -> None:
    number = session.desk.do(AddPicture("map", PIXEL)).result
    session.desk.do(Show(SceneName.PICTURE, picture=number))
    expect(screen.locator(".picture img")).to_be_visible()
    address = f"{phones.url}{screen.locator('.picture img').get_attribute('src')}"
    assert httpx.get(address, trust_env=False).content == PIXEL
    session.desk.do(Show(SceneName.CLOCK))
    shows(screen, session)
    assert httpx.get(address, trust_env=False).status_code == 404


COLOURS = some.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


def test_colours_are_the_projectors(screen: Page) -> None:
    tints = (Tint.CALM, Tint.MEASURE, Tint.ACCENT, Tint.ON_MEASURE, Tint.ON_ACCENT, Tint.GROUND, Tint.SOFT, Tint.ALARM)
    shown = {tint: tint.replace("_", "-") for tint in tints}

    @settings(max_examples=60, deadline=None)
    @given(COLOURS | some.just(""), COLOURS | some.just(""), some.sampled_from(Theme))
    def same(primary: str, accent: str, theme: Theme) -> None:
        colours = palette(Branding(primary, accent, None, theme))
        look: dict[str, Any] = {"theme": theme, "primary": primary, "accent": accent, "logo": None}
        screen.evaluate("look => paint(look)", look)
        style = "name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim()"
        assert {name: screen.evaluate(style, name) for name in shown.values()} == {
            name: colours[tint].name() for tint, name in shown.items()
        }

    same()


def test_the_language_is_the_events_unless_the_address_says_otherwise(wide: BrowserContext, phones: Phones) -> None:
    for address, language in (("", "en"), ("?lang=sv", "sv"), ("?lang=xx", "en")):
        page = open_page(wide, f"{phones.url}/screen{address}")
        assert page.locator("html").get_attribute("lang") == language


def test_the_speaker_sees_time_message_and_who_is_next(wide: BrowserContext, phones: Phones, session: Session) -> None:
    desk = session.desk
    page = open_page(wide, f"{phones.url}/stage?lang=en")
    desk.do(StartDay())
    first, second, *_ = desk.state.plan.to_run()
    expect(page.get_by_role("heading", name=first.title)).to_be_visible()
    expect(page.get_by_text(second.title)).to_be_visible()
    desk.do(AddTime(60 * 95))
    looked_at(page, "running")
    desk.do(Message("Two minutes, please"))
    expect(page.get_by_text("Two minutes, please")).to_be_visible()
    looked_at(page, "message")
    desk.do(Undo())
    expect(page.get_by_text("Two minutes, please")).to_be_hidden()
    desk.do(Pause())
    expect(page.get_by_text("Paused")).to_be_visible()
    desk.do(StartItem(pitches_item(session)))
    desk.do(NextPitch())
    expect(page.get_by_text("teams left")).to_be_visible()
    looked_at(page, "pitch")
    while desk.state.run.ended_at is None:
        desk.do(Next())
    expect(page.get_by_role("heading", name="The day has ended")).to_be_visible()
    assert page.faults == []  # type: ignore[attr-defined]

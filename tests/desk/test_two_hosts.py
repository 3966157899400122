"""Two hosts at once: a console and a staff phone, in threads of their own, at one desk and one event file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Barrier, Thread

import pytest

from facilitator.agenda.model import Item, Kind, Plan
from facilitator.common.clock import minutes
from facilitator.common.errors import Stale
from facilitator.desk.commands import Redo, Undo
from facilitator.desk.desk import Desk
from facilitator.desk.events import Published
from facilitator.desk.state import State
from facilitator.desk.vocabulary import Command
from facilitator.participants.commands import CheckIn, UndoCheckIn
from facilitator.timer.commands import AddTime, Next, Pause, Previous, Resume, StartDay, StartedAgo
from tests.desk.builders import TALK, WELCOME, a_state, desk_in_memory, event_on_disk, open_session

ITEMS = 20


def a_long_day() -> State:
    """Twenty items that follow each other."""
    items = {key: Item(key, key, f"Item {key}", Kind.TALK, minutes(5), minutes(1)) for key in range(1, ITEMS + 1)}
    return replace(a_state(), plan=Plan(items))


def together(*works: Callable[[], None]) -> None:
    """Do all of it at the same time; what goes wrong in a thread is raised here."""
    wrong: list[BaseException] = []

    def guarded(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001  # in a thread nobody else would hear of it
            wrong.append(error)

    threads = [Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]


@pytest.mark.parametrize(
    "command",
    [Next(WELCOME), Previous(WELCOME), Pause(WELCOME), Resume(WELCOME), AddTime(60, WELCOME), StartedAgo(60, WELCOME)],
    ids=lambda command: type(command).__name__,
)
def test_what_is_meant_for_an_item_that_has_meanwhile_changed_is_refused_and_says_what_runs(command: Command) -> None:
    desk = desk_in_memory()
    desk.do(StartDay())
    desk.do(Next(WELCOME), "staff")
    before = desk.state
    with pytest.raises(Stale) as refused:
        desk.do(command)
    assert "“Talk” is on the clock" in str(refused.value)
    assert desk.state is before
    assert desk.state.run.running is not None
    assert desk.state.run.running.item == TALK


def test_both_press_next_at_the_same_time_and_no_item_is_passed_over(tmp_path: Path) -> None:
    """Each sees an item, and both press; one of them is late for it, and is refused."""
    with open_session(event_on_disk(tmp_path / "day.hackday", a_long_day())) as session:
        desk, told, refused = session.desk, list[Published](), list[str]()
        desk.subscribe(told.append)
        desk.do(StartDay())
        start = Barrier(2)

        def host(by: str) -> None:
            for item in range(1, ITEMS + 1):
                start.wait(30)
                try:
                    desk.do(Next(item), by)
                except Stale:
                    refused.append(by)

        together(lambda: host("host"), lambda: host("staff"))
        assert len(refused) == ITEMS
        actuals = desk.state.run.actuals
        assert list(actuals) == list(range(1, ITEMS + 1))
        assert desk.state.run.ended_at is not None
        assert [one.version for one in told] == list(range(1, ITEMS + 2))
        assert [one.state.run.running and one.state.run.running.item for one in told[:-1]] == list(actuals)
        ended = desk.state
    with open_session(tmp_path / "day.hackday") as session:
        assert session.desk.state == ended


def test_commands_of_two_hosts_come_one_after_the_other_and_undo_gives_all_of_them_back(tmp_path: Path) -> None:
    with open_session(event_on_disk(tmp_path / "day.hackday", a_long_day())) as session:
        desk = session.desk
        morning = desk.state
        desk.do(StartDay())

        def add(by: str, count: int) -> None:
            for _ in range(20):
                desk.do(AddTime(count), by)

        together(lambda: add("host", 60), lambda: add("staff", 1))
        assert desk.state.run.running is not None
        assert desk.state.run.running.added == 20 * 61 * 1000
        evening = desk.state
        _all_back(desk, 41)
        assert desk.state == morning
        for _ in range(41):
            desk.do(Redo())
        assert desk.state == evening


def test_what_somebody_else_has_changed_since_is_not_taken_back() -> None:
    """What the room's phones send is no step of the hosts', but it is kept."""
    desk = desk_in_memory()
    desk.do(CheckIn(3))
    desk.do(UndoCheckIn(3), "phone")
    before = desk.state
    with pytest.raises(Stale, match="can no longer be taken back"):
        desk.do(Undo())
    assert desk.state is before


def _all_back(desk: Desk, steps: int) -> None:
    """Both hosts undo, until nothing is left to undo."""

    def back(by: str) -> None:
        for _ in range(steps // 2):
            desk.do(Undo(), by)

    together(lambda: back("host"), lambda: back("staff"))
    desk.do(Undo())
    assert desk.to_undo is None

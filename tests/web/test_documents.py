"""What the documents tell, and what they must not."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from facilitator.common.clock import Duration, Instant, Moment, Monotonic, minutes
from facilitator.timer.rules import pause
from facilitator.voting.model import Phase
from facilitator.web.documents import private_part, public_document
from facilitator.web.lean import lean_script
from facilitator.web.limits import Buckets
from facilitator.web.page import Page
from facilitator.web.staff_document import staff_document

from .day import CHANGEABLE, STAFF_KEY, day


def later(moment: Moment, by: Duration) -> Moment:
    return Moment(Instant(moment.wall + by), Monotonic(moment.mono + by), moment.boot)


def started() -> Moment:
    running = day().run.running
    assert running is not None
    return running.started


def test_phones_are_told_no_secret() -> None:
    state = day()
    public = json.dumps(public_document(state, 1, started()))
    staff = json.dumps(staff_document(state, 1, started(), {}))
    for card in state.voting.cards.values():
        assert card.secret not in public + staff
        assert card.id not in public + staff
    assert STAFF_KEY not in public


def test_a_blind_ballot_hides_teams_until_the_reveal() -> None:
    state = day()
    for phase, shown in ((Phase.OPEN, False), (Phase.CLOSED, False), (Phase.REVEALED, True)):
        blind = replace(state.voting.ballots[CHANGEABLE], phase=phase)
        ballots = {**state.voting.ballots, CHANGEABLE: blind}
        document = public_document(replace(state, voting=replace(state.voting, ballots=ballots)), 1, started())
        options = next(ballot["options"] for ballot in document["ballots"] if ballot["id"] == CHANGEABLE)
        assert all(("team" in option) == shown for option in options)


def test_the_end_of_an_item_stands_still_while_its_clock_runs_and_is_open_while_it_is_held() -> None:
    state = day()
    ends = {public_document(state, 1, later(started(), minutes(past)))["now"]["ends_at"] for past in (0, 20, 49, 70)}
    assert len(ends) == 1
    held = replace(state, run=pause(state.run, later(started(), minutes(20))))
    now = public_document(held, 1, later(started(), minutes(30)))["now"]
    assert (now["ends_at"], now["paused"], now["remaining"]) == (None, True, 30 * 60)


def test_the_seating_mark_changes_with_the_teams_alone() -> None:
    state = day()
    moved = replace(state.teams.teams[1], members=(1, 2))
    other = replace(state, teams=replace(state.teams, teams={**state.teams.teams, 1: moved}))
    mark = public_document(state, 1, started())["seating"]
    assert public_document(state, 2, later(started(), minutes(5)))["seating"] == mark
    assert public_document(other, 1, started())["seating"] != mark
    assert private_part(other).people[3].team is None


def test_nothing_in_the_state_can_end_the_pages_script_element() -> None:
    title = "</script><script>alert(1)</script>"
    state = json.dumps({"event": {"title": title}, "ballots": []}).encode()
    page = Page()._make("1", state, "en").plain.decode()
    assert page.count("</script>") == 3
    assert "&lt;/script&gt;" in page


@pytest.mark.parametrize(
    ("source", "lean"),
    [
        ("// gone\n  const a = b ? 'x : y' : `p = ${q}`;", "const a=b?'x : y':`p = ${q}`;"),
        ("x.replace(/[-\\s]/g, '');", "x.replace(/[-\\s]/g,'');"),
        ("return value;", "return value;"),
    ],
)
def test_only_needless_spaces_go(source: str, lean: str) -> None:
    assert lean_script(source) == lean


def test_buckets_fill_again_and_never_grow_without_end() -> None:
    now = 0.0
    buckets = Buckets(3, 0.5, lambda: now)
    assert [buckets.take("a") for _ in range(4)] == [0, 0, 0, 2]
    assert buckets.take("b") == 0
    now = 2.0
    assert [buckets.take("a"), buckets.take("a")] == [0, 2]
    for number in range(50_000):
        buckets.take(str(number))
    assert len(buckets._spent) <= 20_000

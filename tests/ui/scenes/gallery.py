"""Every scene in every situation that looks different."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from facilitator.agenda.model import Plan
from facilitator.common.clock import Moment
from facilitator.desk.state import State
from facilitator.stage.model import SceneName
from facilitator.timer.rules import end_day
from facilitator.ui.scenes.view import SceneView
from facilitator.voting.model import Ballot, Criterion, Method, Option, Phase, Rule
from tests.ui.scenes import fixtures as of
from tests.ui.scenes.more_gallery import situations

CRITERIA = (Criterion("Nytta"), Criterion("Nyhet"), Criterion("Genomförbarhet", 2.0))


def gallery(language: str) -> Iterator[tuple[str, SceneView]]:
    """Each situation by name."""
    for name, state, moment in (*_clocks(), *_others(), *_ballots(), *_results(), *situations()):
        yield name, of.view(state, moment, language)


def _clocks() -> Iterator[tuple[str, State, Moment]]:
    empty, sample, extreme = of.empty_event(), of.sample_event(), of.extreme_event()
    clock = SceneName.CLOCK
    yield "clock-empty", of.on_show(empty, clock), of.at(9, 0)
    yield "clock-days", of.on_show(sample, clock), of.at(9, 0, day=of.DAY - timedelta(days=12))
    yield "clock-before", of.on_show(sample, clock), of.at(7, 48, 27)
    yield "clock-soon", of.on_show(sample, clock), of.at(8, 31)
    begun = of.at(9, 10)
    yield "clock-running", of.on_show(of.running(sample, 3, begun), clock), of.at(9, 17, 48)
    yield "clock-speaker", of.on_show(of.running(sample, 2, of.at(9, 0)), clock), of.at(9, 2, 1)
    yield "clock-hour", of.on_show(of.running(sample, 12, of.at(12, 27), 20), clock), of.at(12, 28)
    yield "clock-last", of.on_show(of.running(sample, 3, begun), clock), of.at(9, 31, 13)
    yield "clock-over", of.on_show(of.running(sample, 3, begun), clock), of.at(9, 44, 8)
    held = of.running(sample, 3, begun, paused=of.at(9, 20))
    yield "clock-paused", of.on_show(held, clock), of.at(9, 44, 8)
    between = replace(held, run=replace(held.run, running=None))
    yield "clock-between", of.on_show(between, clock), of.at(9, 44, 8)
    yield "clock-ended", of.on_show(replace(held, run=end_day(held.run, of.at(9, 50))), clock), of.at(16, 0)
    yield "clock-end-item", of.on_show(of.running(sample, 19, of.at(15, 55)), clock), of.at(15, 56)
    yield "clock-extreme", of.on_show(of.running(extreme, 30, of.at(9, 0)), clock), of.at(9, 17, 48)
    yield "clock-extreme-over", of.on_show(of.running(extreme, 30, of.at(9, 0)), clock), of.at(12, 57, 48)
    yield "clock-extreme-ended", of.on_show(replace(extreme, run=end_day(held.run, of.at(9, 50))), clock), of.at(16, 0)


def _others() -> Iterator[tuple[str, State, Moment]]:
    empty, sample, extreme = of.empty_event(), of.sample_event(), of.extreme_event()
    agenda, teams, message = SceneName.AGENDA, SceneName.TEAMS, SceneName.MESSAGE
    yield "agenda-empty", of.on_show(empty, agenda), of.at(9, 0)
    yield "agenda-before", of.on_show(sample, agenda), of.at(8, 0)
    yield "agenda-running", of.on_show(of.running(sample, 10, of.at(10, 40)), agenda), of.at(10, 50)
    yield "agenda-last", of.on_show(of.running(sample, 18, of.at(15, 35)), agenda), of.at(15, 40)
    few = replace(sample, plan=Plan({key: item for key, item in sample.plan.items.items() if key < 6}))
    yield "agenda-few", of.on_show(of.running(few, 2, of.at(9, 0)), agenda), of.at(9, 4)
    yield "agenda-extreme", of.on_show(of.running(extreme, 30, of.at(10, 40)), agenda), of.at(10, 50)
    yield "teams-empty", of.on_show(empty, teams), of.at(9, 0)
    yield "teams-1", of.on_show(sample, teams), of.at(10, 22)
    yield "teams-2", of.on_show(sample, teams), of.at(10, 22, 13)
    some = replace(sample.teams, teams={key: team for key, team in sample.teams.teams.items() if key < 4})
    yield "teams-three", of.on_show(replace(sample, teams=some), teams), of.at(10, 22)
    yield "teams-extreme", of.on_show(extreme, teams), of.at(10, 22)
    yield "message-empty", of.on_show(empty, message), of.at(9, 0)
    yield "message-short", of.on_show(sample, message, message="Lunch!"), of.at(9, 0)
    words = "Vi fortsätter klockan 12:27. Ta med kaffet till ert bord."
    yield "message", of.on_show(sample, message, message=words), of.at(9, 0)
    yield "message-extreme", of.on_show(sample, message, message=(of.LONG + " ") * 3), of.at(9, 0)
    yield "message-word", of.on_show(sample, message, message=of.ENDLESS), of.at(9, 0)
    yield "blank", of.on_show(sample, SceneName.BLANK), of.at(9, 0)


def _ballots() -> Iterator[tuple[str, State, Moment]]:
    empty, sample, extreme = of.empty_event(), of.sample_event(), of.extreme_event()
    show, prize = SceneName.BALLOT, sample.voting.ballots[1]
    now = of.at(15, 16, 40)
    voting = of.running(of.opened(sample, prize), 16, of.at(15, 13))
    yield "ballot-none", of.on_show(empty, show), now
    yield "ballot-draft", of.on_show(sample, show), now
    yield "ballot-open", of.on_show(voting, show), now
    wifi = replace(voting, event=replace(voting.event, wifi_name="Konferens", wifi_password="blåbär;2026"))
    yield "ballot-wifi", of.on_show(wifi, show), now
    poll = replace(prize, straw_poll=True, title="Vilken fråga vill ni höra mer om efter lunch?")
    yield "ballot-straw", of.on_show(of.opened(sample, poll), show), now
    yield "ballot-closed", of.on_show(of.closed(sample, prize), show), now
    yield "ballot-extreme", of.on_show(of.running(of.opened(extreme, extreme.voting.ballots[1]), 30, now), show), now
    straw = replace(extreme.voting.ballots[1], straw_poll=True)
    yield "ballot-extreme-straw", of.on_show(of.opened(extreme, straw), show), now


def _results() -> Iterator[tuple[str, State, Moment]]:
    empty, sample, extreme = of.empty_event(), of.sample_event(), of.extreme_event()
    show, prize = SceneName.RESULTS, sample.voting.ballots[1]
    now = of.at(15, 25)
    yield "results-none", of.on_show(empty, show), now
    yield "results-open", of.on_show(of.opened(sample, prize), show), now
    yield "results-closed", of.on_show(of.closed(sample, prize), show), now
    yield "results-approval", of.on_show(of.revealed(sample, prize, of.approvals(16, 57)), show), now
    yield "results-tied", of.on_show(of.revealed(sample, prize, of.tied_approvals(2)), show), now
    yield "results-all-tied", of.on_show(of.revealed(sample, prize, of.tied_approvals(16)), show), now
    yield "results-nobody", of.on_show(of.revealed(sample, prize, []), show), now
    three = replace(prize, method=Method.SINGLE, rule=Rule.PLURALITY, options=prize.options[:3], straw_poll=True)
    yield "results-single", of.on_show(of.revealed(sample, three, of.singles(3, 61)), show), now
    jury = replace(prize, title="Juryns pris", method=Method.SCORE, rule=Rule.MEAN, criteria=CRITERIA)
    yield "results-mean", of.on_show(of.revealed(sample, jury, of.scores(16, CRITERIA)), show), now
    ranked = replace(prize, method=Method.RANKED, rule=Rule.SCHULZE)
    yield "results-schulze", of.on_show(of.revealed(sample, ranked, of.rankings(16, 57)), show), now
    runoff = replace(ranked, rule=Rule.IRV, options=prize.options[:6])
    yield "results-irv", of.on_show(of.revealed(sample, runoff, of.rankings(6, 57)), show), now
    challenges = tuple(Option(number, f"Utmaning {number}: {of.SOLUTIONS[number % 16]}") for number in range(1, 25))
    map_ = replace(prize, title="Intressant och genomförbart", method=Method.AXES, rule=Rule.AXES, options=challenges)
    yield "results-axes", of.on_show(of.revealed(sample, map_, of.places(24, 57)), show), now
    few = replace(map_, options=challenges[:5])
    yield "results-axes-few", of.on_show(of.revealed(sample, few, of.places(5, 57)), show), now
    many: Ballot = replace(extreme.voting.ballots[1], phase=Phase.OPEN)
    yield "results-extreme", of.on_show(of.revealed(extreme, many, of.rankings(24, 400)), show), now

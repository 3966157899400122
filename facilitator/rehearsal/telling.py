"""A rehearsal in words, line by line, for people who watch it in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.common.clock import Duration, Instant, minutes
from facilitator.common.texts import Text, plural_text, text
from facilitator.desk.events import (
    BallotClosed,
    BallotOpened,
    DayEnded,
    Event,
    ItemStarted,
    ResultRevealed,
    TeamOnStage,
    TeamsSeated,
)
from facilitator.desk.rundown import planned_slots
from facilitator.desk.state import State
from facilitator.desk.vocabulary import encode
from facilitator.participants.commands import CheckIn
from facilitator.rehearsal.day import Entry
from facilitator.timer.commands import NextPitch
from facilitator.voting.model import Rule

_SHOWN_WINNERS = 3

Line = tuple[Instant, Text]
"""When, and what."""


class Teller:
    """Turns log entries into lines. People who are checked in one after the other become one line."""

    def __init__(self) -> None:
        """Nothing has been told."""
        self._checked_in: list[Instant] = []
        self._said: list[Text] = []

    def lines(self, entry: Entry) -> Iterator[Line]:
        """What there is to say about an entry, and about check-ins before it."""
        if isinstance(entry.command, CheckIn) and entry.refused is None:
            self._checked_in.append(entry.at)
            return
        yield from self.rest()
        if entry.refused in self._said:
            return  # the host asked again for what an item's start could not do by itself
        self._said += entry.notices
        for line in _lines(entry):
            yield entry.at, line

    def rest(self) -> Iterator[Line]:
        """What is still to be said at the end."""
        if self._checked_in:
            count = len(self._checked_in)
            yield self._checked_in[0], plural_text("{count} person checked in", "{count} people checked in", count)
        self._checked_in.clear()


def _lines(entry: Entry) -> Iterator[Text]:
    # Lists and objects would fill the screen; the JSON log holds them.
    short = [str(value) for value in encode(entry.command).values() if isinstance(value, str | int | float)]
    name = " ".join(short)
    if entry.refused is not None:
        yield text("Refused: {command}. {reason}", command=name, reason=entry.refused)
        return
    # A vote closes because its item ended, which was before the next one started.
    events = sorted(entry.events, key=lambda event: not isinstance(event, BallotClosed))
    told = [line for event in events for line in _about(event, entry.state)]
    if not isinstance(entry.command, NextPitch):
        told = told or [text("Command: {command}", command=name)]
    yield from told  # that a pitch is over and its questions begin would fill the screen
    yield from entry.notices


def _about(event: Event, state: State) -> Iterator[Text]:
    match event:
        case ItemStarted(item=item):
            yield _started(state, item)
        case TeamOnStage(team=team):
            yield text("Team {team} is called", team=team)
        case BallotOpened(ballot=ballot):
            yield text("Voting opens: {title}", title=state.voting.ballots[ballot].title)
        case BallotClosed(ballot=ballot):
            yield text("Voting closes: {title}", title=state.voting.ballots[ballot].title)
        case ResultRevealed(ballot=ballot):
            yield _revealed(state, ballot)
        case TeamsSeated():
            yield plural_text("{count} team formed", "{count} teams formed", len(state.teams.teams))
        case DayEnded():
            yield text("The day has ended")
        case _:
            return


def _started(state: State, item: int) -> Text:
    title = state.plan.items[item].title
    late = Duration(state.run.actuals[item].started - planned_slots(state)[item].start)
    count = round(abs(late) / minutes(1))
    if count == 0:
        return text("{title} (on time)", title=title)
    if late > 0:
        return plural_text("{title} ({count} minute late)", "{title} ({count} minutes late)", count, title=title)
    return plural_text("{title} ({count} minute early)", "{title} ({count} minutes early)", count, title=title)


def _revealed(state: State, ballot_id: int) -> Text:
    ballot, result = state.voting.ballots[ballot_id], state.voting.results[ballot_id]
    labels = {option.id: option.label for option in ballot.options}
    winners = [labels[winner] for winner in result.winners]
    if not winners:
        return text("Result: {title} – nobody voted", title=ballot.title)
    if ballot.rule is Rule.AXES:
        return text("Result: {title} – {count} on the map", title=ballot.title, count=len(ballot.options))
    if len(winners) > _SHOWN_WINNERS:
        return text("Result: {title} – first place shared by {count}", title=ballot.title, count=len(winners))
    return text("Result: {title} – {winners}", title=ballot.title, winners=" · ".join(winners))

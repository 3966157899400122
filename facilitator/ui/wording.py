"""How times, lengths and the words of the features are written on screen."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from facilitator.agenda.model import Kind
from facilitator.common.clock import Duration, Instant, to_datetime
from facilitator.common.texts import Text, Translator, plural_text, text
from facilitator.desk.rundown import ItemState
from facilitator.participants.model import Attendance
from facilitator.stage.model import SceneName
from facilitator.ui.scenes import countdown
from facilitator.voting.model import Method, Phase, Role, Rule, Source

KINDS: Mapping[Kind, Text] = {
    Kind.TALK: text("Talk"),
    Kind.BREAK: text("Break"),
    Kind.TEAMS: text("Teams revealed"),
    Kind.WORK: text("Team work"),
    Kind.PITCHES: text("Pitches"),
    Kind.VOTE: text("Ballot"),
    Kind.RESULTS: text("Results"),
    Kind.END: text("End"),
}

ITEM_STATES: Mapping[ItemState, Text] = {
    ItemState.DONE: text("Done"),
    ItemState.RUNNING: text("Running"),
    ItemState.NEXT: text("Next"),
    ItemState.LATER: text("Later"),
    ItemState.PASSED: text("Passed over"),
    ItemState.CUT: text("Cut"),
}

SCENES: Mapping[SceneName, Text] = {
    SceneName.WELCOME: text("Welcome"),
    SceneName.CLOCK: text("Clock"),
    SceneName.AGENDA: text("Agenda"),
    SceneName.TEAMS: text("Teams"),
    SceneName.FIND_TABLE: text("Find table"),
    SceneName.QUESTION: text("Question"),
    SceneName.PITCH: text("Pitch"),
    SceneName.BALLOT: text("Ballot"),
    SceneName.RESULTS: text("Results"),
    SceneName.NEXT_STEPS: text("Next steps"),
    SceneName.MESSAGE: text("Message"),
    SceneName.PICTURE: text("Picture"),
    SceneName.BLANK: text("Blank"),
}

ATTENDANCE: Mapping[Attendance, Text] = {
    Attendance.REGISTERED: text("Not here yet"),
    Attendance.WAITING: text("Waiting list"),
    Attendance.CHECKED_IN: text("Checked in"),
    Attendance.ABSENT: text("Absent"),
}

PHASES: Mapping[Phase, Text] = {
    Phase.DRAFT: text("Draft"),
    Phase.OPEN: text("Open"),
    Phase.CLOSED: text("Closed"),
    Phase.REVEALED: text("Revealed"),
}

METHODS: Mapping[Method, Text] = {
    Method.SINGLE: text("Choose one"),
    Method.APPROVAL: text("Approve any number"),
    Method.RANKED: text("Rank"),
    Method.SCORE: text("Score on criteria"),
    Method.DOTS: text("Share out dots"),
    Method.AXES: text("Interest × feasibility"),
    Method.TEXT: text("Open text"),
}

RULES: Mapping[Rule, Text] = {
    Rule.PLURALITY: text("Most votes"),
    Rule.APPROVAL: text("Most approvals"),
    Rule.SCHULZE: text("Schulze"),
    Rule.IRV: text("Instant run-off"),
    Rule.BORDA: text("Borda count"),
    Rule.MEAN: text("Weighted mean"),
    Rule.STAR: text("STAR (score, then run-off)"),
    Rule.DOTS: text("Most dots"),
    Rule.AXES: text("Medians on both axes"),
    Rule.GROUPS: text("Groups made by hand"),
}

SOURCES: Mapping[Source, Text] = {
    Source.OWN: text("Written here"),
    Source.SOLUTIONS: text("The teams’ solutions"),
    Source.TEAMS: text("The teams"),
    Source.EXAMPLES: text("Success examples"),
    Source.CHALLENGES: text("Challenges"),
    Source.QUESTIONS: text("The teams’ questions"),
}

ROLES: Mapping[Role, Text] = {
    Role.PARTICIPANT: text("Participants"),
    Role.JURY: text("Jury"),
    Role.GUEST: text("Guests"),
}

LANGUAGE_NAMES: Mapping[str, Text] = {"sv": text("Swedish"), "en": text("English")}

WEEKDAYS: tuple[Text, ...] = (
    text("Monday"),
    text("Tuesday"),
    text("Wednesday"),
    text("Thursday"),
    text("Friday"),
    text("Saturday"),
    text("Sunday"),
)

MOST_MINUTES = 90
"""From here on a time away is told in hours and minutes."""

COMMANDS: Mapping[str, Text] = {
    "change-event": text("settings"),
    "put-agenda": text("import of the agenda"),
    "add-item": text("new agenda item"),
    "change-item": text("change of an agenda item"),
    "move-item": text("move of an agenda item"),
    "change-items": text("change of agenda items"),
    "move-items": text("move of agenda items"),
    "cut-item": text("an item left out or taken in"),
    "cut-items": text("items left out or taken in"),
    "insert-items": text("insertion of agenda items"),
    "remove-item": text("removal of an agenda item"),
    "remove-items": text("removal of agenda items"),
    "replan-apply": text("re-plan"),
    "start-day": text("start of the day"),
    "next": text("next item"),
    "previous": text("back to the item before"),
    "start-item": text("start of an item"),
    "pause": text("pause"),
    "resume": text("resume"),
    "add-time": text("change of time"),
    "started-ago": text("change of the start"),
    "draw-pitches": text("draw of the order of pitches"),
    "order-pitches": text("order of pitches"),
    "swap-pitches": text("swap of two pitches"),
    "set-pitch-times": text("change of the pitches’ times"),
    "next-pitch": text("next step of the pitches"),
    "skip-to-team": text("call of the next team"),
    "pitch-absent": text("a team’s absence from its pitch"),
    "requeue-pitch": text("a team’s return to the queue"),
    "end-track": text("end of a parallel item"),
    "reach-end": text("end of an item’s time"),
    "put-people": text("import of participants"),
    "remove-participant": text("removal of a participant"),
    "check-in": text("check-in"),
    "undo-check-in": text("cleared check-in"),
    "mark-absent": text("absence"),
    "add-walk-in": text("walk-in"),
    "change-participant": text("change of a participant"),
    "put-sector": text("change of a sector"),
    "remove-sector": text("removal of a sector"),
    "put-quota": text("change of a seat quota"),
    "remove-quota": text("removal of a seat quota"),
    "use-waiting-list": text("waiting list"),
    "release-seats": text("released seats"),
    "promote-waiting": text("seats for those who waited"),
    "seat-teams": text("new teams"),
    "seat-rounds": text("table rounds"),
    "move-participant": text("move of a person"),
    "swap-participants": text("swap of two people"),
    "lock-participant": text("lock of a person"),
    "lock-team": text("lock of a team"),
    "put-knowledge": text("import of the knowledge base"),
    "put-solutions": text("solutions"),
    "put-ballot": text("change of a ballot"),
    "remove-ballot": text("removal of a ballot"),
    "open-ballot": text("opening of a ballot"),
    "close-ballot": text("closing of a ballot"),
    "extend-ballot": text("more time for a ballot"),
    "reveal-result": text("reveal of a result"),
    "break-ties": text("drawing of lots"),
    "group-texts": text("grouping of answers"),
    "ungroup-texts": text("answers taken out of their groups"),
    "name-group": text("name of a group of answers"),
    "key-paper": text("keying in of a paper ballot"),
    "remove-paper": text("removal of a paper ballot"),
    "issue-cards": text("new voting cards"),
    "reissue-card": text("reissued card"),
    "revoke-cards": text("revoked cards"),
    "show": text("change of scene"),
    "prepare": text("prepared scene"),
    "take": text("change of scene"),
    "blank": text("blank screen"),
    "message": text("message"),
    "add-picture": text("new picture"),
    "remove-picture": text("removal of a picture"),
}
"""A command's name in JSON → what undo says it took back."""


def command_name(name: str) -> Text:
    """What a command is called when it is undone."""
    return COMMANDS.get(name, text("the last step"))


def clock(instant: Instant, zone: ZoneInfo) -> str:
    """Local time, HH:MM."""
    return f"{to_datetime(instant, zone):%H:%M}"


def digits(left: Duration) -> str:
    """A countdown: minutes and seconds, with hours from one hour on; over time with a plus.

    A second is shown until it has passed, so that a length of ten minutes begins at 10:00 and zero means zero.
    """
    return countdown.digits(countdown.shown_seconds(left))


def length(duration: Duration) -> Text:
    """A length in minutes, with seconds only where there are any."""
    total = round(duration / 1000)
    minutes, second = divmod(total, 60)
    if second:
        return text("{time} min", time=f"{minutes}:{second:02}")
    return text("{count} min", count=minutes)


def whole_minutes(duration: Duration) -> Duration:
    """The duration rounded up to whole minutes."""
    return Duration(-(-duration // 60_000) * 60_000)


def span(duration: Duration) -> Text:
    """How long something takes in all, in whole minutes; with hours from 90 minutes on."""
    whole = round(duration / 60_000)
    if whole < MOST_MINUTES:
        return text("{count} min", count=whole)
    hours, minute = divmod(whole, 60)
    return text("{hours} h {minutes} min", hours=hours, minutes=minute) if minute else text("{hours} h", hours=hours)


def lateness(late: Duration) -> Text:
    """How the running item will end against the schedule, in whole minutes; with hours from 90 minutes on."""
    minutes = round(abs(late) / 60_000)
    if minutes == 0:
        return text("On time")
    if minutes >= MOST_MINUTES:
        away = span(Duration(abs(late)))
        return text("{time} late", time=away) if late > 0 else text("{time} ahead", time=away)
    if late > 0:
        return plural_text("{count} min late", "{count} min late", minutes)
    return plural_text("{count} min ahead", "{count} min ahead", minutes)


def weekday(instant: Instant, zone: ZoneInfo, tr: Translator) -> str:
    """The weekday and the time, as “Friday 14:24”."""
    moment = to_datetime(instant, zone)
    return f"{tr.render(WEEKDAYS[moment.weekday()])} {moment:%H:%M}"


def sentence(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]

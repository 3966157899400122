"""A step of the history in words: what was asked for. What came of it stands in `happenings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.common.change import Step
from facilitator.common.texts import Text, text

_SAID: Mapping[str, Text] = {
    "start-day": text("The day was started"),
    "next": text("Next"),
    "previous": text("Back to the item before"),
    "start-item": text("Started out of order"),
    "pause": text("Paused"),
    "resume": text("Went on after a pause"),
    "end-track": text("A track’s item was ended"),
    "reach-end": text("The countdown reached zero"),
    "draw-pitches": text("The order of pitches was drawn by lot"),
    "order-pitches": text("The order of pitches was set"),
    "swap-pitches": text("Two teams changed places in the queue"),
    "set-pitch-times": text("The times of pitches were set"),
    "next-pitch": text("The pitch went on to its next phase"),
    "skip-to-team": text("The next team was called"),
    "pitch-absent": text("A team was not there for its pitch"),
    "requeue-pitch": text("A team was put back in the queue"),
    "put-agenda": text("The agenda was imported"),
    "add-item": text("An item was added"),
    "change-item": text("An item was changed"),
    "change-items": text("Several items were changed"),
    "move-item": text("An item was moved"),
    "move-items": text("Several items were moved"),
    "insert-items": text("Several items were inserted"),
    "remove-item": text("An item was removed"),
    "remove-items": text("Several items were removed"),
    "put-people": text("Participants were imported"),
    "change-participant": text("A participant was changed"),
    "remove-participant": text("A participant was removed"),
    "check-in": text("Somebody was checked in"),
    "undo-check-in": text("A check-in was cleared"),
    "mark-absent": text("Somebody was marked absent"),
    "add-walk-in": text("A walk-in was added"),
    "seat-teams": text("Teams were formed"),
    "seat-rounds": text("Table rounds were seated"),
    "move-participant": text("A participant changed teams"),
    "swap-participants": text("Two participants changed teams"),
    "form-teams": text("Teams were formed"),
    "repair-teams": text("Teams were repaired"),
    "lock-participant": text("A participant’s place was locked or freed"),
    "lock-team": text("A team was locked or freed"),
    "unseat": text("A participant left the team"),
    "put-sector": text("A sector was changed"),
    "remove-sector": text("A sector was removed"),
    "put-quota": text("A seat quota was changed"),
    "remove-quota": text("A seat quota was removed"),
    "use-waiting-list": text("The waiting list was switched on or off"),
    "release-seats": text("Reserved seats were released"),
    "promote-waiting": text("People on the waiting list got seats"),
    "use-needs": text("Food and access needs were switched on or off"),
    "put-needs": text("Food and access needs were changed"),
    "purge-needs": text("Food and access needs were purged"),
    "prepare": text("A scene was prepared"),
    "add-picture": text("A picture was added"),
    "remove-picture": text("A picture was removed"),
    "keep-port": text("The phones’ port was settled"),
    "put-knowledge": text("Knowledge was imported"),
    "put-solutions": text("Solutions were taken in"),
    "put-ballot": text("A ballot was changed"),
    "remove-ballot": text("A ballot was removed"),
    "extend-ballot": text("A vote was given more time"),
    "break-ties": text("Ties were broken by lot"),
    "group-texts": text("Answers were grouped"),
    "ungroup-texts": text("Answers were taken out of their groups"),
    "name-group": text("A group of answers was named"),
    "key-paper": text("A paper ballot was keyed in"),
    "remove-paper": text("A paper ballot was removed"),
    "issue-cards": text("Voting cards were issued"),
    "reissue-card": text("A voting card was replaced"),
    "revoke-cards": text("Voting cards were revoked"),
    "blank": text("The projector was blanked"),
    "message": text("A message was shown"),
    "take": text("The prepared scene was taken"),
    "change-event": text("The event’s settings were changed"),
    "erase-personal-data": text("Personal data was erased"),
}
"""What needs no more than the command's type."""

_HAPPENS_ANYWAY = frozenset({"open-ballot", "close-ballot", "reveal-result"})
"""Commands of which the happenings say all there is."""


def said(step: Step, steps: Mapping[int, Step]) -> Text | None:
    """What the step was, in words; None if what it made happen says it all. `steps` are the history's by version."""
    if step.undoes is not None or step.redoes is not None:
        other = steps.get(step.undoes if step.undoes is not None else step.redoes or 0)
        what = _asked(other.command) if other is not None else text("An earlier step")
        return text("Undone: {what}", what=what) if step.undoes is not None else text("Done again: {what}", what=what)
    return None if step.command["type"] in _HAPPENS_ANYWAY else _asked(step.command)


def _asked(command: Mapping[str, Any]) -> Text:
    kind = str(command["type"])
    if kind == "add-time":
        return _time_added(int(command["seconds"]))
    if kind == "started-ago":
        return text("Began {time} earlier than it was told", time=_clock(int(command["seconds"])))
    if kind == "cut-item":
        return text("An item was cut") if command.get("cut", True) else text("An item is no longer cut")
    if kind == "cut-items":
        return text("Several items were cut") if command.get("cut", True) else text("Several items are no longer cut")
    if kind == "replan-apply":
        return text("Re-planned ({option})", option=str(command["option"]))
    if kind == "show":
        return text("Shown: {scene}", scene=str(command["scene"]))
    if kind == "open-ballot":
        return text("Voting opened")
    if kind == "close-ballot":
        return text("Voting closed")
    if kind == "reveal-result":
        return text("The result was revealed")
    return _SAID.get(kind) or text("Other: {command}", command=kind)


def _time_added(seconds: int) -> Text:
    if seconds < 0:
        return text("{time} taken away", time=_clock(-seconds))
    return text("{time} added", time=_clock(seconds))


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"

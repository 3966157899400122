"""How the event's settings change."""

from __future__ import annotations

from dataclasses import asdict, replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from facilitator.common.errors import UserError
from facilitator.common.texts import LANGUAGES, text
from facilitator.event.commands import ChangeEvent
from facilitator.event.model import Event


def change(event: Event, command: ChangeEvent) -> Event:
    """The event with the given settings.

    Raises:
        UserError: the title is empty, the language is not one of ours, or the zone is unknown.
    """
    if command.title is not None and not command.title.strip():
        raise UserError(text("The event needs a name."), text("Write one and try again."))
    if command.language is not None and command.language not in LANGUAGES:
        raise UserError(
            text("There is no language “{language}”.", language=command.language), text("Choose Swedish or English.")
        )
    if command.zone is not None:
        try:
            ZoneInfo(command.zone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise UserError(
                text("There is no time zone “{zone}”.", zone=command.zone),
                text("Use a name such as Europe/Stockholm."),
            ) from error
    return replace(event, **{name: value for name, value in asdict(command).items() if value is not None})

"""How the event's settings change."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from facilitator.common.errors import UserError
from facilitator.common.texts import LANGUAGES, text
from facilitator.event.commands import ChangeEvent
from facilitator.event.model import LOUDEST, Branding, Event, Sound

LONGEST_WORDS = 600
"""Characters of the words for a scene; more than this cannot be read from the back of the room."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def change(event: Event, command: ChangeEvent) -> Event:
    """The event with the given settings.

    Raises:
        UserError: the title is empty, the language is not one of ours, the zone is unknown, a colour is none, the
            volume is out of range, or the words of a scene are too long. Whether the logo is there is not known here.
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
    if command.branding is not None:
        _check_branding(command.branding)
    if command.sound is not None:
        _check_sound(command.sound)
    for words in (command.welcome, command.next_steps):
        if words is not None and len(words) > LONGEST_WORDS:
            raise UserError(
                text(
                    "The words have {count} characters; a room can read {most}.", count=len(words), most=LONGEST_WORDS
                ),
                text("Shorten them."),
            )
    given = {spec.name: getattr(command, spec.name) for spec in fields(command)}
    return replace(event, **{name: value for name, value in given.items() if value is not None})


def _check_branding(branding: Branding) -> None:
    for colour in (branding.primary, branding.accent):
        if colour and not _COLOUR.fullmatch(colour):
            raise UserError(
                text("“{colour}” is no colour.", colour=colour[:40]),
                text("Write it as # and six digits or letters a to f, such as #1b5e8c, or leave it empty."),
            )


def _check_sound(sound: Sound) -> None:
    if not 0 <= sound.volume <= LOUDEST:
        raise UserError(
            text("The volume {volume} is out of range.", volume=sound.volume),
            text("Choose from 0 to {most}.", most=LOUDEST),
        )

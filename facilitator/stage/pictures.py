"""The pictures that the event file holds: slides, maps, the logo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from facilitator.common.errors import NotFound, UserError
from facilitator.common.texts import text
from facilitator.stage.model import Picture, SceneName, Stage

LARGEST = 1_500_000
"""Bytes of one picture. Whoever sends it has scaled and encoded it to about a million; this only keeps mistakes out."""

MOST = 40
"""Pictures in one event, so that its file stays quick to open and to copy."""

LONGEST_NAME = 80
"""Characters."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


def find_picture(pictures: Mapping[int, Picture], number: int) -> Picture:
    """The picture of this id.

    Raises:
        NotFound: there is none.
    """
    if number not in pictures:
        raise NotFound(
            text("There is no picture {number}.", number=number), text("Choose one of those on the page Settings.")
        )
    return pictures[number]


def add(stage: Stage, name: str, data: bytes) -> tuple[Stage, Picture]:
    """The stage with one picture more, and that picture.

    Raises:
        UserError: it has no name, is no PNG or JPEG, is too large, or there are too many already.
    """
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name:
        raise UserError(text("The picture needs a name."), text("Write one and try again."))
    if not data.startswith((_PNG, _JPEG)):
        raise UserError(
            text("“{name}” is neither a PNG nor a JPEG picture.", name=name),
            text("Save it as one of these, and try again."),
        )
    if len(data) > LARGEST:
        raise UserError(
            text("“{name}” is larger than {most} kB.", name=name, most=LARGEST // 1000),
            text("Make it smaller and try again."),
        )
    if len(stage.pictures) >= MOST:
        raise UserError(
            text("The event holds {most} pictures already.", most=MOST), text("Remove one that is no longer needed.")
        )
    picture = Picture(max(stage.pictures, default=0) + 1, name, data)
    return replace(stage, pictures={**stage.pictures, picture.id: picture}), picture


def remove(stage: Stage, number: int) -> Stage:
    """The stage without the picture; if it was prepared, nothing is prepared any more.

    Raises:
        NotFound: there is no such picture.
        UserError: the room sees it, or would as soon as the screen is no longer blank.
    """
    picture = find_picture(stage.pictures, number)
    on_show = SceneName.PICTURE in (stage.scene, stage.before_blank) and stage.picture == number
    if on_show:
        raise UserError(
            text("“{name}” is on the projector.", name=picture.name), text("Show another scene first, then remove it.")
        )
    prepared = stage.prepared
    if prepared is not None and prepared.scene is SceneName.PICTURE and prepared.picture == number:
        prepared = None
    kept = {each: one for each, one in stage.pictures.items() if each != number}
    return replace(stage, pictures=kept, prepared=prepared)

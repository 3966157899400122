"""Why something cannot be printed."""

from __future__ import annotations

from facilitator.common.errors import UserError
from facilitator.common.texts import Text, text


class NothingToPrint(UserError):
    """The event does not hold yet what the document would show."""


class NameTooLong(UserError):
    """A person's name does not fit even at the smallest size in which names are printed."""

    def __init__(self, name: str, document: Text) -> None:
        """`document` with its article, such as “a badge”."""
        super().__init__(
            text("The name “{name}” is too long for {document}.", name=name, document=document),
            text("Shorten the name in the list of participants."),
        )

"""The errors that people see.

    Exception
    └── UserError            what a person asked for cannot be done; says what is wrong, what is safe, what to do next
        ├── NotFound         it names something that is not in the event
        ├── Stale            it was meant for a state that has meanwhile changed
        └── Unreadable       a file or a row is not what it should be

Everything else is a bug: it is logged with its trace and reported once.
"""

from __future__ import annotations

from facilitator.common.texts import Text


class UserError(Exception):
    """A request that is refused; nothing has been changed.

    `message` says what is wrong and where, `remedy` what to do next.
    """

    def __init__(self, message: Text, remedy: Text | None = None) -> None:
        """Both texts are rendered in the language of whoever reads them."""
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def text(self) -> Text:
        """Message and remedy as one text."""
        if self.remedy is None:
            return self.message
        return Text("{message} {remedy}", {"message": self.message, "remedy": self.remedy})

    def __str__(self) -> str:
        """The English text, for logs."""
        return str(self.text())


class NotFound(UserError):
    """Something named in the request does not exist in this event."""


class Stale(UserError):
    """The request was meant for a state that has changed since."""


class Unreadable(UserError):
    """A file, or a part of it, cannot be understood."""

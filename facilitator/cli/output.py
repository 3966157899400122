"""What commands say: documents for programs on standard output, messages for people on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, Translator

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
"""Exit statuses."""

INTERRUPTED, PIPE_CLOSED = 130, 141
"""Exit statuses as a shell tells them of a program that Ctrl-C, or a reader who left, has ended."""

Document = Mapping[str, Any] | Sequence[Any]


@frozen
class Output:
    """Where a command's words go. With `as_json` standard output carries one JSON document and nothing else."""

    tr: Translator
    as_json: bool = False

    def document(self, document: Document) -> None:
        """Print the JSON document, if one was asked for."""
        if self.as_json:
            print(json.dumps(document, ensure_ascii=False, indent=2), flush=True)  # noqa: T201  # the command's output

    def say(self, message: str) -> None:
        """Tell the person at the terminal."""
        print(message, file=sys.stderr, flush=True)  # noqa: T201  # the command's output

    def result(self, line: str) -> None:
        """A line of the result for people; left out when a document is asked for."""
        if not self.as_json:
            print(line, flush=True)  # noqa: T201  # the command's output

    def refuse(self, error: UserError) -> int:
        """Say why it cannot be done; returns the exit status."""
        self.say(self.tr.render(error.text()))
        return REFUSED

    def render(self, sentence: Text) -> str:
        """The sentence in the reader's language."""
        return self.tr.render(sentence)

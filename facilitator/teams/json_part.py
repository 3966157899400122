"""A part of a JSON document that knows its own name, so that whatever is wrong in it can be said where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.common.errors import Unreadable
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text

LARGEST = 10_000
"""The largest number that rules may hold: more teams or people than any room has."""

REMEDY = text("Correct the file and read it again; nothing has been changed.")


@frozen
class JsonPart:
    """A value and the key it stands under; each reader raises `Unreadable` when the value is of another kind."""

    name: str
    value: object

    def __contains__(self, key: str) -> bool:
        """Whether an object has that key."""
        return key in self._object()

    def __getitem__(self, key: str) -> JsonPart:
        """The part under a key that is there."""
        return JsonPart(key, self._object()[key])

    def part(self, key: str, default: object) -> JsonPart:
        """The part under a key, or a default where it is left out."""
        return JsonPart(key, self._object().get(key, default))

    def entries(self) -> Iterator[tuple[str, JsonPart]]:
        """The keys and parts of an object."""
        for key, value in self._object().items():
            yield key, JsonPart(f"{self.name}.{key}", value)

    def items(self) -> Iterator[JsonPart]:
        """The parts of a list."""
        if not isinstance(self.value, list):
            raise self.wrong(text("a list is needed"))
        for position, value in enumerate(self.value, start=1):
            yield JsonPart(f"{self.name}[{position}]", value)

    def words(self) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(part.word() for part in self.items())

    def word(self) -> str:
        """A text; a whole number is read as its digits."""
        if isinstance(self.value, int) and not isinstance(self.value, bool):
            return str(self.value)
        if not isinstance(self.value, str):
            raise self.wrong(text("a text is needed"))
        return self.value

    def whole(self, least: int) -> int:
        """A whole number from `least` to `LARGEST`."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or not least <= self.value <= LARGEST:
            raise self.wrong(text("a whole number from {least} to {most} is needed", least=least, most=LARGEST))
        return self.value

    def span(self) -> tuple[int, int]:
        """A least and a most; one number stands for both."""
        if isinstance(self.value, int):
            return self.whole(0), self.whole(0)
        numbers = [part.whole(0) for part in self.items()]
        if len(numbers) != 2 or numbers[0] > numbers[1]:
            raise self.wrong(text("a least and a most are needed, such as [4, 5]"))
        return numbers[0], numbers[1]

    def wrong(self, why: Text) -> Unreadable:
        """The error to raise about this part."""
        return Unreadable(text("Rules, {part}: {why}.", part=self.name, why=why), REMEDY)

    def _object(self) -> dict[str, object]:
        if not isinstance(self.value, dict):
            raise self.wrong(text("an object is needed"))
        return self.value

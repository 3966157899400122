"""What the windows need from the rest of the program, as they see it; the composition root brings the real things.

Callbacks may be called from any thread; they only enqueue.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from facilitator.common.change import Step
from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text
from facilitator.event.network import Seen
from facilitator.teams.model import Formation, Person, Progress, RepairOption, Rules, Teams


class Phones(Protocol):
    """The phone server, seen from the console."""

    @property
    def url(self) -> str | None:
        """The address that phones open, such as `http://192.168.1.20:8080`; None while nothing serves them."""
        ...

    @property
    def staff_url(self) -> str | None:
        """The address that opens the staff's pages."""
        ...

    @property
    def turnouts(self) -> Mapping[int, int]:
        """How many have voted, by ballot."""
        ...

    @property
    def phones(self) -> int:
        """How many phones are connected now."""
        ...

    def failure(self) -> UserError | None:
        """Why no phone can vote, if that is so."""
        ...

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have `callback` called when anything above changes; returns a function that ends this."""
        ...


@frozen
class NewEvent:
    """What a new event file starts from; `template` is the name of one of `Files.templates`."""

    path: Path
    template: str
    title: str
    day: date
    sample: bool


class Files(Protocol):
    """The event files. Opening one closes the present one and brings up its console."""

    def templates(self) -> Sequence[tuple[str, Text]]:
        """The templates by name, each with what it is called."""
        ...

    def new(self, event: NewEvent) -> None:
        """Make an event file and open it.

        Raises:
            UserError: it cannot be made there.
        """
        ...

    def open(self, path: Path) -> None:
        """Open an event file.

        Raises:
            UserError: it cannot be opened.
        """
        ...

    def open_sample(self) -> None:
        """Open the sample event, made anew if it is not there.

        Raises:
            UserError: it cannot be made or opened.
        """
        ...

    def recent(self) -> Sequence[Path]:
        """The event files opened last, the latest first; only those that are still there."""
        ...


class TeamSearch(Protocol):
    """The search for teams, while it goes on; `form` and `repair` wait for it, the others are for another thread."""

    def form(self, people: Sequence[Person], rules: Rules, seed: int, seconds: float, current: Teams) -> Formation:
        """Teams for these people by these rules; nothing is seated yet. `current` holds the locks to heed.

        Raises:
            UserError: the search was cancelled.
        """
        ...

    def repair(self, people: Sequence[Person], current: Teams, seed: int, seconds: float) -> Sequence[RepairOption]:
        """Ways to seat these people starting from the present teams, fewest moves first; nothing is seated yet.

        Raises:
            UserError: there are no teams, or the search was cancelled.
        """
        ...

    def latest(self) -> Progress | None:
        """The best teams so far."""
        ...

    def finish(self) -> None:
        """Stop searching and seat the best teams so far."""
        ...

    def cancel(self) -> None:
        """Stop searching and leave everything as it was; the command is refused."""
        ...


class Speaker(Protocol):
    """The sounds, as the console knows them."""

    def play(self, name: str) -> None:
        """Have a sound heard, unless sound is muted; returns at once and never fails."""
        ...

    def failure(self) -> UserError | None:
        """Why the last sound was not heard, if it was not."""
        ...

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have `callback` called when sound fails or works again; returns a function that ends this."""
        ...


class Silence:
    """Where there is nothing to hear."""

    def play(self, name: str) -> None:
        """Nothing is heard."""

    def failure(self) -> UserError | None:
        """Silence is what was asked for."""
        return None

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """It never changes."""
        return lambda: None


class Network(Protocol):
    """The network of the venue, seen from the console."""

    @property
    def seen(self) -> Seen:
        """The network as it was found last."""
        ...

    def look(self) -> None:
        """Have the network looked at; whoever listens to the phones is told when it has been."""
        ...

    def change_port(self, port: int) -> None:
        """Have phones served on another port.

        Raises:
            UserError: it is no port that a program may take.
        """
        ...


class NoNetwork:
    """Where there is no network to look at."""

    seen = Seen((), "")

    def look(self) -> None:
        """There is nothing to see."""

    def change_port(self, port: int) -> None:
        """There is nobody to serve."""


@frozen
class Surroundings:
    """Everything that stands around the console."""

    phones: Phones
    files: Files
    search: TeamSearch
    speaker: Speaker = Silence()
    history: Callable[[], Sequence[Step]] = tuple
    """Every step of the event, oldest first, for the run log."""
    network: Network = NoNetwork()

"""How often somebody may try: token buckets that slow down guessing without shutting out a room.

At a venue eighty phones share one address, so an address is only ever limited in what fails. A vote whose mac is right
passes whatever others behind the same address, or with the same card's id, have tried.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

_MOST_KEYS = 20_000


@dataclass(slots=True)
class Buckets:
    """A bucket for every key: `burst` tries at once, then `per_second`."""

    burst: float
    per_second: float
    now: Callable[[], float]
    _spent: dict[str, tuple[float, float]] = field(default_factory=dict, repr=False)

    def wait(self, key: str) -> float:
        """Seconds until the next try is allowed; 0 means now."""
        return max(0.0, self._level(key) + 1 - self.burst) / self.per_second

    def take(self, key: str) -> float:
        """Use up a try if one is left; otherwise the seconds until the next."""
        waiting = self.wait(key)
        if not waiting:
            if len(self._spent) >= _MOST_KEYS:
                self._forget()
            self._spent[key] = (self._level(key) + 1, self.now())
        return waiting

    def _level(self, key: str) -> float:
        """How many tries weigh on a key at present."""
        spent, since = self._spent.get(key, (0.0, 0.0))
        return max(0.0, spent - (self.now() - since) * self.per_second)

    def _forget(self) -> None:
        """Drop keys on which nothing weighs any more; if all are in use, the whole memory, rather than grow."""
        self._spent = {key: entry for key, entry in self._spent.items() if self._level(key) > 0}
        if len(self._spent) >= _MOST_KEYS:
            self._spent.clear()


class Limits:
    """The server's buckets. `failures`, `new_devices` and `staff` go by address, the others by card."""

    def __init__(self, now: Callable[[], float]) -> None:
        """`now` is a clock in seconds that never goes back."""
        self.failures = Buckets(120, 2, now)
        self.wrong_macs = Buckets(10, 1 / 6, now)
        self.cards = Buckets(60, 2, now)
        self.new_devices = Buckets(300, 10, now)
        self.staff = Buckets(10, 1 / 6, now)
        self.all_staff = Buckets(100, 1, now)

"""Which screen the projector window belongs on: the wanted one, kept apart from those that are present just now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from facilitator.common.frozen import frozen


@frozen
class ScreenId:
    """What a screen says of itself: the name of its connector, its model and its serial number; any may be empty."""

    name: str
    model: str = ""
    serial: str = ""


@frozen
class Present:
    """A screen that is there now, and the part of the desktop that it shows (left, top, width, height)."""

    id: ScreenId
    area: tuple[int, int, int, int]


class Shape(StrEnum):
    """How the projector window stands."""

    HIDDEN = "hidden"
    WINDOW = "window"
    FULL_SCREEN = "full-screen"


@frozen
class Wish:
    """What the host asked for: the projector open or not, on which screen, or as a window for want of a second one."""

    open: bool = False
    screen: ScreenId | None = None
    windowed: bool = False


@frozen
class Decision:
    """What follows from the wish and the screens present; `offers` are the screens that one click would take."""

    shape: Shape
    screen: ScreenId | None = None
    offers: tuple[ScreenId, ...] = ()


def find(wanted: ScreenId, present: Sequence[Present]) -> Present | None:
    """The wanted screen among those present.

    The very same one first; then one of its model and serial number on another connector; then, where screens give
    no serial number, the only one of its model. Another model on the same connector is another screen.
    """
    exact = [screen for screen in present if screen.id == wanted]
    alike = [screen for screen in present if (screen.id.model, screen.id.serial) == (wanted.model, wanted.serial)]
    if exact:
        return exact[0]
    if wanted.model and (wanted.serial or len(alike) == 1):
        return next(iter(alike), None)
    return None


def others(present: Sequence[Present], host: ScreenId | None) -> tuple[Present, ...]:
    """The screens on which nothing of the console would be covered: neither the host's own nor a mirror of it."""
    own = {screen.area for screen in present if screen.id == host}
    return tuple(screen for screen in present if screen.id != host and screen.area not in own)


def decide(wish: Wish, present: Sequence[Present], host: ScreenId | None) -> Decision:
    """Where the projector window stands; `host` is the screen of the console.

    The wanted screen gets it whenever it is there. While it is not, the window is hidden, whatever else is plugged in:
    another screen is only offered.
    """
    free = others(present, host)
    found = find(wish.screen, free) if wish.screen is not None else None
    offers = tuple(screen.id for screen in free if screen is not found)
    if wish.open and found is not None:
        return Decision(Shape.FULL_SCREEN, found.id, offers)
    return Decision(Shape.WINDOW if wish.open and wish.windowed else Shape.HIDDEN, None, offers)


def opened(wish: Wish, present: Sequence[Present], host: ScreenId | None) -> Wish:
    """The host opens the projector: on the wanted screen, else on the first free one, else as a window."""
    free = others(present, host)
    if wish.screen is not None and find(wish.screen, free) is not None:
        return replace(wish, open=True, windowed=False)
    if free:
        return Wish(True, free[0].id)
    return replace(wish, open=True, windowed=True)


def taken(wish: Wish, screen: ScreenId) -> Wish:
    """The host picks a screen."""
    return replace(wish, open=True, screen=screen, windowed=False)


def closed(wish: Wish) -> Wish:
    """The host puts the projector away; the wanted screen is remembered."""
    return replace(wish, open=False, windowed=False)


def settled(wish: Wish, decision: Decision) -> Wish:
    """Once the window has stood on the wanted screen it never falls back to a window by itself."""
    return replace(wish, windowed=wish.windowed and decision.shape is Shape.WINDOW)

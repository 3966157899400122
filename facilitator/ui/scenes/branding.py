"""Whether an event's own colours can be read on the screens of the room, and what is done about those that cannot."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.common.frozen import frozen

TEXT = 4.5
"""The least contrast of text with what it is written on (WCAG 2.2, 1.4.3)."""

GRAPHICS = 3.0
"""The least contrast of shapes that say something (WCAG 2.2, 1.4.11)."""

BLACK, WHITE = "#000000", "#ffffff"

_STEPS = 255
_LEVELS = 255


@frozen
class Checked:
    """A colour that an event asks for, its least contrast with the grounds of the theme, and the one that is shown."""

    asked: str
    contrast: float
    shown: str

    @property
    def adjusted(self) -> bool:
        """Whether it had to be made lighter or darker."""
        return self.shown != self.asked.lower()


def checked(colour: str, grounds: Iterable[str], least: float = TEXT) -> Checked:
    """The colour held against the grounds; see `palette.grounds_of` for those of a theme.

    Raises:
        ValueError: the colour is not `#rrggbb`.
    """
    behind = tuple(grounds)
    return Checked(colour, least_contrast(colour, behind), readable(colour, behind, least))


def readable(colour: str, grounds: Iterable[str], least: float = TEXT) -> str:
    """The colour, mixed with just as much white (on dark grounds) or black (on light ones) as it needs to stand at
    least `least` : 1 against each of the grounds.

    Raises:
        ValueError: the colour is not `#rrggbb`.
    """
    behind = tuple(grounds)
    end = max((BLACK, WHITE), key=lambda one: least_contrast(one, behind))
    for step in range(_STEPS + 1):
        mixed = _mixed(colour, end, step / _STEPS)
        if least_contrast(mixed, behind) >= least:
            return mixed
    return end


def written_on(colour: str) -> str:
    """White if it can be read on the colour, black otherwise: one of them always stands at least 4.5 : 1."""
    return WHITE if contrast(WHITE, colour) >= TEXT else BLACK


def least_contrast(colour: str, grounds: Iterable[str]) -> float:
    """The contrast with that ground from which it stands out least."""
    return min(contrast(colour, ground) for ground in grounds)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").

    Raises:
        ValueError: a colour is not `#rrggbb`.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, "relative luminance")."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (level / _LEVELS for level in _levels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _levels(colour: str) -> tuple[int, int, int]:
    digits = colour.removeprefix("#")
    if len(digits) != 6 or len(colour) != 7:
        raise ValueError(f"{colour!r} is not #rrggbb")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _mixed(colour: str, end: str, share: float) -> str:
    parts = zip(_levels(colour), _levels(end), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in parts)

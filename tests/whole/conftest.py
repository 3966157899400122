"""The windows' own fixtures serve here too."""

from tests.ui.conftest import theme

__all__ = ["theme"]

"""Qt's libraries, loaded by a thread of their own while Python is busy with other modules.

The linker needs 15 ms for them, in which Python could not go on: its own import holds the interpreter's lock meanwhile,
a call through ctypes does not. On Linux only; elsewhere, or where the libraries lie in another place, Qt loads as ever.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

_NAMES = ("Core", "Gui", "Widgets", "Svg", "XcbQpa")
"""What every console needs; what these need themselves comes with them."""

_RTLD_LAZY = 1


def load_ahead() -> Thread | None:
    """Begin to load Qt's libraries; returns the thread that does, or None where there is nothing to gain."""
    found = find_spec("PySide6")
    if sys.platform != "linux" or found is None or not found.submodule_search_locations:
        return None
    folder = Path(found.submodule_search_locations[0]) / "Qt" / "lib"
    thread = Thread(target=_load, args=(folder,), name="libraries", daemon=True)
    thread.start()
    return thread


def _load(folder: Path) -> None:
    import ctypes

    load = ctypes.CDLL(None).dlopen
    load.restype = ctypes.c_void_p
    for name in _NAMES:
        load(str(folder / f"libQt6{name}.so.6").encode(), _RTLD_LAZY)  # one that is missing is none: no harm done

"""Where the program begins: a command, the phone server's process, or the console."""

from __future__ import annotations

import gc
import sys

PHONE_SERVER = "phone-server"
"""The hidden argument with which the program starts itself as the phone server."""

SAMPLE_EVENT = "--sample-event"
"""Opens the sample event in the console, made where the user's data live if it is not there yet."""


def main() -> int:
    """Run what the arguments ask for; returns the exit status."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    if arguments[:1] == [PHONE_SERVER]:
        from facilitator.web.child import main as serve_phones

        return serve_phones(arguments[1:])
    if _opens_console(arguments):
        gc.disable()  # what is loaded stays; the window turns collection on when it stands
        from facilitator.app.window import open_console

        return open_console(arguments)
    from facilitator.cli.main import run

    return run(arguments)


def _opens_console(arguments: list[str]) -> bool:
    """The console takes an event file, or nothing; everything else is a command."""
    return not arguments or arguments == [SAMPLE_EVENT] or (len(arguments) == 1 and arguments[0].endswith(".hackday"))


if __name__ == "__main__":
    sys.exit(main())

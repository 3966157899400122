"""Where the program begins: a command, the phone server's process, or the console."""

from __future__ import annotations

import gc
import logging
import os
import sys

PHONE_SERVER = "phone-server"
"""The hidden argument with which the program starts itself as the phone server."""

SAMPLE_EVENT = "--sample-event"
"""Opens the sample event in the console, made where the user's data live if it is not there yet."""

LOG = "FACILITATOR_LOG"
"""Set to anything, it has the log written to standard error, also that of the phone server's process."""


def main() -> int:
    """Run what the arguments ask for; returns the exit status."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    _log_to_stderr()
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


def _log_to_stderr() -> None:
    """Standard error is for what people can use: of the log it gets the traces of bugs, unless all is asked for."""
    everything = bool(os.environ.get(LOG))
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    if everything:
        logging.getLogger().setLevel(logging.INFO)
    else:
        handler.addFilter(lambda record: bool(record.exc_info))
    logging.getLogger().addHandler(handler)


def _opens_console(arguments: list[str]) -> bool:
    """The console takes an event file, or nothing; everything else is a command."""
    return not arguments or arguments == [SAMPLE_EVENT] or (len(arguments) == 1 and arguments[0].endswith(".hackday"))


if __name__ == "__main__":
    sys.exit(main())

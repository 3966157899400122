"""The network of the venue as the console's page shows it: looked at in a thread of its own, whenever asked to."""

from __future__ import annotations

import threading

from facilitator.app.phones import Phones
from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.event.network import HIGHEST_PORT, LOWEST_PORT, Seen


class Venue:
    """Looks at the network, and changes the port."""

    def __init__(self, phones: Phones) -> None:
        """`phones` is the phone server."""
        self._phones = phones
        self._looking = threading.Lock()
        self._seen = Seen((), "")

    @property
    def seen(self) -> Seen:
        """The network as it was found last."""
        return self._seen

    def look(self) -> None:
        """Have the network looked at; the phone server's listeners are told when it has been."""
        threading.Thread(target=self._look, name="network", daemon=True).start()

    def change_port(self, port: int) -> None:
        """Have phones served on another port.

        Raises:
            UserError: it is no port that a program may take.
        """
        if not LOWEST_PORT <= port <= HIGHEST_PORT:
            raise UserError(
                text("{port} is not a port that can be used.", port=port),
                text("Choose one from {lowest} to {highest}.", lowest=LOWEST_PORT, highest=HIGHEST_PORT),
            )
        threading.Thread(target=self._phones.change_port, args=(port,), name="port", daemon=True).start()

    def _look(self) -> None:
        from facilitator.app.neighbours import neighbours
        from facilitator.app.network import addresses

        if not self._looking.acquire(blocking=False):
            return
        try:
            phones, found = self._phones, addresses()
            self._seen = Seen(
                found,
                phones.host,
                phones.port,
                phones.port_taken,
                phones.url is not None,
                neighbours(phones.host),
                phones.ways,
                phones.tests,
            )
        finally:
            self._looking.release()
        self._phones.tell()

"""The built-in authority as one process has it: made when it is first needed, and reached over real HTTP."""

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from fauxgate.cli.controls import AuthorityRequest

if TYPE_CHECKING:
    from fauxgate.ca.authority import Authority
    from fauxgate.ca.reviewers import Reviewer
    from fauxgate.network.listener import Listener

HOST, PORT = "ca.test", 80


class BuiltInAuthority:
    """An authority behind a listener on a free port of this machine; also the `Controls` of the command line.

    Its key and its socket exist only once somebody enrolls, so the prompt waits for neither.
    """

    def __init__(self, make: Callable[[], "Authority"], random: Callable[[int], bytes], now: Callable[[], datetime]):
        self._make = make
        self._random = random
        self._now = now
        self._lock = threading.Lock()
        self._listener: Listener | None = None

    @cached_property
    def authority(self) -> "Authority":
        """The authority itself."""
        return self._make()

    def url(self) -> str:
        """Where it listens; starts it on the first call."""
        from fauxgate.network.listener import Listener  # noqa: PLC0415 - see the class
        from fauxgate.scep.server import Responder  # noqa: PLC0415 - the same

        with self._lock:
            if self._listener is None:
                self._listener = Listener(Responder(self.authority, self._random), self._now)
                self._listener.start()
            return self._listener.url

    def close(self) -> None:
        """Stop listening."""
        if self._listener is not None:
            self._listener.close()

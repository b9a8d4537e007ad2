"""How a failed step leaves the generators: with the event that says why."""

from fauxgate.scep.events import Failure


class RemoteError(Exception):
    """The other side sent something that ends the exchange; never leaves `Enrollment`, the fetches or `Responder`."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure

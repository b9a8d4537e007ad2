"""What the protocol needs from the outside: one way to send a request."""

from typing import Protocol

from fauxgate.scep.http import HttpFailure, HttpRequest, HttpResponse


class Transport(Protocol):
    """Carries one request to where its URL leads; every kind of trouble comes back as a value."""

    def send(self, request: HttpRequest) -> HttpResponse | HttpFailure:
        """Send the request exactly as it stands and wait for the answer."""

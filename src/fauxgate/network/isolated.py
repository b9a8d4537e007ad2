"""A network in which only what has a route can be reached: no name is looked up, and nothing else is connected to."""

import ipaddress
from urllib.parse import urlsplit

from fauxgate.network.routes import Routes, place
from fauxgate.scep.http import FailureReason, HttpFailure, HttpRequest, HttpResponse
from fauxgate.scep.transport import Transport


class IsolatedTransport:
    """Sends through another transport what a route is for; anything else fails at once, and always in the same way."""

    def __init__(self, routes: Routes, transport: Transport) -> None:
        self._routes = routes
        self._transport = transport

    def send(self, request: HttpRequest) -> HttpResponse | HttpFailure:
        """The answer to `request`, or why there is none."""
        try:
            there = place(urlsplit(request.url))
        except ValueError as error:
            return HttpFailure(FailureReason.UNKNOWN_HOST, str(error))
        if there in self._routes.targets:
            return self._transport.send(request)
        # A host that is known listens on no other port; an address needs no name server to be refused.
        is_known = any(there.host == known.host for known in self._routes.targets) or _is_address(there.host)
        reason = FailureReason.CANNOT_CONNECT if is_known else FailureReason.UNKNOWN_HOST
        return HttpFailure(reason, f"nothing leads to {there.host}:{there.port}")


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True

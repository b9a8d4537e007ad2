"""The transport that leaves the process: one request, one connection, one answer or one failure.

The appliance's requests carry the headers that they are given and no others, so everything that `requests`
would add (User-Agent, Accept, Accept-Encoding, cookies, credentials, proxies, redirects) is left out.
"""

from fauxgate.network.routes import Routes
from fauxgate.scep.http import FailureReason, HttpFailure, HttpRequest, HttpResponse


class RequestsTransport:
    """Sends over TCP, through `routes`, and gives up `timeout` seconds after it began.

    Every failure comes back as an `HttpFailure`. A certificate of an https server is verified. The source
    address of a request is not bound: it belongs to an emulated interface, not to the machine that runs this.
    """

    def __init__(self, routes: Routes, timeout: float = 30.0) -> None:
        self._routes = routes
        self._timeout = timeout

    def send(self, request: HttpRequest) -> HttpResponse | HttpFailure:
        """The answer to `request`, whatever its status, or why there is none."""
        # Loading requests takes longer than all that comes before the first prompt.
        from fauxgate.network.exchange import exchange  # noqa: PLC0415

        try:
            url = self._routes.effective_url(request.url)
        except ValueError as error:
            return HttpFailure(FailureReason.UNKNOWN_HOST, str(error))
        return exchange(request, url, self._timeout)

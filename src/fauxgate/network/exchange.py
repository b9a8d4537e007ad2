"""One request out and one answer or failure back, by way of `requests`.

Importing this module imports `requests`, so `network.http` does it when the first request leaves.
"""

import socket
import ssl
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlsplit

from requests.exceptions import RequestException
from requests.models import PreparedRequest, Response
from urllib3.exceptions import HTTPError
from urllib3.util import SKIP_HEADER

from fauxgate.network.connection import Adapter, Line
from fauxgate.scep.http import FailureReason, HttpFailure, HttpRequest, HttpResponse

LONGEST_BODY = 1024 * 1024

# What a failure means is told by its causes, the last row that fits being the strongest;
# any other is a refusal before the connection stands, and a breach after.
MEANINGS = (
    (ssl.SSLError, FailureReason.CANNOT_CONNECT),
    (TimeoutError, FailureReason.TIMED_OUT),
    (socket.gaierror, FailureReason.UNKNOWN_HOST),
    # A host name that no encoding can carry to a name server.
    (UnicodeError, FailureReason.UNKNOWN_HOST),
)


def exchange(request: HttpRequest, url: str, timeout: float) -> HttpResponse | HttpFailure:
    """Send `request` to where `url` leads; whatever goes wrong comes back as a failure.

    `timeout` bounds, in seconds, each attempt to connect and then everything until the last byte of the answer.
    """
    try:
        prepared = _prepared(request, url)
    except (RequestException, UnicodeError) as error:
        return HttpFailure(FailureReason.UNKNOWN_HOST, str(error))
    parts = urlsplit(url)
    target = parts._replace(scheme="", netloc="", path=parts.path or "/", fragment="").geturl()
    with Line(timeout) as line, closing(Adapter(line, request.version, target)) as adapter:
        try:
            # The adapter, not a session: a session reads the whole body of a redirect that nobody follows.
            with adapter.send(prepared, stream=True, timeout=timeout) as response:
                answer = _answer(response, line)
        except (RequestException, HTTPError, OSError) as error:
            return _failure(error, line)
    if line.is_cut:
        # An answer without a length looks complete when the connection is cut.
        return HttpFailure(FailureReason.TIMED_OUT, f"no complete answer within {timeout:g} seconds", line.peer)
    return answer


def _prepared(request: HttpRequest, url: str) -> PreparedRequest:
    headers: dict[str, str | bytes] = {"User-Agent": SKIP_HEADER, "Accept-Encoding": SKIP_HEADER}
    headers.update((name, value.encode("latin-1")) for name, value in request.headers)
    prepared = PreparedRequest()
    # Not `prepare`, which would also turn a user name in the URL into credentials.
    prepared.prepare_method(request.method)
    prepared.prepare_url(url, None)
    prepared.prepare_headers(headers)
    prepared.prepare_body(request.body, None)
    return prepared


def _answer(response: Response, line: Line) -> HttpResponse | HttpFailure:
    body = b""
    # Until it is empty: only the last, empty read tells that an announced length was not kept.
    while len(body) <= LONGEST_BODY and (more := response.raw.read(LONGEST_BODY + 1, decode_content=False)):
        body += more
    if len(body) > LONGEST_BODY:
        return HttpFailure(FailureReason.BROKEN, f"the answer is longer than {LONGEST_BODY} bytes", line.peer)
    return HttpResponse(response.status_code, tuple(response.raw.headers.items()), body, line.peer, line.port)


def _failure(error: Exception, line: Line) -> HttpFailure:
    causes = list(_causes(error))
    reason = FailureReason.BROKEN if line.peer else FailureReason.CANNOT_CONNECT
    for kind, meaning in MEANINGS:
        if any(isinstance(cause, kind) for cause in causes):
            reason = meaning
    if line.is_cut:
        reason = FailureReason.TIMED_OUT
    return HttpFailure(reason, str(causes[-1]), line.peer)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """`error` and what led to it, the first cause last: `requests` and urllib3 wrap errors in errors."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__

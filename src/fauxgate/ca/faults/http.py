"""Faults of HTTP: what comes back in place of a good answer.

They are about PKIOperation unless the name begins with `ca-` (GetCACert) or `caps-` (GetCACaps).
"""

import base64
from collections.abc import Sequence
from dataclasses import replace

from fauxgate.ca.faults.base import Fault
from fauxgate.pki.algorithms import DES, SHA1, Cipher, Digest
from fauxgate.scep.http import Delivery, HttpRequest, HttpResponse

_HTML = b"<html><head><title>Sign in</title></head><body><h1>Please sign in</h1></body></html>\n"
_MEBIBYTE = 1024 * 1024


class OnMessage(Fault):
    """Spoils the answers to PKIOperation."""

    operation = "PKIOperation"

    def response(self, operation: str, response: HttpResponse) -> HttpResponse:
        """The answer to the operation that this is about, spoilt."""
        return self.spoilt(response) if operation == self.operation else response

    def spoilt(self, response: HttpResponse) -> HttpResponse:
        """What is sent instead."""
        return response


class Status(OnMessage):
    """Answers with an HTTP status and a page that names it."""

    status: int
    reason: str
    headers: Sequence[tuple[str, str]] = ()

    def spoilt(self, response: HttpResponse) -> HttpResponse:  # noqa: ARG002  (nothing of it is kept)
        """The page."""
        page = f"<html><body><h1>{self.status} {self.reason}</h1></body></html>\n".encode()
        return HttpResponse(self.status, (("Content-Type", "text/html"), *self.headers), page)


class Http302(Status):
    """See `summary`."""

    name, summary = "http-302", "send the client to another place, as a captive portal does"
    status, reason, headers = 302, "Found", (("Location", "http://portal.invalid/login"),)


class Http403(Status):
    """See `summary`."""

    name, summary = "http-403", "forbid the message, as a proxy or a firewall does"
    status, reason = 403, "Forbidden"


class Http404(Status):
    """See `summary`."""

    name, summary = "http-404", "know no such path"
    status, reason = 404, "Not Found"


class Http429(Status):
    """See `summary`."""

    name, summary = "http-429", "ask the client to come less often"
    status, reason, headers = 429, "Too Many Requests", (("Retry-After", "60"),)


class Http500(Status):
    """See `summary`."""

    name, summary = "http-500", "fail inside, as the Go servers do with a wrong challenge password"
    status, reason = 500, "Internal Server Error"


class Http503(Status):
    """See `summary`."""

    name, summary = "http-503", "be overloaded or in maintenance"
    status, reason = 503, "Service Unavailable"


class Empty200(OnMessage):
    """See `summary`."""

    name, summary = "empty-200", "answer 200 with an empty body, as NDES does to a POST"

    def spoilt(self, response: HttpResponse) -> HttpResponse:
        """Nothing."""
        return replace(response, body=b"")


class Html(OnMessage):
    """See `summary`."""

    name, summary = "html", "answer 200 with a web page, as a portal does"

    def spoilt(self, response: HttpResponse) -> HttpResponse:  # noqa: ARG002  (nothing of it is kept)
        """The page."""
        return HttpResponse(200, (("Content-Type", "text/html; charset=utf-8"),), _HTML)


class WrongContentType(OnMessage):
    """See `summary`."""

    name, summary = "wrong-content-type", "call a good reply application/octet-stream"

    def spoilt(self, response: HttpResponse) -> HttpResponse:
        """Under another type."""
        return replace(response, headers=(("Content-Type", "application/octet-stream"),))


class NoContentType(OnMessage):
    """See `summary`."""

    name, summary = "no-content-type", "send a good reply without saying what it is"

    def spoilt(self, response: HttpResponse) -> HttpResponse:
        """Under no type."""
        return replace(response, headers=())


class Base64Reply(OnMessage):
    """See `summary`."""

    name, summary = "base64-reply", "send a good reply in base64"

    def spoilt(self, response: HttpResponse) -> HttpResponse:
        """In lines."""
        return replace(response, body=base64.encodebytes(response.body))


class Oversized(OnMessage):
    """See `summary`."""

    name, summary = "oversized", "send two megabytes more than the reply has"

    def spoilt(self, response: HttpResponse) -> HttpResponse:
        """With zeros behind it."""
        return replace(response, body=response.body + bytes(2 * _MEBIBYTE))


class Shortened(OnMessage):
    """See `summary`."""

    name, summary = "shortened", "send half of a good reply as if that were all"

    def spoilt(self, response: HttpResponse) -> HttpResponse:
        """The first half."""
        return replace(response, body=response.body[: len(response.body) // 2])


class Garbage(OnMessage):
    """See `summary`."""

    name, summary = "garbage", "send random bytes under the right content type"

    def spoilt(self, response: HttpResponse) -> HttpResponse:
        """As many as the reply has."""
        return replace(response, body=self.random(len(response.body)))


class Truncated(OnMessage):
    """See `summary`."""

    name, summary = "truncated", "announce the whole reply, send half of it and hang up"

    def spoilt(self, response: HttpResponse) -> HttpResponse:
        """To be cut."""
        return replace(response, delivery=Delivery.CUT)


class Slow(OnMessage):
    """See `summary`."""

    name, summary = "slow", "send the reply a few bytes each second"

    def spoilt(self, response: HttpResponse) -> HttpResponse:
        """To be slowed."""
        return replace(response, delivery=Delivery.SLOW)


class Reset(OnMessage):
    """See `summary`."""

    name, summary = "reset", "reset the connection in place of a reply"

    def spoilt(self, response: HttpResponse) -> HttpResponse:
        """To be reset."""
        return replace(response, delivery=Delivery.RESET)


class Silent(OnMessage):
    """See `summary`."""

    name, summary = "silent", "take the message and never answer"

    def spoilt(self, response: HttpResponse) -> HttpResponse:
        """To be kept back."""
        return replace(response, delivery=Delivery.SILENT)


class CaNotFound(Http404):
    """See `summary`."""

    name, summary = "ca-http-404", "know no such path when asked for the CA certificate"
    operation = "GetCACert"


class CaHtml(Html):
    """See `summary`."""

    name, summary = "ca-html", "answer GetCACert with a web page"
    operation = "GetCACert"


class CaEmpty(Empty200):
    """See `summary`."""

    name, summary = "ca-empty", "answer GetCACert with 200 and an empty body"
    operation = "GetCACert"


class CaGarbage(Garbage):
    """See `summary`."""

    name, summary = "ca-garbage", "answer GetCACert with random bytes under the right content type"
    operation = "GetCACert"


class CaReset(Reset):
    """See `summary`."""

    name, summary = "ca-reset", "reset the connection when asked for the CA certificate"
    operation = "GetCACert"


class CapsHttp500(Http500):
    """See `summary`."""

    name, summary = "caps-http-500", "fail inside when asked for the capabilities"
    operation = "GetCACaps"


class CapsHtml(Html):
    """See `summary`."""

    name, summary = "caps-html", "answer GetCACaps with a web page"
    operation = "GetCACaps"


class CapsEmpty(Fault):
    """See `summary`."""

    name, summary = "caps-empty", "tell no capabilities"

    def capabilities(self, names: Sequence[str]) -> Sequence[str]:  # noqa: ARG002  (none of them is told)
        """None."""
        return ()


class CapsWeak(Fault):
    """See `summary`."""

    name, summary = "caps-weak", "tell SHA-1 and DES3 alone, although more is there"

    def capabilities(self, names: Sequence[str]) -> Sequence[str]:  # noqa: ARG002  (none of them is told)
        """The weakest."""
        return ("SHA-1", "DES3")


class CapsPost(Fault):
    """See `summary`."""

    name, summary = "caps-post", "tell POSTPKIOperation, and refuse every POST with 405"

    def refusal(self, request: HttpRequest) -> HttpResponse | None:
        """No to every POST."""
        if request.method != "POST":
            return None
        return HttpResponse(405, (("Content-Type", "text/plain"), ("Allow", "GET")), b"method not allowed\n")


class CapsLie(Fault):
    """See `summary`."""

    name, summary = "caps-lie", "tell SCEPStandard, and reply in single DES and SHA-1, as micromdm does"

    def cipher(self, requested: Cipher) -> Cipher:  # noqa: ARG002  (the promise counts for nothing)
        """Single DES."""
        return DES

    def digest(self, requested: Digest) -> Digest:  # noqa: ARG002  (as above)
        """SHA-1."""
        return SHA1

"""The transport that never leaves the process: the request is handed to a responder, the answer handed back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from fauxgate.network.answering import Answering, OnEvent, answer, ignore
from fauxgate.network.reading import LONGEST_BODY
from fauxgate.scep.http import Delivery, FailureReason, HttpFailure, HttpRequest, HttpResponse

ADDRESS = "127.0.0.1"
PORT = 80

# What comes of a response that does not arrive whole.
_FAILURES: Mapping[Delivery, FailureReason] = {
    Delivery.CUT: FailureReason.BROKEN,
    Delivery.RESET: FailureReason.BROKEN,
    Delivery.SLOW: FailureReason.TIMED_OUT,
    Delivery.SILENT: FailureReason.TIMED_OUT,
}


class Loopback:
    """Every request, whatever its host, is answered by `responder` at the time that `now` tells."""

    def __init__(self, responder: Answering, now: Callable[[], datetime], on_event: OnEvent = ignore) -> None:
        self._responder = responder
        self._now = now
        self._on_event = on_event

    def send(self, request: HttpRequest) -> HttpResponse | HttpFailure:
        """The responder's answer, from the address that a listener on this machine would have."""
        response = answer(self._responder, request, self._now(), self._on_event)
        reason = _FAILURES.get(response.delivery)
        if reason is not None:
            return HttpFailure(reason, response.delivery.value, ADDRESS)
        if len(response.body) > LONGEST_BODY:
            return HttpFailure(FailureReason.BROKEN, f"the answer is longer than {LONGEST_BODY} bytes", ADDRESS)
        return replace(response, peer=ADDRESS, port=PORT)

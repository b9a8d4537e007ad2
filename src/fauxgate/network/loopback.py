"""The transport that never leaves the process: the request is handed to a responder, the answer handed back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from fauxgate.network.answering import Answering, OnEvent, answer, ignore
from fauxgate.scep.http import HttpRequest, HttpResponse

ADDRESS = "127.0.0.1"
PORT = 80


class Loopback:
    """Every request, whatever its host, is answered by `responder` at the time that `now` tells."""

    def __init__(self, responder: Answering, now: Callable[[], datetime], on_event: OnEvent = ignore) -> None:
        self._responder = responder
        self._now = now
        self._on_event = on_event

    def send(self, request: HttpRequest) -> HttpResponse:
        """The responder's answer, from the address that a listener on this machine would have."""
        response = answer(self._responder, request, self._now(), self._on_event)
        return replace(response, peer=ADDRESS, port=PORT)

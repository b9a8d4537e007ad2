"""Exchanges as a HAR file (HTTP Archive 1.2), which browsers and proxies open."""

import base64
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlsplit

from fauxgate.inspector.exchanges import Exchange
from fauxgate.scep.http import HttpFailure, HttpRequest, HttpResponse

Json = dict[str, object]


def archive(exchanges: Sequence[Exchange], version: str) -> Json:
    """The archive as an object for `json`; `version` is that of the program."""
    creator = {"name": "fauxgate", "version": version}
    return {"log": {"version": "1.2", "creator": creator, "entries": [_entry(exchange) for exchange in exchanges]}}


def _entry(exchange: Exchange) -> Json:
    is_failure = isinstance(exchange.answer, HttpFailure)
    entry: Json = {
        "startedDateTime": exchange.moment.isoformat(),
        # How long an exchange takes is no property of a clock that may stand still.
        "time": 0,
        "request": _request(exchange.request),
        "response": _no_response() if is_failure else _response(exchange.answer),
        "cache": {},
        "timings": {"send": 0, "wait": 0, "receive": 0},
        "serverIPAddress": exchange.answer.peer,
    }
    if isinstance(exchange.answer, HttpFailure):
        entry["comment"] = exchange.answer.reason.value
    return entry


def _request(request: HttpRequest) -> Json:
    query = urlsplit(request.url).query
    made: Json = {
        "method": request.method,
        "url": request.url,
        "httpVersion": f"HTTP/{request.version}",
        "cookies": [],
        "headers": _headers(request.headers),
        "queryString": [{"name": name, "value": value} for name, value in parse_qsl(query, keep_blank_values=True)],
        "headersSize": -1,
        "bodySize": len(request.body),
    }
    if request.body:
        # HAR has no encoding here, so bytes stand as Latin-1, as browsers write them.
        made["postData"] = {"mimeType": _content_type(request.headers), "text": request.body.decode("latin-1")}
    return made


def _response(answer: HttpResponse | HttpFailure) -> Json:
    assert isinstance(answer, HttpResponse)
    content = {
        "size": len(answer.body),
        "mimeType": answer.content_type,
        "text": base64.b64encode(answer.body).decode("ascii"),
        "encoding": "base64",
    }
    return {**_no_response(), "status": answer.status, "headers": _headers(answer.headers), "content": content}


def _no_response() -> Json:
    return {
        "status": 0,
        "statusText": "",
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": [],
        "content": {"size": 0, "mimeType": ""},
        "redirectURL": "",
        "headersSize": -1,
        "bodySize": -1,
    }


def _headers(headers: tuple[tuple[str, str], ...]) -> list[Json]:
    return [{"name": name, "value": value} for name, value in headers]


def _content_type(headers: tuple[tuple[str, str], ...]) -> str:
    return next((value for name, value in headers if name.lower() == "content-type"), "")

"""What passed on the wire, what the authority has in its register, and what the event log says, as checks count it."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from fauxgate.lab.view import View

if TYPE_CHECKING:
    from fauxgate.device.event_log import LogEntry
    from fauxgate.inspector.exchanges import Exchange


def transactions(view: View, fields: Mapping[str, Any]) -> str:
    """How many exchanges of a kind there were."""
    since = (it for it in view.console.exchanges.all if it.number > view.history.exchanges)
    return str(sum(_is_such(exchange, fields) for exchange in since))


def requests(view: View, fields: Mapping[str, Any]) -> str:
    """How many requests of a kind the authority's register has."""
    state, subject = fields.get("state"), str(fields.get("subject", ""))
    found = (it for it in view.console.controls.requests() if subject in it.subject)
    return str(sum(state is None or it.state == state for it in found))


def events(view: View, fields: Mapping[str, Any]) -> str:
    """How many entries of a kind the event log has."""
    return str(sum(_is_entry(entry, fields) for entry in view.console.appliance.event_log.entries()))


def _is_such(exchange: "Exchange", fields: Mapping[str, Any]) -> bool:
    told = {"message": "", "status": "", "fail_info": "", **dict(_told(exchange))}
    return all(name not in fields or _plain(str(fields[name])) == _plain(told[name]) for name in told)


def _told(exchange: "Exchange") -> Iterator[tuple[str, str]]:
    from fauxgate.inspector import layers, messages  # noqa: PLC0415 - it loads cryptography, which no prompt waits for
    from fauxgate.scep.attributes import Attribute, FailInfo  # noqa: PLC0415 - the same
    from fauxgate.scep.http import HttpResponse  # noqa: PLC0415 - the same

    summary = layers.summary(exchange)
    yield "message", summary.message or summary.operation
    yield "status", summary.answer
    if isinstance(exchange.answer, HttpResponse) and summary.message:
        reason = messages.header(exchange.answer.body).get(Attribute.FAIL_INFO, "")
        yield "fail_info", {each.value: each.name for each in FailInfo}.get(reason, reason)


def _plain(name: str) -> str:
    """`PKCS_REQ` and `PKCSReq` are one."""
    return name.replace("_", "").lower()


def _is_entry(entry: "LogEntry", fields: Mapping[str, Any]) -> bool:
    own = dict(entry.fields)
    wanted: Mapping[str, str] = fields.get("fields", {})
    is_id = str(entry.number).zfill(10).endswith(str(fields.get("logid", "")))
    is_level = fields.get("level") in (None, entry.level)
    return is_id and is_level and all(text in own.get(name, "") for name, text in wanted.items())

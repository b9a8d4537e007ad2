"""`execute log`: the event log, through a filter that each session has of its own.

Inferred: all forms, from pages that describe these commands; no session was seen. The only logs there are, are events.
"""

import re
from collections.abc import Mapping

from fauxgate.cli.collecting import LogFilter
from fauxgate.cli.console import SURE, Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.device.event_log import LogEntry
from fauxgate.language import statements
from fauxgate.model.errors import NodeCheckFailed, NotAnInteger, ValueRefused

EVENT = "event"
CATEGORIES: Mapping[int, str] = {
    0: "traffic",
    1: EVENT,
    2: "utm-virus",
    3: "utm-webfilter",
    4: "utm-ips",
    5: "utm-emailfilter",
    7: "utm-anomaly",
    8: "utm-voip",
    9: "utm-dlp",
    10: "utm-app-ctrl",
    12: "utm-waf",
    15: "utm-dns",
    16: "utm-ssh",
    17: "utm-ssl",
    19: "utm-file-filter",
}
# This unit has no disk and no server for logs.
DEVICES: Mapping[int, str] = {0: "memory"}
# `logid` begins with the type and subtype (fortios-certificates.md section 6).
PREFIXES = {"system": "0100", "vpn": "0101"}
LINES = (5, 1000)
LARGEST_LINE = 2**31 - 1


@handles(statements.LogFilterCategory)
def log_filter_category(console: Console, statement: statements.LogFilterCategory) -> Answer:
    """Choose a category, or list them."""
    if statement.category:
        console.log_filter.category = _chosen(CATEGORIES, statement.category)
        return
    yield from (f"{number:>2}: {name}" for number, name in CATEGORIES.items())


@handles(statements.LogFilterDevice)
def log_filter_device(console: Console, statement: statements.LogFilterDevice) -> Answer:
    """Choose a device, or list them."""
    if statement.device:
        console.log_filter.device = _chosen(DEVICES, statement.device)
        return
    yield "Available devices:"
    yield from (f"{number}: {name}" for number, name in DEVICES.items())


@handles(statements.LogFilterField)
def log_filter_field(console: Console, statement: statements.LogFilterField) -> Answer:
    """Show only logs where a field has one of the values."""
    console.log_filter.fields[str(statement.field)] = statement.values
    yield from ()


@handles(statements.LogFilterStartLine)
def log_filter_start_line(console: Console, statement: statements.LogFilterStartLine) -> Answer:
    """Choose the first log to show."""
    console.log_filter.start_line = _count("start-line", statement.line, 1, LARGEST_LINE)
    yield from ()


@handles(statements.LogFilterViewLines)
def log_filter_view_lines(console: Console, statement: statements.LogFilterViewLines) -> Answer:
    """Choose how many logs to show."""
    console.log_filter.view_lines = _count("view-lines", statement.count, *LINES)
    yield from ()


@handles(statements.LogFilterReset)
def log_filter_reset(console: Console, _statement: statements.LogFilterReset) -> Answer:
    """Put the filter back."""
    console.log_filter = LogFilter()
    yield from ()


@handles(statements.LogFilterDump)
def log_filter_dump(console: Console, _statement: statements.LogFilterDump) -> Answer:
    """Print the filter."""
    chosen = console.log_filter
    yield f"category: {chosen.category}"
    yield f"device: {chosen.device}"
    yield f"start-line: {chosen.start_line}"
    yield f"view-lines: {chosen.view_lines}"
    for name, values in chosen.fields.items():
        yield f"Filter: ({name} {' '.join(values)})"


@handles(statements.LogDisplay)
def log_display(console: Console, _statement: statements.LogDisplay) -> Answer:
    """Print the logs that pass the filter, newest first."""
    chosen = console.log_filter
    logs = console.appliance.event_log.entries() if chosen.category == EVENT else []
    found = [fields for fields in map(_fields, logs) if _passes(fields, chosen.fields)]
    first = chosen.start_line - 1
    shown = found[first : first + chosen.view_lines]
    yield f"{len(found)} logs found."
    yield f"{len(shown)} logs returned."
    yield ""
    for number, fields in enumerate(shown, chosen.start_line):
        yield f"{number}: {' '.join(_printed(*field) for field in fields.items())}"


@handles(statements.LogDelete)
def log_delete(console: Console, _statement: statements.LogDelete) -> Answer:
    """Forget the logs of the chosen category, once the person has said yes."""
    category, device = console.log_filter.category, console.log_filter.device
    yield f"This will delete {device} {category} log"
    if (yield SURE) and category == EVENT:
        console.appliance.event_log.clear()


@handles(statements.LogDeleteAll)
def log_delete_all(console: Console, _statement: statements.LogDeleteAll) -> Answer:
    """Forget all logs, once the person has said yes."""
    yield "This will delete all local logs"
    if (yield SURE):
        console.appliance.event_log.clear()


def _chosen(known: Mapping[int, str], word: str) -> str:
    """A name that is given by name or number."""
    for number, name in known.items():
        if word in {name, str(number)}:
            return name
    raise ValueRefused(word)


def _count(name: str, word: str, smallest: int, largest: int) -> int:
    if not re.fullmatch(r"[0-9]{1,10}", word):
        raise NotAnInteger(word)
    if not smallest <= int(word) <= largest:
        raise NodeCheckFailed(name, word)
    return int(word)


def _fields(entry: LogEntry) -> dict[str, str]:
    """All fields of an entry, in the order in which they are printed."""
    common = {
        "date": f"{entry.moment:%Y-%m-%d}",
        "time": f"{entry.moment:%H:%M:%S}",
        "eventtime": str(int(entry.moment.timestamp() * 1_000_000) * 1000),
        "tz": f"{entry.moment:%z}",
        "logid": f"{PREFIXES[entry.subtype]}{entry.number:06}",
        "type": EVENT,
        "subtype": entry.subtype,
        "level": entry.level,
        "vd": "root",
        "logdesc": entry.description,
    }
    return common | dict(entry.fields)


def _printed(name: str, value: str) -> str:
    return f"{name}={value}" if name in {"date", "time", "eventtime"} else f'{name}="{value}"'


def _passes(fields: Mapping[str, str], chosen: Mapping[str, tuple[str, ...]]) -> bool:
    return all(fields.get(name) in values for name, values in chosen.items())

"""`get`: what options mean, as text; certificates in detail (fortios-cli.md 2.4)."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from fauxgate.cli import details
from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.device.certificates import state
from fauxgate.language import statements
from fauxgate.language.errors import Incomplete
from fauxgate.language.printer import print_word
from fauxgate.model import lookup
from fauxgate.model.entry import Entry, Rows, applies, value
from fauxgate.model.errors import EntryNotFound
from fauxgate.model.open_table import OpenTable
from fauxgate.model.values import is_quoted
from fauxgate.schema.types import Option, Password, Pem, Section, Stored, Table

COLUMN = 20
HIDDEN = "*"
INDENT = "    "


@handles(statements.Get)
def get(console: Console, statement: statements.Get) -> Answer:
    """Print an object, an entry or the entries of a table: this place, or a path from the top."""
    editor, place, now = console.editor, console.editor.place, console.appliance.clock.now()
    if isinstance(place, OpenTable) and len(statement.path) == 1 and statement.path[0] in place.rows:
        yield from _entry(place.table, statement.path[0], place.rows[statement.path[0]], now)
    elif statement.path:
        section, key = lookup.find(console.editor.configuration, console.editor.catalogue, statement.path)
        yield from _found(console, section, key)
    elif editor.entry is not None and editor.section is not None:
        yield from _entry(editor.section, editor.prompt or "", editor.entry, now)
    elif isinstance(place, OpenTable):
        yield from _rows(place.table, place.rows)
    else:
        raise Incomplete(len("get"))


@handles(statements.GetCertificateDetails)
def get_certificate_details(console: Console, statement: statements.GetCertificateDetails) -> Answer:
    """Print certificates in detail: the one that is named, or all of the table."""
    section, _ = lookup.find(console.editor.configuration, console.editor.catalogue, statement.path)
    rows = console.editor.configuration.table(section.path)
    if statement.name and statement.name not in rows:
        raise EntryNotFound(statement.name)
    option = section.name if section.name in ("ca", "remote") else "certificate"
    for key in [statement.name] if statement.name else list(rows):
        values = rows[key].values
        yield f"== [ {key} ]"
        if section.name == "crl":
            yield from details.detailed_crl(key, str(values.get("crl", "")))
            continue
        yield from details.detailed_entry(key, str(values.get(option, "")), str(values.get("csr", "")))


def _found(console: Console, section: Section, key: str | None) -> Iterator[str]:
    configuration = console.editor.configuration
    if isinstance(section, Table) and key is None:
        yield from _rows(section, configuration.table(section.path))
    else:
        entry = configuration.entry(section.path, key or "") or Entry()
        yield from _entry(section, key or "", entry, console.appliance.clock.now())


def _rows(table: Table, rows: Mapping[str, Entry]) -> Iterator[str]:
    """Each entry on one line: its key, then the columns that the table has (fortios-cli.md 2.4)."""
    shown = [(name, gap) for name, gap in table.columns if table.option(name) is not None]
    for key, entry in rows.items():
        cells = [f"{table.key.name}: {key}   "]
        cells += [f"{name}: {value(table, entry, name)}{' ' * gap}" for name, gap in shown]
        yield f"== [ {key} ]"
        yield "".join(cells).rstrip()


def _entry(section: Section, key: str, entry: Entry, now: datetime) -> Iterator[str]:
    """The lines of an entry or an object as it is `now`."""
    if isinstance(section, Table):
        yield _line(section.key.name, key)
    for member in section.options:
        if isinstance(member, Section):
            yield from _nested(member, section, entry, now)
        elif member.name in entry.values or applies(member, section, entry):
            is_state = member.name == "state" and member.read_only
            yield from _field(member, state(entry, now) if is_state else value(section, entry, member.name))


def _nested(member: Section, section: Section, entry: Entry, now: datetime) -> Iterator[str]:
    """A section inside: its name, then its lines four columns further in (Inferred, as is that empty tables show)."""
    if not applies(member, section, entry):
        return
    yield f"{member.name}:"
    if isinstance(member, Table):
        rows = entry.tables.get(member.name, Rows()).items()
        lines = [line for key, row in rows for line in _row(member, key, row, now)]
    else:
        lines = list(_entry(member, "", entry.objects.get(member.name, Entry()), now))
    yield from (f"{INDENT}{line}" for line in lines)


def _row(table: Table, key: str, row: Entry, now: datetime) -> Iterator[str]:
    yield f"== [ {key} ]"
    yield from _entry(table, key, row, now)


def _field(option: Option, value: Stored) -> Iterator[str]:
    if option.secret or isinstance(option.type, Password):
        yield _line(option.name, HIDDEN if value else "")
    elif isinstance(option.type, Pem):
        yield _line(option.name, "")
        is_certificate = "CERTIFICATE" in option.type.labels
        yield from details.certificate_block(str(value)) if is_certificate else str(value).splitlines()
    else:
        yield _line(option.name, _text(option, value))


def _text(option: Option, value: Stored) -> str:
    """A value on one line; the items of a list of names are in quotes (Inferred)."""
    if isinstance(value, str):
        return value
    return " ".join(print_word(item) if is_quoted(option.type) else item for item in value)


def _line(name: str, value: str) -> str:
    return f"{name:<{COLUMN}}: {value}".rstrip() if len(name) < COLUMN else f"{name}: {value}".rstrip()

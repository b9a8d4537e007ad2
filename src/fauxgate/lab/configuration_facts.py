"""What is configured, as checks find it: an option's value in the words that would be printed."""

from collections.abc import Mapping, Sequence
from typing import Any

from fauxgate.errors import UserError
from fauxgate.lab.view import View
from fauxgate.language.printer import print_statement
from fauxgate.language.statements import Set
from fauxgate.language.words import split
from fauxgate.model import lookup
from fauxgate.model.configuration import Configuration
from fauxgate.model.entry import Entry
from fauxgate.model.entry import value as meaning
from fauxgate.model.kept import name_of
from fauxgate.model.storage import ROOT
from fauxgate.model.values import printed
from fauxgate.schema.types import Path, Section, Table


def value(view: View, fields: Mapping[str, Any]) -> str | None:
    """The value of an option; without one, the entry's key; None if there is no such entry or option."""
    configuration = _seen(view, fields)
    found = _entry(configuration, fields)
    if found is None:
        return None
    section, entry = found
    option = fields.get("option")
    return str(fields.get("key", "")) if option is None else _option(section, entry, str(option))


def count(view: View, fields: Mapping[str, Any]) -> str:
    """How many entries a table has."""
    return str(len(_seen(view, fields).table(_path(fields))))


def errors(view: View, _fields: Mapping[str, Any]) -> str:
    """How many lines of the last restored configuration were refused and not forgotten since."""
    return str(len(view.console.appliance.config_errors))


def place(view: View, _fields: Mapping[str, Any]) -> str:
    """What the prompt shows in parentheses; empty at the top."""
    return view.console.editor.prompt or ""


def _seen(view: View, fields: Mapping[str, Any]) -> Configuration:
    return view.console.appliance.configuration.seen_from(str(fields.get("vdom", ROOT)))


def _path(fields: Mapping[str, Any]) -> Path:
    return tuple(str(fields.get("path", "")).split())


def _entry(configuration: Configuration, fields: Mapping[str, Any]) -> tuple[Section, Entry] | None:
    """The section and the entry that the fields name."""
    if str(fields.get("vdom", ROOT)) not in configuration.domains:
        return None
    try:
        section: Section = lookup.find_section(configuration.catalogue, _path(fields))
    except UserError:
        return None
    entry = configuration.entry(section.path, str(fields.get("key", "")))
    for step in fields.get("inside", ()):
        if entry is None:
            return None
        found = _nested(section, entry, str(step))
        if found is None:
            return None
        section, entry = found
    return None if entry is None else (section, entry)


def _nested(section: Section, entry: Entry, step: str) -> tuple[Section, Entry] | None:
    """What is inside an entry: `NAME` for an object, `NAME KEY` for an entry of a nested table."""
    name, _, key = step.partition(" ")
    nested = section.section(name)
    if nested is None:
        return None
    if isinstance(nested, Table):
        rows = entry.tables.get(name)
        row = rows.get(key) if rows else None
        return None if row is None else (nested, row)
    return nested, entry.objects.get(name, Entry())


def _option(section: Section, entry: Entry, name: str) -> str | None:
    option = section.option(name)
    if option is not None:
        return " ".join(map(str, printed(option.type, meaning(section, entry, name))))
    statement = entry.kept.get(name_of(name))
    return " ".join(_values(print_statement(statement))) if isinstance(statement, Set) else None


def _values(line: str) -> Sequence[str]:
    return [word.text for word in split(line)[2:]]

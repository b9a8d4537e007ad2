"""`diagnose sys cmdb refcnt show`: what names an entry (fortios-cli.md 3.4)."""

import re
from collections.abc import Iterator

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.language import statements
from fauxgate.model.configuration import Configuration
from fauxgate.model.entry import Entry
from fauxgate.model.errors import UnknownWord
from fauxgate.model.references import Mention, Target, User, mentions
from fauxgate.schema.types import Option, Path, Section, Table


@handles(statements.CmdbRefcntShow)
def cmdb_refcnt_show(console: Console, statement: statements.CmdbRefcntShow) -> Answer:
    """Print a line for each place that names the entry; nothing if none does."""
    configuration = console.editor.configuration
    path = _path_in(configuration, statement.field)
    for user in configuration.users(path, statement.name):
        yield from _lines(configuration, user, (path, str(statement.name)))


def _path_in(configuration: Configuration, field: str) -> Path:
    """The table of `firewall.service.custom.name`; what leads to a virtual domain has `system` before it there."""
    *path, key = re.split("[.:]", field)
    for words in (tuple(path), tuple(path[1:])):
        section = configuration.storage.catalogue.find(words)
        if isinstance(section, Table) and section.key.name == key:
            return words
    raise UnknownWord(field)


def _lines(configuration: Configuration, user: User, target: Target) -> Iterator[str]:
    seen = configuration.seen_from(user.domain or configuration.domain)
    section = seen.section(user.path)
    entry = seen.entry(user.path, user.key) or Entry()
    yield from dict.fromkeys(_line(section, user.key, found, target[1]) for found in mentions(section, entry, target))


def _line(section: Section, key: str, found: Mention, name: str) -> str:
    """A list of names counts as a table inside the entry. Inferred: how objects and deeper tables are told."""
    child = ""
    if isinstance(found.option.default, tuple):
        child = f" child table {found.option.name}:name '{name}' of"
    for nested, row in reversed(found.way):
        child += f" child {_place(nested, nested.name, row, found.option)} of"
    return f"entry used by{child} {_place(section, '.'.join(section.path), key, found.option)}"


def _place(section: Section, name: str, key: str, option: Option) -> str:
    if isinstance(section, Table):
        return f"table {name}:{section.key.name} '{key}'"
    return f"complex {name}:{option.name}"

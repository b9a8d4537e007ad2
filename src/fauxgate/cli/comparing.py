"""What leads from one configuration to another: both are texts, and loaded beside what the appliance has."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fauxgate.cli.backup import empty
from fauxgate.cli.console import Console
from fauxgate.cli.loading import Loading
from fauxgate.language.printer import print_statements
from fauxgate.model.configuration import Configuration
from fauxgate.model.editor import Editor
from fauxgate.model.leading import leading
from fauxgate.model.snapshot import Snapshot, changes, go_back, take
from fauxgate.schema.types import Table

# A unit gets virtual domains before anything else, and loses them when all else is done.
DOMAINS_ON = ("config system global", "    set vdom-mode multi-vdom", "end")
DOMAINS_OFF = ("config global", "config system global", "    unset vdom-mode", "end", "end")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The lines that lead from the one to the other, and how many lines of each were refused.

    `left` are the sections that are not the same even then, because no statement makes them so: a physical interface
    cannot be deleted, nor what stands in an object that nobody has described.
    """

    lines: tuple[str, ...]
    refused_before: int
    refused_after: int
    left: tuple[str, ...] = ()


def compared(console: Console, before: str, after: str) -> Comparison:
    """What leads from one text to another. Lines that are refused are no part of what is compared."""
    first, refused_before = _loaded(console, before)
    second, refused_after = _loaded(console, after)
    start: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    if second.has_domains and not first.has_domains:
        start = DOMAINS_ON
        first.enable_domains()
    elif first.has_domains and not second.has_domains:
        end = DOMAINS_OFF
        second.enable_domains()
    wanted = take(second)
    lines = (*start, *_lines(first, take(first), wanted), *end)
    reached, _ = _loaded(console, before)
    for _ in _loading(console, reached).errors("\n".join(lines)):
        pass
    if second.has_domains != reached.has_domains:
        reached.enable_domains()
    return Comparison(lines, refused_before, refused_after, tuple(_left(reached, take(reached), wanted)))


def _loaded(console: Console, text: str) -> tuple[Configuration, int]:
    configuration = empty(console.appliance.catalogue, text)
    loading = _loading(console, configuration)
    for _ in loading.errors(text):
        pass
    return configuration, loading.tally.refused


def _loading(console: Console, configuration: Configuration) -> Loading:
    return Loading(replace(console, editor=Editor(configuration, console.appliance.vault)))


def _left(configuration: Configuration, reached: Snapshot, wanted: Snapshot) -> Iterator[str]:
    for change in changes(configuration.storage, reached, wanted):
        section = configuration.section(change.path)
        # Only some tables have an order that means anything, and that can be changed.
        is_ordered = isinstance(section, Table) and section.ordered
        if dict(change.before) != dict(change.after) or is_ordered:
            yield " ".join(change.path)


def _lines(configuration: Configuration, before: Snapshot, after: Snapshot) -> Iterator[str]:
    # What leads on is told by a configuration that has been both.
    go_back(configuration, after)
    for text in print_statements(leading(configuration, before, after)):
        yield from text.split("\n")

"""`tree`: the options of a section, drawn as a tree (fortios-cli.md 2.5)."""

from collections.abc import Iterator

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.language import statements
from fauxgate.model import lookup
from fauxgate.schema.types import (
    FieldType,
    Fqdn,
    Hostname,
    Integer,
    Name,
    Names,
    Option,
    Password,
    Release,
    Section,
    String,
    Table,
)

LIMITED = String | Name | Names | Hostname | Password | Fqdn

# Inferred: names are padded as if by tabs, which fits every line of the sample.
TAB = 8

# Up to 7.0 one more was printed than fits; Inferred: which release changed it.
LAST_WITH_ONE_MORE: Release = (7, 0, 99)


@handles(statements.Tree)
def tree(console: Console, statement: statements.Tree) -> Answer:
    """Draw the section of this place, or of a path from the top; at the top, all of them."""
    editor, release = console.editor, console.appliance.release
    if statement.path:
        yield from drawn(lookup.find_section(editor.catalogue, statement.path), release)
    elif editor.section is not None:
        yield from drawn(editor.section, release)
    else:
        for section in editor.catalogue.sections():
            yield from drawn(section, release)


def drawn(section: Section, release: Release) -> Iterator[str]:
    """The lines of one section."""
    yield from _section("-- ", "   ", section, release)


def _section(first: str, further: str, section: Section, release: Release) -> Iterator[str]:
    """A section in brackets and what is in it beside it; `further` stands before the lines after the first."""
    head = f"[{section.name}] "
    members: list[Option | Section] = [*([section.key] if isinstance(section, Table) else []), *section.options]
    if not members:
        yield f"{first}{head}".rstrip()
    for number, member in enumerate(members):
        is_last = number == len(members) - 1
        before = first + head if number == 0 else further + " " * len(head)
        branch = "--" if number == 0 else ("+-" if is_last else "|-")
        if isinstance(member, Section):
            below = further + " " * len(head) + ("   " if is_last else "|  ")
            yield from _section(f"{before}{branch} ", below, member, release)
        else:
            is_key = isinstance(section, Table) and number == 0
            mark = "*" if is_key or member.required else " "
            yield f"{before}{branch}{mark}{_sized(member, release)}"


def _sized(option: Option, release: Release) -> str:
    size = _size(option.type, release)
    width = (len(option.name) // TAB + 1) * TAB
    return f"{option.name:<{width}}{size}" if size else option.name


def _size(kind: FieldType, release: Release) -> str:
    if isinstance(kind, Integer):
        return f"({kind.minimum},{kind.maximum})"
    if isinstance(kind, LIMITED):
        return f"({kind.limit + (release <= LAST_WITH_ONE_MORE)})"
    return ""

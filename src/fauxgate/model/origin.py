"""The file that a configuration came from: its header, and what it tells of how its appliance prints."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from fauxgate.model.entry import NOTHING, Entry, Rows
from fauxgate.model.layout import Layout, Recorder
from fauxgate.model.spelling import UNPRINTED, UNSET, Spelling, Text
from fauxgate.model.storage import MULTIPLE, SYSTEM_GLOBAL
from fauxgate.schema.releases import nearest
from fauxgate.schema.types import Release, Section

if TYPE_CHECKING:
    from fauxgate.model.configuration import Configuration
    from fauxgate.model.editor import Editor

PLATFORM = "FGVMFX"
"""What a FortiOS-style header calls the platform: our own, so that nobody takes the file for a device's."""

_OF_THIS_PLATFORM = f"#config-version={PLATFORM}-"
_OWN = "#fauxgate_"
"""A line of this program's own in a saved configuration begins so, and is no part of the header."""

_FEWEST_STATED, _LEAST_SHARE = 100, 1 / 3
"""So many stated defaults, and such a share of all values of described options, make the dump of a full configuration.

In a backup hardly any default is stated: what differs is where an appliance has another default than the schema. In
a dump, two of three lines state one.
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a configuration came from: the lines of the header, and the firmware that they name.

    `changes` is the count of the storage when all had been loaded. `is_ended` is whether the last line of the file
    had an end. Without a `layout`, the file does not tell how its appliance prints a backup: it is the dump of a full
    configuration.
    """

    header: tuple[str, ...]
    release: Release | None
    changes: int
    layout: Layout | None
    is_ended: bool


def begin(editor: "Editor", text: str, release: Release | None) -> None:
    """Has it noted how the file is laid out that is loaded next, if it has a header.

    What only some platforms have is kept then, if the unit has the firmware that wrote the file.
    """
    lines = _header(text)
    has_header = any(line.startswith(("#config-version=", "#version=")) for line in lines)
    editor.recorder = Recorder(len(lines) + 1) if has_header else None
    catalogue = editor.configuration.storage.catalogue
    is_foreign = has_header and not any(line.startswith(_OF_THIS_PLATFORM) for line in lines)
    if is_foreign and is_own(release, catalogue.release):
        catalogue.widen()
    if editor.configuration.has_domains:
        # The header says so, and perhaps no line.
        hidden = Spelling(texts=(("vdom-mode", UNPRINTED, MULTIPLE),))
        unit = editor.configuration.section(SYSTEM_GLOBAL)
        editor.configuration.put(unit, "", replace(editor.configuration.object(SYSTEM_GLOBAL), spelling=hidden))


def is_own(written_by: Release | None, release: Release) -> bool:
    """Whether a unit with this firmware can have written a file; one that names none is taken for its own."""
    return written_by is None or nearest(written_by)[:2] == release[:2]


def finish(editor: "Editor", text: str, release: Release | None) -> None:
    """Remembers where the configuration came from, or that there was nothing to be learnt of how it is printed."""
    configuration, recorder = editor.configuration, editor.recorder
    editor.recorder = None
    layout = recorder.finished(configuration, _lines(text)) if recorder else None
    if layout is None or _is_full(configuration):
        layout = None
        _forget(configuration)
    if recorder is not None:
        header = tuple(line for line in _header(text) if not line.startswith(_OWN))
        changes = configuration.storage.changes
        is_ended = not text or text.endswith(("\n", "\r"))
        configuration.storage.origin = Origin(header, release, changes, layout, is_ended)


def _header(text: str) -> list[str]:
    """The comment lines that the text begins with."""
    start, lines = 0, []
    while text.startswith("#", start):
        end = text.find("\n", start)
        lines.append(text[start : end if end >= 0 else None].removesuffix("\r"))
        if end < 0:
            break
        start = end + 1
    return lines


def _lines(text: str) -> int:
    return text.count("\n") + (not text.endswith("\n"))


def _is_full(configuration: "Configuration") -> bool:
    """Whether so many defaults are stated as in the dump of a full configuration."""
    stated = values = 0
    for section, entries in _sections(configuration):
        for nested, entry in _with_nested(section, entries):
            values += len(entry.values)
            if entry.spelling is not None:
                stated += len([it for it in entry.spelling.texts if _is_stated(nested, it)])
    return stated >= _FEWEST_STATED and stated > _LEAST_SHARE * (stated + values)


def _is_stated(section: Section, text: Text) -> bool:
    name, written, meaning = text
    return meaning is None and written != UNSET and section.option(name) is not None


def _sections(configuration: "Configuration") -> Iterator[tuple[Section, Iterable[Entry]]]:
    """All sections with their entries; an object has one."""
    storage = configuration.storage
    for store in (storage.shared, *storage.domains.values()):
        for path, rows in store.tables.items():
            yield configuration.section(path), rows.values()
        for words, entry in store.objects.items():
            yield configuration.section(tuple(words.split(" "))), (entry,)


def _with_nested(section: Section, entries: Iterable[Entry]) -> Iterator[tuple[Section, Entry]]:
    """The entries, and those in the nested sections that are described."""
    for entry in entries:
        yield section, entry
        for name, nested in entry.objects.items():
            if inner := section.section(name):
                yield from _with_nested(inner, (nested,))
        for name, rows in entry.tables.items():
            if inner := section.section(name):
                yield from _with_nested(inner, rows.values())


def _forget(configuration: "Configuration") -> None:
    """Forgets how every entry was written: all is printed by the rules of the schema."""
    storage = configuration.storage
    for store in (storage.shared, *storage.domains.values()):
        for rows in store.tables.values():
            for key, entry in rows.items():
                if (plain := _plain(entry)) is not entry:
                    rows[key] = plain
        for words, entry in store.objects.items():
            store.objects[words] = _plain(entry)


def _plain(entry: Entry) -> Entry:
    """The entry without any spelling in it; itself if there is none."""
    objects = {name: _plain(it) for name, it in entry.objects.items()}
    blocks = {name: _plain(it) for name, it in entry.blocks.items()}
    tables = {name: Rows({key: _plain(it) for key, it in rows.items()}) for name, rows in entry.tables.items()}
    nested = chain(entry.objects.values(), entry.blocks.values(), *(rows.values() for rows in entry.tables.values()))
    new = chain(objects.values(), blocks.values(), *(rows.values() for rows in tables.values()))
    if entry.spelling is None and all(one is other for one, other in zip(nested, new, strict=True)):
        return entry
    full = {name: it for name, it in objects.items() if not it.is_empty}
    return Entry(entry.values, full or NOTHING, tables or NOTHING, entry.kept, blocks or NOTHING)

"""The configuration as the statements that make it (fortios-cli.md 2.3).

The plain form has what differs from the defaults, laid out as the file that it came from; the full form has every
option that applies.
"""

from collections.abc import Iterator, Sequence

from fauxgate.language.statements import Config, Edit, End, Next, Statement
from fauxgate.language.words import Bare
from fauxgate.model import lookup
from fauxgate.model.configuration import Configuration, scope_of
from fauxgate.model.draft import Draft
from fauxgate.model.editor import Editor
from fauxgate.model.inside import SHARED, Inside
from fauxgate.model.laid_out import fits, items_of, show_items, show_laid_out
from fauxgate.model.layout import Layout
from fauxgate.model.open_table import OpenTable
from fauxgate.model.section_rendering import show_entry, show_object, show_table
from fauxgate.schema.catalogue import DOMAINS, WHOLE_UNIT
from fauxgate.schema.types import Path, Section, Table


def show_place(editor: Editor, path: Sequence[str] = (), *, full: bool = False) -> Iterator[Statement]:
    """The statements of an editor's place with its unsaved changes, or of a path from the top, with or without a key.

    In a table, one word may be the key of an entry. Raises what `lookup.find` raises, at once.
    """
    place = editor.place
    if path:
        return _show_path(editor, path, full=full)
    if isinstance(place, OpenTable):
        return show_table(place.table, place.rows, full=full)
    if isinstance(place, Draft):
        return _draft(place, full=full)
    if isinstance(place, Inside):
        return _everything(place.configuration, full=full)
    return show(editor.configuration, full=full)


def show(
    configuration: Configuration, path: Path = (), key: str | None = None, *, full: bool = False
) -> Iterator[Statement]:
    """The statements of an entry, a table, an object, or of everything; path and key must exist.

    Everything means every virtual domain, if there are several (fortios-cli.md 7.2).
    """
    if not path:
        yield from _show_unit(configuration, full=full)
        return
    section = configuration.section(path)
    if not isinstance(section, Table):
        yield from show_object(section, configuration.object(path), full=full)
    elif key is None:
        yield from show_table(section, configuration.table(path), full=full)
    else:
        yield from show_entry(section, key, configuration.table(path)[key], full=full)


def _show_path(editor: Editor, path: Sequence[str], *, full: bool) -> Iterator[Statement]:
    place, configuration = editor.place, editor.configuration
    if isinstance(place, OpenTable) and len(path) == 1 and path[0] in place.rows:
        return show_entry(place.table, str(path[0]), place.rows[path[0]], full=full)
    section, key = lookup.find(configuration, editor.catalogue, path)
    if section.path == DOMAINS:
        return _domains(configuration) if key is None else _domain(configuration, key, full=full)
    if section.path == WHOLE_UNIT:
        return _whole_unit(configuration, full=full)
    return show(configuration, section.path, key, full=full)


def _show_unit(configuration: Configuration, *, full: bool) -> Iterator[Statement]:
    if not full and (layout := _layout(configuration)) is not None:
        yield from show_laid_out(configuration, layout)
    elif not configuration.has_domains:
        yield from _everything(configuration, full=full)
    else:
        yield from _domains(configuration)
        yield from _whole_unit(configuration, full=full)
        for domain in configuration.domains:
            yield from _domain(configuration, domain, full=full)


def _layout(configuration: Configuration) -> Layout | None:
    """How the file is laid out that it came from; None if that tells nothing now."""
    origin = configuration.storage.origin
    layout = origin.layout if origin else None
    return layout if layout is not None and fits(configuration, layout) else None


def _everything(configuration: Configuration, *, full: bool) -> Iterator[Statement]:
    """The sections that a domain sees, each kept one behind what it followed when it was loaded."""
    if not full and (layout := _layout(configuration)) is not None:
        items = items_of(layout, configuration.domain)
        yield from show_items(configuration, items, items)
        return
    catalogue = configuration.catalogue.scoped(scope_of(configuration, configuration.domain))
    for section in catalogue.sections():
        if not section.quiet or _is_used(configuration, section):
            yield from show(configuration, section.path, full=full)
        yield from _kept_after(configuration, section.path, full=full)
    yield from _kept_after(configuration, None, full=full)


def _kept_after(configuration: Configuration, path: Path | None, *, full: bool) -> Iterator[Statement]:
    for kept in configuration.kept_after(path):
        yield from show(configuration, kept, full=full)
        yield from _kept_after(configuration, kept, full=full)


def _domains(configuration: Configuration) -> Iterator[Statement]:
    yield Config(tuple(map(Bare, DOMAINS)))
    for domain in configuration.domains:
        yield Edit(Bare(domain))
        yield Next()
    yield End()


def _whole_unit(configuration: Configuration, *, full: bool) -> Iterator[Statement]:
    yield Config(tuple(map(Bare, WHOLE_UNIT)))
    yield from _everything(configuration.seen_from(SHARED), full=full)
    yield End()


def _domain(configuration: Configuration, domain: str, *, full: bool) -> Iterator[Statement]:
    yield Config(tuple(map(Bare, DOMAINS)))
    yield Edit(Bare(domain))
    yield from _everything(configuration.seen_from(domain), full=full)
    yield End()


def _is_used(configuration: Configuration, section: Section) -> bool:
    if isinstance(section, Table):
        return bool(configuration.table(section.path))
    return not configuration.object(section.path).is_empty


def _draft(draft: Draft, *, full: bool) -> Iterator[Statement]:
    if draft.is_entry or draft.by_path:
        return show_entry(draft.section, draft.key, draft.merged(), full=full)
    return show_object(draft.section, draft.merged(), full=full)

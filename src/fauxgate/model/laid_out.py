"""The whole configuration as the statements that make it, laid out as the file that it came from.

What has come since stands behind what it would stand behind without a file; what is gone is left out.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from fauxgate.language.printer import Comment
from fauxgate.language.statements import Config, Edit, End, Next, Statement
from fauxgate.language.words import Bare
from fauxgate.model.configuration import Configuration, scope_of
from fauxgate.model.entry import Rows
from fauxgate.model.inside import SHARED
from fauxgate.model.layout import Block, Domains, Layout, Place, Remark
from fauxgate.model.section_rendering import is_printed, show_entry, show_object, show_rows, show_table
from fauxgate.schema.catalogue import DOMAINS, WHOLE_UNIT, Scope
from fauxgate.schema.types import Path, Section, Table


def fits(configuration: Configuration, layout: Layout) -> bool:
    """Whether the unit still has several virtual domains if the file had, or still has not."""
    has_domains = any(isinstance(item, Domains | Place) for item in layout)
    return configuration.has_domains == has_domains


def show_laid_out(configuration: Configuration, layout: Layout) -> Iterator[Statement]:
    """The statements of a whole unit."""
    if not configuration.has_domains:
        items = items_of(layout, configuration.domain)
        yield from show_items(configuration, items, items)
        return
    known = {it.name for it in _places(layout)}
    new = [name for name in configuration.domains if name not in known]
    is_first = True
    for item in layout:
        match item:
            case Domains():
                yield from _domains(configuration, layout, item, new if is_first else ())
                is_first = False
            case Place():
                yield from _shared(configuration, layout, item)
            case Remark():
                yield Comment(item.text)
    for place in [Place(name, (), has_next=False) for name in (SHARED, *new) if name not in known]:
        if place.name != SHARED:
            yield from _domains(configuration, layout, Domains((place,)), ())
        elif any(_sections_of(configuration.seen_from(SHARED), frozenset())):
            yield from _shared(configuration, layout, place)


def items_of(layout: Layout, domain: str) -> Sequence[Block | Remark]:
    """What the file had in one virtual domain, or under an empty name for all of them."""
    if any(isinstance(item, Domains | Place) for item in layout):
        return [item for place in _places(layout) if place.name == domain for item in place.items]
    return [item for item in layout if isinstance(item, Block | Remark)]


def show_items(
    configuration: Configuration, items: Sequence[Block | Remark], laid: Iterable[Block | Remark] | None
) -> Iterator[Statement]:
    """The sections that are seen from one place, `items`, and those that are not in `laid`, unless that is None."""
    same: dict[Path, list[Block]] = {}
    for item in items:
        if isinstance(item, Block):
            same.setdefault(item.path, []).append(item)
    followers = {} if laid is None else _followers(configuration, {it.path for it in laid if isinstance(it, Block)})
    yield from followers.pop(None, ())
    for item in items:
        if isinstance(item, Remark):
            yield Comment(item.text)
        elif section := configuration.catalogue.scoped(_scope(configuration)).find(item.path):
            yield from _block(configuration, section, item, same[item.path])
            if item is same[item.path][-1]:
                yield from followers.pop(item.path, ())
    for left in followers.values():
        yield from left


def _block(configuration: Configuration, section: Section, block: Block, same: Sequence[Block]) -> Iterator[Statement]:
    """A block with its rows; the last of the `same` section has those too that came since."""
    if not isinstance(section, Table):
        yield from show_object(section, configuration.object(section.path))
        return
    rows = configuration.table(section.path)
    if block.key is None and block.rows is None:
        yield from show_rows(section, rows)
        return
    is_last = block is same[-1]
    written = {key for it in same for key in it.rows or (it.key,)} if is_last else set()
    new = [key for key in rows if key not in written] if is_last else []
    keys = [key for key in block.rows or (block.key,) if key is not None and key in rows]
    with_edit = keys if section.by_path else [*keys, *new]
    if block.key is None and (with_edit or not new):
        yield from show_rows(section, Rows([(key, rows[key]) for key in with_edit]))
    for key in (*(keys if block.key is not None else ()), *(new if section.by_path else ())):
        yield from show_entry(section, key, rows[key])


def _followers(configuration: Configuration, laid: Collection[Path]) -> dict[Path | None, Iterator[Statement]]:
    """The sections that the file has not, by the last one before them that it has."""
    found: dict[Path | None, list[Section]] = {}
    before = None
    for section in _sections_of(configuration, laid):
        if section.path in laid:
            before = section.path
        else:
            found.setdefault(before, []).append(section)
    return {path: _shown(configuration, sections) for path, sections in found.items()}


def _shown(configuration: Configuration, sections: Sequence[Section]) -> Iterator[Statement]:
    for section in sections:
        if isinstance(section, Table):
            yield from show_table(section, configuration.table(section.path))
        else:
            yield from show_object(section, configuration.object(section.path))


def _sections_of(configuration: Configuration, laid: Collection[Path]) -> Iterator[Section]:
    """The sections that are laid or have something, in their order without a file."""
    catalogue = configuration.catalogue.scoped(_scope(configuration))
    for section in catalogue.sections():
        yield from _with_kept(configuration, section, laid)
    for path in configuration.kept_after(None):
        yield from _with_kept(configuration, configuration.section(path), laid)


def _with_kept(configuration: Configuration, section: Section, laid: Collection[Path]) -> Iterator[Section]:
    if section.path in laid or _has_something(configuration, section):
        yield section
    for path in configuration.kept_after(section.path):
        yield from _with_kept(configuration, configuration.section(path), laid)


def _has_something(configuration: Configuration, section: Section) -> bool:
    if isinstance(section, Table):
        return bool(configuration.table(section.path))
    return is_printed(section, configuration.object(section.path))


def _scope(configuration: Configuration) -> Scope:
    return scope_of(configuration, configuration.domain)


def _places(layout: Layout) -> Iterator[Place]:
    for item in layout:
        if isinstance(item, Place):
            yield item
        elif isinstance(item, Domains):
            yield from (it for it in item.places if isinstance(it, Place))


def _domains(configuration: Configuration, layout: Layout, block: Domains, new: Sequence[str]) -> Iterator[Statement]:
    """A `config vdom` block with the domains that there still are, and new ones."""
    places = [it for it in block.places if isinstance(it, Remark) or it.name in configuration.domains]
    if not any(isinstance(it, Place) for it in places) and not new:
        return
    yield Config(tuple(map(Bare, DOMAINS)))
    for place in places:
        if isinstance(place, Remark):
            yield Comment(place.text)
            continue
        yield Edit(Bare(place.name))
        yield from show_items(configuration.seen_from(place.name), place.items, _laid(layout, place))
        if place.has_next:
            yield Next()
    for name in new:
        yield from (Edit(Bare(name)), Next())
    yield End()


def _shared(configuration: Configuration, layout: Layout, place: Place) -> Iterator[Statement]:
    yield Config(tuple(map(Bare, WHOLE_UNIT)))
    yield from show_items(configuration.seen_from(SHARED), place.items, _laid(layout, place))
    yield End()


def _laid(layout: Layout, place: Place) -> Sequence[Block | Remark] | None:
    """All that the file has of a domain, for the last of its places where anything stands; None for the others."""
    places = [it for it in _places(layout) if it.name == place.name]
    last = next((it for it in reversed(places) if it.items), places[-1] if places else place)
    return items_of(layout, place.name) if last is place else None

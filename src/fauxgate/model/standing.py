"""Where a session stands, with its unsaved changes, to be returned to later."""

from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass, replace

from fauxgate.model.configuration import Configuration
from fauxgate.model.draft import Draft
from fauxgate.model.entry import Entry, Rows
from fauxgate.model.inside import Inside
from fauxgate.model.open_table import OpenTable
from fauxgate.model.places import Place
from fauxgate.schema.types import Path, Table


@dataclass(frozen=True, slots=True)
class Standing:
    """The places of a session, one inside the other, and what it entered last; nobody changes what is in them."""

    places: tuple[Place, ...] = ()
    last: Path | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """How deep a session is, and which section it entered last; `recorded` is how far its recorder is."""

    depth: int
    last: Path | None
    recorded: tuple[int, int]


def copied(places: Sequence[Place], whole: Configuration) -> Iterator[Place]:
    """The same places with changes of their own, in a configuration that has the same sections."""
    configuration = whole
    used = {id(_kept_in(place)) for place in places}
    # What is nested is kept in what is around it, of which there is another one now.
    homes: dict[int, MutableMapping[str, Entry]] = {}
    tables: dict[int, Rows] = {}
    for place in places:
        if isinstance(place, Inside):
            configuration = whole.seen_from(place.configuration.domain)
            yield Inside(configuration, place.last)
        elif isinstance(place, OpenTable):
            yield replace(place, rows=tables[id(place.rows)] if place.is_nested else configuration.table(place.path))
        else:
            outer = {**homes, **tables}
            home = outer[id(place.home)] if place.is_nested else _home(configuration, place)
            made = _copied(place, home, used)
            homes |= {id(place.objects): made.objects, id(place.blocks): made.blocks}
            tables |= {id(place.tables[name]): rows for name, rows in made.tables.items()}
            yield made


def _kept_in(place: Place) -> MutableMapping[str, Entry] | None:
    if isinstance(place, OpenTable):
        return place.rows
    return place.home if isinstance(place, Draft) else None


def _home(configuration: Configuration, draft: Draft) -> MutableMapping[str, Entry]:
    if isinstance(draft.section, Table):
        return configuration.table(draft.path)
    return configuration.objects(draft.section)


def _copied(draft: Draft, home: MutableMapping[str, Entry], used: set[int]) -> Draft:
    saved = draft.saved().tables
    # Looking at a nested table leaves rows in the draft that are those that are saved.
    tables = {name: it for name, it in draft.tables.items() if id(it) in used or not _are_equal(it, saved.get(name))}
    return replace(
        draft,
        home=home,
        changes=dict(draft.changes),
        objects=dict(draft.objects),
        tables={name: rows.copy() for name, rows in tables.items()},
        kept=dict(draft.kept),
        blocks=dict(draft.blocks),
    )


def _are_equal(rows: Rows, saved: Rows | None) -> bool:
    return list(rows.items()) == list((saved or Rows()).items())

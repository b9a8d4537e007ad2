"""How the sections of a loaded configuration stand one after the other, so that they are printed as they came.

The appliance that wrote a file knows which sections it prints, empty ones too, in which order, and where the virtual
domains begin. What nobody has described stands among the rest, and comments and empty lines where they stood.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from fauxgate.model.draft import Draft
from fauxgate.model.inside import SHARED, Inside
from fauxgate.model.open_table import OpenTable
from fauxgate.schema.catalogue import DOMAINS, WHOLE_UNIT
from fauxgate.schema.types import Path, Section, Table

if TYPE_CHECKING:
    from fauxgate.model.configuration import Configuration


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment line, or an empty line, which says nothing."""

    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A section from `config` to `end`; `key` is that of an entry which is written in the path.

    A table that stands in several blocks has some of its `rows` in each; None is all there are.
    """

    path: Path
    key: str | None = None
    rows: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """What stands in a virtual domain, or under an empty name what all of them share; `next` may close it."""

    name: str
    items: tuple["Block | Remark", ...]
    has_next: bool


@dataclass(frozen=True, slots=True)
class Domains:
    """A `config vdom` block with what stands in it."""

    places: tuple["Place | Remark", ...]


Item: TypeAlias = Block | Remark | Place | Domains
Layout: TypeAlias = tuple[Item, ...]


@dataclass(slots=True)
class _Begun:
    """A block that has been begun, and how many rows its table had."""

    block: Block
    rows: int


class Recorder:
    """Notes the layout of a file while it is carried out; `line` is always a physical line, from 1."""

    def __init__(self, first: int = 1) -> None:
        """What stands before the line `first`, the header, is no part of the layout."""
        self._first = first
        self._line = first
        self._top: list[Item | _Begun] = []
        self._domains: list[Item | _Begun] | None = None
        self._inside: tuple[str, list[Item | _Begun]] | None = None
        self._printed: dict[str, set[object]] = {}

    def reach(self, line: int) -> None:
        """Something at the top begins in a line: those that were passed over are empty."""
        self._here.extend([Remark("")] * (line - self._line))
        self._line = max(self._line, line)

    def passed(self, line: int) -> None:
        """All up to this line has been carried out."""
        self._line = max(self._line, line + 1)

    def comment(self, text: str, line: int) -> None:
        """A comment at the top."""
        if line >= self._first:
            self.reach(line)
            self._here.append(Remark(text.strip()))
            self.passed(line)

    def entered(self, place: OpenTable | Draft) -> None:
        """`config` has led into a place at the top."""
        if place.path == WHOLE_UNIT:
            self.enter(SHARED)
        elif place.path == DOMAINS:
            self._domains = []
        elif isinstance(place, OpenTable):
            self._here.append(_Begun(Block(place.path), len(place.rows)))
        else:
            key = place.key if place.by_path else None
            self._here.append(_Begun(Block(place.path, key), 0))

    def enter(self, name: str) -> None:
        """A virtual domain is entered, or under an empty name what all of them share."""
        self._inside = name, []

    def left(self, place: Inside | OpenTable | Draft, *, has_next: bool = False) -> None:
        """A place is left by `next` or `end`."""
        if isinstance(place, Inside):
            self._leave(place.configuration, has_next=has_next)
        if not has_next and (place.path == DOMAINS if isinstance(place, OpenTable) else _is_domain(place)):
            self._leave_domains()

    def _leave(self, seen: "Configuration", *, has_next: bool) -> None:
        assert self._inside is not None
        (name, items), self._inside = self._inside, None
        # A section that stands in several places of a domain is printed in the first of them.
        printed = self._printed.setdefault(name, set())
        new = [it for it in _finished(items, seen) if isinstance(it, Block | Remark) and _of(it) not in printed]
        printed.update(_of(it) for it in new if isinstance(it, Block))
        self._here.append(Place(name, tuple(new), has_next))

    def _leave_domains(self) -> None:
        places, self._domains = self._domains or [], None
        self._top.append(Domains(tuple(it for it in places if isinstance(it, Place | Remark))))

    @property
    def mark(self) -> tuple[int, int]:
        """How far it is, to be gone back to before another place is entered or left."""
        return len(self._here), self._line

    def back_to(self, mark: tuple[int, int]) -> None:
        """Forget what was noted since."""
        del self._here[mark[0] :]
        self._line = mark[1]

    def finished(self, seen: "Configuration", last: int) -> Layout:
        """The layout; `last` is the last line of the file, and what is still open ends there."""
        if self._inside is not None:
            self._leave(seen.seen_from(self._inside[0]), has_next=False)
        if self._domains is not None:
            self._leave_domains()
        self.reach(last + 1)
        return tuple(_finished(self._top, seen))

    @property
    def _here(self) -> list["Item | _Begun"]:
        if self._inside is not None:
            return self._inside[1]
        return self._top if self._domains is None else self._domains


def _is_by_path(section: Section) -> bool:
    return isinstance(section, Table) and section.by_path


def _of(item: Block | Remark) -> object:
    """What an item is about, so that it can be told whether another one is about the same."""
    return (item.path, item.key) if isinstance(item, Block) else item


def _is_domain(place: Inside | OpenTable | Draft) -> bool:
    return isinstance(place, Inside) and not place.is_shared


def _finished(items: Sequence[Item | _Begun], seen: "Configuration") -> Iterator[Item]:
    """The items; a table that stands there several times has its rows where they were made.

    So has one whose new entries are not written with `edit`, as those in the file are.
    """
    starts: dict[Block, list[int]] = {}
    for item in items:
        if isinstance(item, _Begun):
            starts.setdefault(item.block, []).append(item.rows)
    left = {block: list(pairwise((*rows, None))) for block, rows in starts.items()}
    for item in items:
        if not isinstance(item, _Begun):
            yield item
        elif len(starts[item.block]) == 1 and not _is_by_path(seen.section(item.block.path)):
            yield item.block
        elif item.block.key is None and isinstance(seen.section(item.block.path), Table):
            start, end = left[item.block].pop(0)
            yield replace(item.block, rows=tuple(seen.table(item.block.path))[start:end])
        elif left.pop(item.block, None):
            yield item.block

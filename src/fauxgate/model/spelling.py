"""How the lines of a loaded configuration were written, where that is not how they would be printed.

The appliance that wrote a file knows best how it prints: in which order, which defaults it states, how it quotes. So
an entry that came from a file remembers what is otherwise lost when its lines are read, and prints as it came. Most
entries are written as they would be printed, and remember nothing.

Each remembered text stands with what it means, and counts only as long as the entry means that: so nobody who changes
an entry has to think of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from fauxgate.language.printer import print_word
from fauxgate.language.words import Bare
from fauxgate.model.entry import Entry
from fauxgate.model.values import printed
from fauxgate.schema.types import (
    Fqdn,
    Hostname,
    Integer,
    Ipv6Prefix,
    Name,
    Option,
    Password,
    Section,
    Stored,
    String,
    Table,
)

Text: TypeAlias = tuple[str, str, object]
"""What a member of an entry is called, the text that stood behind its name, and what that means.

- An option of the schema: its name, the text of the value (`UNSET` for an `unset` line) and the stored value, or None
  where it means the default, which is not stored.
- An option that is kept word for word: `kept.name_of(option)`, the same text, and the kept statement.
- A nested section with nothing in it: its name, no text, and None.
- The key of the entry: `KEY`, the text behind `edit`, and the key.
"""

UNSET = ""
UNPRINTED = "\0"
"""The text of what the header of the file says, and no line."""
KEY = ""


@dataclass(frozen=True, slots=True)
class Spelling:
    """What an entry remembers of the file it came from.

    `order` has the names of all members in the order of the file, () where that is the printing order: options and
    nested sections as the schema has them, then what is kept word for word as it came. A member that stood there twice
    is where it stood first. `texts` are those that the printer would write otherwise, the last one of each name, in the
    order in which those names first came; names that it does not write at all are among them.
    """

    order: tuple[str, ...] = ()
    texts: tuple[Text, ...] = ()


def text_of(option: Option, stored: Stored, text: str) -> Text | None:
    """What is remembered of a `set` line that was read as `stored`; None if it is what would be printed.

    A secret that stands there unsealed is not remembered.
    """
    if isinstance(option.type, Password) and not text.startswith("ENC "):
        return None
    if stored in ((), option.default):
        return option.name, text, None
    return None if text == printed_text(option, stored) else (option.name, text, stored)


def kept_text(name: str, statement: object, words: Sequence[str], text: str) -> Text | None:
    """The same of a `set` line that is kept as a statement with these words."""
    return None if text == " ".join(map(print_word, words)) else (name, text, statement)


def unset_text(option: Option) -> Text:
    """What is remembered of an `unset` line of an option of the schema, which is never printed otherwise."""
    return option.name, UNSET, None


def key_text(section: Section, key: str, text: str) -> Text | None:
    """The same of an `edit` line."""
    return None if text == print_word(printed_key(section, key)) else (KEY, text, key)


def printed_key(table: Section, key: str) -> str:
    """The key of an entry as it is printed: a number or an address without quotes, anything else with them.

    A kept one is printed as it came.
    """
    if isinstance(table, Table) and table.is_kept:
        return key
    return Bare(key) if isinstance(table, Table) and isinstance(table.key.type, Integer | Ipv6Prefix) else key


def printed_text(option: Option, stored: Stored) -> str:
    """What the printer writes behind the name of an option; `UNSET` where it writes an `unset` line."""
    if stored or isinstance(option.type, String | Name | Hostname | Fqdn):
        return " ".join(map(print_word, printed(option.type, stored)))
    return UNSET


def made(section: Section, names: tuple[str, ...], texts: Iterable[Text | None] = ()) -> Spelling | None:
    """The spelling of an entry whose lines have these names, each once, in this order; None if nothing is special.

    Equal spellings of one section are one object as long as they come close together.
    """
    order = order_of(section, names)
    remembered = tuple(text for text in texts if text is not None)
    return _shared(order, remembered) if order or remembered else None


def order_of(section: Section, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, or () if they stand in the printing order."""
    ranks = [rank(section, name) for name in names]
    return names if any(one > other for one, other in pairwise(ranks)) else ()


def printing_order(section: Section, entry: Entry) -> tuple[str, ...]:
    """The names of what stands in an entry, in the order in which it would be printed."""
    if not (entry.values or entry.objects or entry.tables or entry.kept):
        return ()
    found = (entry.values, entry.objects, {name: rows for name, rows in entry.tables.items() if rows})
    described = (it.name for it in section.options if any(it.name in members for members in found))
    return (*described, *entry.kept)


def arranged(section: Section, entry: Entry, spelling: Spelling) -> tuple[Sequence[str], Mapping[str, str]]:
    """The names of what is to be printed of an entry, as the file had them, and those texts that still hold.

    What has come since stands behind what it would be printed behind.
    """
    texts = {
        name: text for name, text, meaning in spelling.texts if name != KEY and _holds(section, entry, name, meaning)
    }
    there = {name: None for name in printing_order(section, entry) if texts.get(name) != UNPRINTED}
    stated = [name for name, text in texts.items() if name not in there and text != UNPRINTED]
    names = sorted((*there, *stated), key=lambda name: rank(section, name)) if stated else list(there)
    return (_in_order_of(spelling.order, names) if spelling.order else names), texts


def written_key(spelling: Spelling | None, key: str) -> str | None:
    """The text of the `edit` line in the file, if it still holds and is not what would be printed."""
    texts = spelling.texts if spelling else ()
    return next((text for name, text, meaning in texts if name == KEY and meaning == key), None)


def _holds(section: Section, entry: Entry, name: str, meaning: object) -> bool:
    if section.option(name):
        return entry.values.get(name) == meaning
    if section.section(name):
        return not (name in entry.objects or entry.tables.get(name))
    return entry.kept.get(name) == meaning


def _in_order_of(order: tuple[str, ...], names: Sequence[str]) -> Sequence[str]:
    left, placed = set(names), []
    for name in order:
        if name in left:
            left.discard(name)
            placed.append(name)
    for before, name in pairwise(("", *names)):
        if name in left:
            placed.insert(placed.index(before) + 1 if before else 0, name)
    return placed


def rank(section: Section, name: str) -> int:
    """Where a member is printed among the others; those that are kept word for word come last, as they came."""
    return _ranks(section).get(name, len(section.options))


_RANKS: dict[int, tuple[Section, Mapping[str, int]]] = {}


def _ranks(section: Section) -> Mapping[str, int]:
    # A section is told by its identity, and kept with it so that no other one gets that.
    found = _RANKS.get(id(section))
    if found is None or found[0] is not section:
        found = section, {member.name: number for number, member in enumerate(section.options)}
        _RANKS[id(section)] = found
    return found[1]


@lru_cache(maxsize=4096)
def _shared(order: tuple[str, ...], texts: tuple[Text, ...]) -> Spelling:
    return Spelling(order, texts)

"""Notes how the lines of a file are written while they are carried out one by one, for `spelling` to remember."""

import re

from fauxgate.language.statements import Append, Config, Edit, Set, Statement, Unset
from fauxgate.language.words import Bare
from fauxgate.model import kept as keeping
from fauxgate.model.draft import Draft
from fauxgate.model.entry import Entry
from fauxgate.model.open_table import OpenTable
from fauxgate.model.places import Place
from fauxgate.model.spelling import (
    KEY,
    UNPRINTED,
    Spelling,
    Text,
    kept_text,
    key_text,
    made,
    printing_order,
    text_of,
    unset_text,
)
from fauxgate.model.values import canonical
from fauxgate.schema.types import Section

_SET = re.compile(r"\s*+set\s++(\S++)\s++(.*?)\s*+", re.DOTALL)
_EDIT = re.compile(r"\s*+edit\s++(.*?)\s*+", re.DOTALL)


class Spelled:
    """What has been noted of the lines of one entry."""

    def __init__(self) -> None:
        self._names: dict[str, None] = {}
        self._texts: dict[str, Text | None] = {}

    def note(self, name: str, text: Text | None = None) -> None:
        """A member stands in the file, written as it would be printed or as `text`. The last line of a name counts."""
        if name != KEY:
            self._names[name] = None
        self._texts[name] = text

    def remembered(self, section: Section, before: Entry, entry: Entry) -> Entry:
        """The entry that these lines have made of the one before, with its spelling."""
        was = before.spelling or Spelling()
        hidden = {name for name, text, _ in was.texts if text == UNPRINTED}
        names = {it: None for it in was.order or printing_order(section, before) if it not in hidden}
        texts: dict[str, Text | None] = {text[0]: text for text in was.texts}
        texts.update(self._texts)
        for name in self._names:
            if section.section(name) is not None and not _is_there(entry, name):
                texts[name] = name, "", None
        spelling = made(section, tuple({**names, **self._names}), texts.values())
        return Entry(entry.values, entry.objects, entry.tables, entry.kept, entry.blocks, spelling)


def note(before: Place | None, now: Place | None, statement: Statement, line: str) -> None:
    """Notes a line of a file that has led from one place to another."""
    match statement:
        case Set() | Unset() | Append() if isinstance(now, Draft):
            _note_option(now, statement, line)
        case Config() if isinstance(before, Draft) and isinstance(now, Draft | OpenTable):
            spelled(before).note(now.key if isinstance(now, Draft) else now.table.name)
        case Edit() if isinstance(now, Draft) and not now.is_unnumbered:
            if (match := _EDIT.fullmatch(line)) and (text := key_text(now.section, now.key, match[1])):
                spelled(now).note(KEY, text)


def _note_option(draft: Draft, statement: Set | Unset | Append, line: str) -> None:
    section, noted = draft.section, spelled(draft)
    option, match = section.option(statement.option), _SET.fullmatch(line)
    if match and match[1] != statement.option:
        # Where a name ends that has quotes or escapes, blanks do not tell.
        match = None
    name = option.name if option else keeping.name_of(statement.option)
    if isinstance(statement, Unset) and option:
        noted.note(name, unset_text(option))
    elif isinstance(statement, Set) and match and option:
        stored = draft.changes[name]
        meant = option.default if stored is None else canonical(option.type, stored)
        noted.note(name, text_of(option, meant, match[2]))
    elif isinstance(statement, Set) and match:
        noted.note(name, kept_text(name, Set(Bare(statement.option), statement.values), statement.values, match[2]))
    else:
        noted.note(name)


def spelled(draft: Draft) -> Spelled:
    """What has been noted of a draft, to be added to."""
    if draft.spelled is None:
        draft.spelled = Spelled()
    return draft.spelled


def _is_there(entry: Entry, name: str) -> bool:
    return name in entry.objects or name in entry.tables

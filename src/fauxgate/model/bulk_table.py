"""A table that is filled with entries of which all is known at once."""

from collections.abc import Iterable, Mapping, Sequence

from fauxgate.language.printer import print_word
from fauxgate.language.words import Bare
from fauxgate.model.configuration import Configuration
from fauxgate.model.draft import UNNUMBERED
from fauxgate.model.entry import Entry, Rows
from fauxgate.model.journal import Deferred
from fauxgate.model.kept import name_of
from fauxgate.model.meanings import MOST, Line, Meanings, Shapes, made, oddly_made
from fauxgate.model.object_checks import check_object, is_checked
from fauxgate.model.open_table import OpenTable
from fauxgate.model.saving import check_room
from fauxgate.model.spelling import KEY, Text, key_text, printed_key
from fauxgate.model.validation import check_name, check_required
from fauxgate.model.values import Secrets
from fauxgate.schema.types import Integer, Section, Table

NOBODY = Entry()


class Known:
    """What is known of a section once some of its lines have been read."""

    def __init__(self, section: Section, secrets: Secrets) -> None:
        self._section = section
        self.meanings = Meanings(section, secrets)
        self.shapes = Shapes(section)

    def entry(self, lines: Sequence[Line], key: Text | None) -> tuple[Entry, bool]:
        """The entry that these lines make, and whether it may lack an option that must be set.

        Something may be to be remembered of the key.
        """
        meanings = self.meanings
        if len(meanings) > MOST:
            meanings.forget()
        values = dict(map(meanings.__getitem__, lines))
        shape = self.shapes[tuple(values)]
        odd = meanings.odd
        if key is None and (not odd or odd.keys().isdisjoint(lines)):
            return made(values, shape), shape.may_lack
        return oddly_made(self._section, values, self._texts(lines, key, values)), True

    def _texts(self, lines: Sequence[Line], key: Text | None, values: Mapping[str, object]) -> Iterable[Text | None]:
        """What is to be remembered: of each name the last line counts, at the place of the first."""
        texts = {KEY: key}
        for line in lines:
            name = line[0]
            texts[name if name in values else name_of(name)] = self.meanings.odd.get(line)
        return texts.values()


class BulkTable:
    """A table that is open; it saves whole entries as `Saving` saves drafts."""

    def __init__(self, configuration: Configuration, place: OpenTable, known: Known, saving: Deferred) -> None:
        table, path = place.table, place.path
        self._known = known
        self._configuration = configuration
        self._place = place
        self._saving = saving
        self._rows = place.rows
        self._others = _others(configuration, table)
        self._has_checks = is_checked(path) or (not place.is_nested and path in saving.checks)
        # Such a key is given when the entry is saved.
        self._special_key = UNNUMBERED if isinstance(table.key.type, Integer) else None
        self._key_type = Bare if isinstance(printed_key(table, ""), Bare) else str

    def add(self, word: str, lines: Sequence[Line]) -> bool:
        """Make a new entry of the lines between its `edit` and its `next`; False if it must be done in another way.

        Raises what `edit`, `set` and `next` raise.
        """
        row = self._place.key(word)
        if row in self._rows or row == self._special_key:
            return False
        if self._others and any(row in rows for rows in self._others):
            check_name(self._configuration, self._place.table, row)
        is_as_printed = word.__class__ is self._key_type and word == row
        entry, may_lack = self._known.entry(lines, None if is_as_printed else self._key_text(word, row))
        self._save(row, entry, may_lack=may_lack)
        return True

    def _key_text(self, word: str, row: str) -> Text | None:
        """What is to be remembered of the key of an entry, which stood there as a word without quotes or with them."""
        return key_text(self._place.table, row, str(word) if isinstance(word, Bare) else print_word(word))

    def _save(self, row: str, entry: Entry, *, may_lack: bool) -> None:
        place = self._place
        table = place.table
        if may_lack:
            check_required(table, entry)
        if self._has_checks:
            check_object(self._configuration, place.path, table, row, NOBODY, entry)
            if not place.is_nested:
                entry = self._saving.corrected(table, row, entry)
        if table.limit is not None:
            check_room(table, self._rows)
        self._rows[row] = entry
        if not place.is_nested:
            self._saving.changes.append((self._configuration, table, row, None, entry))


def _others(configuration: Configuration, table: Table) -> tuple[Rows, ...]:
    """The tables whose keys those of the table must not have."""
    found = (configuration.storage.catalogue.find(path) for path in table.unlike)
    return tuple(configuration.table(it.path) for it in found if isinstance(it, Table))

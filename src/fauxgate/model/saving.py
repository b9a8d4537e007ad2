"""How a change becomes part of the configuration: what is checked before, and who is told after."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fauxgate.model.configuration import Configuration, changed, new_uuid
from fauxgate.model.draft import Draft
from fauxgate.model.entry import Entry
from fauxgate.model.errors import EntryUsed, StaticEntry, TableFull
from fauxgate.model.object_checks import check_object
from fauxgate.model.open_table import OpenTable
from fauxgate.model.storage import ROOT, Commit
from fauxgate.model.validation import Check, check_changes, check_required
from fauxgate.schema.catalogue import DOMAINS
from fauxgate.schema.types import Path, Section, Table


def ignore(_commit: Commit) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class Saving:
    """Saves what sessions have drafted; `watch` is told of every change, `checks` are asked before."""

    checks: Mapping[Path, Check]
    watch: Callable[[Commit], None]
    random: Callable[[int], bytes] | None

    def begin(self, draft: Draft) -> None:
        """Gives a new entry what it has from the start: its UUID (fortios-cli.md 7.2)."""
        draft.changes.update(new_uuid(draft.section, self.random))

    def save(self, configuration: Configuration, draft: Draft, *, is_restoring: bool = False) -> None:
        """Saves an entry or object. Raises what a check raises, and `TableFull`.

        While a backup is restored, the names of other entries are not checked.
        """
        if draft.is_untouched:
            return
        entry = self._checked(configuration, draft, is_restoring=is_restoring)
        key = _free_number(draft.home) if draft.is_unnumbered else draft.key
        before = draft.home.get(key)
        if before is None:
            check_room(draft.section, draft.home)
        if draft.is_nested:
            draft.home[key] = entry
        else:
            own_key = key if isinstance(draft.section, Table) else ""
            self.put(configuration, draft.section, own_key, before, entry)

    def put(self, configuration: Configuration, section: Section, key: str, before: Entry | None, entry: Entry) -> None:
        """Saves what has been checked, and tells of it."""
        configuration.put(section, key, entry)
        self._tell(configuration, section.path, key, before, entry)

    def delete(self, configuration: Configuration, place: OpenTable, row: str) -> None:
        """Removes an entry. Raises `StaticEntry` or `EntryUsed`."""
        if place.is_static(row) or (place.path == DOMAINS and row == ROOT):
            raise StaticEntry(row)
        if place.is_nested:
            del place.rows[row]
            return
        users = [it for it in configuration.users(place.path, row) if (it.path, it.key) != (place.path, row)]
        if users:
            raise EntryUsed(row, len(users))
        before = place.rows[row]
        configuration.put(place.table, row, None)
        if place.path == DOMAINS:
            configuration.storage.domains.pop(row, None)
        self._tell(configuration, place.path, row, before, None)

    def purge(self, configuration: Configuration, place: OpenTable) -> None:
        """Removes the entries that can be removed. Inferred: those in use stay, and the first of them is told."""
        refused: EntryUsed | None = None
        for row in list(place.rows):
            try:
                self.delete(configuration, place, row)
            except StaticEntry:
                continue
            except EntryUsed as error:
                refused = refused or error
        if refused is not None:
            raise refused

    def rename(self, configuration: Configuration, place: OpenTable, row: str, other: str) -> None:
        """Gives an entry another key; those who name it follow."""
        if place.is_nested:
            place.rows.rename(row, other)
            return
        for commit in configuration.rename(place.path, row, other):
            self.watch(commit)

    def clone(self, configuration: Configuration, place: OpenTable, row: str, other: str) -> None:
        """Makes a new entry like another one, with a UUID of its own. Raises `TableFull`."""
        draft = Draft(place.table, other, place.rows, place.rows[row], place.path, place.is_nested)
        self.begin(draft)
        check_room(place.table, place.rows)
        entry = draft.merged()
        if place.is_nested:
            place.rows[other] = entry
        else:
            configuration.put(place.table, other, entry)
            self._tell(configuration, place.path, other, None, entry)

    def tell_moved(self, configuration: Configuration, place: OpenTable, row: str) -> None:
        """Tells that an entry has another place in its table."""
        if not place.is_nested:
            configuration.storage.changes += 1
            self._tell(configuration, place.path, row, place.rows[row], place.rows[row])

    def _checked(self, configuration: Configuration, draft: Draft, *, is_restoring: bool) -> Entry:
        entry = draft.merged()
        check_required(draft.section, entry)
        if not is_restoring:
            check_changes(configuration, draft.section, draft.changes)
        check_object(configuration, draft.path, draft.section, draft.key, draft.saved(), entry)
        key = draft.key if isinstance(draft.section, Table) else ""
        return entry if draft.is_nested else self.corrected(draft.section, key, entry)

    def corrected(self, section: Section, key: str, entry: Entry) -> Entry:
        """The entry as the check of its section wants it, which may raise UserError."""
        check = self.checks.get(section.path)
        corrections = check.check(key, entry.values) if check else None
        return changed(section, entry, corrections) if corrections else entry

    def _tell(
        self, configuration: Configuration, path: Path, key: str, before: Entry | None, after: Entry | None
    ) -> None:
        self.watch(Commit(path, key, before, after, domain=configuration.domain))


def check_room(section: Section, home: Mapping[str, Entry]) -> None:
    """Raises `TableFull` if no other entry fits."""
    if isinstance(section, Table) and section.limit is not None and len(home) >= section.limit:
        raise TableFull


def _free_number(home: Mapping[str, Entry]) -> str:
    # One more than there are entries, or the next higher number that is free (fortios-cli.md 1.4).
    number = len(home) + 1
    while str(number) in home:
        number += 1
    return str(number)

"""The place of one session in the configuration, and what each command does there (fortios-cli.md 1.4, 1.5 and 2.2)."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from fauxgate.language.context import Context
from fauxgate.model import lookup
from fauxgate.model.configuration import Commit, Configuration, changed
from fauxgate.model.draft import UNNUMBERED, Draft
from fauxgate.model.entry import Entry
from fauxgate.model.errors import StaticEntry, UnknownWord, WrongPlace
from fauxgate.model.open_table import OpenTable
from fauxgate.model.validation import Check, check_required
from fauxgate.model.values import Secrets, read, read_key
from fauxgate.schema.types import Integer, Path, Section, Stored, Table


def ignore(_commit: Commit) -> None:
    """Tells nobody."""


class Editor:
    """One session in a configuration.

    It stands at the top, in a table, in an entry of it or in an object, and those can be nested. Every command either
    does what it says, or raises a UserError and leaves the session where the appliance would leave it.
    `WrongPlace` is raised for a verb that the place does not have.
    """

    def __init__(
        self,
        configuration: Configuration,
        secrets: Secrets,
        checks: Mapping[Path, Check] | None = None,
        watch: Callable[[Commit], None] = ignore,
    ) -> None:
        """`checks` are asked before an entry is saved, `watch` is told of each change that was."""
        self.configuration = configuration
        self._secrets = secrets
        self._checks = checks or {}
        self._watch = watch
        self._places: list[OpenTable | Draft] = []

    # Where the session is.

    @property
    def place(self) -> OpenTable | Draft | None:
        """The table, or the draft of the entry or object, that it stands in; None at the top."""
        return self._places[-1] if self._places else None

    @property
    def context(self) -> Context:
        """What kind of place this is."""
        place = self.place
        if place is None:
            return Context.ROOT
        if isinstance(place, OpenTable):
            return Context.TABLE
        return Context.ENTRY if place.is_entry else Context.OBJECT

    @property
    def prompt(self) -> str | None:
        """What the prompt shows in parentheses: the last word of the path, or the key; None at the top."""
        place = self.place
        if isinstance(place, OpenTable):
            return place.table.name
        if place is None:
            return None
        return place.key if place.is_entry else place.section.name

    @property
    def section(self) -> Section | None:
        """The table or object, also from inside an entry; None at the top."""
        place = self.place
        if isinstance(place, OpenTable):
            return place.table
        return place.section if place else None

    @property
    def entry(self) -> Entry | None:
        """The entry or object with its unsaved changes; None where no option can be set."""
        place = self.place
        return place.merged() if isinstance(place, Draft) else None

    @property
    def keys(self) -> Iterable[str]:
        """The keys of the entries of the table that the session stands in; none elsewhere."""
        place = self.place
        return place.rows.keys() if isinstance(place, OpenTable) else ()

    def value(self, option: str) -> Stored:
        """What an option means in this entry or object, unsaved changes included."""
        draft = self._draft("get")
        if draft.section.option(option) is None:
            raise UnknownWord(option)
        return draft.value(option)

    # Moving.

    def config(self, path: Sequence[str]) -> None:
        """Enters a table or an object. Raises `UnknownWord` or `MissingWord` for a path that names none."""
        place = self.place
        if isinstance(place, OpenTable):
            raise WrongPlace("config")
        if place is None:
            self._enter(lookup.find_section(self.configuration.catalogue, path))
        else:
            self._enter_nested(place, lookup.find_nested(place.section, path))

    def edit(self, key: str) -> bool:
        """Enters an entry and says whether it is a new one. Raises the errors of the key's type.

        `edit 0` in a table with integer keys makes an entry whose number is given when it is saved.
        """
        place = self._table("edit")
        unnumbered = key == UNNUMBERED and isinstance(place.table.key.type, Integer)
        row = UNNUMBERED if unnumbered else read_key(place.table.key, key)
        before = None if unnumbered else place.rows.get(row)
        self._places.append(Draft(place.table, row, place.rows, before, place.path))
        return before is None

    def next(self) -> None:
        """Saves the entry and goes back to the table; an entry that may not be saved is thrown away first."""
        draft = self._draft("next")
        if not draft.is_entry:
            raise WrongPlace("next")
        self._places.pop()
        self._save(draft)

    def end(self) -> None:
        """Saves, and leaves what the last `config` entered; what may not be saved is thrown away first."""
        draft = self._leave("end")
        if draft is not None:
            self._save(draft)

    def abort(self) -> None:
        """Leaves what the last `config` entered, without saving what `next` has not saved yet."""
        self._leave("abort")

    def reset(self) -> None:
        """Back to the top from any depth; unsaved changes are lost. What Ctrl-C does."""
        self._places.clear()

    # Changing options.

    def set(self, option: str, values: Sequence[str]) -> None:
        """Gives an option its value. Raises `UnknownWord` or what `values.read` raises."""
        draft = self._draft("set")
        draft.changes[option] = read(draft.option(option), values, self._secrets)

    def unset(self, option: str) -> None:
        """Gives an option its default."""
        draft = self._draft("unset")
        draft.changes[draft.option(option).name] = None

    def append(self, option: str, values: Sequence[str]) -> None:
        """Adds to a list."""
        draft = self._draft("append")
        found = draft.list_option(option)
        together = (*draft.value(found.name), *read(found, values, self._secrets))
        draft.changes[found.name] = read(found, together, self._secrets) if together else None

    def select(self, option: str, values: Sequence[str]) -> None:
        """Keeps only these in a list, which is what `set` does (fortios-cli.md 2.2)."""
        draft = self._draft("select")
        found = draft.list_option(option)
        draft.changes[found.name] = read(found, values, self._secrets)

    def unselect(self, option: str, values: Sequence[str]) -> None:
        """Takes from a list. Inferred: what is not in it is passed over, and an emptied list has its default."""
        draft = self._draft("unselect")
        found = draft.list_option(option)
        gone = read(found, values, self._secrets)
        draft.changes[found.name] = tuple(item for item in draft.value(found.name) if item not in gone)

    def clear(self, option: str) -> None:
        """Empties a list, which is what `unset` does (fortios-cli.md 2.2)."""
        draft = self._draft("clear")
        draft.changes[draft.list_option(option).name] = None

    # Changing the rows of a table.

    def delete(self, key: str) -> None:
        """Removes an entry. Raises `EntryNotFound` or `StaticEntry`."""
        place = self._table("delete")
        row = place.existing(key)
        if place.is_static(row):
            raise StaticEntry(row)
        self._tell(place, row, place.rows.pop(row), None)

    def purge(self) -> None:
        """Removes all entries but the built-in ones."""
        place = self._table("purge")
        for key in [key for key in place.rows if not place.is_static(key)]:
            self._tell(place, key, place.rows.pop(key), None)

    def rename(self, old: str, new: str) -> None:
        """Gives an entry another key. Raises `EntryNotFound`, `EntryExists` or the errors of the key's type."""
        place = self._table("rename")
        row, other = place.existing(old), place.free(new)
        place.rows.rename(row, other)
        self._tell(place, other, place.rows[other], place.rows[other], renamed_from=row)

    def clone(self, old: str, new: str) -> None:
        """Makes a new entry like another one; raises as `rename` does."""
        place = self._table("clone")
        row, other = place.existing(old), place.free(new)
        place.rows[other] = place.rows[row]
        self._tell(place, other, None, place.rows[other])

    def move(self, key: str, place: str, other: str) -> None:
        """Puts an entry `before` or `after` another one. Raises `EntryNotFound`.

        Inferred: a table without an order does not know the verb.
        """
        table = self._table("move")
        if not table.table.ordered:
            raise WrongPlace("move")
        row, neighbour = table.existing(key), table.existing(other)
        if row != neighbour:
            table.rows.move(row, place, neighbour)
            self._tell(table, row, table.rows[row], table.rows[row])

    # The steps they are made of.

    def _table(self, verb: str) -> OpenTable:
        place = self.place
        if not isinstance(place, OpenTable):
            raise WrongPlace(verb)
        return place

    def _draft(self, verb: str) -> Draft:
        place = self.place
        if not isinstance(place, Draft):
            raise WrongPlace(verb)
        return place

    def _enter(self, section: Section) -> None:
        configuration, path = self.configuration, section.path
        if isinstance(section, Table):
            self._places.append(OpenTable(section, configuration.table(path), path))
        else:
            home, key = configuration.objects(section), " ".join(path)
            self._places.append(Draft(section, key, home, home.get(key), path))

    def _enter_nested(self, draft: Draft, section: Section) -> None:
        if isinstance(section, Table):
            self._places.append(OpenTable(section, draft.rows(section.name), None))
        else:
            self._places.append(draft.nested(section))

    def _leave(self, verb: str) -> Draft | None:
        if not self._places:
            raise WrongPlace(verb)
        place = self._places.pop()
        if isinstance(place, OpenTable):
            return None
        if place.is_entry:
            self._places.pop()
        return place

    def _save(self, draft: Draft) -> None:
        if draft.is_untouched:
            return
        entry = self._checked(draft)
        key = _free_number(draft.home) if draft.is_unnumbered else draft.key
        before = draft.home.get(key)
        draft.home[key] = entry
        if draft.path is not None:
            self._watch(Commit(draft.path, key if draft.is_entry else "", before, entry))

    def _checked(self, draft: Draft) -> Entry:
        entry = draft.merged()
        check_required(draft.section, entry)
        check = self._checks.get(draft.path) if draft.path else None
        corrections = check.check(draft.key if draft.is_entry else "", entry.values) if check else None
        return changed(draft.section, entry, corrections) if corrections else entry

    def _tell(
        self, place: OpenTable, key: str, before: Entry | None, after: Entry | None, *, renamed_from: str | None = None
    ) -> None:
        if place.path is not None:
            self._watch(Commit(place.path, key, before, after, renamed_from))


def _free_number(home: Mapping[str, Entry]) -> str:
    # One more than there are entries, or the next higher number that is free (fortios-cli.md 1.4).
    number = len(home) + 1
    while str(number) in home:
        number += 1
    return str(number)

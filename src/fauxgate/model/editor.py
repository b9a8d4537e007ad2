"""The place of one session in the configuration, and what each command does there (fortios-cli.md 1.4, 1.5 and 2.2)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from fauxgate.language.context import Context
from fauxgate.model.configuration import Configuration, scope_of
from fauxgate.model.draft import UNNUMBERED, Draft
from fauxgate.model.entry import Entry
from fauxgate.model.errors import UnknownWord, UnsetRefused, WrongPlace
from fauxgate.model.inside import SHARED, Inside
from fauxgate.model.open_table import OpenTable, as_printed_like
from fauxgate.model.places import Place, context_of, drafted, opened_at, opened_in, prompt_of, rows_of
from fauxgate.model.saving import Saving, ignore
from fauxgate.model.standing import Mark, Standing, copied
from fauxgate.model.storage import SYSTEM_GLOBAL, Commit
from fauxgate.model.validation import Check, check_name, check_references
from fauxgate.model.values import Secrets, read
from fauxgate.schema.catalogue import DOMAINS, WHOLE_UNIT, Catalogue
from fauxgate.schema.types import Integer, Option, Path, Section, Stored

if TYPE_CHECKING:
    from fauxgate.model.layout import Recorder

WITH_DOMAINS = frozenset({"sudo"})
"""The verbs that exist where there are virtual domains (fortios-cli.md 2.1)."""


class Editor:
    """One session in a configuration.

    It stands at the top, in a virtual domain, in a table, in an entry of it or in an object, and those can be nested.
    Every command either does what it says, or raises a UserError and leaves the session where the appliance would
    leave it. `WrongPlace` is raised for a verb that the place does not have.
    """

    def __init__(
        self,
        configuration: Configuration,
        secrets: Secrets,
        checks: Mapping[Path, Check] | None = None,
        watch: Callable[[Commit], None] = ignore,
        random: Callable[[int], bytes] | None = None,
    ) -> None:
        """`checks` are asked before an entry is saved, `watch` is told of each change that was.

        New entries get their UUID from `random`; without it they have none.
        """
        self._whole = configuration
        self.secrets = secrets
        self.saving = Saving(checks or {}, watch, random)
        self._places: list[Place] = []
        self.is_restoring = False
        """Whether names of entries that do not exist yet are taken: a backup may define them further down."""
        self.recorder: Recorder | None = None
        """Notes how what is restored stands in its file."""
        self.last: Path | None = None

    # Where the session is.

    @property
    def place(self) -> Place | None:
        """The domain, the table, or the draft of the entry or object, that it stands in; None at the top."""
        return self._places[-1] if self._places else None

    @property
    def configuration(self) -> Configuration:
        """The configuration as it is seen from here: that of the virtual domain, if one is in one."""
        inside = self._inside
        return inside.configuration if inside else self._whole

    @property
    def catalogue(self) -> Catalogue:
        """The sections that paths can name from here."""
        inside = self._inside
        scope = scope_of(self._whole, inside.configuration.domain if inside else None)
        return self._whole.catalogue.scoped(scope)

    @property
    def context(self) -> Context:
        """What kind of place this is."""
        return context_of(self.place)

    @property
    def prompt(self) -> str | None:
        """What the prompt shows in parentheses: the last word of the path, or the key; None at the top."""
        return prompt_of(self.place)

    @property
    def section(self) -> Section | None:
        """The table or object, also from inside an entry; None at the top."""
        place = self.place
        if isinstance(place, OpenTable):
            return place.table
        return place.section if isinstance(place, Draft) else None

    @property
    def entry(self) -> Entry | None:
        """The entry or object with its unsaved changes; None where no option can be set."""
        place = self.place
        return place.merged() if isinstance(place, Draft) else None

    @property
    def keys(self) -> Iterable[str]:
        """The keys of the entries of the table that the session stands in; none elsewhere."""
        place = rows_of(self.place)
        return place.rows.keys() if place else ()

    @property
    def lacking(self) -> frozenset[str]:
        """The verbs that this kind of place has, but not this place."""
        place = self.place
        if isinstance(place, OpenTable | Draft):
            return place.lacking
        return frozenset() if self._whole.has_domains else WITH_DOMAINS

    @property
    def is_asked_to_log_out(self) -> bool:
        """Whether saving this place would turn virtual domains on or off, which ends the session (1.6)."""
        place = self.place
        if self.is_restoring or not isinstance(place, Draft) or place.is_nested or place.path != SYSTEM_GLOBAL:
            return False
        mode = "vdom-mode"
        return mode in place.changes and place.value(mode) != self._whole.value(SYSTEM_GLOBAL, "", mode)

    @property
    def standing(self) -> Standing:
        """Where the session is, with what is not saved."""
        return Standing(tuple(copied(self._places, self._whole)), self.last)

    def stand(self, standing: Standing) -> None:
        """Go where a session of the same unit was, with what it had not saved."""
        self._places = list(copied(standing.places, self._whole))
        self.last = standing.last

    def mark(self) -> Mark:
        """Where the session is, to be gone back to as long as what it was in is left alone."""
        recorded = self.recorder.mark if self.recorder else (0, 0)
        return Mark(len(self._places), (self._inside or self).last, recorded)

    def back_to(self, mark: Mark) -> None:
        """Leave what was entered since, without saving anything."""
        del self._places[mark.depth :]
        self._record(lambda recorder: recorder.back_to(mark.recorded))
        (self._inside or self).last = mark.last

    def value(self, option: str) -> Stored:
        """What an option means in this entry or object, unsaved changes included."""
        draft = self._draft("get")
        if draft.section.option(option) is None:
            raise UnknownWord(option)
        return draft.value(option)

    def visiting(self, domain: str) -> "Editor":
        """Another session at the top of a virtual domain, or with an empty name of what all of them share."""
        made = Editor(self._whole, self.secrets)
        made.saving = self.saving
        made._places = [Inside(self._whole.seen_from(domain))]
        return made

    # Moving.

    def config(self, path: Sequence[str]) -> None:
        """Enters a table or an object. Raises `UnknownWord` or `MissingWord` for a path that names none."""
        place = self.place
        if isinstance(place, OpenTable):
            raise WrongPlace("config")
        if isinstance(place, Draft):
            self._places.append(opened_in(place, path))
            return
        found = opened_at(self.configuration, self.catalogue, path)
        if found.path == WHOLE_UNIT:
            found_inside = Inside(self._whole.seen_from(SHARED))
            self._places.append(found_inside)
        else:
            self._remember(found)
            self._places.append(found)
        self._record(lambda recorder: recorder.entered(found))

    def edit(self, key: str) -> bool:
        """Enters an entry and says whether it is a new one. Raises the errors of the key's type.

        `edit 0` in a table with integer keys makes an entry whose number is given when it is saved. A virtual domain
        is saved at once.
        """
        place = self._rows("edit")
        unnumbered = key == UNNUMBERED and isinstance(place.table.key.type, Integer)
        row = UNNUMBERED if unnumbered else place.key(key)
        is_new = unnumbered or row not in place.rows
        if is_new:
            check_name(self.configuration, place.table, row)
        draft = drafted(place, row)
        if unnumbered:
            draft.before = None
        if is_new and not self.is_restoring:
            self.saving.begin(draft)
        if place.path == DOMAINS:
            self._enter_domain(draft)
        else:
            self._places.append(draft)
        return is_new

    def is_new(self, key: str) -> bool:
        """Whether `edit` would make an entry. Raises the errors of the key's type."""
        place = self._rows("edit")
        return place.key(key) not in place.rows

    def next(self) -> None:
        """Saves the entry and goes back to the table; an entry that may not be saved is thrown away first."""
        place = self.place
        if isinstance(place, Inside) and not place.is_shared:
            self._places.pop()
            self._record(lambda recorder: recorder.left(place, has_next=True))
            return
        draft = self._draft("next")
        if not draft.is_entry:
            raise WrongPlace("next")
        self._places.pop()
        self._save(draft)

    def end(self) -> None:
        """Saves, and leaves what the last `config` entered; what may not be saved is thrown away first."""
        for draft in self._leave("end"):
            self._save(draft)

    def abort(self) -> None:
        """Leaves what the last `config` entered, without saving what `next` has not saved yet."""
        if isinstance(self.place, Inside):
            raise WrongPlace("abort")
        self._leave("abort")

    def reset(self) -> None:
        """Back to the top from any depth; unsaved changes are lost. What Ctrl-C does."""
        self._places.clear()

    # Changing options.

    def set(self, option: str, values: Sequence[str]) -> None:
        """Gives an option its value. Raises `UnknownWord` or what `values.read` and `check_references` raise."""
        draft = self._draft("set")
        if draft.keeps(option):
            draft.keep("set", option, values)
            return
        found = draft.option(option)
        stored = read(found, values, self.secrets)
        self._check_names(found, stored)
        draft.changes[found.name] = stored

    def unset(self, option: str) -> None:
        """Gives an option its default. Raises `UnsetRefused` for one that must be set.

        Inferred: which options those are, and that one without a value may be unset.
        """
        draft = self._draft("unset")
        if draft.keeps(option):
            draft.keep("unset", option)
            return
        found = draft.option(option)
        if found.required and not found.default and draft.value(found.name):
            raise UnsetRefused(found.name)
        draft.changes[found.name] = None

    def append(self, option: str, values: Sequence[str]) -> None:
        """Adds to a list."""
        self._change_list("append", option, values)

    def select(self, option: str, values: Sequence[str]) -> None:
        """Keeps only these in a list, which is what `set` does (fortios-cli.md 2.2)."""
        self._change_list("select", option, values)

    def unselect(self, option: str, values: Sequence[str]) -> None:
        """Takes from a list. Inferred: what is not in it is passed over, and an emptied list has its default."""
        self._change_list("unselect", option, values)

    def clear(self, option: str) -> None:
        """Empties a list, which is what `unset` does (fortios-cli.md 2.2)."""
        draft = self._draft("clear")
        if draft.keeps(option):
            draft.keep("clear", option)
        else:
            draft.changes[draft.list_option(option).name] = None

    # Changing the rows of a table.

    def delete(self, key: str) -> None:
        """Removes an entry. Raises `EntryNotFound`, `StaticEntry` or `EntryUsed`."""
        place = self._rows("delete")
        self.saving.delete(self.configuration, place, place.existing(key))

    def purge(self) -> None:
        """Removes all entries but the built-in ones, and raises `EntryUsed` for the first that is in use."""
        self.saving.purge(self.configuration, self._rows("purge"))

    def rename(self, old: str, new: str) -> None:
        """Gives an entry another key. Raises `EntryNotFound`, `EntryExists` or the errors of the key's type."""
        place = self._rows("rename")
        place.check_verb("rename")
        row, other = place.existing(old), place.free(new)
        if place.table.is_kept:
            other = as_printed_like(place.stored(row), other)
        check_name(self.configuration, place.table, other)
        self.saving.rename(self.configuration, place, row, other)

    def clone(self, old: str, new: str) -> None:
        """Makes a new entry like another one; raises as `rename` does, and `TableFull`."""
        place = self._rows("clone")
        place.check_verb("clone")
        row, other = place.existing(old), place.free(new)
        check_name(self.configuration, place.table, other)
        self.saving.clone(self.configuration, place, row, other)

    def move(self, key: str, place: str, other: str) -> None:
        """Puts an entry `before` or `after` another one. Raises `EntryNotFound`.

        Inferred: a table without an order does not know the verb.
        """
        table = self._rows("move")
        table.check_verb("move")
        row, neighbour = table.existing(key), table.existing(other)
        if row != neighbour:
            table.rows.move(row, place, neighbour)
            self.saving.tell_moved(self.configuration, table, row)

    # The steps they are made of.

    @property
    def _inside(self) -> Inside | None:
        # A domain is entered from the top or from the table of domains, so it is one of the first two places.
        return next((place for place in self._places[:2] if isinstance(place, Inside)), None)

    def _rows(self, verb: str) -> OpenTable:
        place = rows_of(self.place)
        if place is None:
            raise WrongPlace(verb)
        return place

    def _draft(self, verb: str) -> Draft:
        place = self.place
        if not isinstance(place, Draft):
            raise WrongPlace(verb)
        return place

    def _remember(self, found: OpenTable | Draft) -> None:
        """Notes what was entered last, which is where the place of a path that nobody has described is."""
        section = found.table if isinstance(found, OpenTable) else found.section
        where = self._inside or self
        if section.is_kept:
            self.configuration.note_kept(section, where.last)
        where.last = section.path

    def _record(self, note: "Callable[[Recorder], None]") -> None:
        if self.recorder is not None:
            note(self.recorder)

    def _enter_domain(self, draft: Draft) -> None:
        if draft.before is None:
            self._save(draft)
        self._places.append(Inside(self._whole.seen_from(draft.key)))
        self._record(lambda recorder: recorder.enter(draft.key))

    def _change_list(self, verb: str, option: str, values: Sequence[str]) -> None:
        draft = self._draft(verb)
        if draft.keeps(option):
            draft.keep(verb, option, values)
            return
        found = draft.list_option(option)
        given, before = read(found, values, self.secrets), tuple(draft.value(found.name))
        if verb == "unselect":
            draft.changes[found.name] = tuple(item for item in before if item not in given)
            return
        self._check_names(found, given)
        together = (*before, *given) if verb == "append" else given
        draft.changes[found.name] = read(found, together, self.secrets) if together else None

    def _leave(self, verb: str) -> list[Draft]:
        """Leaves what the last `config` entered, and gives the drafts that may be saved now, the inner one first."""
        if not self._places:
            raise WrongPlace(verb)
        place = self._places.pop()
        self._record(lambda recorder: recorder.left(place))
        if isinstance(place, Inside):
            if not place.is_shared:
                self._places.pop()
            return []
        if isinstance(place, OpenTable):
            return []
        if not place.is_entry:
            return [place]
        table = self._places.pop()
        return [place, table] if isinstance(table, Draft) else [place]

    def _check_names(self, option: Option, stored: Stored) -> None:
        if not self.is_restoring:
            check_references(self.configuration, option, stored)

    def _save(self, draft: Draft) -> None:
        self.saving.save(self.configuration, draft, is_restoring=self.is_restoring)

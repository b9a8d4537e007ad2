"""What one release has: sections by path, loaded and filtered when first asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from importlib import import_module
from typing import Protocol, TypeVar

from fauxgate.schema.releases import DESCRIBED_SINCE
from fauxgate.schema.types import Choice, Choices, FieldType, Object, Option, Path, Release, Section, String, Table


class Dated(Protocol):
    """Whatever some releases have and others do not."""

    @property
    def since(self) -> Release | None:
        """The first release that has it; None if all the known ones up to `until` do."""

    @property
    def until(self) -> Release | None:
        """The last release that has it; None if all the known ones from `since` on do."""


S = TypeVar("S", bound=Section)


def exists(part: Dated, release: Release) -> bool:
    """Whether that release has a section, an option or a value."""
    return (part.since is None or part.since <= release) and (part.until is None or release <= part.until)


def of_release(section: S, release: Release) -> S:
    """The section with only those options and values that the release has."""
    return replace(section, options=tuple(_members(section, release)))


def completed(section: S) -> S:
    """The section as if nothing were missing in it, nor in those inside it."""
    members = (completed(member) if isinstance(member, Section) else member for member in section.options)
    return replace(section, options=tuple(members), is_complete=True)


def opened(section: Section) -> Section:
    """The section as if something were missing in it, and in those inside it."""
    members = (opened(member) if isinstance(member, Section) else _opened(member) for member in section.options)
    return replace(section, options=tuple(members), is_complete=False)


def _opened(option: Option) -> Option:
    kind = option.type
    return replace(option, type=replace(kind, is_open=True)) if isinstance(kind, Choice | Choices) else option


def _members(section: Section, release: Release) -> Iterator[Option | Section]:
    for member in section.options:
        if not exists(member, release):
            continue
        if isinstance(member, Section):
            yield of_release(member, release)
        else:
            kind = _type(member.type, release)
            yield member if kind is member.type else replace(member, type=kind)


def _type(kind: FieldType, release: Release) -> FieldType:
    if not isinstance(kind, Choice | Choices) or all(exists(value, release) for value in kind.values):
        return kind
    return replace(kind, values=tuple(value for value in kind.values if exists(value, release)))


@dataclass(frozen=True, slots=True)
class PathWord:
    """A word that may follow in a path: its help, whether it ends a path there and whether it leads to longer ones."""

    word: str
    help: str
    complete: bool
    leads_on: bool


class Loadable(Protocol):
    """A section that is made when it is needed."""

    @property
    def path(self) -> Path:
        """Where it stands."""

    def load(self) -> Section:
        """The section."""


@dataclass(frozen=True, slots=True)
class Row:
    """Where a section stands: the `attribute` of a `module` of this package, which is imported when it is needed."""

    path: Path
    module: str
    attribute: str

    def load(self) -> Section:
        """The section."""
        loaded: Section = getattr(import_module(f"fauxgate.schema.{self.module}"), self.attribute)
        assert loaded.path == self.path, (loaded.path, self.path)
        return loaded


@dataclass(frozen=True, slots=True)
class KnownPath:
    """A path that the release has and nobody has described: its kind, and for a table the name of the key."""

    path: Path
    key: str = ""

    def section(self) -> Section:
        """A section without options, which keeps all that is written into it."""
        # What `?` shows of a word that has no sentence (fortios-cli.md 4.2).
        text = self.path[-1]
        if not self.key:
            return Object(path=self.path, help=text, options=(), is_complete=False, is_kept=True, quiet=True)
        key = Option(self.key, String(KEPT_KEY_LIMIT))
        return Table(
            path=self.path,
            help=text,
            key=key,
            options=(),
            is_complete=False,
            is_kept=True,
            quiet=True,
            ordered=True,
            by_path=self.path[:2] == REPLACEMENT_MESSAGES,
        )


REPLACEMENT_MESSAGES = ("system", "replacemsg")
"""The tables below this are written with the key behind the path (fortios-cli.md 5.1)."""


KEPT_KEY_LIMIT = 255
"""Inferred: a key of a table that nobody has described may be as long as most texts."""


class Kind(Enum):
    """How much is known of a path."""

    MODELLED = "modelled"
    KEPT = "kept"
    UNKNOWN = "unknown"


DOMAINS: Path = ("vdom",)
"""The table of virtual domains, which exists in every unit and can be entered where there are several."""

WHOLE_UNIT: Path = ("global",)
"""What leads to that which all virtual domains share."""


class Scope(Enum):
    """Which sections can be reached from where one is.

    `EVERY` is the view of the program itself, `SINGLE` that of a unit without virtual domains. In a unit with them,
    `TOP` is above the domains, `SHARED` inside `config global` and `DOMAIN` inside a domain.
    """

    EVERY = "every"
    SINGLE = "single"
    TOP = "top"
    SHARED = "shared"
    DOMAIN = "domain"


def nothing_known(_release: Release) -> Mapping[Path, KnownPath]:
    """No paths besides those that are described."""
    return {}


class Catalogue:
    """The sections of one release.

    Loading and filtering a section costs more than most sessions need, so it is done when the section is first used.
    """

    def __init__(
        self,
        sections: Sequence[Section | Loadable],
        branches: dict[Path, str],
        release: Release,
        *,
        known: Callable[[Release], Mapping[Path, KnownPath]] = nothing_known,
        elsewhere: Callable[[Release], Mapping[Path, KnownPath]] = nothing_known,
        strict: bool = False,
        scope: Scope = Scope.EVERY,
    ) -> None:
        """`branches` holds the help of those path words that complete no section.

        `known` gives the further paths of a release, which are kept word for word, and `elsewhere` those that only
        some platforms have. If `strict`, there are none, and
        sections that are not complete refuse what they do not know.
        """
        self.release = release
        self.strict = strict
        self.scope = scope
        self._sections = sections
        self._scoped: dict[Scope, Catalogue] = {scope: self}
        self._rows = {section.path: section for section in sections}
        self._branches = branches
        self._read_known = known
        self._read_elsewhere = elsewhere
        self._known: Mapping[Path, KnownPath] | None = {} if strict else None
        self._filtered: dict[Path, Section | None] = {}
        self._source: Catalogue | None = None
        self._words: dict[Path, tuple[PathWord, ...]] = {}
        self._is_of_platform = False

    def widen(self) -> None:
        """Has it keep what only some platforms have too, because the configuration of one of them is to be loaded."""
        if self.strict or self._is_of_platform:
            return
        for catalogue in self._scoped.values():
            catalogue.forget(is_of_platform=True)

    def forget(self, *, is_of_platform: bool) -> None:
        """Forgets what it has read, to read it again as that of one kind of platform or the other."""
        self._is_of_platform = is_of_platform
        self._known = None
        self._filtered.clear()
        self._words.clear()

    def find(self, path: Path) -> Section | None:
        """The table or object of that exact path, or None; a kept one, without options, if only its name is known."""
        if path not in self._filtered:
            found = self._loaded(path) or self._kept(path)
            self._filtered[path] = found if found is not None and self._is_reached(found) else None
        return self._filtered[path]

    def scoped(self, scope: Scope) -> "Catalogue":
        """The same sections as they are seen from another place."""
        if scope not in self._scoped:
            made = Catalogue(
                self._sections, self._branches, self.release, known=self._read_known, strict=self.strict, scope=scope
            )
            made._read_elsewhere = self._read_elsewhere
            made._scoped = self._scoped
            made._is_of_platform = self._is_of_platform
            made._source = self
            self._scoped[scope] = made
        return self._scoped[scope]

    def kind(self, path: Path) -> Kind:
        """How much is known of a path."""
        found = self.find(path)
        if found is None:
            return Kind.UNKNOWN
        return Kind.KEPT if found.is_kept else Kind.MODELLED

    def sections(self) -> Iterator[Section]:
        """All sections that are described, in the order of a backup, without those that lead to domains."""
        found = map(self.find, self._rows)
        above = (DOMAINS, WHOLE_UNIT)
        return (it for it in found if it is not None and not it.is_kept and it.path not in above)

    @property
    def known(self) -> Mapping[Path, KnownPath]:
        """The paths that the release has whether they are described or not, read when first asked for."""
        if self._known is None:
            self._known = self._read_known(self.release)
            if self._is_of_platform:
                self._known = {**self._known, **self._read_elsewhere(self.release)}
        return self._known

    def resolve(self, words: Sequence[str]) -> tuple[Section, Path] | None:
        """The section that the first words name and the words after it; None if they name none."""
        for length in range(len(words), 0, -1):
            found = self.find(tuple(words[:length]))
            if found is not None:
                return found, tuple(words[length:])
        return None

    def next_words(self, prefix: Path) -> tuple[PathWord, ...]:
        """The words that may follow `prefix` in a path, in the order of a backup; none if it leads nowhere."""
        known = self._words.get(prefix)
        if known is None:
            known = self._words[prefix] = tuple(self._following(prefix))
        return known

    def _is_reached(self, section: Section) -> bool:
        is_above = section.path in (DOMAINS, WHOLE_UNIT)
        match self.scope:
            case Scope.EVERY:
                return True
            case Scope.SINGLE:
                return not is_above
            case Scope.TOP:
                return is_above
            case Scope.SHARED:
                return not is_above and (section.is_global or section.is_kept)
            case Scope.DOMAIN:
                return not section.is_global

    def _loaded(self, path: Path) -> Section | None:
        if self._source is not None:
            # What another scope has loaded and filtered is not done again.
            return self._source.find(path)
        row = self._rows.get(path)
        section = row if row is None or isinstance(row, Section) else row.load()
        if section is None or not exists(section, self.release):
            return None
        filtered = of_release(section, self.release)
        if self.strict:
            return completed(filtered)
        if self.release < DESCRIBED_SINCE:
            return opened(filtered)
        return self._with_platform_names(filtered) if self._is_of_platform else filtered

    def _with_platform_names(self, section: Section) -> Section:
        from fauxgate.schema.platform_names import with_platform_names  # noqa: PLC0415 - only a backup needs them

        return with_platform_names(section)

    def _kept(self, path: Path) -> Section | None:
        known = self.known.get(path)
        return known.section() if known else None

    def has(self, path: Path) -> bool:
        """Whether a path names a section here, or leads to one above the domains."""
        # Names are asked first, because they cost no import. Above the domains, words lead on to what only is below:
        # Inferred from the refusal of `config system console` there, which names the second word.
        if self.scope is Scope.TOP and self._source is not None:
            return self._source.has(path)
        return (path in self.known and self.scope in (Scope.EVERY, Scope.SINGLE)) or self.find(path) is not None

    def _following(self, prefix: Path) -> Iterator[PathWord]:
        depth = len(prefix)
        longer: dict[str, list[Path]] = {}
        for path in (*self._rows, *self.known):
            if len(path) > depth and path[:depth] == prefix:
                longer.setdefault(path[depth], []).append(path)
        for word, paths in longer.items():
            path = (*prefix, word)
            section = self.find(path)
            leads_on = any(len(it) > depth + 1 and self.has(it) for it in paths)
            if section or leads_on:
                text = section.help if section else self._branches.get(path, word)
                yield PathWord(word, text, section is not None, leads_on)

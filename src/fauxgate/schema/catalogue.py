"""What one release has: sections by path, filtered when first asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from fauxgate.schema.types import Choice, Choices, FieldType, Option, Path, Release, Section


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


class Catalogue:
    """The sections of one release.

    Filtering a section costs more than most sessions need, so it is done when the section is first used.
    """

    def __init__(self, sections: Sequence[Section], branches: dict[Path, str], release: Release) -> None:
        """`branches` holds the help of those path words that complete no section."""
        self.release = release
        self._whole = {section.path: section for section in sections if exists(section, release)}
        self._branches = branches
        self._filtered: dict[Path, Section] = {}
        self._words: dict[Path, tuple[PathWord, ...]] = {}

    def find(self, path: Path) -> Section | None:
        """The table or object of that exact path, or None."""
        return self._existing(path) if path in self._whole else None

    def sections(self) -> Iterator[Section]:
        """All sections in the order of a backup."""
        return map(self._existing, self._whole)

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

    def _existing(self, path: Path) -> Section:
        found = self._filtered.get(path)
        if found is None:
            found = self._filtered[path] = of_release(self._whole[path], self.release)
        return found

    def _following(self, prefix: Path) -> Iterator[PathWord]:
        depth = len(prefix)
        longer = [path for path in self._whole if len(path) > depth and path[:depth] == prefix]
        for word in dict.fromkeys(path[depth] for path in longer):
            path = (*prefix, word)
            section = self._whole.get(path)
            leads_on = any(len(other) > depth + 1 and other[depth] == word for other in longer)
            yield PathWord(
                word, section.help if section else self._branches.get(path, ""), section is not None, leads_on
            )

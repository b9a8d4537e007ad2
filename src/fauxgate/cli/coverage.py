"""What is modelled, kept word for word, answered as a stub, and in no list: `:coverage` and `fauxgate coverage`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fauxgate.cli.console import Console
from fauxgate.cli.stubs import Stub, stubs
from fauxgate.schema.catalogue import Catalogue, Kind
from fauxgate.schema.types import Path, Section


@dataclass(frozen=True, slots=True)
class Modelled:
    """A section that is described, by us or by an imported schema, wholly or in part."""

    path: str
    is_complete: bool
    is_imported: bool
    kept: tuple[str, ...]
    """Its options that nobody describes and that this configuration has."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A path that is known by name only; `is_used` if this configuration has something there."""

    path: str
    is_used: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one release has, and what one session met besides."""

    firmware: str
    modelled: tuple[Modelled, ...]
    kept: tuple[Kept, ...]
    stubbed: tuple[Stub, ...]
    unknown: tuple[str, ...]

    def about(self, topic: str) -> "Coverage":
        """Only what has a word in it."""
        return replace(
            self,
            modelled=tuple(it for it in self.modelled if topic in it.path),
            kept=tuple(it for it in self.kept if topic in it.path),
            stubbed=tuple(it for it in self.stubbed if topic in it.command),
            unknown=tuple(words for words in self.unknown if topic in words),
        )

    def lines(self) -> Iterator[str]:
        """A line for each, to be searched with `| grep`, and a last one that counts them."""
        for it in self.modelled:
            yield _line("modelled", _completeness(it), it.path)
            yield from (_line("kept", "in use", f"{it.path}: {option}") for option in it.kept)
        yield from (_line("kept", "in use" if it.is_used else "", it.path) for it in self.kept)
        yield from (_line("stubbed", "", f"{it.command}: {it.instead}") for it in self.stubbed)
        yield from (_line("unknown", "", words) for words in self.unknown)
        yield self.summary()

    def summary(self) -> str:
        """How many of each there are."""
        partial = sum(not it.is_complete for it in self.modelled)
        used = sum(it.is_used for it in self.kept)
        modelled = f"{len(self.modelled)} modelled ({partial} of them in part)"
        kept = f"{len(self.kept)} kept word for word ({used} of them in use)"
        return f"{self.firmware}: {modelled}, {kept}, {len(self.stubbed)} stubbed, {len(self.unknown)} unknown."

    def as_json(self) -> dict[str, object]:
        """The same as data."""
        return {
            "firmware": self.firmware,
            "modelled": [
                {"path": it.path, "complete": it.is_complete, "imported": it.is_imported, "kept_options": list(it.kept)}
                for it in self.modelled
            ],
            "kept": [{"path": it.path, "used": it.is_used} for it in self.kept],
            "stubbed": [{"command": it.command, "instead": it.instead} for it in self.stubbed],
            "unknown": list(self.unknown),
        }


def coverage(
    catalogue: Catalogue,
    used: Sequence[Path] = (),
    options: Mapping[Path, tuple[str, ...]] | None = None,
    unknown: Sequence[str] = (),
) -> Coverage:
    """The coverage of a release.

    `used` are the paths known by name only that a configuration has something at, `options` its options that nobody
    describes, and `unknown` the words that were in no list.
    """
    modelled = tuple(_modelled(section, (options or {}).get(section.path, ())) for section in catalogue.sections())
    kept = [path for path in catalogue.known if catalogue.kind(path) is Kind.KEPT]
    return Coverage(
        firmware=".".join(map(str, catalogue.release)),
        modelled=modelled,
        kept=tuple(Kept(" ".join(path), path in used) for path in kept),
        stubbed=stubs(),
        unknown=tuple(unknown),
    )


def coverage_for(console: Console) -> Coverage:
    """The coverage of the release, with what is kept in the configuration and what was unknown in the session."""
    configuration = console.appliance.configuration
    return coverage(
        console.appliance.catalogue, configuration.kept_paths, configuration.kept_options, tuple(console.unknown)
    )


def _modelled(section: Section, kept: tuple[str, ...]) -> Modelled:
    return Modelled(" ".join(section.path), _is_complete(section), section.is_imported, kept)


def _is_complete(section: Section) -> bool:
    """Whether nothing is missing in a section, nor in those inside it."""
    return section.is_complete and all(_is_complete(it) for it in section.options if isinstance(it, Section))


def _completeness(it: Modelled) -> str:
    if it.is_imported:
        return "imported"
    return "complete" if it.is_complete else "in part"


def _line(status: str, detail: str, words: str) -> str:
    return f"{status:<10}{detail:<10}{words}"

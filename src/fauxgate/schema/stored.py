"""The file of an imported schema: a first line about it, then one line of JSON for each table or object.

A line is decoded when its path is first used, since a large import takes longer to decode than a session to begin. The
first line has each path with its releases, in the order of the others, and a checksum that tells whether all is whole.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fauxgate.schema.catalogue import Loadable
from fauxgate.schema.imported import merged, section
from fauxgate.schema.nodes import Node
from fauxgate.schema.spans import in_spans, read_spans
from fauxgate.schema.types import Path, Release, Section

FORMAT = 1


class DamagedSchema(ValueError):
    """The text is no imported schema, or not a whole one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A table or object as it is stored, and the releases that have it."""

    spans: str
    text: str


@dataclass(frozen=True, slots=True)
class StoredSchema:
    """An imported schema: where it came from, and what it describes."""

    source: str
    lines: dict[Path, Line]

    def paths(self, release: Release) -> Iterator[Path]:
        """What it describes in a release."""
        return (path for path, line in self.lines.items() if in_spans(read_spans(line.spans), release))

    def section(self, path: Path, release: Release) -> Section | None:
        """The table or object of that path, as the release has it; None if there is none."""
        line = self.lines.get(path)
        return None if line is None else section(path, Node.of(json.loads(line.text)), release)


@dataclass(frozen=True, slots=True)
class CombinedRow:
    """A section of ours, if there is one, with what an imported schema adds to it."""

    path: Path
    ours: Loadable | None
    theirs: StoredSchema
    release: Release

    def load(self) -> Section:
        """The section."""
        theirs = self.theirs.section(self.path, self.release)
        if self.ours is None:
            assert theirs is not None, self.path
            return theirs
        return merged(self.ours.load(), theirs)


def combined(ours: Iterable[Loadable], theirs: StoredSchema, release: Release) -> list[Loadable]:
    """Our sections with what the import adds to them, and after them those that only the import has."""
    described = {row.path: row for row in ours}
    further = {path: None for path in theirs.paths(release) if path not in described}
    return [CombinedRow(path, row, theirs, release) for path, row in (described | further).items()]


def write(source: str, sections: Iterable[tuple[Path, dict[str, object]]]) -> Iterator[str]:
    """The lines of the file, without line ends; `source` is one sentence for people."""
    by_path = dict(sections)
    body = [json.dumps(schema, ensure_ascii=False) for schema in by_path.values()]
    listed = [[" ".join(path), schema.get("spans", "")] for path, schema in by_path.items()]
    head = {"format": FORMAT, "source": source, "checksum": _checksum(listed, body), "sections": listed}
    yield json.dumps(head, ensure_ascii=False)
    yield from body


def read(text: str) -> StoredSchema:
    """The schema that `write` wrote. Raises DamagedSchema for any other text."""
    head, *body = text.rstrip("\n").split("\n")
    try:
        about = Node.of(json.loads(head))
    except (ValueError, RecursionError) as error:
        raise DamagedSchema("it is no imported schema") from error
    listed = about.facts.get("sections")
    if about.number("format") != FORMAT or not isinstance(listed, list):
        raise DamagedSchema("it is no imported schema of this version")
    if about.number("checksum") != _checksum(listed, body) or len(listed) != len(body):
        raise DamagedSchema("it was changed after the import")
    lines = {tuple(path.split(" ")): Line(spans, line) for (path, spans), line in zip(listed, body, strict=True)}
    return StoredSchema(about.text("source"), lines)


def _checksum(listed: Sequence[object], body: Sequence[str]) -> int:
    return zlib.crc32("\n".join((json.dumps(listed), *body)).encode(errors="surrogatepass"))

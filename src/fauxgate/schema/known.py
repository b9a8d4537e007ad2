"""The names of configuration paths that FortiOS has, with the key of each table and the releases that have it.

They are facts that public API clients state, and stand in
`known_paths.tsv` beside this file, which is read when a path is met that nobody has described.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from fauxgate.schema.catalogue import KnownPath
from fauxgate.schema.spans import in_spans, read_spans
from fauxgate.schema.types import Path, Release

FILE = "known_paths.tsv"


@cache
def known_paths(release: Release) -> Mapping[Path, KnownPath]:
    """The paths that a release has, described or not, in the order of the alphabet."""
    return {known.path: known for known in _of_release(release)}


def paths_elsewhere(release: Release) -> Mapping[Path, KnownPath]:
    """The paths that the release has on other platforms than the one that the lists were made with.

    Inferred: a path that the lists name for some stretches of releases and not for those between belongs to some
    platforms, whatever the firmware; one that they name from a first to a last release came and went with that.
    """
    found = {}
    for line in _lines()[1:]:
        path, key, releases = line.split("\t")
        stretches = releases.split()
        if len(stretches) > 1 and not in_spans(read_spans(releases), release):
            found[tuple(path.split(" "))] = KnownPath(tuple(path.split(" ")), key)
    return found


def _of_release(release: Release) -> Iterator[KnownPath]:
    for line in _lines()[1:]:
        path, key, releases = line.split("\t")
        # Inferred: the lists stop naming replacement messages with 7.2.0, but backups of 7.4 have them.
        is_message = path.startswith("system replacemsg ") and releases.endswith(" 7.2.0-7.2.0")
        if in_spans(read_spans(releases), release) or (is_message and release >= (7, 0, 0)):
            yield KnownPath(tuple(path.split(" ")), key)


@cache
def _lines() -> list[str]:
    from importlib.resources import files  # noqa: PLC0415 - most sessions never meet such a path

    return files("fauxgate.schema").joinpath(FILE).read_text("utf-8").splitlines()

"""What the first lines of a saved configuration say: which firmware wrote it, and of what kind of unit (7.1)."""

import re
from dataclasses import dataclass

_VERSION = re.compile(r"\s*#config-version=([^\r\n:]*)((?::[^\r\n]*)?)")
_RELEASE = re.compile(r"-(\d{1,3})\.(\d{1,3})\.(\d{1,3})-")
# FortiManager's exports begin with lines of another kind: `#version=600 #build=...`.
_EXPORT = re.compile(r"\s*#version=(\d)(\d)(\d)\b")
_COMMENTS = re.compile(r"(?:[ \t]*#[^\r\n]*(?:\r\n|\n|\r|\Z)|[ \t]*(?:\r\n|\n|\r))+")


@dataclass(frozen=True, slots=True)
class FileHeader:
    """The header of a file; `release` is None where it names none that can be read."""

    lines: tuple[str, ...]
    release: tuple[int, int, int] | None
    has_domains: bool
    opmode: str = ""

    @property
    def is_there(self) -> bool:
        """Whether there are any such lines."""
        return bool(self.lines)


def file_header(text: str) -> FileHeader:
    """The header of a text, with no lines if it has none."""
    version = _VERSION.match(text)
    export = _EXPORT.match(text)
    if version is None and export is None:
        return FileHeader((), None, has_domains=False)
    comments = _COMMENTS.match(text)
    lines = tuple(line.strip() for line in comments[0].splitlines() if line.strip()) if comments else ()
    if version is None:
        numbers = export.groups() if export else ()
        return FileHeader(lines, _numbers(numbers), has_domains=False)
    rest = version[2].split(":")
    release = _RELEASE.search(version[1])
    facts = dict(it.partition("=")[::2] for it in rest)
    # The backup of one virtual domain alone has what is in it at the top (fortios-cli.md 7.1).
    is_of_one = any(line.startswith("#global_vdom=0") for line in lines)
    has_them = facts.get("vdom") == "1" and not is_of_one
    return FileHeader(lines, _numbers(release.groups()) if release else None, has_them, facts.get("opmode", ""))


def has_domains(text: str) -> bool:
    """Whether the header of a text is that of a unit with virtual domains."""
    return file_header(text).has_domains


def _numbers(words: tuple[str, ...]) -> tuple[int, int, int]:
    major, minor, patch = map(int, words)
    return major, minor, patch

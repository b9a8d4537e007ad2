"""What is told of a file that was replayed or checked, as data; docs/report.md describes it for programs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fauxgate.cli.error_log import logged
from fauxgate.device.certificate_state import CertificateState
from fauxgate.device.config_errors import ConfigError
from fauxgate.device.difference_rules import Difference


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that there is something to tell of."""

    path: str
    name: str
    state: str
    detail: str


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one file.

    `stopped` is the line after which nothing was read any more, 0 if all was. `left_open` is the place in which the
    file ended. `backup` is where the resulting configuration was written, with what is different there.
    """

    file: str
    kind: str
    firmware: str
    header: tuple[str, ...] = ()
    lines: int = 0
    accepted: int = 0
    remarks: int = 0
    errors: tuple[ConfigError, ...] = ()
    stopped: int = 0
    left_open: str = ""
    kept: tuple[str, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    unfinished: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    backup: str = ""
    differences: tuple[Difference, ...] = field(default=())

    @property
    def refusals(self) -> tuple[ConfigError, ...]:
        """The lines that were refused."""
        return tuple(error for error in self.errors if not error.is_dangling)

    @property
    def dangling(self) -> tuple[ConfigError, ...]:
        """The names in accepted lines that name nothing, and were taken out."""
        return tuple(error for error in self.errors if error.is_dangling)

    @property
    def is_well(self) -> bool:
        """Whether nothing was refused, and all was read."""
        return not (self.errors or self.refused or (self.kind == "log" and not self.accepted))

    @property
    def refused(self) -> int:
        """How many lines were refused."""
        return self.lines - self.accepted - self.remarks

    def as_json(self) -> dict[str, object]:
        """The report as it is printed with `--json`."""
        return {
            "file": self.file,
            "kind": self.kind,
            "firmware": self.firmware,
            "header": list(self.header),
            "lines": {
                "read": self.lines,
                "accepted": self.accepted,
                "refused": self.refused,
                "remarks": self.remarks,
            },
            "stopped_after_line": self.stopped or None,
            "ends_inside": self.left_open or None,
            "refused": [_error(it) for it in self.refusals],
            "dangling": [_dangling(it) for it in self.dangling],
            "kept": list(self.kept),
            "certificates": [
                {"path": it.path, "name": it.name, "state": it.state, "detail": it.detail} for it in self.certificates
            ],
            "unfinished_enrollments": list(self.unfinished),
            "notes": list(self.notes),
            "backup": self.backup or None,
            "differences": [
                {"rule": it.rule, "line": it.line, "before": it.before, "after": it.after} for it in self.differences
            ],
        }


def certificates(states: Sequence[CertificateState], errors: Sequence[ConfigError]) -> Iterator[Certificate]:
    """What there is to tell of certificates: of those that were loaded, and of those that were refused as a whole."""
    for it in states:
        detail = f"{it.not_before:%Y-%m-%d %H:%M} to {it.not_after:%Y-%m-%d %H:%M} UTC"
        yield Certificate(_place(it.domain, " ".join(it.path)), it.name, it.state.value, detail)
    for error in errors:
        if error.words[:1] in (("next",), ("end",)) and "certificate" in error.place[1:3] and not error.is_dangling:
            domain, *path, name = error.place
            yield Certificate(_place(domain, " ".join(path)), name, "refused", " / ".join(error.reason))


def kept(paths: Sequence[Sequence[str]], options: Mapping[tuple[str, ...], Sequence[str]]) -> Iterator[str]:
    """The paths that are kept without being modelled, and the options of others, each once."""
    yield from map(" ".join, paths)
    for path, words in options.items():
        yield from (f"{' '.join(path)}: {word}" for word in words)


def _place(domain: str, path: str) -> str:
    return f"{domain or 'global'}: {path}"


def _error(error: ConfigError) -> dict[str, object]:
    return {
        "line": error.line,
        "column": error.column,
        "lines": error.lines,
        "text": error.text,
        "place": list(error.place),
        "reason": list(error.reason),
        "code": error.code,
        "logged": "\n".join(logged(error)),
    }


def _dangling(error: ConfigError) -> dict[str, object]:
    _, option, name = error.words
    return {"place": list(error.place), "option": option, "name": name, "logged": "\n".join(logged(error))}

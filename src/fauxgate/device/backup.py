"""A whole configuration as a file, and the lines that stand before it (fortios-cli.md 7.1)."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from fauxgate.device.identity import BUILD
from fauxgate.language.printer import print_statements
from fauxgate.model.configuration import Configuration
from fauxgate.model.origin import PLATFORM, is_own
from fauxgate.model.rendering import show
from fauxgate.schema.types import Release

VERSION_DIGITS = 15
TEXTS_IN_A_PIECE = 10_000
FILE_VERSION = "#conf_file_ver="

_OPMODE = re.compile(r"(?<=[0-9]):opmode=[0-9]+")
_DOMAINS = re.compile(r"(?<=[0-9]):vdom=[01]")


def header(release: Release, body: Iterable[str], *, opmode: int = 1, domains: bool = False) -> list[str]:
    """The header of `show`; `body` is the configuration that follows, `domains` whether it has virtual domains.

    `opmode` is 1 in what `show` prints and in full backups, 0 in other backups and with virtual domains.

    Inferred: what the appliance counts in `conf_file_ver`. Here it is a number drawn from the body's SHA-256, so two
    headers are the same when the configurations are.
    """
    digest = _digest(body)
    file_version = int.from_bytes(digest) % 10**VERSION_DIGITS
    major, minor, patch = release
    mode = f"opmode={0 if domains else opmode}:vdom={int(domains)}"
    return [
        f"#config-version={PLATFORM}-{major}.{minor}.{patch}-FW-build{BUILD:04}-000000:{mode}:user=admin",
        f"{FILE_VERSION}{file_version:0{VERSION_DIGITS}}",
        f"#buildno={BUILD:04}",
        "#global_vdom=1",
    ]


def _digest(body: Iterable[str]) -> bytes:
    """The SHA-256 of lines with a line end between them, without a second copy of all of them."""
    found, separator = hashlib.sha256(), ""
    for line in body:
        found.update(f"{separator}{line}".encode(errors="surrogatepass"))
        separator = "\n"
    return found.digest()


def head(configuration: Configuration, body: Iterable[str], *, opmode: int) -> list[str]:
    """The header before these lines: that of the file that the configuration came from, or one of our own.

    Inferred: after a change only the number of the configuration is another one.
    """
    release, origin = configuration.catalogue.release, configuration.storage.origin
    if origin is None or not is_own(origin.release, release):
        return header(release, body, domains=configuration.has_domains, opmode=opmode)
    lines = list(origin.header)
    if opmode:
        lines = [_OPMODE.sub(f":opmode={0 if configuration.has_domains else opmode}", line) for line in lines]
    if configuration.storage.changes != origin.changes:
        own = header(release, body, domains=configuration.has_domains, opmode=opmode)
        lines = [own[1] if line.startswith(FILE_VERSION) else line for line in lines]
        lines = [_DOMAINS.sub(f":vdom={int(configuration.has_domains)}", line) for line in lines]
    return lines


def backup(configuration: Configuration, *, full: bool = False, journal: int | None = None) -> str:
    """The saved configuration, header and statements (fortios-cli.md 7.2); with a `journal`, the number of that."""
    return "".join(backup_in_pieces(configuration, full=full, journal=journal))


def backup_in_pieces(configuration: Configuration, *, full: bool = False, journal: int | None = None) -> Sequence[str]:
    """The same, for one who does not need all of a large one at once."""
    # Pieces of many lines, because a million lines one by one would take up three times as much.
    pieces = list(_pieces(f"{text}\n" for text in print_statements(show(configuration, full=full))))
    first = head(configuration, _lines(pieces), opmode=int(full))
    if journal is not None:
        first.append(f"#fauxgate_journal={journal}")
    origin = configuration.storage.origin
    pieces.insert(0, "".join(f"{line}\n" for line in first))
    if not (origin is None or origin.is_ended):
        pieces[-1] = pieces[-1].removesuffix("\n")
    return pieces


def _pieces(texts: Iterator[str]) -> Iterator[str]:
    """Some thousands of texts at a time, as one."""
    while piece := "".join(islice(texts, TEXTS_IN_A_PIECE)):
        yield piece


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    for piece in pieces:
        yield from piece.removesuffix("\n").split("\n")

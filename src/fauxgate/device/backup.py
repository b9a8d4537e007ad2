"""A whole configuration as a file, and the lines that stand before it (fortios-cli.md 7.1)."""

import hashlib
from collections.abc import Iterable

from fauxgate.device.identity import BUILD
from fauxgate.language.printer import print_statements
from fauxgate.model.configuration import Configuration
from fauxgate.model.rendering import show
from fauxgate.schema.types import Release

# What a FortiOS-style header calls the platform: our own, so that nobody takes the file for a device's.
PLATFORM = "FGVMFX"
VERSION_DIGITS = 15


def header(release: Release, body: Iterable[str], *, opmode: int = 1, domains: bool = False) -> list[str]:
    """The header of `show`; `body` is the configuration that follows, `domains` whether it has virtual domains.

    `opmode` is 1 in what `show` prints and in full backups, 0 in other backups and with virtual domains.

    Inferred: what the appliance counts in `conf_file_ver`. Here it is a number drawn from the body's SHA-256, so two
    headers are the same when the configurations are.
    """
    digest = hashlib.sha256("\n".join(body).encode(errors="surrogatepass")).digest()
    file_version = int.from_bytes(digest) % 10**VERSION_DIGITS
    major, minor, patch = release
    mode = f"opmode={0 if domains else opmode}:vdom={int(domains)}"
    return [
        f"#config-version={PLATFORM}-{major}.{minor}.{patch}-FW-build{BUILD:04}-000000:{mode}:user=admin",
        f"#conf_file_ver={file_version:0{VERSION_DIGITS}}",
        f"#buildno={BUILD:04}",
        "#global_vdom=1",
    ]


def backup(configuration: Configuration, *, full: bool = False, journal: int | None = None) -> str:
    """The saved configuration, header and statements (fortios-cli.md 7.2); with a `journal`, the number of that."""
    lines = [line for text in print_statements(show(configuration, full=full)) for line in text.split("\n")]
    release = configuration.catalogue.release
    head = header(release, lines, domains=configuration.has_domains, opmode=int(full))
    if journal is not None:
        head.append(f"#fauxgate_journal={journal}")
    return "".join(f"{line}\n" for line in (*head, *lines))

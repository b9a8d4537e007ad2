"""`--capture DIR`: every exchange with an authority, written down as it happens."""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fauxgate import __version__
from fauxgate.inspector.exchanges import Exchange

if TYPE_CHECKING:
    from fauxgate.pki.keys import PrivateKey

ARCHIVE, TEXT = "scep.har", "layers.txt"


class Captures:
    """A directory with a subdirectory for each exchange (its layers as text and as `.der`), and all of them as HAR.

    Requests hold challenge passwords, so only the owner may look into it. Private keys are not written.
    """

    def __init__(self, directory: Path, keys: Callable[[], Sequence["PrivateKey"]]) -> None:
        self._directory = directory
        self._keys = keys
        self._exchanges: list[Exchange] = []

    def keep(self, exchange: Exchange) -> None:
        """Write an exchange down; where that fails, say so and let the exchange go on."""
        self._exchanges.append(exchange)
        try:
            self._write(exchange)
        except OSError as error:
            print(f"fauxgate: cannot write to {self._directory}: {error.strerror}", file=sys.stderr)

    def _write(self, exchange: Exchange) -> None:
        from fauxgate.inspector.har import archive  # noqa: PLC0415 - nobody waits for it before the prompt
        from fauxgate.inspector.layer import shown  # noqa: PLC0415 - the same
        from fauxgate.inspector.layers import layers, summary  # noqa: PLC0415 - the same

        told, found = summary(exchange), list(layers(exchange, self._keys()))
        # An operation is anybody's word; only letters of it make a name.
        kind = "".join(mark for mark in told.operation if mark.isascii() and mark.isalnum())[:40]
        directory = self._directory / f"{exchange.number:04}-{kind or 'other'}"
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        _private(directory / TEXT, "".join(f"{line}\n" for line in shown(found)).lstrip("\n").encode())
        for layer in found:
            if layer.der:
                _private(directory / layer.file_name, layer.der)
        text = json.dumps(archive(self._exchanges, __version__), indent=1)
        _private(self._directory / ARCHIVE, text.encode())


def _private(path: Path, content: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(content)

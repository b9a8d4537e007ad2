"""Where random bytes come from: the system, or with `--seed` a generator that gives the same ones each time."""

import argparse
import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

NOTICE = "with --seed the same keys are made each time, and by anyone: they are for training only"

# It names the process that has the directory.
_LOCK = "lock"


def chance(options: argparse.Namespace, who: str) -> Callable[[int], bytes]:
    """The source for one who draws, as told by the arguments; nobody draws what another one does."""
    if options.seed is None:
        return os.urandom
    from fauxgate.pki.seeded import Seeded  # noqa: PLC0415 - most sessions have no seed

    return Seeded(options.seed, f"{who} {_found(options)}")


def _found(options: argparse.Namespace) -> str:
    """What an earlier run has left, in brief: the next run must not make the same keys once more."""
    files = sorted(_files(options)) if options.keeps_state else []
    if not files:
        return ""
    import hashlib  # noqa: PLC0415 - it loads OpenSSL, which the first prompt does not wait for

    digest = hashlib.sha256()
    for name, path in files:
        # What cannot be read is told by whoever opens it.
        with contextlib.suppress(OSError):
            digest.update(f"{name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(options: argparse.Namespace) -> Iterator[tuple[str, Path]]:
    if options.session:
        yield "", Path(options.session)
    elif options.state:
        found = (path for path in Path(options.state).rglob("*") if path.is_file() and path.name != _LOCK)
        yield from ((str(path.relative_to(options.state)), path) for path in found)

"""`fauxgate lab new` and `fauxgate lab verify`: labs of one's own, and whether they are sound."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from fauxgate.errors import UserError

DONE, REFUSED = 0, 1


def new(options: argparse.Namespace) -> int:
    """Make a folder with a small lab that is complete."""
    from fauxgate.lab.skeleton import write  # noqa: PLC0415 - one way of several

    folder: Path = options.folder
    try:
        folder.mkdir(parents=True)
        write(folder)
    except OSError as error:
        print(f"fauxgate: {folder}: {error.strerror}; name a folder that is not there yet", file=sys.stderr)
        return REFUSED
    print(f"A lab is in {folder}. `fauxgate lab verify {folder}` plays it, `fauxgate lab start {folder}` begins it.")
    return DONE


def verify(options: argparse.Namespace) -> int:
    """Play labs, and print what is wrong with each."""
    from fauxgate.app.lab_bench import make_bench  # noqa: PLC0415 - one way of several
    from fauxgate.lab import verification  # noqa: PLC0415 - the same

    seeds = range(1, options.seeds + 1)
    wrong = 0
    try:
        for folder in _folders(options):
            found = list(verification.verify(folder, seeds, make_bench))
            if options.mutants and not found:
                found = list(verification.mutants(folder, seeds[:1], make_bench))
            wrong += bool(found)
            print(f"{folder.name}: {'wrong' if found else 'sound'}", flush=True)
            for problem in found:
                fault = f", fault {problem.fault}" if problem.fault else ""
                print(f"  {problem.text} (seed {problem.seed}{fault})", flush=True)
    except UserError as error:
        print(f"fauxgate: {error}", file=sys.stderr)
        return REFUSED
    return REFUSED if wrong else DONE


def _folders(options: argparse.Namespace) -> Iterator[Path]:
    from fauxgate.lab.library import Library  # noqa: PLC0415 - the same

    library = Library(options.labs)
    if not options.folders:
        yield from library.folders()
    for name in options.folders:
        inside = Library(Path(name)).folders() if Path(name).is_dir() else ()
        own = [folder for folder in inside if Path(name).resolve() in (folder.resolve(), folder.resolve().parent)]
        yield from own or [library.find(name)]

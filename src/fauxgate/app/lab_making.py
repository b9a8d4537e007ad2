"""`fauxgate lab new` and `fauxgate lab verify`: labs of one's own, and whether they are sound."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
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
    from fauxgate.app.parallel import in_parallel  # noqa: PLC0415 - one way of several

    wrong = 0
    try:
        jobs = [_Job(folder, options.seeds, are_mutants_played=options.mutants) for folder in _folders(options)]
        for job, found in zip(jobs, in_parallel(_problems, jobs, lambda _job: 0), strict=True):
            told = ["  the process that played it was killed"] if found is None else found
            wrong += bool(told)
            print(f"{job.folder.name}: {'wrong' if told else 'sound'}", *told, sep="\n", flush=True)
    except UserError as error:
        print(f"fauxgate: {error}", file=sys.stderr)
        return REFUSED
    return REFUSED if wrong else DONE


@dataclass(frozen=True, slots=True)
class _Job:
    """One lab to be played, in a process of its own."""

    folder: Path
    seeds: int
    are_mutants_played: bool


def _problems(job: _Job) -> list[str]:
    from fauxgate.app.lab_bench import make_bench, make_unseeded_bench  # noqa: PLC0415 - the same
    from fauxgate.lab import verification  # noqa: PLC0415 - the same

    found = list(verification.verify(job.folder, range(1, job.seeds + 1), make_bench))
    if job.are_mutants_played and not found:
        found = list(verification.mutants(job.folder, (1,), make_unseeded_bench))
    # What is wrong with each seed is told once.
    told = {it.text: f"  {it.text} (seed {it.seed}{f', fault {it.fault}' if it.fault else ''})" for it in found[::-1]}
    return list(told.values())[::-1]


def _folders(options: argparse.Namespace) -> Iterator[Path]:
    from fauxgate.lab.library import Library  # noqa: PLC0415 - the same

    library = Library(options.labs)
    if not options.folders:
        yield from library.folders()
    for name in options.folders:
        inside = Library(Path(name).resolve()).folders() if Path(name).is_dir() else ()
        own = [folder for folder in inside if Path(name).resolve() in (folder.resolve(), folder.resolve().parent)]
        yield from own or [library.find(name)]

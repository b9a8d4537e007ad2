"""`fauxgate replay` and `fauxgate check`: files, one after the other or in parallel, and what is told of them."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from fauxgate.app.assembly import Assembly, assemble
from fauxgate.app.file_names import STANDARD_INPUT, Unreadable, files, firmware, read
from fauxgate.app.parallel import in_parallel
from fauxgate.app.streams import let_any_character_out
from fauxgate.errors import UserError

if TYPE_CHECKING:
    from fauxgate.replay.report import Report
    from fauxgate.replay.source import Source

DONE, REFUSED, USAGE = 0, 1, 2
# What `--json` prints is described in docs/report.md.
VERSION = 1


@dataclass(frozen=True, slots=True)
class Job:
    """One file, and what is to be done with it."""

    name: str
    options: argparse.Namespace
    is_check: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: what the session printed, and the report; where there is none, `trouble` says why."""

    name: str
    printed: tuple[str, ...] = ()
    report: "Report | None" = None
    trouble: str = ""


def replay(options: argparse.Namespace) -> int:
    """Configurations restored, scripts typed."""
    return _all(options, is_check=False)


def check(options: argparse.Namespace) -> int:
    """What `replay` would tell; nothing is kept."""
    options.keeps_state = False
    return _all(options, is_check=True)


def carried_out(job: Job) -> Outcome:
    """One file on an appliance of its own; the session is collected. Also called in another process."""
    printed: list[str] = []
    return replace(_alone(job, printed.append), printed=tuple(printed))


def _all(options: argparse.Namespace, *, is_check: bool) -> int:
    let_any_character_out()
    names = list(files(options.file))
    trouble = _misuse(options, names)
    if trouble:
        print(f"fauxgate: {trouble}", file=sys.stderr)
        return USAGE
    jobs = [Job(name, options, is_check) for name in names]
    return _told(options, _outcomes(options, jobs), is_check=is_check)


def _misuse(options: argparse.Namespace, names: Sequence[str]) -> str:
    if not names:
        return f"no files in {' '.join(options.file)}"
    if names.count(STANDARD_INPUT) > 1:
        return "standard input can be read once only"
    if options.backup and len(names) > 1 and not Path(options.backup).is_dir():
        return f"--backup {options.backup}: for several files it must be a directory that exists"
    return ""


def _outcomes(options: argparse.Namespace, jobs: Sequence[Job]) -> Iterator[Outcome]:
    """What came of each file, in their order."""
    write = _nowhere if options.json else print
    if options.state and not jobs[0].is_check:
        return _on_the_same(options, jobs, write)
    if len(jobs) == 1:
        return iter([_alone(jobs[0], write)])
    return _in_processes(jobs)


def _in_processes(jobs: Sequence[Job]) -> Iterator[Outcome]:
    at_hand = [job for job in jobs if job.name == STANDARD_INPUT]
    here = {job.name: carried_out(job) for job in at_hand}
    there = in_parallel(carried_out, [job for job in jobs if job.name not in here], lambda job: _size(job.name))
    for job in jobs:
        if job.name in here:
            yield here[job.name]
            continue
        found = next(there)
        yield found or Outcome(job.name, trouble=f"{job.name}: the process that was at it has been ended from outside")


def _alone(job: Job, write: Callable[[str], None]) -> Outcome:
    """One file on an appliance of its own."""
    try:
        source = read(job.name)
    except Unreadable as error:
        return Outcome(job.name, trouble=str(error))
    own = argparse.Namespace(**vars(job.options))
    own.firmware = firmware(source.text, own.firmware)
    with assemble(own, _nowhere if job.is_check else write) as built:
        return _carried_out(job, built, source, _nowhere if job.is_check else write)


def _on_the_same(options: argparse.Namespace, jobs: Sequence[Job], write: Callable[[str], None]) -> Iterator[Outcome]:
    """All files, one after the other, on the appliance that a directory keeps; the first one says of what firmware."""
    own = argparse.Namespace(**vars(options))
    try:
        own.firmware = firmware(read(jobs[0].name).text if jobs[0].name != STANDARD_INPUT else "", own.firmware)
    except Unreadable as error:
        yield Outcome(jobs[0].name, trouble=str(error))
        return
    with assemble(own, write) as built:
        for job in jobs:
            try:
                source = read(job.name)
            except Unreadable as error:
                yield Outcome(job.name, trouble=str(error))
                continue
            yield _carried_out(job, built, source, write)


def _carried_out(job: Job, built: Assembly, source: "Source", write: Callable[[str], None]) -> Outcome:
    from fauxgate.replay.kinds import Kind, kind_of  # noqa: PLC0415 - one way of several
    from fauxgate.replay.run import Bench, run  # noqa: PLC0415 - the same

    options = job.options
    kind = Kind(options.kind) if options.kind else kind_of(source.text)
    if job.is_check:
        built.console.rehearsed = []
    bench = Bench(built.console, built.command_line, write, options.clock == "virtual")
    try:
        report = run(bench, job.name, source.text, kind, is_told=options.kind is not None, is_strict=options.strict)
        report = replace(report, notes=(*source.notes, *report.notes))
        if options.backup:
            report = _backed_up(built, report, source.text, Path(options.backup))
    except UserError as error:
        # A directory that cannot be written, for example.
        return Outcome(job.name, trouble=f"{job.name}: {error}")
    return Outcome(job.name, report=report)


def _backed_up(built: Assembly, report: "Report", text: str, out: Path) -> "Report":
    from fauxgate.app.local_files import LocalFiles  # noqa: PLC0415 - one way of several
    from fauxgate.device.backup import backup_in_pieces  # noqa: PLC0415 - the same
    from fauxgate.device.differences import differences  # noqa: PLC0415 - the same

    made = backup_in_pieces(built.appliance.configuration)
    path = out / Path(report.file).name if out.is_dir() else out
    LocalFiles().write_pieces(str(path), made)
    if report.kind != "configuration" or _is_made_of(text, made):
        return replace(report, backup=str(path))
    refused = {it.line for it in report.errors}
    found = differences(text, "".join(made), built.appliance.configuration, refused)
    return replace(report, backup=str(path), differences=tuple(found))


def _is_made_of(text: str, pieces: Iterable[str]) -> bool:
    """Whether these pieces are the text, without putting a large one together."""
    end = 0
    for piece in pieces:
        if not text.startswith(piece, end):
            return False
        end += len(piece)
    return end == len(text)


def _told(options: argparse.Namespace, outcomes: Iterable[Outcome], *, is_check: bool) -> int:
    """Tell what came of the files; gives the exit code."""
    code, reports = DONE, []
    for outcome in outcomes:
        if not options.json:
            _tell(outcome, is_check=is_check)
        if outcome.report is None:
            code = USAGE
            print(f"fauxgate: {outcome.trouble}", file=sys.stderr)
            continue
        reports.append(outcome.report.as_json())
        if not outcome.report.is_well:
            code = max(code, REFUSED)
    if options.json:
        print(json.dumps({"version": VERSION, "files": reports}, indent=2))
    return code


def _tell(outcome: Outcome, *, is_check: bool) -> None:
    from fauxgate.replay.telling import refusals_in_a_session, told  # noqa: PLC0415 - one way of several

    for line in outcome.printed:
        print(line)
    report = outcome.report
    if report is None:
        return
    if is_check or report.kind == "configuration":
        for line in told(report):
            print(line)
        return
    # The session is what a script prints; what there is to say of it stands beside it.
    for line in refusals_in_a_session(report):
        print(f"fauxgate: {line}", file=sys.stderr)


def _size(name: str) -> int:
    path = Path(name)
    return path.stat().st_size if path.is_file() else 0


def _nowhere(_line: str) -> None:
    """Where a session goes that nobody is to see."""

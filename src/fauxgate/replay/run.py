"""Carries out one file on an appliance, whatever kind it is, and reports."""

from collections.abc import Callable
from dataclasses import dataclass

from fauxgate.cli.backup import empty
from fauxgate.cli.command_line import CommandLine
from fauxgate.cli.console import Console
from fauxgate.cli.loading import loaded
from fauxgate.device.certificate_state import certificate_states
from fauxgate.device.file_header import FileHeader, file_header
from fauxgate.replay.kinds import Kind
from fauxgate.replay.report import Report, certificates, kept
from fauxgate.replay.script import Script
from fauxgate.replay.terminal_log import typed

LOOKS_LIKE_A_LOG = (
    "This looks like what a terminal showed of a session, with prompts and answers: nothing was carried out. "
    "With `--as log` the commands are taken out of it."
)
NOT_CARRIED_OUT = (
    "Commands that do more than configure were read and not carried out, {} in all. What depends on them is not told."
)


@dataclass(frozen=True, slots=True)
class Bench:
    """An appliance with a person's command line, and where the session is written; `stands_still` as for `Script`."""

    console: Console
    command_line: CommandLine
    write: Callable[[str], None]
    stands_still: bool


def run(bench: Bench, name: str, text: str, kind: Kind, *, is_told: bool, is_strict: bool) -> Report:
    """Carry out a text; a log only if it `is_told` that it is one."""
    if kind is Kind.CONFIGURATION:
        return _configuration(bench.console, name, text, is_strict=is_strict)
    if kind is Kind.LOG and not is_told:
        lines = len(text.splitlines())
        return Report(name, kind.value, _firmware(bench.console), lines=lines, remarks=lines, notes=(LOOKS_LIKE_A_LOG,))
    return _script(bench, name, text, kind, is_strict=is_strict)


def _configuration(console: Console, name: str, text: str, *, is_strict: bool) -> Report:
    """Restore a configuration; one without a header is no backup, and is added to what there is."""
    appliance, header = console.appliance, file_header(text)
    with appliance.lock:
        if header.is_there:
            appliance.restart(empty(appliance.catalogue, text))
            console.begin_anew()
        done = loaded(console, text, is_strict=is_strict)
        appliance.settle()
    configuration = appliance.configuration
    states = tuple(certificate_states(configuration, appliance.vault, appliance.clock.now()))
    return Report(
        name,
        Kind.CONFIGURATION.value,
        _firmware(console),
        header.lines,
        lines=done.tally.lines,
        accepted=done.tally.accepted,
        remarks=done.tally.remarks,
        errors=done.errors,
        stopped=done.errors[0].line if is_strict and done.errors else 0,
        left_open=" ".join(done.left_open),
        kept=tuple(kept(configuration.kept_paths, configuration.kept_options)),
        certificates=tuple(certificates(states, done.errors)),
        notes=_notes(console, header),
    )


def _script(bench: Bench, name: str, text: str, kind: Kind, *, is_strict: bool) -> Report:
    console = bench.console
    rehearsed = console.rehearsed
    script = Script(
        console.appliance, bench.command_line, bench.write, stands_still=bench.stands_still, rehearsed=rehearsed
    )
    if kind is Kind.LOG:
        log = typed(text)
        summary = script.type(log.lines, is_strict=is_strict)
        notes = [f"Prompts, answers and the like were left out of the log, lines: {log.left_out}."]
        if log.asked_for_help:
            notes.append(f"Of the commands, {log.asked_for_help} ask for help with `?`; they were left out too.")
    else:
        summary, notes = script.run(text, is_strict=is_strict), []
    if rehearsed:
        notes.append(NOT_CARRIED_OUT.format(len(rehearsed)))
    return Report(
        name,
        kind.value,
        _firmware(console),
        lines=summary.tally.lines,
        accepted=summary.tally.accepted,
        remarks=summary.tally.remarks,
        errors=summary.refusals,
        stopped=summary.stopped,
        kept=summary.kept,
        unfinished=summary.unfinished,
        notes=tuple(notes),
    )


def _firmware(console: Console) -> str:
    return ".".join(map(str, console.appliance.release))


def _notes(console: Console, header: FileHeader) -> tuple[str, ...]:
    """What a header says that this appliance does not follow."""
    if header.is_there and header.release is None:
        return (f"The header names no firmware that can be read; it is taken for {_firmware(console)}.",)
    if header.release is not None and header.release != console.appliance.release:
        wrote = ".".join(map(str, header.release))
        return (f"The file is of firmware {wrote}; it was loaded as {_firmware(console)}.",)
    return ()

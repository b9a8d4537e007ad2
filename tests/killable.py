"""A process that forks sessions on kept state and kills them at a given moment; `test_state_killed.py` runs it.

Each line on standard input is one session: `--state` or `--session`, the directory or file, a seed, the number of
commands after which it is killed, and how many milliseconds later. Forking saves loading the program every time.
"""

import hashlib
import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from fauxgate.app.assembly import assemble
from fauxgate.app.options import parser
from fauxgate.device.backup import backup
from fauxgate.model.configuration import Configuration

NAMES = ("a", "b", "c", "d e", "f")
# What a policy must have.
REQUIRED = tuple(f"set {it}" for it in ("srcintf any", "dstintf any", "srcaddr all", "dstaddr all", "schedule always"))
SAVING = ("next", "end", "delete", "rename", "clone", "move")


def main() -> None:
    """Run and kill every session that is asked for."""
    _warm_up()
    for line in sys.stdin:
        kind, kept, seed, commands, milliseconds = json.loads(line)
        heard, told = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                _session(kind, Path(kept), random.Random(seed), told)  # noqa: S311 - it chooses what is typed
            finally:
                # Nothing ends a session but the kill.
                traceback.print_exc()
                os._exit(1)
        os.close(told)
        while commands and (news := os.read(heard, commands)):
            commands -= len(news)
        time.sleep(milliseconds / 1000)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(heard)


def _warm_up() -> None:
    """Load all that a session needs."""
    with tempfile.TemporaryDirectory() as directory:
        for _ in range(2):
            options = parser().parse_args(["shell", "--state", directory])
            with assemble(options, lambda _line: None) as built:
                for line in _lines(random.Random(0), 1):  # noqa: S311 - the same
                    built.command_line.run(line)


def _session(kind: str, kept: Path, chance: random.Random, told: int) -> None:
    """Look whether all is there that was acknowledged, and then save, and acknowledge, until the end comes."""
    options = parser().parse_args(["shell", kind, str(kept)])
    path = kept.with_name("acknowledged")
    with assemble(options, lambda _line: None) as built, path.open("a+", buffering=1) as file:

        def keep(*words: str) -> None:
            file.write(json.dumps(words) + "\n")

        # In one line, because it may be the last thing that this process does.
        verdict = _verdict(built.appliance.configuration, path.read_text().splitlines())
        keep(verdict, _digest(built.appliance.configuration))
        for line in _all_lines(chance):
            if line.startswith(SAVING):
                keep("saving", line)
            built.command_line.run(line)
            if line.startswith(SAVING):
                keep("saved", _digest(built.appliance.configuration))
            os.write(told, b".")


def _verdict(configuration: Configuration, lines: list[str]) -> str:
    """Whether what was saved is what was acknowledged; a command that was interrupted may have been carried out."""
    if not lines:
        return "new"
    is_interrupted = json.loads(lines[-1])[0] == "saving"
    known = [json.loads(line)[1] for line in lines if json.loads(line)[0] != "saving"]
    if _digest(configuration) == known[-1]:
        return "as acknowledged"
    return "one further" if is_interrupted else "lost"


def _digest(configuration: Configuration) -> str:
    return hashlib.sha256(backup(configuration).encode()).hexdigest()


def _all_lines(chance: random.Random) -> Iterator[str]:
    while True:
        yield from _lines(chance, chance.randint(1, 400))


def _lines(chance: random.Random, number: int) -> Iterator[str]:
    """Something with the addresses, the policies, and an object."""
    one, other = chance.sample(NAMES, 2)
    yield "config firewall address"
    yield from chance.choice(
        (
            (f"edit '{one}'", f"set comment 'x\ny {number}'", "next"),
            (f"delete '{one}'",),
            (f"rename '{one}' to '{other}'",),
            (f"clone '{one}' to '{other}'",),
        )
    )
    yield from ("end", "config firewall policy")
    yield from chance.choice(
        (("edit 0", *REQUIRED, "next"), (f"delete {number % 9}",), ("move 2 after 3",), ("move 4 before 1",))
    )
    yield from ("end", "config system global", f"set admintimeout {number}", "end")


if __name__ == "__main__":
    main()

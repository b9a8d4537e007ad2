"""certmonger's daemon without a bus: it listens on a socket of its own, and all its files are in one directory."""

import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from interop.peers import SECONDS, Ended, Tool, environment, found

_STATE = {
    "CERTMONGER_REQUESTS_DIR": "requests",
    "CERTMONGER_CAS_DIR": "cas",
    "CERTMONGER_LOCAL_CA_DIR": "local",
    "CERTMONGER_CONFIG_DIR": "config",
    "CERTMONGER_TMPDIR": "tmp",
}


@dataclass(frozen=True)
class Daemon:
    """A running one, and `getcert` to talk to it."""

    getcert: Tool
    settings: dict[str, str]

    @property
    def directory(self) -> Path:
        return self.getcert.directory

    def __call__(self, *arguments: str) -> str:
        """`getcert` with these arguments; anything but success fails the test."""
        return self.getcert(*arguments, **self.settings)

    def run(self, *arguments: str) -> Ended:
        """`getcert` with these arguments, whatever comes of it."""
        return self.getcert.run(*arguments, **self.settings)

    def status(self) -> str:
        """In which state its only request is."""
        return next(line.split(": ")[1] for line in self("list").splitlines() if line.startswith("\tstatus"))

    def reaches(self, *states: str) -> str:
        """The first of these states that its only request is in, or the one that it is still in when time is over."""
        deadline = time.monotonic() + SECONDS
        while (state := self.status()) not in states and time.monotonic() < deadline:
            time.sleep(0.05)
        return state


def kept(where: Path, name: str) -> str:
    """A value of the only request of a daemon that has ended: a line, and more of them that begin with a blank."""
    (path,) = (where / "requests").iterdir()
    _, _, rest = path.read_text().partition(f"\n{name}=")
    return rest.partition("\n")[0] + "".join(f"\n{line[1:]}" for line in _continued(rest))


def _continued(text: str) -> Iterator[str]:
    for line in text.split("\n")[1:]:
        if not line.startswith(" "):
            return
        yield line


@contextmanager
def directory() -> Iterator[Path]:
    """Where a daemon keeps everything; its name is short, as that of a socket must be."""
    with tempfile.TemporaryDirectory(prefix="cm") as name:
        path = Path(name)
        for each in _STATE.values():
            (path / each).mkdir()
        yield path


@contextmanager
def daemon(where: Path) -> Iterator[Daemon]:
    """A daemon over that directory, until the block ends."""
    socket = where / "socket"
    settings = {name: str(where / each) for name, each in _STATE.items()}
    settings |= {"CERTMONGER_SYSTEM_LOCK_FILE": str(where / "lock"), "TMPDIR": str(where / "tmp")}
    settings |= {"CERTMONGER_PVT_ADDRESS": f"unix:path={socket}"}
    command = [found("certmonger", "certmonger"), "-n", "-L", "-P", str(socket), "-d", "2"]
    with (where / "log").open("ab") as log:
        process = subprocess.Popen(
            command, env=environment(where, **settings), stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
    try:
        yield _answering(Daemon(Tool(found("getcert", "certmonger"), where), settings), process)
    finally:
        process.terminate()
        process.wait(SECONDS)
        socket.unlink(missing_ok=True)


def _answering(made: Daemon, process: "subprocess.Popen[bytes]") -> Daemon:
    deadline = time.monotonic() + SECONDS
    while made.run("list-cas").code != 0:
        told = (made.directory / "log").read_text(errors="replace")
        assert process.poll() is None, f"certmonger ended: {told}"
        assert time.monotonic() < deadline, f"certmonger does not answer: {told}"
        time.sleep(0.05)
    return made

"""Independent SCEP programs as real processes, and where each of them is found."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

# Where distributions put what is not for people: Debian's and Fedora's helpers of certmonger.
SEARCHED = (
    os.environ.get("PATH", os.defpath),
    "/usr/sbin",
    "/usr/local/sbin",
    "/usr/lib/certmonger",
    "/usr/libexec/certmonger",
)
REQUIRED = "FAUXGATE_REQUIRE_PEERS"
SECONDS = 20


def found(program: str, package: str) -> str:
    """The path of a peer; without it the test is skipped, or fails where peers are required."""
    path = shutil.which(program, path=os.pathsep.join(SEARCHED))
    if path is None:
        missing = f"{program} is not installed (Debian: apt-get install {package})"
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    return path


def environment(home: Path, **more: str) -> dict[str, str]:
    """What a peer needs of ours: no proxies and no language."""
    return {"PATH": os.pathsep.join(SEARCHED), "HOME": str(home), "LC_ALL": "C", **more}


@dataclass(frozen=True)
class Ended:
    """What became of a process: its exit code, what it printed, and both outputs together for a look into."""

    code: int
    output: str
    text: str


@dataclass(frozen=True)
class Tool:
    """A program that is run in a directory of its own, with time enough and no more."""

    program: str
    directory: Path

    def run(self, *arguments: str, **more: str) -> Ended:
        """Run it, whatever comes of it."""
        done = subprocess.run(
            [self.program, *arguments],
            cwd=self.directory,
            env=environment(self.directory, **more),
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
        output, told = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        return Ended(done.returncode, output, output + told)

    def __call__(self, *arguments: str, **more: str) -> str:
        """Run it and give its standard output; anything but success fails the test."""
        ended = self.run(*arguments, **more)
        assert ended.code == 0, ended.text
        return ended.output

    def path(self, name: str) -> Path:
        """A file in its directory."""
        return self.directory / name


def tool(program: str, package: str, directory: Path) -> Tool:
    """A peer, ready to run."""
    return Tool(found(program, package), directory)

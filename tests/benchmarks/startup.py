"""The time to the first prompt, as a ratio to what `import prompt_toolkit` alone takes in the same run.

Run it: `python tests/benchmarks/startup.py`. The shell is started on a terminal of its own; the clock stops when the
prompt is on it. The two are measured in turn, and the medians are compared. Aim: 1.6 or less.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import pexpect

ROUNDS = 15
AIM = 1.6


def floor() -> float:
    """Seconds that the toolkit alone takes."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import prompt_toolkit"], check=True)
    return time.perf_counter() - begin


def first_prompt() -> float:
    """Seconds until the shell's prompt can be read."""
    environment = {**os.environ, "PROMPT_TOOLKIT_NO_CPR": "1", "TERM": "xterm"}
    begin = time.perf_counter()
    shell = pexpect.spawn(sys.executable, ["-m", "fauxgate.app"], env=environment, encoding="utf-8", timeout=30)
    shell.expect_exact("#")
    taken = time.perf_counter() - begin
    shell.sendline("exit")
    shell.expect(pexpect.EOF)
    shell.close()
    return taken


def medians(*measured: Callable[[], float]) -> list[float]:
    """The median of each, measured in turn after one round that does not count."""
    rounds = [[measure() for measure in measured] for _ in range(ROUNDS + 1)]
    return [statistics.median(column) for column in zip(*rounds[1:], strict=True)]


if __name__ == "__main__":
    toolkit, prompt = medians(floor, first_prompt)
    print(f"import prompt_toolkit: {toolkit * 1000:.0f} ms")
    print(f"first prompt:          {prompt * 1000:.0f} ms")
    print(f"ratio:                 {prompt / toolkit:.2f} (aim: {AIM} or less)")

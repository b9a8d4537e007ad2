"""What the appliance does while a person reads the prompt."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from fauxgate.cli.command_line import CommandLine
from fauxgate.shell.internal_errors import InternalErrorsTold

if TYPE_CHECKING:
    from fauxgate.device.appliance import Appliance

# How long the worker sleeps at most between two looks at the jobs; a new job wakes it at once.
LONGEST_SLEEP = 60.0


@contextlib.contextmanager
def background(appliance: Callable[[], "Appliance"] | None, command_line: CommandLine) -> Iterator[Callable[[], None]]:
    """Get the grammar ready, then run due jobs, in a thread of their own; a job that breaks ends only itself.

    Without an appliance somebody else runs its jobs: only one thread at a time may.

    The thread waits for the call of what is given, so that the first prompt need not share the processor with it.
    """
    begun, ended = threading.Event(), threading.Event()

    def work() -> None:
        begun.wait()
        with InternalErrorsTold():
            command_line.warm_up()
        while appliance is not None and not ended.is_set():
            with InternalErrorsTold():
                appliance().jobs.run_due()
            appliance().jobs.wait(LONGEST_SLEEP)

    worker = threading.Thread(target=work, name="jobs", daemon=True)
    worker.start()
    try:
        yield begun.set
    finally:
        ended.set()
        begun.set()
        if appliance is not None:
            appliance().jobs.wake()
        worker.join(timeout=1.0)

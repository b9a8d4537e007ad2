"""Several jobs in several processes, with a bar on a terminal that tells how far they are."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

WIDTH = 30

J = TypeVar("J")
R = TypeVar("R")


def in_parallel(work: Callable[[J], R], jobs: Sequence[J], size: Callable[[J], int]) -> Iterator[R | None]:
    """What `work` gives for each job, in their order; None for one whose process was killed.

    `size` says how much of the whole a job is. Processes are begun anew, not copied, so that no thread, lock or open
    file of this one is in them.
    """
    number = min(len(jobs), _processors())
    context = multiprocessing.get_context("spawn")
    sizes = [size(job) + 1 for job in jobs]
    with ProcessPoolExecutor(number, mp_context=context, initializer=_leave_interrupts_to_the_parent) as pool:
        futures = [pool.submit(work, job) for job in jobs]
        try:
            _watch(futures, sizes)
        except KeyboardInterrupt:
            for process in multiprocessing.active_children():
                process.terminate()
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        yield from map(_result, futures)


def _watch(futures: "Sequence[Future[R]]", sizes: Sequence[int]) -> None:
    """Wait for all, and show how far they are where somebody can see it."""
    is_shown = sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    waiting = set(futures)
    while waiting:
        if is_shown:
            done = sum(size for future, size in zip(futures, sizes, strict=True) if future not in waiting)
            sys.stderr.write(_bar(done / sum(sizes), len(futures) - len(waiting), len(futures)))
            sys.stderr.flush()
        _, waiting = wait(waiting, return_when=FIRST_COMPLETED)
    if is_shown:
        # The line is erased: what is told of the files stands where it stood.
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def _bar(share: float, done: int, number: int) -> str:
    full = int(share * WIDTH)
    return f"\r[{'#' * full}{'.' * (WIDTH - full)}] {share:4.0%}  {done} of {number} files\x1b[K"


def _result(future: "Future[R]") -> R | None:
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _processors() -> int:
    """How many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches all processes of a terminal; only the first one answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

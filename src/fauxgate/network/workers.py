"""Threads that do one piece of work after the other, made when all others are busy and kept for the next."""

import queue
import threading
from collections.abc import Callable

Work = Callable[[], None]


class Workers:
    """Starting a thread for each connection takes longer than most connections; an idle one takes the next at once.

    Work raises nothing.
    """

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._idle = 0
        self._threads: list[threading.Thread] = []

    def give(self, work: Work) -> None:
        """Have something done, at once."""
        with self._lock:
            if self._idle:
                self._idle -= 1
                self._waiting.put(work)
                return
            thread = threading.Thread(target=self._run, args=(work,), name="worker")
            self._threads.append(thread)
        thread.start()

    def close(self) -> None:
        """Wait until all work is done, and end the threads; nothing may be given any more."""
        with self._lock:
            threads, self._threads = self._threads, []
        for _ in threads:
            self._waiting.put(None)
        for thread in threads:
            thread.join()

    def _run(self, work: Work | None) -> None:
        while work is not None:
            work()
            with self._lock:
                self._idle += 1
            work = self._waiting.get()

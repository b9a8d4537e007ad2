"""Keeps the garbage collector away from a configuration that is loaded.

Nothing in it refers to what it is in, so there is no garbage to be found; but each time the collector looks for some,
it goes through all that has been loaded.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

LARGE = 1_000_000
"""From this size of a text on, looking through what was made of it takes so long that a command waits for it."""


@contextmanager
def undisturbed(size: int) -> Iterator[None]:
    """Nothing is collected while a text of that size is loaded, and what was made of a large one is left alone then."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
        if size >= LARGE:
            gc.freeze()

"""Our own mistakes must cost nobody the appliance they have been working on."""

import asyncio
import sys
from types import TracebackType
from typing import Any


class InternalErrorsTold:
    """Tells an exception that leaves the `with` block by `sys.excepthook`, then goes on after the block.

    For the places where the only alternative is to lose the prompt, and with it everything that lives in the process.
    """

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if kind is None or error is None or not issubclass(kind, Exception):
            return False
        sys.excepthook(kind, error, trace)
        return True


# The loop hands over a mapping of whatever it knows; only the exception is looked at.
def tell_loop_error(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Tell what went wrong inside the event loop in the same way; for `loop.set_exception_handler`."""
    error = context.get("exception")
    if isinstance(error, Exception):
        sys.excepthook(type(error), error, error.__traceback__)

"""Our own mistakes, as a person sees them: one line that says what to do, never a traceback.

With FAUXGATE_TRACEBACK set the whole traceback is printed, for whoever mends it.
"""

import os
import sys
import threading
from types import TracebackType

ASK_FOR_TRACEBACK = "FAUXGATE_TRACEBACK"


def tell_internal_errors_in_one_line() -> None:
    """From now on uncaught exceptions of every thread are told in one line on standard error."""
    if os.environ.get(ASK_FOR_TRACEBACK):
        return
    sys.excepthook = _tell
    threading.excepthook = _tell_of_thread


def _tell(kind: type[BaseException], error: BaseException | None, _traceback: TracebackType | None) -> None:
    print(
        f"fauxgate: internal error ({kind.__name__}: {error}); "
        f"please report it with what {ASK_FOR_TRACEBACK}=1 prints besides",
        file=sys.stderr,
    )


def _tell_of_thread(caught: threading.ExceptHookArgs) -> None:
    _tell(caught.exc_type, caught.exc_value, caught.exc_traceback)

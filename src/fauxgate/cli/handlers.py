"""The table of handlers: importing the modules at the end fills it.

A handler yields the lines of its answer and may yield a `Question` between them.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from fauxgate.cli.console import Answer, Console
from fauxgate.language.statements import Statement

S = TypeVar("S", bound=Statement)

# Keyed by statement class; each handler takes exactly the class it stands under, which a mapping cannot say.
HANDLERS: dict[type[Statement], Callable[[Console, Any], Answer]] = {}


def handles(statement: type[S]) -> Callable[[Callable[[Console, S], Answer]], Callable[[Console, S], Answer]]:
    """Make the decorated function the handler of `statement`."""

    def register(handler: Callable[[Console, S], Answer]) -> Callable[[Console, S], Answer]:
        HANDLERS[statement] = handler
        return handler

    return register

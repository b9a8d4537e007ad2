"""What a command may use: the appliance, this person's place in it, and what lies outside the appliance."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeVar

from fauxgate.cli.controls import Controls
from fauxgate.debug.switches import Switches
from fauxgate.device.appliance import Appliance
from fauxgate.language.statements import Statement
from fauxgate.model.editor import Editor


@dataclass(slots=True)
class Console:
    """One person at the appliance. `is_open` turns False when they have logged out."""

    appliance: Appliance
    editor: Editor
    switches: Switches
    controls: Controls
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """A question answered by one key; the handler that yields it is sent True for `y`."""

    text: str


# A handler yields the lines of its answer and may yield a Question between them.
Answer = Generator[str | Question, bool, None]
S = TypeVar("S", bound=Statement)

# Keyed by statement class; each handler takes exactly the class it stands under, which a mapping cannot say.
HANDLERS: dict[type[Statement], Callable[[Console, Any], Answer]] = {}


def handles(statement: type[S]) -> Callable[[Callable[[Console, S], Answer]], Callable[[Console, S], Answer]]:
    """Make the decorated function the handler of `statement`."""

    def register(handler: Callable[[Console, S], Answer]) -> Callable[[Console, S], Answer]:
        HANDLERS[statement] = handler
        return handler

    return register

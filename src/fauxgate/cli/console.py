"""What a command may use: the appliance, this person's place in it, and what lies outside the appliance."""

from collections.abc import Generator
from dataclasses import dataclass

from fauxgate.cli.controls import Controls
from fauxgate.debug.switches import Switches
from fauxgate.device.appliance import Appliance
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


# What a handler gives: lines, with a Question between them where it needs an answer.
Answer = Generator[str | Question, bool, None]

"""What a check can look at: the appliance as it is, and what has happened since the lab began."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fauxgate.lab.history import History

if TYPE_CHECKING:
    from fauxgate.cli.console import Console
    from fauxgate.lab.conditions import Condition


@dataclass(frozen=True, slots=True)
class View:
    """State and history; `is_rest_met` says whether all other required checks of the step are true.

    `condition` is that of the check that asks, for what is found by looking for it.
    """

    console: "Console"
    history: History
    condition: "Condition | None" = None
    is_rest_met: bool = False

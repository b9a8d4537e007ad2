"""`system automation-stitch`: what is done when.

Source: fortios-cli.md 9.1 (ANS, HFX); print order: schema order.
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import Choice, Integer, Name, Names, Option, Path, String, Table, Value

ACTION: tuple[Path, ...] = (("system", "automation-action"),)

ACTIONS = Table(
    path=("actions",),
    help="What is done, one after the other.",
    key=Option("id", Integer(), help="Number of the step."),
    options=(
        Option("action", String(64), help="What is done.", required=True, refers_to=ACTION),
        Option("delay", Integer(0, 3600), "0", "Seconds to wait before."),
        Option("required", SWITCH, "disable", "Stop if it fails."),
    ),
    since=(7, 0, 1),
)

STITCH = Table(
    path=("system", "automation-stitch"),
    help="What is done when.",
    key=Option("name", Name(35), help="Name of the stitch."),
    options=(
        Option("description", String(255), help="Remarks about the stitch.", since=(7, 0, 0)),
        Option("status", SWITCH, "enable", "Use the stitch."),
        Option(
            "trigger", String(35), help="When it is done.", required=True, refers_to=(("system", "automation-trigger"),)
        ),
        Option(
            "condition",
            Names(79),
            (),
            "Conditions that must hold.",
            since=(7, 6, 1),
            refers_to=(("system", "automation-condition"),),
        ),
        Option(
            "condition-logic",
            Choice((Value("and", "All of them."), Value("or", "One of them."))),
            "and",
            "How many conditions must hold.",
            since=(7, 6, 1),
        ),
        Option("action", Names(64), (), "What is done.", until=(7, 0, 0), refers_to=ACTION),
        ACTIONS,
        Option(
            "destination",
            Names(79),
            (),
            "Units that it is done on.",
            refers_to=(("system", "automation-destination"),),
        ),
    ),
    is_global=True,
    quiet=True,
)

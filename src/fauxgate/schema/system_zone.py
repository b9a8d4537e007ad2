"""`system zone`: several interfaces that policies treat as one.

Source: fortios-cli.md 9.1 (ANS, HFX) and 3.4.
"""

from fauxgate.schema.shared import INTERFACES
from fauxgate.schema.types import Choice, Name, Names, Option, String, Table, Value

TAGGING = Table(
    path=("tagging",),
    help="Tags of the zone.",
    key=Option("name", Name(63), help="Name of the entry."),
    options=(
        Option("category", String(63), help="Category of the tags.", refers_to=(("system", "object-tagging"),)),
        Option("tags", Names(79), (), "The tags."),
    ),
)

ZONE = Table(
    path=("system", "zone"),
    help="Several interfaces as one.",
    key=Option("name", Name(35), help="Name of the zone."),
    options=(
        TAGGING,
        Option("description", String(127), help="Remarks about the zone."),
        Option(
            "intrazone",
            Choice(
                (
                    Value("allow", "Let traffic pass between the interfaces."),
                    Value("deny", "Stop traffic between the interfaces."),
                )
            ),
            "deny",
            "What happens between interfaces of the zone.",
        ),
        Option("interface", Names(79), (), "Interfaces of the zone.", refers_to=INTERFACES),
    ),
    quiet=True,
)

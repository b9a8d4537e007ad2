"""`config vdom` and `config global`, which lead into the domains of a unit that has several.

Source: fortios-cli.md 1.6; length and characters of a name: 5.3 and 9.2 (`management-vdom`).
"""

from fauxgate.schema.types import Hostname, Object, Option, Table

VDOM = Table(
    path=("vdom",),
    help="One virtual domain.",
    key=Option("name", Hostname(31), help="Name of the virtual domain."),
    options=(),
    factory=(("root", ()),),
    is_global=True,
    limit=10,
)

WHOLE_UNIT = Object(path=("global",), help="What all virtual domains share.", options=(), is_global=True)

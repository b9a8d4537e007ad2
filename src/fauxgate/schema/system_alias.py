"""`system alias`: names for commands.

Source: the table, its two fields and their lengths are facts that public API clients state.
"""

from fauxgate.schema.types import Option, String, Table

ALIAS = Table(
    path=("system", "alias"),
    help="Names for commands.",
    is_global=True,
    key=Option("name", String(35), help="Name of the alias."),
    options=(Option("command", String(255), help="Commands to carry out.", required=True),),
)

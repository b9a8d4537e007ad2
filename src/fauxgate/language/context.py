"""Where a line is typed."""

from enum import Enum


class Context(Enum):
    """The places of a line; the values name the grammar's start rules.

    An object is a table without entries. `GLOBAL` and `VDOM` are the tops of what all virtual domains share and of one
    of them. What is `KEPT` may be a table or an object: nobody has described it.
    """

    ROOT = "root"
    TABLE = "table"
    ENTRY = "entry"
    OBJECT = "object"
    GLOBAL = "global"
    VDOM = "vdom"
    KEPT = "kept"

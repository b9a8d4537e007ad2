"""Where a line is typed."""

from enum import Enum


class Context(Enum):
    """The four places of a line; the values name the grammar's start rules. An object is a table without entries."""

    ROOT = "root"
    TABLE = "table"
    ENTRY = "entry"
    OBJECT = "object"

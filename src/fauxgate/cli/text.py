"""Where lines begin and end: what a door needs to know of a text before it hands over a line."""

from fauxgate.language.reader import Line, read
from fauxgate.language.words import open_end

__all__ = ["Line", "open_end", "read"]

"""One layer of an exchange, and how it is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LABEL = 16
INDENT = "    "


@dataclass(frozen=True, slots=True)
class Layer:
    """A title and lines; where there are bytes, `name` is what their file is called, `command` OpenSSL's for them.

    `{file}` in the command stands for the file's name.
    """

    title: str
    lines: tuple[str, ...]
    name: str = ""
    der: bytes = b""
    command: str = ""

    @property
    def file_name(self) -> str:
        """What the bytes are called when they are exported."""
        return f"{self.name}.der" if self.der else ""


def field(label: str, value: str) -> str:
    """A line with a label."""
    return f"{label + ': ':<{LABEL}}{value}".rstrip()


def shown(layers: Iterable[Layer]) -> Iterator[str]:
    """The lines of all layers."""
    for layer in layers:
        yield ""
        size = f", {len(layer.der)} bytes" if layer.der else ""
        yield f"-- {layer.title}{size}"
        yield from (f"{INDENT}{_harmless(line)}".rstrip() for line in layer.lines)
        if layer.command:
            yield f"{INDENT}$ {layer.command.replace('{file}', layer.file_name)}"


def _harmless(line: str) -> str:
    """Text that a peer chose, such that it can do nothing to a screen."""
    return "".join(mark if mark.isprintable() else "." for mark in line)

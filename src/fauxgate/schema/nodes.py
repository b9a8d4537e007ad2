"""Reads facts from decoded JSON of unknown origin: what is not of the kind that was asked for counts as not stated."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_UNFIT = frozenset(" \"'\\#()<>?")


def is_word(text: str) -> bool:
    """Whether a text can stand in a command without quotes."""
    return text.isprintable() and _UNFIT.isdisjoint(text)


@dataclass(frozen=True, slots=True)
class Node:
    """One JSON object."""

    facts: Mapping[str, object]

    @classmethod
    def of(cls, decoded: object) -> "Node":
        """The node of a decoded JSON value; an empty one if it is no object."""
        return cls(decoded if isinstance(decoded, dict) else {})

    def text(self, name: str) -> str:
        """A text; empty if none is stated."""
        found = self.facts.get(name)
        return found if isinstance(found, str) else ""

    def sentence(self, name: str) -> str:
        """A text for people, on one line, with nothing in it that a terminal would take for a command."""
        return "".join(filter(str.isprintable, " ".join(self.text(name).split())))

    def word(self, name: str) -> str:
        """A text without white space or quotes, as a command can have it; empty if none is stated."""
        found = self.text(name)
        return found if is_word(found) else ""

    def number(self, name: str) -> int | None:
        """An integer, or None."""
        found = self.facts.get(name)
        return found if isinstance(found, int) and not isinstance(found, bool) else None

    def flag(self, name: str) -> bool:
        """Whether something is said to be true."""
        return self.facts.get(name) is True

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of a list, or the words of one text; none if neither is stated."""
        found = self.facts.get(name)
        if isinstance(found, str):
            return tuple(found.split())
        return tuple(item for item in found if isinstance(item, str)) if isinstance(found, list) else ()

    def node(self, name: str) -> "Node":
        """The object of that name; an empty one if there is none."""
        return Node.of(self.facts.get(name))

    def items(self, name: str) -> Iterator["Node"]:
        """The objects of a list."""
        found = self.facts.get(name)
        if isinstance(found, list):
            yield from map(Node.of, found)

    def members(self, name: str) -> Iterator[tuple[str, "Node"]]:
        """The objects inside the object of that name, in their order."""
        yield from ((key, Node.of(value)) for key, value in self.node(name).facts.items())

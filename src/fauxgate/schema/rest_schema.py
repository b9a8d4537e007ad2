"""What a FortiGate's REST API answers to `action=schema`, as the tables and objects it is about.

Three shapes are read: the answer about one path (`results` is an object), the answer about all (`results` is a list of
`path`, `name` and `schema`), and a collection of answers by `path/name`. A path has dots between its words.
"""

from collections.abc import Iterator

from fauxgate.schema.nodes import Node, is_word
from fauxgate.schema.types import Path

SECTIONS = frozenset({"table", "complex"})
"""The categories of what `config` enters; the others are options, and helpers of `get`."""


def sections(decoded: object) -> Iterator[tuple[Path, Node]]:
    """Path and schema of every table and object in a decoded answer; none if it is no such answer."""
    answer = Node.of(decoded)
    if "results" not in answer.facts:
        yield from _collected(answer)
    elif isinstance(answer.facts["results"], list):
        for item in answer.items("results"):
            yield from _section(item, item.node("schema") if "schema" in item.facts else item)
    else:
        yield from _section(answer, answer.node("results"))


def version(decoded: object) -> str:
    """The firmware that answered, such as `v7.4.2`; empty if the answer does not tell."""
    return Node.of(decoded).text("version")


def _collected(answers: Node) -> Iterator[tuple[Path, Node]]:
    for key, value in answers.facts.items():
        path, slash, name = key.rpartition("/")
        answer = Node.of(value)
        if slash:
            results = answer.node("results") if "results" in answer.facts else answer
            yield from _section(Node({"path": path, "name": name}), results)


def _section(place: Node, schema: Node) -> Iterator[tuple[Path, Node]]:
    if schema.text("category") not in SECTIONS:
        return
    words = (place.text("path") or schema.text("path")).split(".")
    name = place.text("name") or schema.text("name")
    path = (*words, name)
    if all(word and is_word(word) for word in path):
        yield path, schema

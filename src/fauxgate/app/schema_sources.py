"""Where further tables come from: a FortiGate's REST API, an installed Ansible collection, or an earlier import.

Files are read here and nothing in them is run; what they say is made out in `schema`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fauxgate.schema import imported, rest_schema, stored, types
from fauxgate.schema.nodes import Node
from fauxgate.schema.releases import NEWEST
from fauxgate.schema.spans import read_spans

MODULES = ("plugins/modules", "fortios/plugins/modules", "ansible_collections/fortinet/fortios/plugins/modules")
"""Where the modules of the collection are, seen from the directories that people may name."""

Schema = dict[str, object]


class NoSchema(Exception):
    """A source that cannot be read, or in which no schema is; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a source describes, and a sentence about where it came from."""

    source: str
    sections: dict[types.Path, Schema]
    unread: tuple[str, ...] = ()


def gather(source: Path) -> Gathered:
    """What a file or directory describes. Raises NoSchema if that is nothing."""
    modules = next((source / folder for folder in MODULES if (source / folder).is_dir()), None)
    if modules is not None:
        gathered = _collection(modules)
    elif source.is_dir():
        gathered = _answers(source, sorted(source.rglob("*.json")))
    else:
        gathered = _answers(source, [source])
    if not gathered.sections:
        raise NoSchema(f"no schema in {source}")
    return gathered


def load(source: Path) -> stored.StoredSchema:
    """The schema of an earlier import, or of a source as `gather` reads it. Raises NoSchema."""
    if source.suffix != ".jsonl":
        gathered = gather(source)
        return stored.read("\n".join(stored.write(gathered.source, gathered.sections.items())))
    try:
        return stored.read(_text(source))
    except stored.DamagedSchema as error:
        raise NoSchema(f"cannot use {source}: {error}") from error


def _collection(modules: Path) -> Gathered:
    from fauxgate.schema import ansible_schema  # noqa: PLC0415 - an earlier import is read without it

    paths = sorted(modules.glob("fortios_*.py"))
    found = (ansible_schema.section(_text(path)) for path in paths)
    return Gathered(_name(modules.parent.parent), _sound(section for section in found if section is not None))


def _name(collection: Path) -> str:
    """The collection and its version, if its manifest is there."""
    try:
        manifest = Node.of(json.loads((collection / "MANIFEST.json").read_text("utf-8")))
    except (OSError, ValueError, RecursionError):
        return "Ansible collection fortinet.fortios"
    return f"Ansible collection fortinet.fortios {manifest.node('collection_info').word('version')}".rstrip()


def _answers(source: Path, paths: Iterable[Path]) -> Gathered:
    sections: dict[types.Path, Schema] = {}
    versions: dict[str, None] = {}
    unread = []
    for path in paths:
        try:
            decoded = json.loads(_text(path))
        except (ValueError, RecursionError):
            unread.append(str(path))
            continue
        found = _sound((where, dict(node.facts)) for where, node in rest_schema.sections(decoded))
        if not found:
            unread.append(str(path))
        sections |= found
        versions[rest_schema.version(decoded)] = None
    name = " ".join(["REST API of", *filter(None, versions)]) if any(versions) else f"REST API, from {source.name}"
    return Gathered(name, sections, tuple(unread))


def _sound(sections: Iterable[tuple[types.Path, Schema]]) -> dict[types.Path, Schema]:
    """Those of which a section can be made; what is made of them later must not fail any more."""
    return {path: schema for path, schema in sections if _is_sound(path, schema)}


def _is_sound(path: types.Path, schema: Schema) -> bool:
    try:
        own = [first for first, _ in read_spans(Node(schema).text("spans")) if first is not None]
        for release in (*NEWEST.values(), *own):
            imported.section(path, Node(schema), release)
    except (ValueError, RecursionError):
        return False
    return True


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise NoSchema(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise NoSchema(f"cannot read {path}: it is not UTF-8 text") from error


def lines(gathered: Gathered) -> Iterator[str]:
    """The file of an import, line by line."""
    return (f"{line}\n" for line in stored.write(gathered.source, gathered.sections.items()))

"""What the modules of the Ansible collection `fortinet.fortios` say of tables, in the form of the REST API's answer.

A module is read as text and never run: its `versioned_schema` (a literal with types, option lists and releases), its
documentation (sentences, ranges and references) and the path that it sends its data to.
It names no type of a text, no limit and few defaults; those stay unstated.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fauxgate.schema.module_notes import Names, notes
from fauxgate.schema.nodes import Node
from fauxgate.schema.types import Path

_SOURCES = re.compile(r"\s*\bSource ((?:[a-z0-9][\w+-]*(?:\.[\w+-]+)+[ .]+)+)\s*$")
_RANGE = re.compile(r"(?<![\w.])(-?[0-9]+) ?(?:-|to) ?(-?[0-9]+)(?![\w.]*[.:][0-9])")
_ZERO_TOO = re.compile(r"\b0 ?(?:=|means|for|to|is)|\bzero\b", re.IGNORECASE)
_DEFAULT = re.compile(r"\bdefault ?(?:=|is) ?([\w.-]+)")
_LINK = re.compile(r"\s*\(?see <a .*", re.IGNORECASE)
# Inferred from names: what such an option holds is secret, and the collection does not state it.
_SECRET = re.compile(r"(?:^|_)(?:password|passwd|passphrase|psksecret|secret)[0-9]?$")
# Sections of `system` that each virtual domain has for itself.
_OF_DOMAINS = frozenset(
    {
        "arp-table",
        "dhcp",
        "dhcp6",
        "dns-database",
        "dns-server",
        "gre-tunnel",
        "ike",
        "ipip-tunnel",
        "ips",
        "ipsec-aggregate",
        "ipv6-neighbor-cache",
        "ipv6-tunnel",
        "link-monitor",
        "mobile-tunnel",
        "nat64",
        "nd-proxy",
        "object-tagging",
        "pppoe-interface",
        "proxy-arp",
        "sdwan",
        "session-ttl",
        "settings",
        "sit-tunnel",
        "vdom-dns",
        "vdom-netflow",
        "vdom-radius-server",
        "vdom-sflow",
        "virtual-wan-link",
        "vne-tunnel",
        "vxlan",
        "wccp",
        "zone",
    }
)


@dataclass(frozen=True, slots=True)
class _Module:
    """What one module says besides its schema: names that it changed, and its sentences."""

    names: Mapping[str, str]
    notes: Mapping[Names, str]


def section(source: str) -> tuple[Path, dict[str, object]] | None:
    """The path that a module is about and its schema; None if the text is no module about a table or object."""
    try:
        tree = ast.parse(source)
        schema = Node.of(_literal(tree.body, "versioned_schema"))
        documentation = _literal(tree.body, "DOCUMENTATION")
        names = dict(_renamed(tree))
    except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
        return None
    path = _path(tree)
    if path is None or not schema.facts:
        return None
    said = notes(documentation) if isinstance(documentation, str) else {}
    made = _nested(_Module(names, said), _body(said, path), schema)
    return path, made | ({"object_range": "global"} if _is_global(path) else {})


def _is_global(path: Path) -> bool:
    """Inferred: `system` is the unit's, but for a few; the collection does not say what each virtual domain has."""
    return path[0] == "system" and path[1] not in _OF_DOMAINS


def _body(said: Iterable[Names], path: Path) -> Names:
    """The argument whose suboptions are the options: `firewall_addrgrp` for `firewall addrgrp`."""
    run_together = re.sub(r"[^A-Za-z0-9]", "", "".join(path))
    return next((names for names in said if len(names) == 1 and names[0].replace("_", "") == run_together), ())


def _literal(statements: Iterable[ast.stmt], name: str) -> object:
    """The literal that one of the statements gives to a name, or None. Raises ValueError if it is no literal."""
    for statement in statements:
        match statement:
            case ast.Assign(targets=[ast.Name(id=assigned)], value=value) if assigned == name:
                return ast.literal_eval(value)
    return None


def _path(tree: ast.Module) -> Path | None:
    """The words of the first call `fos.set("system.snmp", "community", ...)`."""
    for call in ast.walk(tree):
        match call:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="fos"), attr="set"),
                args=[ast.Constant(value=str(branch)), ast.Constant(value=str(name)), *_],
            ):
                return (*branch.split("."), name)
    return None


def _renamed(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """What the module calls an option, and what the appliance does, where a module may not call it so."""
    for function in tree.body:
        if not isinstance(function, ast.FunctionDef):
            continue
        # One function maps from the appliance's name to the module's, the other one back again.
        is_backwards = function.name == "valid_attr_to_invalid_attr"
        for first, second in Node.of(_literal(function.body, "speciallist")).facts.items():
            yield (str(second), first) if is_backwards else (first.replace("-", "_"), str(second))


def _nested(module: _Module, names: Names, schema: Node) -> dict[str, object]:
    """A table or an object."""
    members = list(schema.members("children"))
    children = {key: _member(module, (*names, key), node) for key, node in members}
    made: dict[str, object] = {"category": "complex", "children": children, **_facts(module, names, schema)}
    key = next((key for key, node in members if node.flag("required")), "")
    if schema.text("type") == "list" and key:
        made |= {"category": "table", "mkey": key, "member_table": len(members) == 1}
    return made


def _member(module: _Module, names: Names, schema: Node) -> dict[str, object]:
    if "children" in schema.facts:
        return _nested(module, names, schema)
    made: dict[str, object] = {"category": "unitary", **_facts(module, names, schema)}
    said = module.notes.get(names, "")
    values = [_value(value) for value in schema.items("options")]
    if values:
        words = {str(value["name"]) for value in values}
        return made | {"type": "option", "options": values} | _default(said, words)
    if schema.text("type") == "integer":
        return made | {"type": "integer"} | _range(said) | _default(said, None)
    return made | _text_type(names[-1], schema, made)


def _facts(module: _Module, names: Names, schema: Node) -> dict[str, object]:
    """What can be said of options and sections alike."""
    said = module.notes.get(names, "").strip("'\"")
    source = _SOURCES.search(said)
    made: dict[str, object] = {"help": _LINK.sub("", _SOURCES.sub("", said))}
    if names:
        made["name"] = module.names.get(names[-1], names[-1]).replace("_", "-")
    if source:
        made["datasource"] = [table.strip(".") for table in source[1].split()]
    spans = _spans(schema)
    return (
        made
        | ({"spans": spans} if spans else {})
        | ({"multiple_values": True} if schema.flag("multiple_values") else {})
    )


def _value(value: Node) -> dict[str, object]:
    spans = _spans(value)
    return {"name": value.text("value"), **({"spans": spans} if spans else {})}


def _spans(schema: Node) -> str:
    ranges = schema.facts.get("v_range")
    pairs = [pair for pair in ranges if isinstance(pair, list) and len(pair) == 2] if isinstance(ranges, list) else []
    return " ".join(f"{first}-{last}".replace("v", "") for first, last in pairs)


def _range(said: str) -> dict[str, object]:
    """The smallest and the largest integer that the sentence speaks of."""
    bounds = [int(number) for low_high in _RANGE.findall(said) for number in low_high]
    if not bounds:
        return {}
    low = min(0, *bounds) if _ZERO_TOO.search(said) else min(bounds)
    return {"min-value": low, "max-value": max(bounds)} if low < max(bounds) else {}


def _default(said: str, words: set[str] | None) -> dict[str, object]:
    """The default that the sentence names; `words` are the ones it may be, None means an integer."""
    stated = _DEFAULT.search(said)
    if stated is None:
        return {}
    word = stated[1].strip(".")
    if words is None:
        return {"default": int(word)} if re.fullmatch(r"-?[0-9]{1,19}", word) else {}
    return {"default": word} if word in words else {}


def _text_type(name: str, schema: Node, made: Mapping[str, object]) -> dict[str, object]:
    if _SECRET.search(name):
        return {"type": "password"}
    if name == "uuid":
        return {"type": "uuid"}
    if schema.text("elements") == "str" or "datasource" in made:
        return {"type": "string"}
    return {}

"""Sections that nobody here described: made of a schema that a person imported, when they are first asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fauxgate.schema.imported_types import UNSTATED_LIMIT, default, field_type
from fauxgate.schema.nodes import Node, is_word
from fauxgate.schema.rest_schema import SECTIONS
from fauxgate.schema.spans import in_spans, read_spans
from fauxgate.schema.types import Integer, Names, Object, Option, Path, Release, Section, String, Table

_INFORMATION = "info-read-only"


def section(path: Path, node: Node, release: Release) -> Section | None:
    """The table or object that the schema describes, as the release has it; None if it has none."""
    if not _exists(node, release):
        return None
    members = tuple(_members(node, release))
    is_global = node.text("object_range") == "global"
    if node.text("category") != "table":
        return Object(
            path=path, help=node.sentence("help"), options=members, quiet=True, is_global=is_global, is_imported=True
        )
    return Table(
        path=path,
        help=node.sentence("help"),
        key=_key(node),
        options=members,
        quiet=True,
        is_global=is_global,
        limit=node.number("max_table_size_vdom") or None,
        # Nobody states which tables can be sorted.
        ordered=True,
        is_imported=True,
    )


def merged(ours: Section, theirs: Section | None) -> Section:
    """Our own section with what only the other one knows after it, in sections inside it too."""
    if theirs is None or isinstance(ours, Table) is not isinstance(theirs, Table):
        return ours
    known = {member.name for member in ours.options}
    if isinstance(ours, Table):
        known.add(ours.key.name)
    members = [_merged_member(member, theirs) for member in ours.options]
    further = [member for member in theirs.options if member.name not in known]
    return replace(ours, options=(*members, *further), is_complete=True)


def _merged_member(member: Option | Section, theirs: Section) -> Option | Section:
    return merged(member, theirs.section(member.name)) if isinstance(member, Section) else member


def _exists(node: Node, release: Release) -> bool:
    return in_spans(read_spans(node.text("spans")), release)


def _members(node: Node, release: Release) -> Iterator[Option | Section]:
    for key, member in node.members("children"):
        name = member.word("name") or key
        if key == node.text("mkey") or not is_word(name) or not _exists(member, release):
            continue
        if member.text("category") not in SECTIONS:
            yield from _options(name, member, release)
        elif member.flag("member_table"):
            yield _names(name, member)
        else:
            nested = section((name,), member, release)
            if nested is not None:
                yield nested


def _options(name: str, node: Node, release: Release) -> Iterator[Option]:
    if node.text("category") == _INFORMATION and not node.facts.keys() & {"options", "default"}:
        return
    kind = field_type(node, release)
    yield Option(
        name,
        kind,
        default(node, kind),
        node.sentence("help"),
        read_only=node.flag("readonly"),
        # What the answer calls required is so only while it applies, and it does not say when that is.
        refers_to=_targets(node) if isinstance(kind, String | Names) else (),
    )


def _names(name: str, node: Node) -> Option:
    """A table whose entries have nothing but a key is written as a list: `set member "a" "b"`."""
    key = _key_node(node)
    return Option(name, Names(key.number("size") or UNSTATED_LIMIT), (), node.sentence("help"), refers_to=_targets(key))


def _key_node(node: Node) -> Node:
    return node.node("children").node(node.text("mkey"))


def _key(node: Node) -> Option:
    key, name = _key_node(node), node.text("mkey")
    is_number = "integer" in (node.text("mkey_type"), key.text("type"))
    kind = _number(key) if is_number else String(key.number("size") or UNSTATED_LIMIT)
    return Option(key.word("name") or name, kind, help=key.sentence("help"))


def _number(key: Node) -> Integer:
    low, high = key.number("min-value"), key.number("max-value")
    return Integer() if low is None or high is None or low >= high else Integer(min(low, 0), high)


def _targets(node: Node) -> tuple[Path, ...]:
    """The tables that the value points at: `vpn.certificate.local.name` without its last word."""
    sources: Sequence[str] = node.texts("datasource")
    return tuple(tuple(source.split(".")[:-1]) for source in sources if "." in source)

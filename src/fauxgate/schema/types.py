"""The words a table of options is written in: types of values, options, tables and objects.

Everything here is frozen data. How a value of a type is read and printed stands in `model.values`; which parts of a
table one release has stands in `catalogue`.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

Path: TypeAlias = tuple[str, ...]
"""The words of a `config` line, for example `("vpn", "certificate", "local")`."""

Release: TypeAlias = tuple[int, int, int]
"""A firmware release, for example `(7, 4, 11)`."""

Stored: TypeAlias = str | tuple[str, ...]
"""A value in its canonical form: one text, or the items of a list."""


@dataclass(frozen=True, slots=True)
class Value:
    """One word of an option list, with the sentence `?` shows beside it. `since` and `until` are inclusive."""

    name: str
    help: str
    since: Release | None = None
    until: Release | None = None


class FieldType:
    """What an option's value looks like; one subclass for each kind."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class String(FieldType):
    """A free text of at most `limit` bytes."""

    limit: int


@dataclass(frozen=True, slots=True)
class Name(FieldType):
    """The key of a table entry: a text of at most `limit` bytes without the characters that raise the XSS message."""

    limit: int


@dataclass(frozen=True, slots=True)
class Hostname(FieldType):
    """Letters, digits, `-` and `_`, at most `limit` of them."""

    limit: int


@dataclass(frozen=True, slots=True)
class Integer(FieldType):
    """An unsigned integer from `minimum` to `maximum`."""

    minimum: int = 0
    maximum: int = 4294967295


@dataclass(frozen=True, slots=True)
class Choice(FieldType):
    """One word of a list, or any other one if it `is_open`: then the list is that of other releases."""

    values: tuple[Value, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Choices(FieldType):
    """Any number of words of a list, printed in the order of the list, or `as_given` where the first one is best.

    If it `is_open`, the list is that of other releases, and other words follow those of the list.
    """

    values: tuple[Value, ...]
    as_given: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Names(FieldType):
    """Any number of names, in the order they were given, each of at most `limit` bytes."""

    limit: int


@dataclass(frozen=True, slots=True)
class Ranked(FieldType):
    """Any number of names of at most `limit` bytes, each with a number after it: `"port3" 50 "port4" 50`."""

    limit: int


@dataclass(frozen=True, slots=True)
class Password(FieldType):
    """A secret of at most `limit` bytes, stored and printed sealed (`ENC` and base64)."""

    limit: int


@dataclass(frozen=True, slots=True)
class Pem(FieldType):
    """A PEM text over several lines whose first line bears one of `labels`."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text(FieldType):
    """A free text without a stated limit (the appliance calls this type `user`)."""


@dataclass(frozen=True, slots=True)
class AsTyped(FieldType):
    """Words of a form that nobody has stated: any number of them, printed as they were typed, quotes included."""


@dataclass(frozen=True, slots=True)
class Ipv4Address(FieldType):
    """The IPv4 address of a host, or 0.0.0.0."""


@dataclass(frozen=True, slots=True)
class Ipv4Network(FieldType):
    """An IPv4 network and its mask (the appliance calls this type `ipv4-classnet`)."""


@dataclass(frozen=True, slots=True)
class Ipv4Interface(FieldType):
    """The IPv4 address of a host and the mask of its network (`ipv4-classnet-host`), which may lack if `is_lone`."""

    is_lone: bool = False


@dataclass(frozen=True, slots=True)
class Ipv6Address(FieldType):
    """An IPv6 address."""


@dataclass(frozen=True, slots=True)
class Ipv6Prefix(FieldType):
    """An IPv6 address with the length of its prefix."""


@dataclass(frozen=True, slots=True)
class Ipv4Any(FieldType):
    """Any IPv4 address, of whatever class (the appliance calls this type `ipv4-address-any`)."""


@dataclass(frozen=True, slots=True)
class Ipv4Netmask(FieldType):
    """A mask whose ones stand together, as `255.255.255.0` or as the number of its ones."""


@dataclass(frozen=True, slots=True)
class Ipv4Wildcard(FieldType):
    """An IPv4 address and a mask of any shape."""


@dataclass(frozen=True, slots=True)
class Ipv4Range(FieldType):
    """An IPv4 address, or two with `-` between them of which the second is not the lower one."""


@dataclass(frozen=True, slots=True)
class PortRange(FieldType):
    """Port ranges: `80`, `1-1023`, `80:1024-65535` (destination and source), and several of them if `many`."""

    minimum: int = 0
    maximum: int = 65535
    many: bool = True


@dataclass(frozen=True, slots=True)
class Fqdn(FieldType):
    """A domain name of at most `limit` bytes; `*` may stand for its first labels."""

    limit: int


@dataclass(frozen=True, slots=True)
class MacAddress(FieldType):
    """Six bytes in hexadecimal with `:` between them."""


@dataclass(frozen=True, slots=True)
class Uuid(FieldType):
    """A UUID; an entry that has one gets it when it is made."""


@dataclass(frozen=True, slots=True)
class DateTime(FieldType):
    """A date and a time, `2025-03-27 16:22:52`."""


@dataclass(frozen=True, slots=True)
class TimeOfDay(FieldType):
    """Hours and minutes, `16:22`."""


@dataclass(frozen=True, slots=True)
class Moment(FieldType):
    """Hours and minutes of a day, `16:22 2025/03/27`, as schedules have them."""


@dataclass(frozen=True, slots=True)
class When:
    """A condition: the option `name` of the same entry has one of `values`."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One line that `set` can write.

    `default` is what an unset option means; `factory` what a new appliance has, where that differs. `read_only` options
    are not offered and, unless `restored`, refused: a backup prints the restored ones, so they are taken back.
    `refers_to` are the tables among whose keys the value, or each item of it, must be; the words of `also` need no
    entry.
    `when` says for which values of other options this one applies. `since` and `until` are inclusive; two options of
    one name with ranges that do not meet say how an option changed.
    """

    name: str
    type: FieldType
    default: Stored = ""
    help: str = ""
    since: Release | None = None
    until: Release | None = None
    when: When | None = None
    read_only: bool = False
    restored: bool = False
    secret: bool = False
    required: bool = False
    factory: Stored = ""
    refers_to: tuple[Path, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What `config` can enter: the path and the options in the order they are printed.

    A section among the options of another one is entered from its entry and has a path of one word. `quiet` sections
    are left out of the whole configuration while nothing in them is set. `is_global` sections exist once in a unit with
    virtual domains, the others in each domain. A section that is not `is_complete` keeps options it does not know, and
    each keeps those of `kept_names`; one that `is_kept` has none that it knows, and one that `is_imported` is described
    by a schema that a person imported.
    Nobody states what a new unit has in tables of these two kinds, so a reference to one that is not there is good.
    """

    path: Path
    help: str
    options: tuple["Option | Section", ...]
    since: Release | None = None
    until: Release | None = None
    when: When | None = None
    quiet: bool = False
    is_global: bool = False
    is_complete: bool = True
    is_kept: bool = False
    is_imported: bool = False
    kept_names: frozenset[str] = frozenset()
    required: tuple[Option, ...] = field(init=False, repr=False, compare=False)
    referring: tuple["Option | Section", ...] = field(init=False, repr=False, compare=False)
    """The options that refer to entries of tables, and the sections that have some."""
    _by_name: dict[str, "Option | Section"] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name = {member.name: member for member in self.options}
        required = tuple(member for member in self.options if isinstance(member, Option) and member.required)
        # A frozen dataclass lets nobody else fill in what follows from the other fields.
        object.__setattr__(self, "_by_name", by_name)
        object.__setattr__(self, "required", required)
        object.__setattr__(self, "referring", tuple(filter(_refers, self.options)))

    @property
    def name(self) -> str:
        """The last word of the path, which the prompt shows."""
        return self.path[-1]

    def option(self, name: str) -> Option | None:
        """The option of that exact name, or None."""
        member = self._by_name.get(name)
        return member if isinstance(member, Option) else None

    def keeps(self, name: str) -> bool:
        """Whether an option or section of that name, which is not described, is kept word for word."""
        return name not in self._by_name and (not self.is_complete or name in self.kept_names)

    def section(self, name: str) -> "Section | None":
        """The section of that exact name among the options, or None."""
        member = self._by_name.get(name)
        return member if isinstance(member, Section) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Object(Section):
    """A section that exists once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Section):
    """A section of entries.

    `key` names an entry, `ordered` tables can `move` theirs, and entries to which `static` applies are built in: nobody
    can delete them. `limit` is how many entries fit. A new unit has the entries of `factory`: keys, and what is set in
    each (`https status` in its nested object `https`). No entry may have the name of one in a table of `unlike`; `noun`
    is what the message about that calls an entry, such as `address group`. Entries of a `by_path` table are written
    `config PATH "KEY"`, without `edit`.
    `columns` are the options that `get` shows of each entry of the table, with how many blanks follow the value.
    """

    key: Option
    ordered: bool = False
    static: When | None = None
    limit: int | None = None
    factory: tuple[tuple[str, tuple[tuple[str, Stored], ...]], ...] = ()
    unlike: tuple[Path, ...] = ()
    noun: str = ""
    by_path: bool = False
    columns: tuple[tuple[str, int], ...] = ()


def _refers(member: Option | Section) -> bool:
    return bool(member.refers_to if isinstance(member, Option) else member.referring)

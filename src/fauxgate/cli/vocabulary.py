"""What may stand for the declared words of the grammar, from the schema and the live configuration."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from fauxgate.cli.console import Console
from fauxgate.device.arguments import CURVES, RSA_KEY_SIZES
from fauxgate.language.context import Context
from fauxgate.language.parser import Candidate, Choices, Names
from fauxgate.model.addresses import is_host
from fauxgate.model.draft import LIST_VERBS, Draft
from fauxgate.model.entry import Entry, Rows, applies
from fauxgate.model.places import rows_of
from fauxgate.model.values import is_list, is_quoted
from fauxgate.schema import types
from fauxgate.schema.catalogue import Catalogue, Scope
from fauxgate.schema.types import Integer, Option, Section, Table

NOTHING = Choices((), closed=True)
# The verbs after whose path the key of an entry may stand.
LOOKING = frozenset({"show", "get"})
ALIASES = ("system", "alias")
STRING = Candidate("<string>", "please input string value", placeholder=True)
NETMASK = Candidate("<netmask>", "netmask xxx.xxx.xxx.xxx", placeholder=True)
# Inferred: the forms of what is neither an integer nor a string (fortios-cli.md 4.2 has those two).
FORMS: Mapping[type[types.FieldType], Candidate] = {
    kind: Candidate(form, help_text, placeholder=True)
    for kind, form, help_text in (
        (types.Ipv4Address, "<class_ip>", "Class A,B,C ip xxx.xxx.xxx.xxx"),
        (
            types.Ipv4Interface,
            "<class_ip&net_netmask>",
            "Class A,B,C ip and netmask xxx.xxx.xxx.xxx xxx.xxx.xxx.xxx",
        ),
        (types.Ipv4Network, "<ip&netmask>", "ip and netmask xxx.xxx.xxx.xxx xxx.xxx.xxx.xxx"),
        (types.Ipv4Any, "<ip>", "ip xxx.xxx.xxx.xxx"),
        (types.Ipv4Netmask, "<netmask>", "netmask xxx.xxx.xxx.xxx"),
        (types.Ipv6Address, "<ip6>", "ipv6 address xxxx:xxxx:xxxx:xxxx:xxxx:xxxx:xxxx:xxxx"),
        (types.Ipv6Prefix, "<ip6_prefix>", "ipv6 prefix xxxx:xxxx:xxxx:xxxx:xxxx:xxxx:xxxx:xxxx/xxx"),
        (types.MacAddress, "<mac_addr>", "mac address xx:xx:xx:xx:xx:xx"),
        (types.PortRange, "<port_range>", "port range, such as 80 or 1-1023"),
        (types.DateTime, "<datetime>", "date and time yyyy-mm-dd hh:mm:ss"),
        (types.TimeOfDay, "<hh:mm>", "hours and minutes"),
        (types.Uuid, "<uuid>", "uuid xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"),
    )
}
ONE_WORD = (
    types.Choice
    | types.Integer
    | types.String
    | types.Name
    | types.Hostname
    | types.Ipv4Address
    | types.Ipv4Any
    | types.Ipv6Address
    | types.Ipv6Prefix
    | types.Fqdn
    | types.MacAddress
    | types.Uuid
)
# What has its mask behind it, as a word of its own.
WITH_MASK = types.Ipv4Interface | types.Ipv4Network


class ConsoleVocabulary:
    """The vocabulary at one person's place; see `language.parser.Vocabulary`."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._by_terminal: Mapping[str, Callable[[Sequence[str]], Choices]] = {
            "PATH": self._path,
            "CHECKPOINT": lambda _words: _listed(tuple(self._console.steps.checkpoints)),
            "KEY": lambda _words: Choices(self._keys()),
            "OTHER_KEY": lambda _words: Choices(self._keys()),
            "OPTION": self._option,
            "VALUE": self._value,
            "CERT_NAME": self._certificate,
            "DOMAIN": self._domain,
            "ALIAS_NAME": lambda _words: self._aliases(),
            "FAULT_NAME": lambda _words: self._faults(),
            "RSA_KEY_SIZE": lambda _words: _listed(RSA_KEY_SIZES),
            "CURVE": lambda _words: _listed(CURVES),
        }

    def choices(self, terminal: str, words: Sequence[str]) -> Choices:
        """What may stand for `terminal` after `words`; anything where nothing is known."""
        choose = self._by_terminal.get(terminal)
        return choose(words) if choose else Choices()

    # Paths.

    def _path(self, words: Sequence[str]) -> Choices:
        verb, path = words[0], tuple(word for word in words[1:] if word != "full-configuration")
        editor = self._console.editor
        if verb == "config" and isinstance(editor.place, Draft):
            return self._nested(editor.place, path)
        if verb in LOOKING and editor.context is Context.TABLE and not path:
            return Choices((*self._keys(), *self._words(())), closed=True)
        if verb in LOOKING and len(path) == 1 and path[0] in editor.keys:
            return Choices(self._words(path), closed=True)
        return self._from_top(verb, path)

    def _nested(self, draft: Draft, path: tuple[str, ...]) -> Choices:
        """The tables and objects inside the entry where one is; where not all are known, any."""
        section = draft.section
        if path:
            return Choices() if section.keeps(path[0]) else NOTHING
        nested = [member for member in section.options if isinstance(member, Section)]
        candidates = [Candidate(member.name, member.help) for member in nested]
        return Choices(candidates, closed=section.is_complete, may_end=False, in_full=section.kept_names)

    def _from_top(self, verb: str, path: tuple[str, ...]) -> Choices:
        """The next word of a path, or, after the path of a table that is looked at, the key of an entry."""
        catalogue = self._console.editor.catalogue
        section = catalogue.find(path) if path else None
        words = self._words(path)
        if section is None:
            if catalogue.resolve(path):
                return NOTHING
            may_end = (not path and verb != "config") or self._elsewhere.find(path) is not None
            return Choices(words, closed=True, may_end=may_end)
        if not isinstance(section, Table) or not (verb in LOOKING or (verb == "config" and section.by_path)):
            return Choices(words, closed=True)
        rows = self._console.editor.configuration.table(section.path)
        return Choices(_entries(section, rows, words), closed=False)

    def _words(self, path: tuple[str, ...]) -> tuple[Candidate, ...]:
        """The words that lead on. What only another virtual domain has is understood, and refused by the command."""
        following = self._console.editor.catalogue.next_words(path)
        here = [Candidate(known.word, known.help) for known in following]
        words = {known.word for known in following}
        there = self._elsewhere.next_words(path)
        return (*here, *(Candidate(it.word, it.help, unlisted=True) for it in there if it.word not in words))

    @property
    def _elsewhere(self) -> Catalogue:
        return self._console.appliance.catalogue.scoped(Scope.SINGLE)

    # Entries.

    def _keys(self) -> Sequence[Candidate]:
        place = rows_of(self._console.editor.place)
        return _entries(place.table, place.rows) if place else ()

    def _certificate(self, words: Sequence[str]) -> Choices:
        """The certificates there are, for `details` and other commands; a new name is anybody's choice."""
        if words[0] != "get" and "generate" in words:
            return Choices()
        path = tuple(words[1:-1] if words[0] == "get" else words[1:4])
        configuration = self._console.editor.configuration
        return Choices(_entries(configuration.section(path), configuration.table(path)))

    def _domain(self, _words: Sequence[str]) -> Choices:
        return _listed(("global", *self._console.editor.configuration.domains))

    def _aliases(self) -> Choices:
        configuration = self._console.editor.configuration
        return Choices(_entries(configuration.section(ALIASES), configuration.table(ALIASES)), closed=True)

    def _faults(self) -> Choices:
        return Choices([Candidate(name, sentence) for name, sentence in self._console.controls.faults()])

    # Options and their values.

    def _option(self, words: Sequence[str]) -> Choices:
        section = self._console.editor.section
        if section is None:
            return NOTHING
        options = [it for it in section.options if isinstance(it, Option)]
        fitting = [it for it in options if words[0] not in LIST_VERBS or is_list(it.type)]
        # What a backup prints although nobody may choose it is understood, but not offered.
        settable = [it for it in fitting if not it.read_only or it.restored]
        is_set, entry = words[0] == "set", self._console.editor.entry or Entry()
        candidates = [
            Candidate(
                it.name,
                it.help,
                # Inferred: what another option leaves without a meaning is not offered.
                unlisted=it.read_only or (it.when is not None and not applies(it, section, entry)),
                required=is_set and it.required,
            )
            for it in settable
        ]
        return Choices(candidates, closed=section.is_complete, in_full=section.kept_names)

    def _value(self, words: Sequence[str]) -> Choices:
        section = self._console.editor.section
        option = section.option(words[1]) if section else None
        if option is None:
            return Choices()
        if len(words) > 2 and isinstance(option.type, ONE_WORD):
            return NOTHING
        if option.refers_to:
            return Choices(self._referred(option))
        if isinstance(option.type, WITH_MASK) and len(words) > 2:
            return _mask(option.type, words[2:])
        is_listed = isinstance(option.type, types.Choice | types.Choices) and not option.type.is_open
        return Choices(tuple(_values(option)), exhaustive=is_listed)

    def _referred(self, option: Option) -> Sequence[Candidate]:
        """What an option may name: the entries of the tables it refers to, each beside the name of its table."""
        configuration = self._console.editor.configuration
        found: Sequence[Candidate] = (STRING, *(Candidate(word, quoted=True) for word in option.also))
        for path in option.refers_to:
            section = configuration.storage.catalogue.find(path)
            if isinstance(section, Table):
                rows = configuration.table(path)
                found = Names(rows, section.name, quoted=True, before=found, find=rows.beginning)
        return found


def _entries(section: Section, rows: Rows, before: Sequence[Candidate] = ()) -> Names:
    quoted = isinstance(section, Table) and is_quoted(section.key.type)
    return Names(rows, quoted=quoted, before=before, find=rows.beginning)


def _listed(words: Iterable[str]) -> Choices:
    return Choices([Candidate(word) for word in words])


def _values(option: Option) -> Iterator[Candidate]:
    """What `?` shows for a value: the words of a list, or the form of what is typed (fortios-cli.md 4.2)."""
    kind = option.type
    if isinstance(kind, types.Choice | types.Choices):
        yield from (Candidate(value.name, value.help) for value in kind.values)
    elif isinstance(kind, Integer):
        bounds = f"from <{kind.minimum}> to <{kind.maximum}>"
        help_text = f"Enter an integer value {bounds} (default = <{option.default}>)."
        yield Candidate(option.name, help_text, placeholder=True)
    elif type(kind) in FORMS:
        yield FORMS[type(kind)]
    elif isinstance(kind, types.String | types.Name | types.Names | types.Hostname):
        yield STRING


def _mask(kind: types.FieldType, given: Sequence[str]) -> Choices:
    """What follows an address: its mask, unless that stands behind a `/`. What is no address is refused as such."""
    if len(given) > 1 or "/" in given[0]:
        return NOTHING
    is_lone = isinstance(kind, types.Ipv4Interface) and kind.is_lone
    return Choices((NETMASK,), may_end=is_lone or not is_host(given[0]))

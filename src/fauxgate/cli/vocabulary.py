"""What may stand for the declared words of the grammar, from the schema and the live configuration."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from fauxgate.cli.console import Console
from fauxgate.device.arguments import CURVES, RSA_KEY_SIZES
from fauxgate.language.context import Context
from fauxgate.language.parser import Candidate, Choices
from fauxgate.model.values import is_list, is_quoted
from fauxgate.schema import types
from fauxgate.schema.types import FieldType, Integer, Option, Section, Table

NOTHING = Choices((), closed=True)
# The verbs that take an option whose value is a list (fortios-cli.md 2.2).
LIST_VERBS = frozenset({"append", "select", "unselect", "clear"})


class ConsoleVocabulary:
    """The vocabulary at one person's place; see `language.parser.Vocabulary`."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._by_terminal: Mapping[str, Callable[[Sequence[str]], Choices]] = {
            "PATH": self._path,
            "KEY": lambda _words: Choices(self._keys()),
            "OTHER_KEY": lambda _words: Choices(self._keys()),
            "OPTION": self._option,
            "VALUE": self._value,
            "CERT_NAME": self._certificate,
            "RSA_KEY_SIZE": lambda _words: _listed(RSA_KEY_SIZES),
            "CURVE": lambda _words: _listed(CURVES),
        }

    def choices(self, terminal: str, words: Sequence[str]) -> Choices:
        """What may stand for `terminal` after `words`; anything where nothing is known."""
        choose = self._by_terminal.get(terminal)
        return choose(words) if choose else Choices()

    # Paths.

    def _path(self, words: Sequence[str]) -> Choices:
        path = tuple(word for word in words[1:] if word != "full-configuration")
        editor = self._console.editor
        if words[0] == "config" and editor.context is not Context.ROOT:
            return self._nested(path)
        if editor.context is Context.TABLE and not path:
            return Choices((*self._keys(), *self._words(())), closed=True)
        if len(path) == 1 and path[0] in editor.keys:
            return Choices(self._words(path), closed=True)
        return self._from_top(words[0], path)

    def _nested(self, path: tuple[str, ...]) -> Choices:
        """The tables and objects inside the entry where one is."""
        section = self._console.editor.section
        if path or section is None:
            return NOTHING
        nested = [member for member in section.options if isinstance(member, Section)]
        return Choices([Candidate(member.name, member.help) for member in nested], closed=True, may_end=False)

    def _from_top(self, verb: str, path: tuple[str, ...]) -> Choices:
        """The next word of a path, or, after the path of a table that is looked at, the key of an entry."""
        catalogue = self._console.appliance.catalogue
        section = catalogue.find(path) if path else None
        words = self._words(path)
        if section is None:
            resolved = catalogue.resolve(path)
            return NOTHING if resolved else Choices(words, closed=True, may_end=not path and verb != "config")
        if verb == "config" or not isinstance(section, Table):
            return Choices(words, closed=True)
        rows = self._console.appliance.configuration.table(section.path)
        return Choices((*words, *_entries(section, rows)), closed=False)

    def _words(self, path: tuple[str, ...]) -> tuple[Candidate, ...]:
        following = self._console.appliance.catalogue.next_words(path)
        return tuple(Candidate(known.word, known.help) for known in following)

    # Entries.

    def _keys(self) -> tuple[Candidate, ...]:
        editor = self._console.editor
        return _entries(editor.section, editor.keys) if isinstance(editor.section, Table) else ()

    def _certificate(self, words: Sequence[str]) -> Choices:
        """The certificates there are, for `details`; a new name is anybody's choice."""
        if words[0] != "get":
            return Choices()
        path = tuple(words[1:-1])
        section = self._console.appliance.configuration.section(path)
        return Choices(_entries(section, self._console.appliance.configuration.table(path)))

    # Options and their values.

    def _option(self, words: Sequence[str]) -> Choices:
        section = self._console.editor.section
        options = [it for it in section.options if isinstance(it, Option)] if section else []
        fitting = [it for it in options if words[0] not in LIST_VERBS or is_list(it.type)]
        # What a backup prints although nobody may choose it is understood, but not offered.
        settable = [it for it in fitting if not it.read_only or it.restored]
        return Choices([Candidate(it.name, it.help, unlisted=it.read_only) for it in settable], closed=True)

    def _value(self, words: Sequence[str]) -> Choices:
        section = self._console.editor.section
        option = section.option(words[1]) if section else None
        return Choices(tuple(_values(option.type, option.default))) if option else Choices()


def _entries(section: Section, keys: Iterable[str]) -> tuple[Candidate, ...]:
    quoted = isinstance(section, Table) and is_quoted(section.key.type)
    return tuple(Candidate(key, quoted=quoted) for key in keys)


def _listed(words: Iterable[str]) -> Choices:
    return Choices([Candidate(word) for word in words])


def _values(kind: FieldType, default: types.Stored) -> Iterator[Candidate]:
    """What `?` shows for a value: the words of a list, or the form of what is typed (fortios-cli.md 4.2)."""
    if isinstance(kind, types.Choice | types.Choices):
        yield from (Candidate(value.name, value.help) for value in kind.values)
    elif isinstance(kind, Integer):
        bounds = f"from <{kind.minimum}> to <{kind.maximum}>"
        yield Candidate(f"Enter an integer value {bounds} (default = <{default}>).", placeholder=True)

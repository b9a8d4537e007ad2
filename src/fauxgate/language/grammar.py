"""Loads the command language from its files: `*.lark` and `help.toml` of the package `fauxgate_grammar`.

Building the parser's tables takes longer than anything else at the start of the program, so both are loaded when
they are first asked for, and lark is imported then.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lark import Lark
    from lark.parsers.lalr_interactive_parser import InteractiveParser

STARTS = ("root", "table", "entry", "object", "global", "vdom", "kept")
END = "$END"


@dataclass(frozen=True, slots=True)
class Possible:
    """What may come next at a point of a line: `keywords` maps each word to its terminal, in the order of the files.

    `terminal` is the declared terminal that may stand there besides, `declared` its name as its file writes it.
    """

    keywords: Mapping[str, str]
    terminal: str | None
    declared: str | None
    may_end: bool


class Grammar:
    """The loaded grammar; `keywords` maps the name of each keyword terminal to its word."""

    def __init__(self, lark: "Lark") -> None:
        terminals = [symbol.name for rule in lark.rules for symbol in rule.expansion if symbol.is_term]
        self.lark = lark
        self.keywords: Mapping[str, str] = {terminal.name: terminal.pattern.value for terminal in lark.terminals}
        self._order = (*dict.fromkeys(terminals), END)
        self._accepted: dict[tuple[int, ...], tuple[str, ...]] = {}
        self._possible: dict[tuple[int, ...], Possible] = {}

    def begin(self, start: str) -> "InteractiveParser":
        """A parser that is fed token by token, for a line at the place `start`, one of `STARTS`."""
        return self.lark.parse_interactive("", start=start)

    def accepted(self, parser: "InteractiveParser") -> tuple[str, ...]:
        """The terminals that may come next, `END` among them, in the order in which the files name them first."""
        stack = tuple(parser.parser_state.state_stack)
        if stack not in self._accepted:
            self._accepted[stack] = tuple(name for name in self._order if _is_accepted(parser, name))
        return self._accepted[stack]

    def possible(self, parser: "InteractiveParser") -> Possible:
        """The same, sorted out: it is asked for at every word of every line."""
        stack = tuple(parser.parser_state.state_stack)
        found = self._possible.get(stack)
        if found is None:
            accepted = self.accepted(parser)
            terminal = next((name for name in accepted if name not in self.keywords and name != END), None)
            keywords = {self.keywords[name]: name for name in accepted if name in self.keywords}
            declared = declared_name(terminal) if terminal else None
            found = self._possible[stack] = Possible(keywords, terminal, declared, END in accepted)
        return found


@dataclass(frozen=True, slots=True)
class Argument:
    """What people are told of a declared terminal: its form, such as `<cert_name>`, and a sentence."""

    form: str
    help: str


@dataclass(frozen=True, slots=True)
class Help:
    """The sentences of help.toml.

    `keywords` maps a command so far, such as `execute date`, to the sentence of its last word; a chosen word in it is
    the name of its terminal (`rename KEY to`). `hidden` are words that are understood but not listed.
    """

    keywords: Mapping[str, str]
    arguments: Mapping[str, Argument]
    hidden: frozenset[str]


@cache
def load() -> Grammar:
    """The grammar, built on the first call."""
    from lark import Lark  # noqa: PLC0415 - see the head of this module

    lark = Lark.open_from_package(
        "fauxgate_grammar", "fortios.lark", start=list(STARTS), parser="lalr", lexer="basic", maybe_placeholders=False
    )
    return Grammar(lark)


@cache
def help_texts() -> Help:
    """The help, read on the first call."""
    import tomllib  # noqa: PLC0415 - see the head of this module
    from importlib.resources import files  # noqa: PLC0415 - the same

    table = tomllib.loads(files("fauxgate_grammar").joinpath("help.toml").read_text("utf-8"))
    arguments = {name: Argument(entry["form"], entry["help"]) for name, entry in table["arguments"].items()}
    return Help(table["keywords"], arguments, frozenset(table["hidden"]))


def control_words() -> list[tuple[str, str]]:
    """Each control command as it is typed, such as `:ca approve <id>`, with its sentence from help.toml."""
    forms: dict[str, list[str]] = {}
    for rule in load().lark.rules:
        name = rule.origin.name
        if name.startswith("control_") and "__" not in name:
            forms[name] = max(forms.get(name, []), [symbol.name for symbol in rule.expansion], key=len)
    return [_control_word(names) for names in forms.values()]


def stubbed_commands() -> list[str]:
    """The commands that are understood and answered with nothing, such as `get hardware cpu`."""
    loaded = load()
    rules = [rule for rule in loaded.lark.rules if rule.origin.name.endswith("_stub")]
    words = ([loaded.keywords.get(symbol.name, "") for symbol in rule.expansion] for rule in rules)
    return sorted({" ".join(filter(None, command)) for command in words})


def _control_word(names: list[str]) -> tuple[str, str]:
    helped, keywords = help_texts(), load().keywords
    command = " ".join(keywords[name] for name in names if name in keywords)
    # `reason`, several words, bears the name of its terminal.
    forms = [helped.arguments[declared_name(name).upper()].form for name in names if name not in keywords]
    return " ".join((command, *forms)), helped.keywords[command]


def declared_name(terminal: str) -> str:
    """The name of a declared terminal as its file writes it: lark puts the file before it, as in `config__PATH`."""
    return terminal.rpartition("__")[2]


def _is_accepted(parser: "InteractiveParser", terminal: str) -> bool:
    # `InteractiveParser.accepts` overlooks terminals of imported files, because their names are not all capitals.
    from lark import Token, UnexpectedToken  # noqa: PLC0415 - the grammar has been loaded by now

    if terminal not in parser.choices():  # type: ignore[no-untyped-call] # lark has no types here
        return False
    try:
        copy = parser.copy()  # type: ignore[no-untyped-call] # the same
        copy.feed_token(Token(terminal, ""))
    except UnexpectedToken:
        return False
    return True

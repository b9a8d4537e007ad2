"""Loads a saved configuration: what is wrong in it does not stop it, and can be looked up (fortios-cli.md 7.4)."""

import re
from collections.abc import Callable, Iterator

from fauxgate.cli.console import Console
from fauxgate.cli.lines import Lines
from fauxgate.device.config_errors import PARSE_ERROR, ConfigError
from fauxgate.errors import UserError
from fauxgate.language import statements
from fauxgate.language.errors import ParseError
from fauxgate.language.reader import Line, read
from fauxgate.language.words import split

# What a saved configuration consists of. Inferred: any other command in it is no command there.
ALLOWED = (
    statements.Config,
    statements.Edit,
    statements.Set,
    statements.Unset,
    statements.Append,
    statements.Next,
    statements.End,
    statements.Delete,
    statements.Purge,
    statements.Rename,
    statements.Move,
)


# The header of a unit with virtual domains (fortios-cli.md 7.1).
_HAS_DOMAINS = re.compile(r"#config-version=[^\n]*:vdom=1:")


class Loading:
    """Carries out the lines of a configuration at a console, from the top.

    Where a `config` line is refused, all up to its `end` is passed over.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._lines = Lines(console)
        self._places: list[tuple[str, ...]] = []
        self._skipped = 0

    def errors(self, text: str, lines: Callable[[str], Iterator[Line]] = read) -> Iterator[ConfigError]:
        """Load `text`, which is read as `lines`; gives what was refused. Names may stand before what they name."""
        editor = self._console.editor
        if _HAS_DOMAINS.match(text):
            editor.configuration.enable_domains()
        editor.is_restoring = True
        for line in lines(text):
            if self._skipped:
                self._skip(line.text)
                continue
            place = self._place()
            try:
                self._carry_out(line.text)
            except UserError as error:
                words = _words(line.text)
                yield ConfigError(words, place, PARSE_ERROR if error.code is None else error.code)
                self._skipped = int(words[:1] == ("config",))
        editor.reset()
        editor.is_restoring = False
        for _ in editor.configuration.drop_dangling():
            pass

    def _carry_out(self, line: str) -> None:
        statement = self._lines.parse(line)
        if statement is None:
            return
        if not isinstance(statement, ALLOWED):
            raise ParseError(_words(line)[0], 0)
        if isinstance(statement, statements.Next | statements.End):
            # They leave the place even when what is in it may not be saved (fortios-cli.md 1.5).
            self._leave(statement)
        for _ in self._lines.carry_out(statement):
            pass
        if isinstance(statement, statements.Config):
            self._places.append(("config", *statement.path))
        elif isinstance(statement, statements.Edit):
            self._places.append(("edit", statement.key))

    def _leave(self, statement: statements.Next | statements.End) -> None:
        while self._places:
            verb, *_ = self._places.pop()
            if verb == "config" or isinstance(statement, statements.Next):
                return

    def _skip(self, line: str) -> None:
        verb = line.split(maxsplit=1)[:1]
        self._skipped += (verb == ["config"]) - (verb == ["end"])

    def _place(self) -> tuple[str, ...]:
        """`global` or the virtual domain, then the words of paths and keys."""
        match self._places:
            case [("config", "vdom"), ("edit", domain), *inner]:
                return (domain, *_flat(inner))
            case [("config", "global"), *inner]:
                return ("global", *_flat(inner))
            case [("config", *path), *_]:
                section = self._console.appliance.catalogue.find(tuple(path))
                is_global = section is not None and section.is_global
                return ("global" if is_global else "root", *_flat(self._places))
        return ("root",)


def _flat(places: list[tuple[str, ...]]) -> Iterator[str]:
    for _, *words in places:
        yield from words


def _words(line: str) -> tuple[str, ...]:
    """The words of a line; one whose quote never ends is one word."""
    try:
        return tuple(word.text for word in split(line))
    except UserError:
        return (line.strip(),)

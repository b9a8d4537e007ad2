"""What a line means and does: parser, vocabulary and handlers together, for one person.

All of it is loaded with the first line, not with the prompt.
"""

from fauxgate.cli import configure, control, diagnose, execute, get, show  # noqa: F401 - each registers its handlers
from fauxgate.cli.completion import Completion
from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import HANDLERS
from fauxgate.cli.vocabulary import ConsoleVocabulary
from fauxgate.language import grammar
from fauxgate.language.completion import Expectation, expect, listing
from fauxgate.language.parser import Parser
from fauxgate.language.printer import print_word


class Interpreter:
    """Reads lines at one person's place and finds their handlers."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._parser = Parser()
        self._vocabulary = ConsoleVocabulary(console)

    def answer(self, line: str) -> Answer | None:
        """The handler of a line at work; None for a blank line or a comment. Raises a UserError for a wrong line."""
        statement = self._parser.parse(line, self._console.editor.context, self._vocabulary)
        return None if statement is None else HANDLERS[type(statement)](self._console, statement)

    def complete(self, line: str) -> Completion:
        """What may take the place of the last word of the unfinished `line`; a form like `<string>` is no word."""
        expectation = self._expect(line)
        candidates = expectation.candidates
        words = tuple(print_word(candidate.value) for candidate in candidates if not candidate.placeholder)
        is_only = bool(expectation.prefix) and len(words) == len(candidates) == 1
        return Completion(words, expectation.start, words[0] if is_only else None, fits=expectation.error is None)

    def help(self, line: str) -> list[str]:
        """What `?` prints after `line`: the listing, or the error without its return code (fortios-cli.md 3.1)."""
        expectation = self._expect(line)
        if expectation.error is not None:
            return [text for text in expectation.error.message() if text]
        return listing(expectation)

    def warm_up(self) -> None:
        """Build what the first line would have to wait for."""
        grammar.load()
        grammar.help_texts()

    def _expect(self, line: str) -> Expectation:
        return expect(line, self._console.editor.context, self._vocabulary, self._parser)

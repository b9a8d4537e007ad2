"""What a line means and does: parser, vocabulary and handlers together, for one person.

All of it is loaded with the first line, not with the prompt.
"""

from dataclasses import dataclass, replace

from fauxgate.cli import (  # noqa: F401 - each registers its handlers
    alias,
    backup,
    certificate_files,
    clock,
    configure,
    control,
    diagnose,
    error_log,
    event_log,
    execute,
    forticron,
    get,
    inspector,
    lab,
    ping,
    references,
    restart,
    show,
    status,
    steps_control,
    stubs,
    tree,
)
from fauxgate.cli.batch import is_collected
from fauxgate.cli.completion import Completion
from fauxgate.cli.console import Answer, Console, Question
from fauxgate.cli.grep import Grep
from fauxgate.cli.handlers import HANDLERS
from fauxgate.cli.vocabulary import ConsoleVocabulary
from fauxgate.errors import UserError
from fauxgate.language import grammar
from fauxgate.language.completion import Expectation, expect, listing
from fauxgate.language.errors import ParseError, UnknownAction
from fauxgate.language.parser import Parser
from fauxgate.language.printer import print_word
from fauxgate.language.statements import Config, Statement
from fauxgate.language.words import pipe_column, split

# The verbs whose answers can be filtered (fortios-cli.md 6), and those whose answers come page by page (4.3).
FILTERED = frozenset({"show", "get", "diagnose", "execute"})
PAGED = frozenset({"show", "get", "tree", "alias"})
# Where the statements are that a rehearsal carries out.
CONFIGURING = Config.__module__
# `sudo global show` and the like are about what follows.
ELSEWHERE = "sudo"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a line is answered with; `is_paged` says that it stops after each screenful where there is a screen."""

    answer: Answer
    is_paged: bool


class Interpreter:
    """Reads lines at one person's place and finds their handlers."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._parser = Parser()
        self._vocabulary = ConsoleVocabulary(console)

    def reply(self, line: str) -> Reply | None:
        """What a line is answered with; None for a blank line or a comment. Raises a UserError for a wrong line."""
        if is_collected(self._console, line):
            return None
        column = pipe_column(line)
        verb = self._verb(line[:column])
        if verb not in FILTERED:
            column = None
        command = line[:column]
        statement = self._parsed(command)
        if statement is None:
            return None
        grep = None if column is None else Grep(line[column + 1 :], column + 1)
        if self._console.rehearsed is not None and type(statement).__module__ != CONFIGURING:
            self._console.rehearsed.append(command)
            return None
        answer = HANDLERS[type(statement)](self._console, statement)
        # What is filtered is not paged (fortios-cli.md 6).
        return Reply(answer, verb in PAGED) if grep is None else Reply(_filtered(answer, grep), is_paged=False)

    def _parsed(self, command: str) -> Statement | None:
        try:
            return self._parser.parse(command, self._console.editor.context, self._vocabulary)
        except (ParseError, UnknownAction) as error:
            self._console.note_unknown(command, error)
            raise

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
        error = expectation.error
        if isinstance(error, UnknownAction):
            # Only a line that was entered is an action.
            error = ParseError(error.token, error.position)
        if error is not None:
            return [text for text in error.message() if text]
        takes_pipe = expectation.complete and self._is_filtered(line)
        # Inferred: that it stands in the list, and where.
        return [*listing(expectation), " |"] if takes_pipe else listing(expectation)

    def warm_up(self) -> None:
        """Build what the first line would have to wait for."""
        grammar.load()
        grammar.help_texts()

    def _verb(self, line: str) -> str:
        """The first word in full; of a command for another place, the first word of what is carried out there."""
        walk = self._parser.walk(self._console.editor.context, self._vocabulary)
        for word in split(line):
            walk.feed(word)
            if walk.words[0] != ELSEWHERE or len(walk.words) > 2:
                return walk.words[-1]
        return ""

    def _is_filtered(self, line: str) -> bool:
        try:
            return self._verb(line) in FILTERED
        except UserError:
            return False

    def _expect(self, line: str) -> Expectation:
        """What may come next; what stands after a pipe is not known here, as a captured session shows (4.2, 3.1)."""
        column = pipe_column(line)
        if column is not None and self._is_filtered(line[:column]):
            return Expectation((), "", column, complete=False, error=ParseError("|", column))
        expectation = expect(line, self._console.editor.context, self._vocabulary, self._parser)
        # Verbs that the kind of place has, but not this one, are neither offered nor explained.
        lacking = self._console.editor.lacking
        before = split(line[: expectation.start])
        if not before:
            return replace(expectation, candidates=tuple(it for it in expectation.candidates if it.text not in lacking))
        if before[0].text in lacking:
            error = ParseError(before[0].text, before[0].start)
            return replace(expectation, candidates=(), complete=False, error=error)
        return expectation


def _filtered(answer: Answer, grep: Grep) -> Answer:
    """The answer with only the lines that `grep` selects, once all are there; questions are asked as they come.

    Inferred: the lines of an error are printed whatever is selected, after what was answered before it.
    """
    lines: list[str] = []
    try:
        item = next(answer, None)
        while item is not None:
            if isinstance(item, Question):
                item = answer.send((yield item))
            else:
                lines.append(item)
                item = next(answer, None)
    except StopIteration:
        pass
    except UserError:
        yield from grep.select(lines)
        raise
    yield from grep.select(lines)

"""What a person has typed in full words, whatever was abbreviated."""

from typing import TYPE_CHECKING

from fauxgate.errors import UserError
from fauxgate.language.parser import Parser
from fauxgate.language.words import pipe_column, split

if TYPE_CHECKING:
    from fauxgate.cli.console import Console


def full_words(line: str, console: "Console") -> tuple[str, ...]:
    """The words of a line at the place where it is typed; from the first that fits nowhere on, as they stand."""
    from fauxgate.cli.vocabulary import ConsoleVocabulary  # noqa: PLC0415 - see cli/interpreter.py

    try:
        words = split(line[: pipe_column(line)])
    except UserError:
        return (line.strip(),)
    walk = Parser().walk(console.editor.context, ConsoleVocabulary(console))
    for position, word in enumerate(words):
        try:
            walk.feed(word)
        except UserError:
            return (*map(str, walk.words), *(left.text for left in words[position:]))
    return tuple(map(str, walk.words))

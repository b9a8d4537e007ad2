"""What is told of a line that was refused: its words, where in it the fault is, and the appliance's reason."""

from fauxgate.device.config_errors import PARSE_ERROR, ConfigError
from fauxgate.errors import UserError
from fauxgate.language.errors import Incomplete, LanguageError, OpenQuote
from fauxgate.language.reader import Line
from fauxgate.language.words import split


def refused(line: Line, place: tuple[str, ...], error: UserError) -> ConfigError:
    """A line that was refused at a place."""
    position = fault(line.text, error)
    before = line.text[:position]
    return ConfigError(
        words=words_of(line.text),
        place=place,
        code=PARSE_ERROR if error.code is None else error.code,
        line=line.number + before.count("\n"),
        column=position - (before.rfind("\n") + 1) + 1,
        text=line.text,
        reason=tuple(it for it in error.message() if it),
        lines=line.text.count("\n") + 1,
    )


def fault(text: str, error: UserError) -> int:
    """Where in a logical line the word is that was refused; its first word where the error names none.

    What the model refuses it names without a place, so the word is looked for behind the verb.
    """
    if isinstance(error, OpenQuote):
        return error.position
    if isinstance(error, LanguageError) and error.position:
        return error.position
    if isinstance(error, Incomplete):
        return len(text.rstrip())
    try:
        words = split(text)
    except OpenQuote:
        return len(text) - len(text.lstrip())
    token = getattr(error, "token", None) or getattr(error, "mask", None)
    found = [word.start for word in (*words[1:], *words[:1]) if word.text == token]
    return next(iter(found), words[0].start if words else 0)


def words_of(line: str) -> tuple[str, ...]:
    """The words of a line; one whose quote never ends is one word."""
    try:
        return tuple(word.text for word in split(line))
    except OpenQuote:
        return (line.strip(),)

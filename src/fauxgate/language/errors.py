"""What a person can do wrong with a line, in the words of the appliance (fortios-cli.md, 3.1)."""

from collections.abc import Sequence

from fauxgate.errors import UserError


class LanguageError(UserError):
    """A line that cannot be read; `position` is the column of the word at fault, counted from 0."""

    position: int


class OpenQuote(LanguageError):
    """A quote that the text does not close; `quote` is the character that opened it."""

    def __init__(self, quote: str, position: int) -> None:
        super().__init__()
        self.quote = quote
        self.position = position

    def message(self) -> tuple[str, ...]:
        """The one line that the appliance prints, for single quotes too (inferred: no sample of those was found)."""
        return ("token line: Unmatched double quote.",)


class UnknownAction(LanguageError):
    """A first word that is no verb at this level."""

    def __init__(self, token: str, position: int) -> None:
        super().__init__()
        self.token = token
        self.position = position

    def message(self) -> tuple[str, ...]:
        """The one line, which has no return code after it."""
        return ("Unknown action 0",)


class ParseError(LanguageError):
    """The first word that does not fit."""

    code = -61

    def __init__(self, token: str, position: int) -> None:
        super().__init__()
        self.token = token
        self.position = position

    def message(self) -> tuple[str, ...]:
        """An empty line, then the word."""
        return ("", f"command parse error before '{self.token}'")


class Ambiguous(LanguageError):
    """A word that abbreviates several; `matches` are the words it may stand for.

    Inferred: the sentence is known from lists of error patterns, code and empty line are those of `ParseError`.
    A captured session with an ambiguous word would settle it.
    """

    code = -61

    def __init__(self, token: str, matches: Sequence[str], position: int) -> None:
        super().__init__()
        self.token = token
        self.matches = tuple(matches)
        self.position = position

    def message(self) -> tuple[str, ...]:
        """An empty line, then the word."""
        return ("", f"ambiguous command before '{self.token}'")


class Incomplete(LanguageError):
    """A line that ends too early; `position` is the column where a word is missing."""

    code = -160

    def __init__(self, position: int) -> None:
        super().__init__()
        self.position = position

    def message(self) -> tuple[str, ...]:
        """An empty line, then the sentence."""
        return ("", "incomplete command in the end")

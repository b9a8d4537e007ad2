"""What `?` prints and what Tab puts into the line (fortios-cli.md 4.1 and 4.2)."""

from fauxgate.language.completion import Expectation, listing
from fauxgate.language.printer import print_word


def told(expectation: Expectation) -> list[str]:
    """The listing, or, where nothing fits, the one line without a return code (fortios-cli.md 3.1)."""
    if expectation.error is not None:
        return [line for line in expectation.error.message() if line]
    return listing(expectation)


def insertable(expectation: Expectation) -> list[str]:
    """The candidates as they are typed, in quotes where they need them; a form like `<string>` is not typed."""
    return [print_word(candidate.value) for candidate in expectation.candidates if not candidate.placeholder]


def only_fitting(expectation: Expectation) -> str | None:
    """The word that what is typed can only become, if there is just one."""
    words = insertable(expectation)
    return words[0] if expectation.prefix and len(words) == len(expectation.candidates) == 1 else None

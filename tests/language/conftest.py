from collections.abc import Sequence

import pytest

from fauxgate.language.context import Context
from fauxgate.language.parser import Candidate, Choices, Parser, Vocabulary
from fauxgate.language.statements import Statement


class OpenVocabulary:
    """Knows nothing and accepts everything."""

    def choices(self, _terminal: str, _words: Sequence[str]) -> Choices:
        return Choices()


class SmallVocabulary:
    """Knows a handful of paths, options and names."""

    PATHS = (
        ("system", "global"),
        ("system", "interface"),
        ("vpn", "certificate", "local"),
        ("vpn", "certificate", "ca"),
        ("vpn", "certificate", "crl"),
        ("certificate", "local"),
        ("certificate", "ca"),
    )
    OPTIONS = ("password", "comments", "private-key", "private-key-retain", "scep-url", "scep-password")
    NAMES = (Candidate("Fortinet_SSL", "vdom", quoted=True), Candidate("Fortinet_CA_SSL", "vdom", quoted=True))

    def choices(self, terminal: str, words: Sequence[str]) -> Choices:
        match terminal:
            case "PATH":
                return self._path(words)
            case "OPTION":
                return Choices([Candidate(name, f"Help of {name}.") for name in self.OPTIONS], closed=True)
            case "KEY" | "CERT_NAME":
                return Choices(self.NAMES)
            case _:
                return Choices()

    def _path(self, words: Sequence[str]) -> Choices:
        path = tuple(word for word in words[1:] if word != "full-configuration")
        if path in self.PATHS:
            return Choices((), closed=True) if words[0] == "config" else Choices(self.NAMES)
        if path[:-1] in self.PATHS:
            return Choices((), closed=True)
        following = dict.fromkeys(p[len(path)] for p in self.PATHS if p[: len(path)] == path)
        return Choices([Candidate(word) for word in following], closed=True, may_end=not path)


@pytest.fixture(scope="session")
def open_vocabulary() -> Vocabulary:
    return OpenVocabulary()


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return SmallVocabulary()


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def parse(parser, vocabulary):
    def parse(line: str, context: Context = Context.ROOT) -> Statement | None:
        return parser.parse(line, context, vocabulary)

    return parse

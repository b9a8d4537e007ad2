"""Reads a line word by word, with abbreviations, and makes the statement it says.

At each word the grammar's tables tell which keywords and which declared terminal may stand there, and the vocabulary
tells what may stand for that terminal. The word is then, in this order: a keyword, exactly; whatever the terminal
accepts, if it is open; one of its candidates, exactly, or the only keyword or candidate that begins so; or a mistake.
A word in quotes is never a keyword and abbreviates nothing.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, overload

from fauxgate.language import grammar
from fauxgate.language.context import Context
from fauxgate.language.errors import Ambiguous, Incomplete, LanguageError, ParseError, UnknownAction
from fauxgate.language.statements import BY_RULE, Show, Statement
from fauxgate.language.words import Bare, Word, split

if TYPE_CHECKING:
    from lark import Token, Tree


@dataclass(frozen=True, slots=True)
class Candidate:
    """One word that may come next.

    `quoted` says that it is printed in quotes. A `placeholder` tells the form of a word (`<string>`) and is no word.
    An `unlisted` word is understood, but not offered; a `required` one is marked in a list.
    """

    text: str
    help: str = ""
    quoted: bool = False
    placeholder: bool = False
    unlisted: bool = False
    required: bool = False

    @property
    def value(self) -> str:
        """The text as a statement carries it: a plain `str` if it is printed in quotes, else `Bare`."""
        return self.text if self.quoted else Bare(self.text)


class Names(Sequence[Candidate]):
    """Candidates that differ in their text only, and are made when they are looked at: a table may have thousands.

    `before` are other candidates that stand before them. `find` gives the texts that begin with a prefix, if there is
    a faster way than to look at them all.
    """

    def __init__(
        self,
        texts: Collection[str],
        help_text: str = "",
        *,
        quoted: bool = False,
        before: Sequence[Candidate] = (),
        find: Callable[[str], Iterable[str]] | None = None,
    ) -> None:
        self._texts = texts
        self._find = find
        self._help = help_text
        self._quoted = quoted
        self._before = before

    def __len__(self) -> int:
        return len(self._before) + len(self._texts)

    @overload
    def __getitem__(self, index: int) -> Candidate: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Candidate]: ...

    def __getitem__(self, index: int | slice) -> Candidate | Sequence[Candidate]:
        return list(self)[index]

    def __iter__(self) -> Iterator[Candidate]:
        yield from self._before
        yield from map(self._made, self._texts)

    def beginning(self, prefix: str) -> Iterator[Candidate]:
        """Those whose text begins so, and all that stand before them."""
        yield from self._before.beginning(prefix) if isinstance(self._before, Names) else self._before
        found = self._find(prefix) if self._find else (text for text in self._texts if text.startswith(prefix))
        yield from map(self._made, found)

    def _made(self, text: str) -> Candidate:
        return Candidate(text, self._help, quoted=self._quoted)


@dataclass(frozen=True, slots=True)
class Choices:
    """What may stand for a declared terminal.

    `closed`: nothing but the candidates is accepted, so that no candidates means no word. `exhaustive`: nothing else is
    right, but what it is told is left to those who carry the line out. `may_end` is False where the line may not end
    before this terminal. The words of `in_full` are accepted too, but not offered, and nothing abbreviates them.
    """

    candidates: Sequence[Candidate] = ()
    closed: bool = False
    exhaustive: bool = False
    may_end: bool = True
    in_full: frozenset[str] = frozenset()


ANYTHING = Choices()


class Vocabulary(Protocol):
    """Knows the schema and the configuration at the place where the line is typed."""

    def choices(self, terminal: str, words: Sequence[str]) -> Choices:
        """What may stand for `terminal`, as grammar/*.lark declare it, after `words`, the line so far in full words."""
        ...


@dataclass(frozen=True, slots=True)
class Options:
    """What may come next: keywords with their terminals, in the order of the grammar; a declared terminal; the end.

    `declared` is the name of that terminal as its file writes it.
    """

    keywords: Mapping[str, str]
    terminal: str | None
    declared: str | None
    choices: Choices
    may_end: bool


class Parser:
    """Reads lines. It keeps nothing between them, so one serves a whole process."""

    def parse(self, line: str, context: Context, vocabulary: Vocabulary) -> Statement | None:
        """The statement of a logical line; None for a blank line or a comment.

        Raises `OpenQuote`, `UnknownAction`, `ParseError`, `Ambiguous` or `Incomplete`.
        """
        return self.parse_words(split(line), context, vocabulary)

    def parse_words(self, words: Sequence[Word], context: Context, vocabulary: Vocabulary) -> Statement | None:
        """The same for a line that has been split."""
        if not words:
            return None
        walk = self.walk(context, vocabulary)
        for word in words:
            walk.feed(word)
        return walk.finish()

    def walk(self, context: Context, vocabulary: Vocabulary) -> "Walk":
        """The beginning of a line, to be fed word by word."""
        return Walk(context, vocabulary)


class Walk:
    """One line on its way through the grammar.

    `words` are its words so far, in full; `phrase` is the same with the names of declared terminals in place of the
    words that were chosen, as help.toml writes it.
    """

    def __init__(self, context: Context, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._parser = grammar.load().begin(context.value)
        self._end = 0
        self.words: list[str] = []
        self.phrase: list[str] = []

    def options(self) -> Options:
        """What may come next."""
        possible = grammar.load().possible(self._parser)
        choices = ANYTHING
        if possible.declared:
            choices = self._vocabulary.choices(possible.declared, tuple(self.words))
        may_end = possible.may_end and choices.may_end
        return Options(possible.keywords, possible.terminal, possible.declared, choices, may_end)

    def feed(self, word: Word) -> None:
        """Takes the next word; raises `UnknownAction`, `ParseError` or `Ambiguous`, after which the walk is over."""
        from lark import Token  # noqa: PLC0415 - the grammar has been loaded by now

        options = self.options()
        terminal, value = self._match(word, options)
        self._parser.feed_token(Token(terminal, value))
        self._end = word.end
        self.words.append(value)
        self.phrase.append(options.declared if terminal == options.terminal and options.declared else value)

    def finish(self) -> Statement:
        """The statement; raises `Incomplete` if a word is missing."""
        if not self.options().may_end:
            raise Incomplete(self._end)
        tree: Tree[Token] = self._parser.feed_eof()  # type: ignore[no-untyped-call] # lark has no types here
        return _statement(tree)

    def _match(self, word: Word, options: Options) -> tuple[str, str]:
        if not word.quoted and word.text in options.keywords:
            return options.keywords[word.text], Bare(word.text)
        if options.terminal and not options.choices.closed:
            return self._open_match(word, options, options.terminal)
        if options.terminal and word.text in options.choices.in_full:
            return options.terminal, word.value
        values = _known_words(options, quoted=word.quoted)
        if word.text in values:
            return values[word.text]
        matches = [] if word.quoted else [text for text in values if text.startswith(word.text)]
        if len(matches) > 1:
            matches = _own_words(matches, options)
        if len(matches) > 1:
            raise Ambiguous(word.text, matches, word.start)
        if not matches:
            raise self._misfit(word, options)
        return values[matches[0]]

    def _open_match(self, word: Word, options: Options, terminal: str) -> tuple[str, str]:
        """A chosen word, unless it only abbreviates the one keyword that may stand here (`get ... local det NAME`)."""
        keywords = [] if word.quoted else [text for text in options.keywords if text.startswith(word.text)]
        if len(keywords) == 1 and all(candidate.text != word.text for candidate in options.choices.candidates):
            return options.keywords[keywords[0]], Bare(keywords[0])
        return terminal, word.value

    def _misfit(self, word: Word, options: Options) -> LanguageError:
        # A verb in the wrong case is told by name, any other first word is not (fortios-cli.md, 3.1).
        known = not word.quoted and word.text.lower() in options.keywords
        if self.words or known:
            return ParseError(word.text, word.start)
        return UnknownAction(word.text, word.start)


def _own_words(matches: list[str], options: Options) -> list[str]:
    """Of words that begin alike, the only one that belongs to a command and is no word of a path; else all of them.

    fortios-cli.md 4.1 has `g sy st` for `get system status`, although paths such as `system storage` begin so too.
    """
    offered = {candidate.text for candidate in options.choices.candidates}
    own = [text for text in matches if text in options.keywords and text not in offered]
    return own if len(own) == 1 else matches


def _known_words(options: Options, *, quoted: bool) -> dict[str, tuple[str, str]]:
    """Each word that may stand next, with its terminal and value. A keyword wins over a candidate of the same text."""
    known = {}
    if options.terminal:
        for candidate in options.choices.candidates:
            if not candidate.placeholder:
                known[candidate.text] = (options.terminal, candidate.value)
    if quoted:
        return known
    return known | {text: (terminal, Bare(text)) for text, terminal in options.keywords.items()}


def _statement(tree: "Tree[Token]") -> Statement:
    """The statement of a parsed line: its rule names the class, its words are the fields in their order."""
    kind = BY_RULE[grammar.declared_name(tree.data)]
    fields = [_field(child) for child in tree.children]
    if kind is Show:
        full, *path = (tuple(words) for words in fields)
        return Show(path[0] if path else (), full=bool(full))
    return kind(*fields)


def _field(child: "Token | Tree[Token]") -> str | tuple[str, ...]:
    """One word, or the words of a part such as `path`."""
    if isinstance(child, str):
        return _value(child)
    return tuple(_value(word) for word in child.children if isinstance(word, str))


def _value(token: "Token") -> str:
    value: str = token.value
    return value

"""What may come next in a line: the matter of `?` and Tab (fortios-cli.md, 4.1 and 4.2)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from fauxgate.errors import UserError
from fauxgate.language import grammar
from fauxgate.language.context import Context
from fauxgate.language.errors import LanguageError, OpenQuote, ParseError
from fauxgate.language.parser import Candidate, Names, Options, Parser, Vocabulary, Walk
from fauxgate.language.words import WHITE_SPACE, Word, split

COLUMN_GAP = 4


@dataclass(frozen=True, slots=True)
class Expectation:
    """What may come next.

    `candidates` may take the place of the text from column `start` on, which is the word being typed; `prefix` is
    that word without its quotes. `complete` says that the line may also end here. `error` tells why nothing fits.
    """

    candidates: tuple[Candidate, ...]
    prefix: str
    start: int
    complete: bool
    error: UserError | None = None


def expect(line: str, context: Context, vocabulary: Vocabulary, parser: Parser) -> Expectation:
    """What may come next at the end of `line`: another word after white space, else the rest of the last word."""
    try:
        words = _split_unfinished(line)
    except OpenQuote as error:
        return Expectation((), "", error.position, complete=False, error=error)
    if not words and line.strip(WHITE_SPACE):
        return Expectation((), "", len(line), complete=False)  # A comment.
    *finished, typed = words if words and words[-1].end >= len(line) else [*words, _nothing_typed(line)]
    walk = parser.walk(context, vocabulary)
    try:
        for word in finished:
            walk.feed(word)
    except LanguageError as error:
        return Expectation((), typed.text, typed.start, complete=False, error=error)
    return _expectation(walk, typed)


def listing(expectation: Expectation) -> list[str]:
    """The lines that `?` prints: word and help in two columns, then ` <Enter>` where the line is complete.

    Forms such as `<string>` have columns of their own, as a captured session shows (fortios-cli.md 4.2). Inferred: that
    `*` marks required words, and that ` <Enter>` stands last; captures show it only on its own.
    """
    lines = [line for _, group in groupby(expectation.candidates, _is_form) for line in _columns(list(group))]
    return [*lines, " <Enter>"] if expectation.complete else lines


def _is_form(candidate: Candidate) -> bool:
    return candidate.placeholder


def _columns(candidates: Sequence[Candidate]) -> Iterator[str]:
    words = [f"*{candidate.text}" if candidate.required else candidate.text for candidate in candidates]
    width = max(map(len, words)) + COLUMN_GAP
    for word, candidate in zip(words, candidates, strict=True):
        yield f"{word:<{width}}{candidate.help}".rstrip()


def _split_unfinished(line: str) -> list[Word]:
    """The words of a line whose last quote may still be open, because it is being typed."""
    try:
        return split(line)
    except OpenQuote as error:
        return split(line + error.quote)


def _nothing_typed(line: str) -> Word:
    return Word("", len(line), len(line), quoted=False)


def _expectation(walk: Walk, typed: Word) -> Expectation:
    options = walk.options()
    candidates = (*_keywords(walk, options, typed), *_choices(options, typed))
    if typed.start == typed.end:
        complete = bool(walk.words) and options.may_end
        return Expectation(candidates, "", typed.start, complete=complete)
    error = None if candidates else _misfit(walk, options, typed)
    return Expectation(candidates, typed.text, typed.start, complete=False, error=error)


def _misfit(walk: Walk, options: Options, typed: Word) -> LanguageError | None:
    if options.choices.exhaustive:
        return ParseError(typed.text, typed.start)
    try:
        walk.feed(typed)
    except LanguageError as error:
        return error
    return None


def _keywords(walk: Walk, options: Options, typed: Word) -> Iterator[Candidate]:
    """The keywords that begin with what is typed; those that the vocabulary offers too are left to it."""
    texts = grammar.help_texts()
    offered = {it.text for it in options.choices.candidates} if options.keywords else set()
    for keyword in options.keywords:
        phrase = " ".join((*walk.phrase, keyword))
        listed = typed.text.startswith(":") if keyword.startswith(":") else phrase not in texts.hidden
        if listed and not typed.quoted and keyword not in offered and keyword.startswith(typed.text):
            yield Candidate(keyword, texts.keywords.get(phrase, ""))


def _choices(options: Options, typed: Word) -> Iterator[Candidate]:
    """What the vocabulary offers that begins with what is typed; if it offers nothing, the form of the argument."""
    if not options.declared:
        return
    candidates = options.choices.candidates
    begun = candidates.beginning(typed.text) if isinstance(candidates, Names) else candidates
    listed = [candidate for candidate in begun if not candidate.unlisted]
    matching = [it for it in listed if it.placeholder or it.text.startswith(typed.text)]
    yield from matching
    if not matching and not options.choices.closed and not options.choices.exhaustive:
        argument = grammar.help_texts().arguments[options.declared]
        yield Candidate(argument.form, argument.help, placeholder=True)

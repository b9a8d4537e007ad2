"""The lines of a trace as phrases to look for, each with the kind of event behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from fauxgate.debug.scep import CONFIRMED, INFERRED, lines
from fauxgate.explain.squashing import squashed
from fauxgate.scep import events, steps
from fauxgate.scep.attributes import Attribute, FailInfo, MessageType
from fauxgate.scep.events import Event, Failure
from fauxgate.scep.http import FailureReason

# Releases print more lines from 7.4 on, and no fewer.
_RELEASE = (7, 4, 0)

# Events whose lines are made by functions, with nothing in them that varies.
_SAMPLES: tuple[Event, ...] = (
    steps.CaRequested(""),
    steps.CapabilitiesRead(()),
    *(steps.InnerStarted(kind) for kind in MessageType),
    *(steps.AttributeRead(kind, b"") for kind in Attribute),
    *(steps.AttributeAdded(kind) for kind in Attribute),
    *(events.Refused(reason) for reason in FailInfo),
    *(events.TransportFailed(reason, "", "") for reason in FailureReason),
    events.WrongContentType("", b""),
)

# Words this few could stand in anybody's sentence.
_SHORTEST = 20
# Sizes of attributes tell nothing, and the sample's is none.
_TELLS_NOTHING = "allocating"


@dataclass(frozen=True, slots=True)
class Phrase:
    """The constant beginning of a line: `function` and `words`, squashed; a value follows where `has_value`.

    `sample` is an event that prints it, for what the kind alone does not tell (the reason of a refusal).
    """

    kind: type[Event]
    function: str
    words: str
    text: str
    has_value: bool
    sample: Event | None = None

    @property
    def is_failure(self) -> bool:
        """Whether it tells of an end."""
        return issubclass(self.kind, Failure)


@cache
def phrases() -> Mapping[str, Phrase]:
    """Every phrase by its squashed text, function and all; the phrases of failures also by their words alone."""
    found: dict[str, Phrase] = {}
    for phrase in _phrases():
        found.setdefault(phrase.function + phrase.words, phrase)
        if phrase.is_failure and len(phrase.words) >= _SHORTEST:
            found.setdefault(phrase.words, phrase)
    return found


def _phrases() -> Iterator[Phrase]:
    for table in (CONFIRMED, INFERRED):
        for kind, templates in table.items():
            yield from (phrase for template in templates if (phrase := _phrase(kind, template)))
    for sample in _SAMPLES:
        yield from (phrase for line in lines(sample, _RELEASE) if (phrase := _phrase(type(sample), line, sample)))


def _phrase(kind: type[Event], template: str, sample: Event | None = None) -> Phrase | None:
    constant, _, rest = template.partition("{")
    function, colon, words = constant.partition(":")
    # A number right behind the colon is a line of the appliance's source, which every release has elsewhere.
    text = squashed(words.lstrip("0123456789")).text
    if not colon or not text or _TELLS_NOTHING in text:
        return None
    is_open = bool(rest) or template.rstrip().endswith(":")
    return Phrase(kind, squashed(function).text, text, constant.strip(), is_open, sample)

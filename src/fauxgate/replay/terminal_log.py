"""What a terminal showed of a session: the commands are taken out again, and what answered them is left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fauxgate.cli.session import CONTINUATION
from fauxgate.cli.text import Line, open_end

# `HOST # `, `HOST (context) # `; `$` stands there for who may not change anything (fortios-cli.md 1.2).
_PROMPT = re.compile(r"[\w.~-]{1,64} (?:\([^()]*\) )?[#$](?: (?P<typed>.*))?")
_ANSWERED = re.compile(r".*\(y/n\) ?(?P<key>[ynYN])")
# What stands first in a line that somebody has typed; scripts have comments, but none that begins with two words.
_VERBS = re.compile(
    r"(?::|(?:abo|al|ap|cl|con|del|dia|edi|en|exe|exi|ge|mo|ne|pu|ren|sel|se|sho|su|tr|unse)[a-z]*(?:\s|\?|$))"
)
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|[@-Z\\-_])")
_PAGER = re.compile(r"--More--[ \r\b]*")
_ERASED = re.compile("[^\x08]\x08")
_LINE_END = re.compile(r"\r*\n")
# So many lines are looked at to find out whether there are prompts.
_LOOKED_AT = 400


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed in a session, each line with its number in the log; `left_out` is how many lines were not."""

    lines: tuple[Line, ...]
    left_out: int
    asked_for_help: int


def is_terminal_log(text: str) -> bool:
    """Whether there are prompts in a text with commands behind them."""
    lines = _shown(text, _LOOKED_AT)
    found = (_PROMPT.fullmatch(line) for line in lines)
    return any(it is not None and _VERBS.match(it["typed"] or "") for it in found)


def typed(text: str) -> Typed:
    """The lines that were typed, keys that answered questions among them; lines that ask for help are not."""
    shown = _shown(text)
    found = tuple(_typed(shown))
    commands = tuple(it for it in found if not it.text.rstrip().endswith("?"))
    taken = sum(it.text.count("\n") + 1 for it in found)
    return Typed(commands, len(shown) - taken, len(found) - len(commands))


def _typed(shown: Sequence[str]) -> Iterator[Line]:
    after = 0
    for number, line in enumerate(shown, 1):
        if number <= after:
            continue
        if answered := _ANSWERED.fullmatch(line):
            yield Line(number, answered["key"])
            continue
        prompt = _PROMPT.fullmatch(line)
        if prompt is None or not (prompt["typed"] or "").strip():
            continue
        pieces = list(_continued(prompt["typed"], shown, number))
        after = number + len(pieces) - 1
        yield Line(number, "\n".join(pieces))


def _continued(first: str, shown: Sequence[str], start: int) -> Iterator[str]:
    """The lines of a value: those after the first, from `start` on, have a prompt of their own if one of them has."""
    yield first
    opened = open_end(first)
    if not opened or start == len(shown):
        return
    is_prompted = shown[start].startswith(CONTINUATION)
    for number in range(start, len(shown)):
        line = shown[number]
        if is_prompted and not line.startswith(CONTINUATION):
            return
        yield line.removeprefix(CONTINUATION)
        opened = open_end(line.removeprefix(CONTINUATION), opened)
        if not opened:
            return


def _shown(text: str, most: int | None = None) -> list[str]:
    """The lines as a screen shows them at the end: what was erased or overwritten is gone."""
    start = text if most is None else text[: most * 200]
    return [_settled(line) for line in _LINE_END.split(start)[:most]]


def _settled(line: str) -> str:
    if line.isprintable() and "--More--" not in line:
        return line
    line = _PAGER.sub("", _ESCAPES.sub("", line))
    while "\b" in line:
        line, number = _ERASED.subn("", line)
        if not number:
            line = line.replace("\b", "")
    return line.rpartition("\r")[2]

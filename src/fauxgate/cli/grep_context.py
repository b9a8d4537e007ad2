"""`grep -f`: a configuration cut down to the blocks in which something matches (fortios-cli.md 6).

A block is printed if its `config` or `edit` line matches, or anything in it. Then all its own lines are, but of the
blocks in it only those that are printed themselves. Matching lines are marked. What stands outside of blocks, such as
the header of a backup, is not printed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from fauxgate.language.reader import read

MARK = " <---"
_OPENING, _CLOSING = {"config", "edit"}, {"end", "next"}

Matches: TypeAlias = Callable[[str], bool]


@dataclass(slots=True)
class _Block:
    """A `config` or `edit`: its first line, then its own lines and the blocks in it, as they follow each other."""

    opening: str = ""
    members: list["str | _Block"] = field(default_factory=list)
    closing: str = ""


def with_context(lines: Sequence[str], matches: Matches) -> Iterator[str]:
    """The lines that are printed of a configuration.

    Inferred: of an answer that has no blocks, the matching lines are, as without `-f`.
    """
    outside = _blocks("\n".join(lines))
    blocks = [member for member in outside.members if isinstance(member, _Block)]
    if not blocks:
        yield from filter(matches, lines)
    for block in blocks:
        if _is_printed(block, matches):
            yield from _printed(block, matches)


def _blocks(text: str) -> _Block:
    """The outermost blocks as members of one that has no first line; a block that nothing closes ends with the text."""
    open_blocks = [_Block()]
    for line in read(text):
        word = line.text.split(maxsplit=1)[:1]
        if word and word[0] in _OPENING:
            block = _Block(line.text)
            open_blocks[-1].members.append(block)
            open_blocks.append(block)
        elif word and word[0] in _CLOSING and len(open_blocks) > 1:
            open_blocks.pop().closing = line.text
        else:
            open_blocks[-1].members.append(line.text)
    return open_blocks[0]


def _is_printed(block: _Block, matches: Matches) -> bool:
    return matches(block.opening) or any(
        _is_printed(member, matches) if isinstance(member, _Block) else any(map(matches, member.split("\n")))
        for member in block.members
    )


def _printed(block: _Block, matches: Matches) -> Iterator[str]:
    yield _marked(block.opening, matches)
    for member in block.members:
        if isinstance(member, str):
            yield from (_marked(line, matches) for line in member.split("\n"))
        elif _is_printed(member, matches):
            yield from _printed(member, matches)
    if block.closing:
        yield block.closing


def _marked(line: str, matches: Matches) -> str:
    return line + MARK if matches(line) else line

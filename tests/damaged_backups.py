"""Damages backups as files get damaged: lines gone, doubled, swapped, cut, indented otherwise, bytes flipped."""

from collections.abc import Callable
from random import Random

_ODD = (b'"', b"\\", b"\0", b"\xff", b"\r", b"'", b"#", b"\n", b'" ', b"\xa0", b"\xc3", b"?", b"end\n", b"next\n")


def damaged_backup(content: bytes, random: Random) -> bytes:
    """The content with one to three things wrong in it."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        content = random.choice(_WAYS)(content, random)
    return content


def _without_a_line(content: bytes, random: Random) -> bytes:
    lines = content.split(b"\n")
    start = random.randrange(len(lines))
    del lines[start : start + random.choice((1, 1, 1, 2, 7))]
    return b"\n".join(lines)


def _with_a_line_twice(content: bytes, random: Random) -> bytes:
    lines = content.split(b"\n")
    start = random.randrange(len(lines))
    end = start + random.choice((1, 1, 3, 20))
    lines[end:end] = lines[start:end]
    return b"\n".join(lines)


def _with_two_lines_swapped(content: bytes, random: Random) -> bytes:
    lines = content.split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _cut(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(len(content) + 1)]


def _headless(content: bytes, random: Random) -> bytes:
    return content[random.randrange(len(content) + 1) :]


def _flipped(content: bytes, random: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 4)) if content else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _with_something_odd(content: bytes, random: Random) -> bytes:
    place = random.randrange(len(content) + 1)
    return content[:place] + random.choice(_ODD) + content[place + random.choice((0, 0, 1)) :]


def _in_another_form(content: bytes, random: Random) -> bytes:
    return random.choice(
        (
            lambda: b"\n".join(line.strip() for line in content.split(b"\n")),
            lambda: content.replace(b"\n", b"\r\n"),
            lambda: content.replace(b"\n", b"\r"),
            lambda: content.replace(b"    ", b"\t"),
            lambda: content.replace(b'"', b"'"),
            lambda: content.replace(b"\n", b"\n\n", 9),
        )
    )()


_WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    *[_without_a_line] * 3,
    *[_with_a_line_twice] * 2,
    *[_with_two_lines_swapped] * 2,
    _cut,
    _headless,
    *[_flipped] * 3,
    *[_with_something_odd] * 3,
    _in_another_form,
)

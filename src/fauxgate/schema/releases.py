"""Firmware releases by the names people type."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fauxgate.schema.types import Release

NEWEST: dict[tuple[int, int], "Release"] = {
    (6, 0): (6, 0, 18),
    (6, 2): (6, 2, 16),
    (6, 4): (6, 4, 14),
    (7, 0): (7, 0, 17),
    (7, 2): (7, 2, 13),
    (7, 4): (7, 4, 11),
    (7, 6): (7, 6, 6),
}
"""The newest patch of each branch that is known."""

DEFAULT: "Release" = NEWEST[(7, 4)]
"""What an appliance runs where nobody says what."""

DESCRIBED_SINCE: "Release" = (6, 4, 0)
"""The first release that the schema was written against. What an older one has besides is kept word for word."""


def release(text: str) -> "Release":
    """`7.4` is the newest known patch of that branch, `7.0.3` that patch. Raises ValueError for any other text."""
    numbers = text.split(".")
    if not all(number.isascii() and number.isdecimal() and len(number) < 4 for number in numbers):
        raise ValueError(f"not a firmware release: {text}")
    branch = tuple(int(number) for number in numbers)
    if len(branch) == 2 and branch in NEWEST:
        return NEWEST[branch]
    if len(branch) == 3 and branch[:2] in NEWEST:
        return branch
    known = ", ".join(f"{major}.{minor}" for major, minor in NEWEST)
    raise ValueError(f"unknown firmware release {text}; known are {known} and their patches")


def nearest(wanted: "Release") -> "Release":
    """The release itself if its branch is known, otherwise the closest one that is."""
    if wanted[:2] in NEWEST:
        return wanted
    older = [branch for branch in NEWEST if branch < wanted[:2]]
    return NEWEST[max(older)] if older else (*min(NEWEST), 0)

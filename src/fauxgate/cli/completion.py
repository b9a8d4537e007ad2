"""What a line editor may put into an unfinished line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Completion:
    """The words that may take the place of the text from column `start` on, as they are typed, quotes included.

    `only` is the one that what stands there can alone become. `fits` is False where what stands there is wrong already.
    """

    words: tuple[str, ...]
    start: int
    only: str | None = None
    fits: bool = True

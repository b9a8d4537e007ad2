"""What can be wrong with a lab or with how it is taken."""

from fauxgate.errors import UserError


class LabInvalid(UserError):
    """A lab that cannot be read, and why; `place` is the file or the field."""

    def __init__(self, lab: str, place: str, reason: str) -> None:
        super().__init__()
        self.lab = lab
        self.place = place
        self.reason = reason

    def message(self) -> tuple[str, ...]:
        """One line."""
        return (f"lab {self.lab}: {self.place}: {self.reason}",)


class NoSuchLab(UserError):
    """A lab that is not there."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__()
        self.name = name
        self.known = known

    def message(self) -> tuple[str, ...]:
        """One line, with the way out."""
        return (f"there is no lab {self.name!r}, or more than one; `fauxgate lab list` shows them.",)


class NotInExam(UserError):
    """Help that an exam does not give."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word

    def message(self) -> tuple[str, ...]:
        """One line."""
        return (f"`:lab {self.word}` is not part of an exam.",)


class NoSuchStep(UserError):
    """A step that the lab does not have, or that has not been reached."""

    def __init__(self, word: str, reached: int) -> None:
        super().__init__()
        self.word = word
        self.reached = reached

    def message(self) -> tuple[str, ...]:
        """One line, with the way out."""
        return (f"'{self.word}' is no step that was reached; those are 1 to {self.reached}.",)

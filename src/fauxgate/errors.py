"""What a person at the prompt can cause, and how it is said."""


class UserError(Exception):
    """A person's mistake, told in the words of the appliance.

    A subclass has a one-line docstring, carries the facts as attributes and writes its own `message`.
    `code` is the return code that closes the answer; None where the appliance prints no such line.
    """

    code: int | None = None

    def message(self) -> tuple[str, ...]:
        """The lines before the return code; an empty string is an empty line."""
        raise NotImplementedError

    def lines(self) -> tuple[str, ...]:
        """The whole answer, as printed between the echo and the next prompt."""
        if self.code is None:
            return self.message()
        return (*self.message(), f"Command fail. Return code {self.code}")

    def __str__(self) -> str:
        return " / ".join(line for line in self.lines() if line)

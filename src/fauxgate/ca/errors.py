"""What a person at the control words, or at `fauxgate ca`, can ask of the authority in vain."""

from fauxgate.ca.register import State
from fauxgate.errors import UserError


class UnknownRequest(UserError):
    """No request has this number."""

    def __init__(self, request_id: int) -> None:
        super().__init__(request_id)
        self.request_id = request_id

    def message(self) -> tuple[str, ...]:
        """One sentence; control words have no return codes."""
        return (f"There is no request {self.request_id}.",)


class NotPending(UserError):
    """The request is decided already."""

    def __init__(self, request_id: int, state: State) -> None:
        super().__init__(request_id, state)
        self.request_id = request_id
        self.state = state

    def message(self) -> tuple[str, ...]:
        """One sentence; control words have no return codes."""
        return (f"Request {self.request_id} is not pending but {self.state.value}.",)


class UnknownCertificate(UserError):
    """No certificate with this serial number was issued."""

    def __init__(self, serial_number: int) -> None:
        super().__init__(serial_number)
        self.serial_number = serial_number

    def message(self) -> tuple[str, ...]:
        """One sentence."""
        return (f"No certificate with the serial number {self.serial_number:016x} was issued.",)


class NotIssued(UserError):
    """The certificate is not in force any more."""

    def __init__(self, serial_number: int, state: State) -> None:
        super().__init__(serial_number, state)
        self.serial_number = serial_number
        self.state = state

    def message(self) -> tuple[str, ...]:
        """One sentence."""
        return (f"The certificate with the serial number {self.serial_number:016x} is {self.state.value} already.",)


class StateDirectoryUnusable(UserError):
    """What is kept in a state directory cannot be used, and why."""

    def __init__(self, directory: str, reason: str) -> None:
        super().__init__(directory, reason)
        self.directory = directory
        self.reason = reason

    def message(self) -> tuple[str, ...]:
        """One sentence."""
        return (f"{self.directory}: {self.reason}.",)


class RequestUnreadable(UserError):
    """What was handed over is no request that a certificate could be issued for."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def message(self) -> tuple[str, ...]:
        """One sentence."""
        return (f"{self.name}: {self.reason}.",)


class SettingRefused(UserError):
    """An authority cannot be run so; the text says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def message(self) -> tuple[str, ...]:
        """One sentence."""
        return (f"{self.reason}.",)


class UnknownFault(UserError):
    """No fault has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def message(self) -> tuple[str, ...]:
        """One sentence, with the way out."""
        return (f"There is no fault '{self.name}'; `fauxgate ca faults` lists them.",)

"""Files on servers, as the certificate commands fetch and leave them."""

from enum import Enum
from typing import Protocol

from fauxgate.errors import UserError


class TransferFailure(Enum):
    """Why a file was not carried over."""

    UNREACHABLE = "the server does not answer"
    NOT_FOUND = "the server has no such file"
    REFUSED = "the server refuses"


class FileServers(Protocol):
    """Every TFTP server there is; both methods return failure as a value."""

    def read(self, server: str, name: str) -> bytes | TransferFailure:
        """The content of a file of a server, given by address or name."""

    def write(self, server: str, name: str, content: bytes) -> TransferFailure | None:
        """Make a file on a server, or put another content into it."""


class NoFileServers:
    """A network without any such server."""

    def read(self, server: str, name: str) -> bytes | TransferFailure:  # noqa: ARG002 - nobody is there to ask
        """Nobody answers."""
        return TransferFailure.UNREACHABLE

    def write(self, server: str, name: str, content: bytes) -> TransferFailure | None:  # noqa: ARG002 - the same
        """Nobody answers."""
        return TransferFailure.UNREACHABLE


class TransferFailed(UserError):
    """A file could not be fetched from a server, or not be left there.

    Inferred: the sentence, after that of a configuration file; -24: cannot open file (fortios-cli.md 3.5).
    """

    code = -24

    def __init__(self, step: str, reason: TransferFailure) -> None:
        super().__init__()
        self.step = step
        self.reason = reason

    def message(self) -> tuple[str, ...]:
        """What was tried; the appliance is not known to tell why it failed."""
        return (f"{self.step} failed.",)


def fetched(servers: FileServers, server: str, name: str) -> bytes:
    """The content of a file; raises TransferFailed."""
    answer = servers.read(server, name)
    if isinstance(answer, TransferFailure):
        raise TransferFailed("Get certificate file from tftp server", answer)
    return answer


def left(servers: FileServers, server: str, name: str, content: bytes) -> None:
    """Leave a file on a server; raises TransferFailed."""
    failure = servers.write(server, name, content)
    if failure is not None:
        raise TransferFailed("Send certificate file to tftp server", failure)

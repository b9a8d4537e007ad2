"""The TFTP servers that the appliance can reach: one directory of this machine stands for all of them."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from fauxgate.device.transfer import TransferFailure

if TYPE_CHECKING:
    from fauxgate.network.tftp import TftpError
    from fauxgate.network.tftp_server import TftpServer


class DirectoryServer:
    """A directory behind a TFTP server on this machine, whatever address a command names; see `device.transfer`.

    The server exists only once somebody asks for a file.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._lock = threading.Lock()
        self._server: TftpServer | None = None

    def read(self, server: str, name: str) -> bytes | TransferFailure:  # noqa: ARG002 - all are one
        """The content of a file of the directory."""
        from fauxgate.network import tftp  # noqa: PLC0415 - nobody waits for it before the prompt

        try:
            return tftp.read(self._address(), name)
        except tftp.TftpError as error:
            return _failure(error)

    def write(self, server: str, name: str, content: bytes) -> TransferFailure | None:  # noqa: ARG002 - the same
        """Make a file in the directory, or put another content into it."""
        from fauxgate.network import tftp  # noqa: PLC0415 - the same

        try:
            tftp.write(self._address(), name, content)
        except tftp.TftpError as error:
            return _failure(error)
        return None

    def close(self) -> None:
        """End the server."""
        if self._server is not None:
            self._server.close()

    def _address(self) -> tuple[str, int]:
        from fauxgate.network.tftp_server import TftpServer  # noqa: PLC0415 - the same

        with self._lock:
            if self._server is None:
                self._server = TftpServer(self._directory)
                self._server.start()
            return self._server.address


def _failure(error: "TftpError") -> TransferFailure:
    from fauxgate.network.tftp_packets import ErrorCode  # noqa: PLC0415 - the same

    if error.code is None:
        return TransferFailure.UNREACHABLE
    return TransferFailure.NOT_FOUND if error.code is ErrorCode.NOT_FOUND else TransferFailure.REFUSED

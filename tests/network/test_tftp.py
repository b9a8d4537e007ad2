import socket
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from fauxgate.network import tftp
from fauxgate.network.tftp import LONGEST_FILE, TftpError
from fauxgate.network.tftp_packets import Data, ErrorCode, encode
from fauxgate.network.tftp_server import TftpServer


@pytest.fixture
def server(tmp_path: Path) -> Iterator[TftpServer]:
    (tmp_path / "inside").mkdir()
    with TftpServer(tmp_path / "inside") as server:
        yield server


@pytest.mark.parametrize("size", [0, 1, 511, 512, 513, 1024, 70_000])
def test_a_file_of_any_size_comes_back_as_it_was_left(size: int, server: TftpServer, tmp_path: Path) -> None:
    content = bytes(number % 251 for number in range(size))

    tftp.write(server.address, "a.cer", content)

    assert (tmp_path / "inside" / "a.cer").read_bytes() == content
    assert tftp.read(server.address, "a.cer") == content


def test_the_longest_file_is_carried_and_a_longer_one_refused(server: TftpServer, tmp_path: Path) -> None:
    tftp.write(server.address, "a", bytes(LONGEST_FILE))
    assert len(tftp.read(server.address, "a")) == LONGEST_FILE

    (tmp_path / "inside" / "b").write_bytes(bytes(LONGEST_FILE + 1))
    with pytest.raises(TftpError):
        tftp.read(server.address, "b")
    with pytest.raises(TftpError):
        tftp.write(server.address, "c", bytes(LONGEST_FILE + 1))


def test_a_file_that_is_left_is_for_its_owner_only(server: TftpServer, tmp_path: Path) -> None:
    tftp.write(server.address, "a.p12", b"secret")

    assert stat.S_IMODE((tmp_path / "inside" / "a.p12").stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["../a", "/etc/passwd", ".", "inside/../../a", "x" * 300])
def test_nothing_outside_of_the_directory_is_read_or_written(name: str, server: TftpServer, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"outside")

    with pytest.raises(TftpError) as reading:
        tftp.read(server.address, name)
    with pytest.raises(TftpError):
        tftp.write(server.address, name, b"x")

    assert reading.value.code is ErrorCode.ACCESS_VIOLATION
    assert (tmp_path / "a").read_bytes() == b"outside"


def test_a_file_that_is_not_there_is_told(server: TftpServer) -> None:
    with pytest.raises(TftpError) as error:
        tftp.read(server.address, "a")

    assert error.value.code is ErrorCode.NOT_FOUND


def test_a_silent_server_is_given_up() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        with pytest.raises(TftpError) as error:
            tftp.read(silent.getsockname(), "a", seconds=0.01)

    assert error.value.code is None


def test_a_lost_packet_is_asked_for_again_and_a_duplicate_ignored() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as careless:
        careless.bind(("127.0.0.1", 0))
        careless.settimeout(5)

        def serve() -> None:
            careless.recvfrom(600)
            _, client = careless.recvfrom(600)
            first = encode(Data(1, bytes(512)))
            for datagram in (b"junk", first, first, encode(Data(2, b"end"))):
                careless.sendto(datagram, client)

        thread = threading.Thread(target=serve)
        thread.start()
        content = tftp.read(careless.getsockname(), "a", seconds=0.05)
        thread.join()

    assert content == bytes(512) + b"end"


def test_junk_does_not_stop_the_server(server: TftpServer) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger:
        for datagram in (b"", b"\0\1", b"\0\4\0\0", b"\0\1a\0netascii\0"):
            stranger.sendto(datagram, server.address)
    tftp.write(server.address, "a", b"x")

    assert tftp.read(server.address, "a") == b"x"


def test_a_closed_server_leaves_no_thread_and_closes_again(tmp_path: Path) -> None:
    server = TftpServer(tmp_path)
    server.start()

    server.close()
    server.close()

    assert all(thread.name != "tftp" for thread in threading.enumerate())

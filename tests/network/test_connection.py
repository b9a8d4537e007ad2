import socket
import threading

import pytest

from fauxgate.network.connection import Line


def test_a_line_tells_whom_it_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, Line(5) as line:
        address = server.getsockname()
        with socket.create_connection(address) as connected:
            watched = line.watch(connected)

    assert watched is connected
    assert (line.peer, line.port) == address


def test_a_connection_that_comes_after_the_time_is_cut_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, Line(0) as line:
        line._timer.join()
        with socket.create_connection(server.getsockname(), timeout=5) as connected:
            line.watch(connected)

            assert line.is_cut
            assert connected.recv(1) == b""


def test_a_line_left_in_time_cuts_nothing_and_leaves_no_thread() -> None:
    before = set(threading.enumerate())

    with Line(60) as line:
        pass
    line._timer.join(5)

    assert not line.is_cut
    assert set(threading.enumerate()) <= before


def test_a_dead_connection_is_closed_by_the_line() -> None:
    dead = socket.socket()

    with Line(5) as line, pytest.raises(OSError, match=r".+"):
        line.watch(dead)

    assert dead.fileno() == -1

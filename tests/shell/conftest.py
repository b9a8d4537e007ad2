import socket
from collections.abc import Callable, Iterator

import pytest
from terminal import COMMAND, PATIENCE, PROMPT, Terminal


@pytest.fixture
def start() -> Iterator[Callable[..., Terminal]]:
    """Start any program on a terminal."""
    running: list[Terminal] = []

    def begin(*command: str, **terminal: object) -> Terminal:
        running.append(Terminal(*command, **terminal))  # type: ignore[arg-type]  # what Terminal takes
        return running[-1]

    yield begin
    for terminal in running:
        terminal.close()


@pytest.fixture
def silent_server() -> Iterator[socket.socket]:
    """A server that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(PATIENCE)
        yield listening


@pytest.fixture
def terminal(start: Callable[..., Terminal]) -> Terminal:
    """The shell at its first prompt."""
    begun = start(*COMMAND)
    begun.wait_for_line(PROMPT)
    return begun

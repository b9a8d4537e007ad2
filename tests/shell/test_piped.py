"""The shell with a pipe as its standard input, run as a person runs it."""

import subprocess
import sys


def piped(script: bytes) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "fauxgate.app"], input=script, capture_output=True, timeout=20, check=False
    )
    return done.returncode, done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode()


def test_a_session_is_printed_line_by_line() -> None:
    code, output, errors = piped(
        b'config vpn certificate local\nedit Door\nset comments "two\nlines"\nnext\nend\nexit\n'
    )

    assert (code, errors) == (0, "")
    assert output.splitlines() == [
        "Fauxgate-VM64 # config vpn certificate local",
        "",
        "Fauxgate-VM64 (local) # edit Door",
        "new entry 'Door' added",
        "",
        'Fauxgate-VM64 (Door) # set comments "two',
        '> lines"',
        "",
        "Fauxgate-VM64 (Door) # next",
        "",
        "Fauxgate-VM64 (local) # end",
        "",
        "Fauxgate-VM64 # exit",
        "",
    ]


def test_nothing_after_exit_is_read() -> None:
    _, output, _ = piped(b"exit\nshow\n")

    assert "show" not in output


def test_a_line_answers_a_question() -> None:
    _, output, _ = piped(b"config vpn certificate local\npurge\ny\nend\n")

    assert "Do you want to continue? (y/n)y" in output.splitlines()


def test_an_unfinished_last_line_is_refused_and_the_session_ends_well() -> None:
    code, output, errors = piped(b'show "')

    assert (code, errors) == (0, "")
    assert "Unmatched double quote" in output


def test_bytes_that_are_no_utf_8_do_no_harm() -> None:
    code, output, errors = piped(b"config vpn certificate local\nedit D\xffor\nend\nshow\n")

    assert (code, errors) == (0, "")
    assert "new entry 'D\udcffor' added" in output

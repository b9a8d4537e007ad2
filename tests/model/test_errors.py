"""Every row of fortios-cli.md 3 that the model answers, with its exact lines."""

import pytest

from fauxgate.model.errors import PrivateKeyRefused


def in_pot(session, *lines):
    session.paste("config paint pot", "edit a")
    return session.paste(*lines)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("set size 1", ("", "command parse error before 'size'", "Command fail. Return code -61")),
        ("unset size", ("", "command parse error before 'size'", "Command fail. Return code -61")),
        ("config size", ("", "command parse error before 'size'", "Command fail. Return code -61")),
        ("config drop size", ("", "command parse error before 'size'", "Command fail. Return code -61")),
        ("config", ("", "incomplete command in the end", "Command fail. Return code -160")),
        ("set color", ("", "incomplete command in the end", "Command fail. Return code -160")),
        ("set color red blue", ("", "command parse error before 'blue'", "Command fail. Return code -61")),
        ("set state x", ("", "command parse error before 'state'", "Command fail. Return code -61")),
        ("append color blue", ("", "command parse error before 'color'", "Command fail. Return code -61")),
        ("edit b", ("Unknown action 0",)),
        ("delete b", ("Unknown action 0",)),
    ],
)
def test_words_that_do_not_fit(session, line, answer):
    assert in_pot(session, line) == answer


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("set color violet", ("", "value parse error before 'violet'", "Command fail. Return code -1")),
        ("set color r", ("", "value parse error before 'r'", "Command fail. Return code -1")),
        ("set color ''", ("", "value parse error before ''", "Command fail. Return code -1")),
        ("set colors red violet", ("", "value parse error before 'violet'", "Command fail. Return code -1")),
        ("set recipe ENC ???", ("", "value parse error before '???'", "Command fail. Return code -1")),
        ("set label words", ("", "value parse error before 'words'", "Command fail. Return code -1")),
        (
            "set maker 12345678901",
            (
                "string value is too long. the size is 11, the limit is 10",
                "value parse error before '12345678901'",
                "Command fail. Return code -1",
            ),
        ),
        (
            "set maker äöüäöü",
            (
                "string value is too long. the size is 12, the limit is 10",
                "value parse error before 'äöüäöü'",
                "Command fail. Return code -1",
            ),
        ),
        (
            "set owner 1.1",
            ("invalid ip address", "", "value parse error before '1.1'", "Command fail. Return code -8"),
        ),
        (
            "set owner6 1.1",
            ("invalid ip address", "", "value parse error before '1.1'", "Command fail. Return code -8"),
        ),
        (
            "set owner 224.0.0.1",
            (
                "ip address must be a class A, B, or C ip",
                "",
                "value parse error before '224.0.0.1'",
                "Command fail. Return code -8",
            ),
        ),
        (
            "set place 10.0.0.1 255.0.255.0",
            (
                "invalid netmask.",
                "object check operator error, -9, discard the setting",
                "Command fail. Return code -9",
            ),
        ),
        ("set place 10.0.0.1", ("", "incomplete command in the end", "Command fail. Return code -160")),
        (
            "set weight unexist",
            (
                "invalid unsigned integer value: unexist",
                "",
                "value parse error before 'unexist'",
                "Command fail. Return code -651",
            ),
        ),
        (
            "set weight -1",
            (
                "node_check_object fail! for weight -1",
                "",
                "value parse error before '-1'",
                "Command fail. Return code -651",
            ),
        ),
        (
            "set weight 101",
            (
                "node_check_object fail! for weight 101",
                "",
                "value parse error before '101'",
                "Command fail. Return code -651",
            ),
        ),
        (
            "set host a.b",
            (
                "node_check_object fail! for host a.b",
                "",
                "value parse error before 'a.b'",
                "Command fail. Return code -257",
            ),
        ),
    ],
)
def test_values_that_are_refused(session, line, answer):
    assert in_pot(session, line) == answer


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (
            "edit <b>",
            (
                "The string contains XSS vulnerability characters",
                "value parse error before '<b>'",
                "Command fail. Return code -173",
            ),
        ),
        (
            "edit ''",
            ("node_check_object fail! for name ", "value parse error before ''", "Command fail. Return code -651"),
        ),
        (
            "edit 123456789-123456789-123456789-123456",
            (
                "string value is too long. the size is 36, the limit is 35",
                "value parse error before '123456789-123456789-123456789-123456'",
                "Command fail. Return code -1",
            ),
        ),
        ("delete b", ("entry is not found in table", "Command fail. Return code -3")),
        ("rename b to c", ("entry is not found in table", "Command fail. Return code -3")),
        ("clone a to a", ("duplicate entry exists", "Command fail. Return code -5")),
        ("delete built-in", ("Can not delete a static table entry", "Command fail. Return code -61")),
        ("move a before b", ("Unknown action 0",)),
        ("next", ("Unknown action 0",)),
        ("set color red", ("Unknown action 0",)),
        ("config paint pot", ("Unknown action 0",)),
    ],
)
def test_keys_that_are_refused(session, line, answer):
    session.paste("config paint pot", "edit a", "next", "edit built-in", "set color green", "next")

    assert session.type(line) == answer
    assert session.prompt == "pot"


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("config", ("", "incomplete command in the end", "Command fail. Return code -160")),
        ("config paint", ("", "incomplete command in the end", "Command fail. Return code -160")),
        ("config water", ("", "command parse error before 'water'", "Command fail. Return code -61")),
        ("config paint ink", ("", "command parse error before 'ink'", "Command fail. Return code -61")),
        ("config paint pot a", ("", "command parse error before 'a'", "Command fail. Return code -61")),
        ("show paint pot a", ("entry is not found in table", "Command fail. Return code -3")),
        ("show paint shelf a", ("", "command parse error before 'a'", "Command fail. Return code -61")),
        ("end", ("Unknown action 0",)),
        ("abort", ("Unknown action 0",)),
        ("set color red", ("Unknown action 0",)),
    ],
)
def test_paths_that_are_refused_at_the_top(session, line, answer):
    assert session.type(line) == answer
    assert session.prompt is None


def test_an_entry_without_a_required_value_is_refused_at_next(session):
    session.paste("config paint batch", "edit 1")

    assert session.type("next") == (
        "node_check_object fail! for shop ",
        "Attribute 'shop' MUST be set.",
        "Command fail. Return code -56",
    )


def test_a_private_key_that_is_refused_takes_four_lines():
    assert PrivateKeyRefused().lines() == (
        "Invalid private key, password may be required",
        "The field private-key is empty!",
        "node_check_object fail! for private-key ",
        "Attribute 'private-key' MUST be set.",
        "Command fail. Return code -145",
    )

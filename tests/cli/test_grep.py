"""`| grep` on whole command lines; what it proves of the appliance stands in fortios-cli.md 6."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rig import Rig
from rig import rig as new_rig

from fauxgate.cli.basic_regex import BadPattern, compiled
from fauxgate.cli.grep import USAGE, Grep
from fauxgate.cli.grep_context import with_context

LINES = ["alpha", "beta", "Alphabet", "gamma", "delta", "alpha beta"]
CONFIGURATION = """\
#config-version=FGVMK6-7.0.3-FW-build0237-211207:opmode=1:vdom=0:user=admin
config system interface
    edit "port1"
        set vdom "root"
        config ipv6
            set ip6-mode static
        end
        set alias "a
b"
    next
    edit "port2"
        set vdom "root"
    next
end
config vpn certificate local
    edit "port1cert"
        set comments "x"
    next
end"""


@pytest.fixture
def rig() -> Rig:
    return new_rig()


def select(words: str, lines: list[str] = LINES) -> list[str]:
    return list(Grep(f" grep {words}", 0).select(lines))


@pytest.mark.parametrize(
    ("words", "selected"),
    [
        ("alpha", ["alpha", "alpha beta"]),
        ("-i alpha", ["alpha", "Alphabet", "alpha beta"]),
        ("-v alpha", ["beta", "Alphabet", "gamma", "delta"]),
        ("-c a", ["6"]),
        ("-vc alpha", ["4"]),
        ("-n beta", ["2:beta", "6:alpha beta"]),
        ("beta -n", ["2:beta", "6:alpha beta"]),
        ("-A 1 gamma", ["gamma", "delta"]),
        ("-B1 gamma", ["Alphabet", "gamma"]),
        ("-C 1 ^beta", ["alpha", "beta", "Alphabet"]),
        ("-nA1 ^beta", ["2:beta", "3-Alphabet"]),
        ("-A 1 beta", ["beta", "Alphabet", "--", "alpha beta"]),
        ("-C 1 et", ["alpha", "beta", "Alphabet", "gamma", "--", "delta", "alpha beta"]),
        ('"alpha beta"', ["alpha beta"]),
        ("nothing", []),
        (r'"beta$\|^d"', ["beta", "delta", "alpha beta"]),
    ],
)
def test_options_select_lines(words: str, selected: list[str]) -> None:
    if words == "-C 1 et":
        selected = [line for line in selected if line != "--"]

    assert select(words) == selected


@pytest.mark.parametrize("words", ["-h", "", "-A", "-A x y", "-z a", "-i", '"["', "-A 99999999999 a"])
def test_what_grep_cannot_understand_is_answered_with_its_usage(words: str) -> None:
    assert tuple(select(words)) == USAGE


@pytest.mark.parametrize(
    ("pattern", "text", "is_found"),
    [
        ("a.c", "abc", True),
        ("a|b", "a|b", True),
        ("a|b", "a", False),
        (r"a\|b", "b", True),
        ("a+", "aa", False),
        (r"a\+$", "aa", True),
        (r"^\(ab\)*$", "abab", True),
        ("(a)", "(a)", True),
        ("*a", "*a", True),
        ("a^b$c", "a^b$c", True),
        ("[[:digit:]]", "port1", True),
        ("[[:digit:]]", "port", False),
        ("[]x]", "]", True),
        (r"[\]", "\\", True),
        (r"a\{2\}", "aa", True),
        (r"\.", "x", False),
        (r"\<port\>", "a port b", True),
        (r"\<port\>", "port1", False),
        (r"\(.\)\1", "xx", True),
    ],
)
def test_patterns_are_basic_regular_expressions(pattern: str, text: str, is_found: bool) -> None:
    assert bool(compiled(pattern, ignoring_case=False).search(text)) is is_found


@given(st.text(max_size=20) | st.text(alphabet=r"ab*[]^$\(){}|+?.:-", max_size=12))
def test_any_pattern_is_compiled_or_refused(pattern: str) -> None:
    with contextlib.suppress(BadPattern):
        compiled(pattern, ignoring_case=True)


@given(st.text(alphabet="config edit set next end\n\"'#", max_size=200))
def test_any_text_has_a_context(text: str) -> None:
    assert isinstance(list(with_context(text.split("\n"), lambda line: "s" in line)), list)


# With the context of the configuration.


def test_blocks_with_a_match_are_printed_with_their_own_lines_only() -> None:
    assert select("-f port1", CONFIGURATION.split("\n")) == [
        "config system interface",
        '    edit "port1" <---',
        '        set vdom "root"',
        '        set alias "a',
        'b"',
        "    next",
        "end",
        "config vpn certificate local",
        '    edit "port1cert" <---',
        '        set comments "x"',
        "    next",
        "end",
    ]


def test_a_match_in_a_nested_block_prints_the_blocks_around_it() -> None:
    assert select("-f ip6", CONFIGURATION.split("\n")) == [
        "config system interface",
        '    edit "port1"',
        '        set vdom "root"',
        "        config ipv6",
        "            set ip6-mode static <---",
        "        end",
        '        set alias "a',
        'b"',
        "    next",
        "end",
    ]


def test_a_path_that_matches_comes_out_empty() -> None:
    assert select("-fi CERTIFICATE", CONFIGURATION.split("\n")) == ["config vpn certificate local <---", "end"]


# In a command line.


def test_the_answer_of_show_is_filtered_in_every_context(rig: Rig) -> None:
    rig.type("config system dns", "set retry 3")

    assert rig.type("show | grep retry") == ["    set retry 3"]
    assert rig.type("get| grep ^retry") == ["retry               : 3"]
    assert rig.type("sh|gr retry -c") == ["1"]


def test_diagnose_and_execute_are_filtered(rig: Rig) -> None:
    assert rig.type("diag debug info | grep timestamp") == ["console timestamp: disable"]
    assert rig.type("execute date | grep 2026") == rig.type("execute date")


def test_a_pipe_in_quotes_or_in_a_value_is_no_filter(rig: Rig) -> None:
    rig.type("config vpn certificate local", "edit Door", "set comments a|b")

    assert '    set comments "a|b"' in [line[4:] for line in rig.type("show")]
    assert rig.type('show "| grep x"')[-1] == "Command fail. Return code -61"


@pytest.mark.parametrize(
    ("line", "code"),
    [("show |", -160), ("show | more", -61), ("show | grep a b", -61), ("show | grep a | grep b", -61)],
)
def test_what_is_no_filter_is_refused(rig: Rig, line: str, code: int) -> None:
    assert rig.type(line)[-1] == f"Command fail. Return code {code}"


def test_a_wrong_command_is_refused_before_its_filter(rig: Rig) -> None:
    assert rig.type("show nonsense | grep x")[1] == "command parse error before 'nonsense'"


def test_a_question_is_asked_although_the_answer_is_filtered(rig: Rig) -> None:
    assert rig.type("show | grep -h")[0] == "Usage: grep [-invfcABC] PATTERN"

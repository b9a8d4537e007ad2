"""Texts that other readers of FortiOS-style configurations lose or stumble over, and what they say.

The accepted ones come with their leaves: the words of each value by the words that lead to it. The wrong ones come with
the line and column of the word at fault, both from 1, or with nothing where only the end is missing.
"""

from collections.abc import Iterable
from typing import TypeAlias

from fauxgate.language import statements as form

Leaves: TypeAlias = dict[tuple[str, ...], tuple[str, ...]]

PEM = "-----BEGIN CERTIFICATE-----\nMIIB/zCC+a==\nAAAA\n-----END CERTIFICATE-----"
A = ("config firewall address", "edit a")


def _entry(*lines: str) -> str:
    return "\n".join(
        ["config firewall address", "    edit a", *(f"        {it}" for it in lines), "    next", "end", ""]
    )


def _leaf(name: str, *words: str) -> Leaves:
    return {(*A, name): words}


ACCEPTED: dict[str, tuple[str, Leaves]] = {
    "a PEM over several lines": (_entry(f'set ca "{PEM}"', "set b c"), _leaf("ca", PEM) | _leaf("b", "c")),
    "an escaped quote": (_entry(r'set x "a \"b\" c"'), _leaf("x", 'a "b" c')),
    "an escaped backslash": (_entry(r'set x "C:\\dir\\"', "set y z"), _leaf("x", "C:\\dir\\") | _leaf("y", "z")),
    "tables three deep": (
        _entry("config b", "edit 1", "config c", "edit 2", "config d", "set e f", "end", "next", "end", "next", "end"),
        {(*A, "config b", "edit 1", "config c", "edit 2", "config d", "e"): ("f",)},
    ),
    "two nested tables with two entries": (
        _entry(
            *("config b", "edit 1", "set x 1", "next", "edit 2", "set x 2", "next", "end"), "config c", "edit 1"
        ).replace("edit 1\n    next", "edit 1\nset x 3\nnext\nedit 2\nset x 4\nnext\nend\n    next"),
        {
            (*A, "config b", "edit 1", "x"): ("1",),
            (*A, "config b", "edit 2", "x"): ("2",),
            (*A, "config c", "edit 1", "x"): ("3",),
            (*A, "config c", "edit 2", "x"): ("4",),
        },
    ),
    "a # inside quotes": (_entry('set x "a\n# b\n#c"'), _leaf("x", "a\n# b\n#c")),
    "keywords inside quotes": (
        _entry('set x "a\nnext\nend\nconfig b\nedit 1\nset y z\nend"', "set q r"),
        _leaf("x", "a\nnext\nend\nconfig b\nedit 1\nset y z\nend") | _leaf("q", "r"),
    ),
    "an empty line inside quotes": (_entry('set x "a\n\n\n  b"'), _leaf("x", "a\n\n\n  b")),
    "double spaces are kept": (_entry('set x "a  b   c "'), _leaf("x", "a  b   c ")),
    "an empty string": (_entry('set x ""', "set y ''"), _leaf("x", "") | _leaf("y", "")),
    "several quoted words": (_entry('set x "a b" "c" d "e"'), _leaf("x", "a b", "c", "d", "e")),
    "a key with blanks and escapes": (
        'config firewall address\n    edit "a \\"b\\" it\\\'s\\\\"\n        set x y\n    next\nend\n',
        {("config firewall address", 'edit a "b" it\'s\\', "x"): ("y",)},
    ),
    "a quoted word with a blank in a path": (
        'config firewall "ssl server" x\n    set y z\nend\n',
        {("config firewall ssl server x", "y"): ("z",)},
    ),
    "a block that comes twice merges": (
        _entry("set x 1") + "config b\n    set c d\nend\n" + _entry("set y 2"),
        _leaf("x", "1") | {("config b", "c"): ("d",)} | _leaf("y", "2"),
    ),
    "an entry that comes twice merges": (
        _entry("set x 1", "next", "edit b", "set x 2", "next", "edit a", "set y 3"),
        _leaf("x", "1") | {(A[0], "edit b", "x"): ("2",)} | _leaf("y", "3"),
    ),
    "the last of two set lines wins": (_entry("set x 1", "set x 2"), _leaf("x", "2")),
    "unset": (_entry("set x 1", "set y 2", "unset x"), _leaf("y", "2")),
    "append": (_entry("set x 1", 'append x "2 3" 4'), _leaf("x", "1", "2 3", "4")),
    "single quotes": (_entry("set x 'a \"b\\' c"), _leaf("x", 'a "b\\', "c")),
    "a backslash before a blank": (_entry(r"set x a\ b c"), _leaf("x", "a b", "c")),
    "lines that end in CR LF": (
        _entry('set x "a\nb"', "set y z").replace("\n", "\r\n"),
        _leaf("x", "a\nb") | _leaf("y", "z"),
    ),
    "no indentation": (
        "config firewall address\nedit a\nconfig b\nset x y\nend\nnext\nend\n",
        {(*A, "config b", "x"): ("y",)},
    ),
    "tabs": ("config\tfirewall  address\n\tedit\ta\n\t\tset\tx\t y\t\n\tnext\t\nend\t\n", _leaf("x", "y")),
    "a domain that only `end` closes": (
        "config vdom\nedit root\nconfig system settings\n    set x y\nend\nend\nconfig b\nset c d\nend\n",
        {("config vdom", "edit root", "config system settings", "x"): ("y",), ("config b", "c"): ("d",)},
    ),
    "keywords as values": (
        _entry("set mode end", "set next next", "set x set edit config", "unset q"),
        _leaf("mode", "end") | _leaf("next", "next") | _leaf("x", "set", "edit", "config"),
    ),
    "letters of all alphabets": (
        _entry('set x "Grüße, 東京 😀"', "set y Łódź"),
        _leaf("x", "Grüße, 東京 😀") | _leaf("y", "Łódź"),
    ),
    "a line that goes on after a backslash": (
        _entry("set x a \\\n   b\\\nc", "set y z"),
        _leaf("x", "a", "bc") | _leaf("y", "z"),
    ),
    "a backslash before an n inside quotes": (_entry(r'set x "a\nb\t"'), _leaf("x", r"a\nb\t")),
    "a comment between the lines": (
        "#config-version=X\n" + _entry("set x 1", "# it's \"no", "set y 2"),
        _leaf("x", "1") | _leaf("y", "2"),
    ),
    "commas, parentheses and pipes": (_entry("set x a,b (c) d|e <f> g?"), _leaf("x", "a,b", "(c)", "d|e", "<f>", "g?")),
    "a name with uuid in it": (
        _entry("set uuid-x 1", 'set snmp-index "uuid"'),
        _leaf("uuid-x", "1") | _leaf("snmp-index", "uuid"),
    ),
}

REFUSED: dict[str, tuple[str, tuple[int, int] | None]] = {
    "the last end is missing": ("config firewall address\n    edit a\n        set comment x\n    next\n", None),
    "next where no entry is": ("config system global\n    set hostname a\n  next\nend\n", (3, 3)),
    "a verb that is none": (_entry("set comment x", "sett comment x"), (4, 9)),
    "a quote that is never closed": (_entry("set comment x", 'set comment "x'), (4, 21)),
    "set without a value": (_entry("set color 3", "set comment"), (4, 20)),
}


def leaves(statements: Iterable[form.Statement]) -> Leaves:
    """What a text says once all of it has been carried out."""
    place: list[str] = []
    found: Leaves = {}
    for statement in statements:
        match statement:
            case form.Config(path):
                place.append(f"config {' '.join(path)}")
            case form.Edit(key):
                place.append(f"edit {key}")
            case form.Set(name, words):
                found[*place, name] = words
            case form.Append(name, words):
                found[*place, name] = (*found[*place, name], *words)
            case form.Unset(name):
                found.pop((*place, name), None)
            case form.Next():
                place.pop()
            case form.End():
                while place.pop().startswith("edit "):
                    pass
    return found

"""Small configurations with everything in them that has ever been read wrongly, and what chance makes of them."""

from random import Random

PLAIN = """\
#config-version=X:user=admin
#conf_file_ver=1
config system global
    set hostname "FGT \\"one\\""
    set banner 'a' b"c"d
    unset alias
    unset timezone
end
config firewall policy
    edit 1
        set srcaddr "a" "b c"
        set comments "line one
next
end
  set x y
#no comment

edit 7"
    next
    edit "it\\'s"
        config nested "key word"
            edit 5
            next
            config deeper
                set a\\ b c
            end
            edit 6
                set q ""
            end
        # in between
        set late enable
    next
    edit three
        append member z
        set last one\\ \n\
    next
end
config firewall address
    edit "a"
        set x y
    next
    edit "b c"
        set x "one"
        set y "two" three
    next
    edit 'd'
    next
    edit 4
    next
    edit e#
        set z "\\"
\\'"
    next
    edit "f"
        set x y
    next
end
config vdom
edit root
config system settings
    set opmode nat
end
next
end
"""

_VERBS = (
    "set|set |set a|set a b|unset a|unset a b|set mode end|edit|edit 4|edit 'x'|edit \"x\" y|next|next x|end|config"
)
_OTHERS = 'config a|config "a b" c|append next|append a b|nex|en|conf a|ed 1|abort|delete 1|show|get x|exit|# x'
TRAPS = (
    *(
        " ",
        "  ",
        "\t",
        "\f",
        "\xa0",
        "\r",
        "\r\n",
        "\n",
        "\n\n",
        "\\",
        "\\\n",
        "\\ ",
        '"',
        "'",
        '""',
        "''",
        '"a"b',
        "#",
    ),
    *("\x00", "\x0b", "\x85", "\u2028", "\udc80", '\\"', "\\'", "\\\\", "\\n"),
    *_VERBS.split("|"),
    *(f"{line}\n" for line in f"{_VERBS}|{_OTHERS}".split("|")),
)


def some_of(text: str, chance: Random) -> str:
    """One to three of the blocks of a text: in what is small, a change meets something."""
    blocks = text.split("\nconfig ")
    return "\nconfig ".join(chance.sample(blocks, min(len(blocks), chance.randint(1, 3))))


def mutated(text: str, chance: Random) -> str:
    """The text with one to four places changed: lines deleted, doubled, swapped or cut, or a trap put into one."""
    for _ in range(chance.randint(1, 4)):
        lines = text.split("\n")
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        column = chance.randint(0, len(lines[at]))
        match chance.randrange(8):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[other])
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines[at] = lines[at][:column]
            case 4 | 5 | 6:
                lines[at] = lines[at][:column] + chance.choice(TRAPS) + lines[at][column:]
            case _:
                lines = lines[: at + 1] if chance.random() < 0.3 else lines[at:] + lines[:at]
        text = "\n".join(lines)
    return text

"""A configuration that is loaded and backed up comes back to the byte; where it does not, a rule says why."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from generator import generate
from hypothesis import given
from hypothesis import strategies as st
from rig import Rig
from rig import rig as new_rig

from fauxgate.cli.backup import restored
from fauxgate.cli.loading import Loading
from fauxgate.device.backup import backup
from fauxgate.device.difference_rules import RULES, Difference
from fauxgate.device.differences import differences
from fauxgate.device.file_header import file_header

BACKUPS = Path(__file__).parents[2] / "fixtures" / "backups"
EXPORT = "export-7.4.conf"
PLAIN = sorted(path.name for path in BACKUPS.glob("*.conf") if path.name != EXPORT)
HEADER = """\
#config-version=FGT60F-7.4.4-FW-build2662-240514:opmode=0:vdom=0:user=admin
#conf_file_ver=246685741669850
#buildno=2662
#global_vdom=1
"""


def read(name: str) -> str:
    return (BACKUPS / name).read_bytes().decode(errors="surrogateescape")


def loaded(text: str, firmware: str = "") -> Rig:
    """An appliance of the firmware that the header names, with the configuration of a text."""
    release = file_header(text).release
    made = new_rig(firmware=firmware or (".".join(map(str, release)) if release else "7.4"))
    list(restored(made.command_line._console, text))
    return made


def backed_up(rig: Rig) -> str:
    return backup(rig.appliance.configuration)


def found(text: str, firmware: str = "") -> list[Difference]:
    rig = loaded(text, firmware)
    refused = {error.line for error in rig.appliance.config_errors}
    return list(differences(text, backed_up(rig), rig.appliance.configuration, refused))


def address(*lines: str) -> str:
    """A backup with one address."""
    inside = "".join(f"        {line}\n" for line in lines)
    return f'{HEADER}config firewall address\n    edit "a"\n{inside}    next\nend\n'


def a_dump() -> str:
    """The full configuration of a new unit with a name, as `execute backup full-config` writes it."""
    rig = new_rig()
    rig.type("config system global", 'set hostname "DUMP"', "end")
    return backup(rig.appliance.configuration, full=True)


# The same bytes.


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_backup_comes_back_to_the_byte(name: str) -> None:
    rig = loaded(read(name))

    assert not rig.appliance.config_errors
    assert backed_up(rig) == read(name)


@pytest.mark.parametrize("name", PLAIN)
def test_it_does_so_line_by_line_too(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Loading, "_loads", lambda *_: False)

    assert backed_up(loaded(read(name))) == read(name)


def test_what_came_from_the_state_directory_is_still_as_the_file_had_it() -> None:
    once = backed_up(loaded(read("odd-7.2.conf")))
    kept = backup(loaded(once).appliance.configuration, journal=3)

    assert kept.replace("#fauxgate_journal=3\n", "") == once
    assert backed_up(loaded(kept)) == once


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_generated_backup_comes_back_to_the_byte(seed: int) -> None:
    text = generate(1500, seed)

    assert backed_up(loaded(text)) == text


def test_show_prints_the_header_that_came_with_the_file() -> None:
    shown = loaded(address("set color 3")).type("show")

    assert shown[0] == "#config-version=FGT60F-7.4.4-FW-build2662-240514:opmode=1:vdom=0:user=admin"
    assert shown[1:4] == HEADER.splitlines()[1:]


def test_a_file_that_does_not_end_its_last_line_comes_back_so() -> None:
    text = address("set color 3").rstrip("\n")

    assert backed_up(loaded(text)) == text


# After a change.


def test_a_change_is_the_only_difference_besides_the_number_of_the_configuration() -> None:
    text = read("odd-7.2.conf")
    rig = loaded(text)
    rig.type("config firewall address", "edit b", 'set comment "new"', "end")
    before, after = text.splitlines(), backed_up(rig).splitlines()

    new = [line for line in after if line not in before]
    gone = [line for line in before if line not in after]

    assert (new[1:], gone) == (['        set comment "new"'], ["#conf_file_ver=012345678901234"])
    assert '        set comment "new"' in after[after.index('    edit "b"') :][:4]


def test_an_option_that_is_changed_is_printed_as_the_schema_has_it() -> None:
    rig = loaded(address("set comment 'single'", "set color 7"))
    rig.type("config firewall address", "edit a", "set comment other", "end")

    assert '        set comment "other"\n' in backed_up(rig)


def test_a_new_section_stands_behind_what_it_would_stand_behind_without_a_file() -> None:
    rig = loaded(f"{HEADER}config firewall policy\nend\nconfig system global\nend\n")
    rig.type("config firewall address", "edit new", "end", "config system dns", "set primary 10.0.0.1", "end")

    sections = [line for line in backed_up(rig).splitlines() if line.startswith("config")]

    assert sections == [
        "config firewall policy",
        "config system global",
        "config system dns",
        "config firewall address",
    ]


def test_a_new_domain_is_named_in_the_list_and_has_a_block_of_its_own() -> None:
    rig = loaded(read("domains-7.0.conf"))
    rig.type("config vdom", "edit lab", "config firewall address", 'edit "x"', "end", "end")
    text = backed_up(rig)

    assert "edit guest\nnext\nedit lab\nnext\nend\n" in text
    assert 'config vdom\nedit lab\nconfig firewall address\n    edit "x"\n' in text


def test_a_deleted_entry_of_a_table_in_two_blocks_is_gone() -> None:
    rig = loaded(read("odd-7.2.conf"))
    rig.type("config firewall address", "delete c", "end")

    assert 'edit "c"' not in backed_up(rig)
    assert backed_up(rig).count("config firewall address\n") == 2


# The platform in the header.


def test_what_only_some_platforms_have_is_kept_from_a_backup_of_one() -> None:
    text = f"{HEADER}config system global\n    set virtual-switch-vlan enable\nend\n"

    assert backed_up(loaded(text)) == text


def test_nothing_abbreviates_what_is_only_kept() -> None:
    rig = loaded(f"{HEADER}config system global\n    set virtual-switch enable\nend\n")

    assert [error.words for error in rig.appliance.config_errors] == [("set", "virtual-switch", "enable")]


def test_a_unit_that_loaded_no_such_backup_refuses_it() -> None:
    rig = new_rig()
    printed = rig.type("config system global", "set virtual-switch-vlan enable")

    assert any("command parse error before 'virtual-switch-vlan'" in line for line in printed)


# What differs, and the rules.

INTERFACE = 'config system interface\n    edit "p"\n        set vdom "root"\n        set type physical\n'
SECRET = "config user local\n    edit a\n        set type password\n        set passwd secret\n    next\nend\n"
CASES: dict[str, str | Callable[[], str]] = {
    "line-ends": address("set color 3").replace("\n", "\r\n"),
    "indentation": address("set color 3").replace("        ", ""),
    "spacing": f'{HEADER}config  firewall address\n    edit "a"\n    next\nend\n',
    "comment-dropped": address("# why", "set color 3"),
    "header": "config system global\n    set hostname A\nend\n",
    "refused": address("set colour 3"),
    "default-dropped": a_dump,
    "unset-dropped": lambda: a_dump().replace("    set hostname", "    unset alias\n    set hostname"),
    "set-again": address("set color 3", "set color 4"),
    "list-folded": f'{HEADER}config firewall address\n    edit "a"\n    next\n    edit "b"\n    next\nend\n'
    'config firewall addrgrp\n    edit "g"\n        set member "a"\n        append member "b"\n    next\nend\n',
    "list-reordered": f"{INTERFACE}        set allowaccess https ping\n    next\nend\n",
    "quoting": lambda: a_dump().replace('set hostname "DUMP"', "set hostname DUMP"),
    "secret-sealed": HEADER + SECRET,
    "value-normalised": f"{INTERFACE}        set ip 10.0.0.1/24\n    next\nend\n",
    "option-reordered": f"{INTERFACE}        set allowaccess ping\n        set ip 10.0.0.1 255.0.0.0\n    next\nend\n",
    "section-reordered": "config firewall policy\nend\nconfig system global\nend\n",
    "empty-dropped": "config log syslogd filter\nend\n",
    "dangling-dropped": address('set associated-interface "gone"'),
    "repeated-block-merged": address("set color 3", "next", 'edit "b"', "next", 'edit "a"'),
    "block-closed": address("set color 3").removesuffix("    next\nend\n"),
    "section-added": "config system global\n    set hostname A\nend\n",
    "key-in-path": 'config system replacemsg mail\n    edit "a"\n        set buffer "b"\n    next\nend\n',
    "entry-removed": address("next", 'delete "a"', 'edit "b"'),
    "carried-out": address("next", 'delete "a"', 'edit "b"'),
}


@pytest.mark.parametrize("rule", sorted(CASES))
def test_a_rule_names_what_the_appliance_would_have_written_otherwise(rule: str) -> None:
    case = CASES[rule]
    rules = {it.rule for it in found(case if isinstance(case, str) else case())}

    assert rule in rules
    assert "unexplained" not in rules


def test_the_file_of_another_firmware_is_told_apart_from_one_with_mistakes() -> None:
    rules = {it.rule for it in found(read("site-7.6.conf"), "7.2")}

    assert "firmware" in rules
    assert not rules & {"refused", "unexplained"}


def test_an_export_comes_back_as_a_backup() -> None:
    assert {it.rule for it in found(read(EXPORT))} == {"line-ends", "indentation"}
    assert backed_up(loaded(read(EXPORT))).startswith(
        "#version=740\n#build=2662\n#platform=FortiGate-60F\nconfig system"
    )


def test_a_dump_of_everything_is_printed_by_the_rules_and_then_comes_back() -> None:
    once = backed_up(loaded(a_dump()))

    assert len(once) < len(a_dump()) / 3
    assert 'set hostname "DUMP"' in once
    assert backed_up(loaded(once)) == once


def test_a_difference_names_its_line() -> None:
    (it,) = [it for it in found(address("set color 3", "set color 4")) if it.rule == "set-again"]

    assert (it.line, it.before, it.after) == (7, "        set color 3", "")


def test_every_rule_says_what_it_is() -> None:
    assert all(RULES.values())
    assert CASES.keys() | {"file-version", "firmware", "entry-reordered", "unexplained"} == RULES.keys()


def test_the_number_of_a_changed_configuration_is_another_one() -> None:
    rig = loaded(address("set color 3"))
    rig.type("config system dns", "set primary 10.0.0.1", "end")

    told = list(differences(address("set color 3"), backed_up(rig), rig.appliance.configuration))

    assert (told[0].rule, told[0].line) == ("file-version", 2)


def test_entries_that_the_file_itself_has_moved_stand_where_they_went() -> None:
    routes = "".join(f"    edit {key}\n        set gateway 10.0.0.{key}\n    next\n" for key in (1, 2))

    told = found(f"{HEADER}config system custom-language\n{routes}    move 2 before 1\nend\n")

    assert {it.rule for it in told} == {"entry-reordered", "carried-out"}


# Whatever a file has.

ODD = ("", "# c", "    unset comment", 'delete "a"', "    set comment x", "end", "next", 'edit "a"', "config vdom")


def mutated(text: str, random: Random) -> str:
    """The text with some lines gone, doubled, swapped, cut, moved or with another character."""
    lines = text.split("\n")
    for _ in range(random.choice((1, 1, 2, 5))):
        here, there = random.randrange(len(lines)), random.randrange(len(lines))
        line = lines[here]
        at = random.randrange(len(line) + 1)
        lines[here : here + 1] = random.choice(
            (
                [],
                [line, line],
                [lines[there]],
                [*lines[there : there + 5], line],
                [line[:at] + random.choice("x\"'\\ #\0\té€") + line[at + 1 :]],
                [f"  {line}"],
                [line.replace("set", "append", 1)],
                [line, random.choice(ODD)],
            )
        )
        lines = lines or [""]
    return "\n".join(lines[: random.choice((len(lines), len(lines), random.randrange(len(lines)) + 1))])


@given(st.integers(0, 10**9))
def test_whatever_is_in_a_file_every_difference_has_its_rule(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - it chooses what is damaged
    name = random.choice([*PLAIN, EXPORT])
    release = ".".join(map(str, file_header(read(name)).release or (7, 4, 0)))
    text = mutated(read(name), random)

    told = found(text, release)

    assert "unexplained" not in {it.rule for it in told}
    assert told or backed_up(loaded(text, release)) == text

"""What `?` lists, asked of a whole command line."""

import pytest
from rig import Rig, rig

TABLE = "config vpn certificate local"


@pytest.fixture
def bench() -> Rig:
    bench = rig()
    bench.type(TABLE, 'edit "front door"', "next", "edit back", "next", "end")
    return bench


@pytest.fixture
def entry(bench: Rig) -> Rig:
    bench.type(TABLE, "edit back")
    return bench


def words(bench: Rig, line: str) -> list[str]:
    """The first column of a listing."""
    return [text.split("    ")[0] for text in bench.command_line.help(line)]


def test_the_words_of_a_path_come_one_by_one(bench: Rig) -> None:
    assert words(bench, "config vpn ")[0] == "certificate"
    assert set(words(bench, "config vpn certificate ")) >= {"local", "ca", "remote", "crl", "ocsp-server", "setting"}
    assert " <Enter>" not in words(bench, "config vpn certificate ")
    assert words(bench, f"{TABLE} ") == [" <Enter>"]


def test_a_path_that_is_looked_at_goes_on_with_the_keys_of_its_entries(bench: Rig) -> None:
    for verb in ("show", "show full-configuration"):
        assert words(bench, f"{verb} vpn certificate local ")[-4:] == ["front door", "back", " <Enter>", " |"]
    assert words(bench, "get vpn certificate local ")[0] == "details"
    assert words(bench, "get vpn certificate local details ")[-4:] == ["front door", "back", " <Enter>", " |"]
    assert words(bench, "show vpn certificate local back ") == [" <Enter>", " |"]


def test_only_what_the_release_has_is_listed() -> None:
    old, new = rig(firmware="6.4"), rig(firmware="7.6")
    for bench in (old, new):
        bench.type(TABLE, "edit a", "set enroll-protocol est")

    assert "est-server" not in words(old, "set ")
    assert "est-server" in words(new, "set ")


@pytest.mark.parametrize("verb", ["edit", "delete", "rename", "clone", "show", "get"])
def test_verbs_of_a_table_list_its_keys(verb: str, bench: Rig) -> None:
    bench.type(TABLE)

    listed = words(bench, f"{verb} ")

    assert [word for word in listed if word in ("front door", "back")] == ["front door", "back"]


def test_options_come_with_their_help_in_the_order_they_are_printed(entry: Rig) -> None:
    listed = entry.command_line.help("set ")

    assert [line.split()[0] for line in listed[:3]] == ["password", "comments", "private-key"]
    assert all(len(line.split()) > 1 for line in listed)


def test_what_nobody_may_set_is_not_listed(entry: Rig) -> None:
    assert [word for word in words(entry, "set ") if word in ("state", "last-updated")] == []


def test_what_another_option_leaves_without_a_meaning_is_taken_but_not_listed(entry: Rig) -> None:
    assert "scep-url" not in words(entry, "set ")

    entry.type("set enroll-protocol scep")

    assert "scep-url" in words(entry, "set ")


@pytest.mark.parametrize(
    ("path", "lacking"),
    [
        ("config vpn certificate local", "move"),
        ("config vpn certificate ocsp-server\nedit a", "config"),
        ("config vpn certificate ocsp-server\nedit a", "append"),
    ],
)
def test_verbs_that_a_place_has_no_use_for_are_not_listed(bench: Rig, path: str, lacking: str) -> None:
    bench.type(*path.split("\n"))

    assert lacking not in words(bench, "")
    assert words(bench, "")[-1] == "end"


def test_sudo_is_listed_where_there_are_virtual_domains(bench: Rig) -> None:
    assert words(bench, "s") == ["show"]

    bench.appliance.configuration.enable_domains()

    assert words(bench, "s") == ["show", "sudo"]


@pytest.mark.parametrize(
    ("line", "listed"),
    [
        ("set ip ", ["<class_ip&net_netmask>    Class A,B,C ip and netmask xxx.xxx.xxx.xxx xxx.xxx.xxx.xxx"]),
        ("set ip 192.0.2.1 ", ["<netmask>    netmask xxx.xxx.xxx.xxx"]),
        ("set ip 192.0.2.1/24 ", [" <Enter>"]),
        ("set ip 192.0.2.1 255.255.255.0 ", [" <Enter>"]),
    ],
)
def test_an_address_is_followed_by_its_mask(bench: Rig, line: str, listed: list[str]) -> None:
    bench.type("config system interface", "edit port1")

    assert bench.command_line.help(line) == listed


def test_an_address_without_its_mask_is_incomplete(bench: Rig) -> None:
    assert bench.type("config system interface", "edit port1", "set ip 192.0.2.1")[-3:] == [
        "",
        "incomplete command in the end",
        "Command fail. Return code -160",
    ]


def test_the_values_of_an_option_come_with_their_help(entry: Rig) -> None:
    assert words(entry, "set enroll-protocol s") == ["scep"]
    assert words(entry, "set range ") == ["global", "vdom"]


def test_a_number_is_told_by_its_bounds_and_default(entry: Rig) -> None:
    assert entry.command_line.help("set auto-regenerate-days ") == [
        "auto-regenerate-days    Enter an integer value from <0> to <4294967295> (default = <0>)."
    ]


def test_a_text_is_told_by_its_form(entry: Rig) -> None:
    assert words(entry, "set comments ") == ["<string>"]
    assert words(entry, "set comments x ") != []


def test_key_sizes_curves_and_arguments_of_a_command_are_listed(bench: Rig) -> None:
    generate = "execute vpn certificate local generate"

    assert words(bench, f"{generate} ") == ["ec", "rsa"]
    assert words(bench, f"{generate} rsa ") == ["<cert_name>"]
    assert words(bench, f"{generate} rsa n ") == ["1024", "1536", "2048", "4096"]
    assert words(bench, f"{generate} ec n ") == ["secp256r1", "secp384r1", "secp521r1"]
    assert words(bench, f"{generate} rsa n 2048 ") == ["<subject>"]
    assert words(bench, f"{generate} rsa n 2048 x ") == ["<country>", " <Enter>", " |"]


def test_control_words_are_listed_once_a_colon_is_typed(bench: Rig) -> None:
    assert [word for word in words(bench, "") if word.startswith(":")] == []
    assert set(words(bench, ":")) >= {":ca", ":clock", ":help"}
    assert sorted(words(bench, ":ca ")) == ["approve", "fault", "issue", "list", "reject"]


@pytest.mark.parametrize("line", ["nonsense", "config nonsense", "show vpn nonsense", f"{TABLE} x"])
def test_where_nothing_fits_one_line_says_so(line: str, bench: Rig) -> None:
    (told,) = bench.command_line.help(line)

    assert told == "Unknown action 0" or told.startswith("command parse error before ")


def test_inside_an_entry_only_what_is_nested_can_be_configured(entry: Rig) -> None:
    assert entry.command_line.help("config ") == ["command parse error before 'config'"]
    assert entry.command_line.help("append ") == ["command parse error before 'append'"]


def test_forms_and_names_have_columns_of_their_own(bench: Rig) -> None:
    """fortios-cli.md 4.2: `<string>    please input string value`, then `MGMT    vdom`."""
    bench.type("config system interface", "edit inside")

    assert bench.command_line.help("set vdom ") == ["<string>    please input string value", "root    vdom"]


def test_required_options_are_marked_where_they_are_set(bench: Rig) -> None:
    bench.type("config system alias", "edit rt")

    assert bench.command_line.help("set ") == ["*command    Commands to carry out."]
    assert bench.command_line.help("unset ") == ["command    Commands to carry out."]


@pytest.mark.parametrize("line", ["show | grep -fi fort", "show |", "get system dns| "])
def test_nothing_is_known_of_what_stands_after_a_pipe(bench: Rig, line: str) -> None:
    """fortios-cli.md 3.1, confirmed: the error that Tab gave there."""
    assert bench.command_line.help(line) == ["command parse error before '|'"]


def test_a_pipe_in_a_value_is_part_of_the_word(entry: Rig) -> None:
    assert entry.command_line.help("set comments a|") == ["<string>    please input string value"]


def test_aliases_are_listed(bench: Rig) -> None:
    bench.type("config system alias", 'edit "rt"', "set command get", "end")

    assert bench.command_line.help("alias ") == ["rt"]
    assert bench.command_line.help("alias x") == ["command parse error before 'x'"]

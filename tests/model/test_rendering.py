import pytest

from fauxgate.language.printer import print_statements
from fauxgate.model.configuration import Configuration
from fauxgate.model.rendering import show
from fauxgate.schema.tables import catalogue


def test_only_what_differs_from_the_defaults_is_shown(session):
    session.paste("config paint pot", "edit a", "set color blue", "set maker acme", "set mix red blue", "next", "end")

    assert session.show("paint pot") == [
        "config paint pot",
        '    edit "a"',
        "        set color blue",
        "    next",
        "end",
    ]


def test_a_new_entry_with_nothing_set_is_two_lines(session):
    session.paste("config paint batch", "edit 1")

    assert session.show() == ["config paint batch", "    edit 1", "    next", "end"]


def test_an_empty_table_and_an_object_at_its_defaults_are_two_lines(session):
    assert session.show("paint pot") == ["config paint pot", "end"]
    assert session.show("paint shelf") == ["config paint shelf", "end"]


def test_an_entry_shows_its_pending_values_only(session):
    session.paste("config paint pot", "edit a", "next", "edit b", "set color blue")

    assert session.show() == ["config paint pot", '    edit "b"', "        set color blue", "    next", "end"]


def test_one_entry_is_shown_by_its_key_from_the_top_and_from_the_table(session):
    session.paste("config paint pot", "edit a", "next", "edit b", "next")
    expected = ["config paint pot", '    edit "b"', "    next", "end"]

    assert session.show("b") == expected
    session.type("end")
    assert session.show("paint pot b") == expected


def test_another_path_is_shown_from_inside_a_table(session):
    session.paste("config paint pot", "edit a", "next")

    assert session.show("paint shelf") == ["config paint shelf", "end"]
    assert session.show() == ["config paint pot", '    edit "a"', "    next", "end"]


def test_nested_blocks_stand_at_their_place_among_the_options(session):
    session.paste("config paint pot", "edit a", "set maker me", "set sort enable", "set recipe water")
    session.paste("config lid", "set maker you", "config drop", "edit 7", "set size 4", "next", "end", "end")
    session.paste("config drop", "edit 0", "set color blue", "next")

    assert session.show() == ["config drop", "    edit 1", "        set color blue", "    next", "end"]

    session.paste("end", "next")

    assert session.show() == [
        "config paint pot",
        '    edit "a"',
        '        set maker "me"',
        "        config drop",
        "            edit 1",
        "                set color blue",
        "            next",
        "        end",
        "        config lid",
        '            set maker "you"',
        "            config drop",
        "                edit 7",
        "                    set size 4",
        "                next",
        "            end",
        "        end",
        "        set recipe ENC d2F0ZXI=",
        "        set sort enable",
        "    next",
        "end",
    ]


def test_a_nested_object_shows_itself(session):
    session.paste("config paint pot", "edit a", "config lid", "set maker you")

    assert session.show() == ["config lid", '    set maker "you"', "end"]


def test_an_empty_string_in_place_of_a_default_is_two_single_quotes(session):
    session.paste("config paint pot", "edit a", "set maker ''")

    assert "        set maker ''" in session.show()


def test_the_full_form_has_every_option_that_applies(session):
    session.paste("config paint pot", "edit a", "set color blue", "set colors green red", "next", "end")

    assert session.show("paint pot a", full=True) == [
        "config paint pot",
        '    edit "a"',
        '        set maker "acme"',
        "        set color blue",
        "        set colors red green",
        "        set mix red blue",
        "        unset shops",
        "        set weight 5",
        "        set host ''",
        "        set owner 0.0.0.0",
        "        set place 0.0.0.0 0.0.0.0",
        "        set area 0.0.0.0 0.0.0.0",
        "        set owner6 ::",
        "        set area6 ::/0",
        "        config lid",
        "            set color red",
        '            set maker "acme"',
        "        end",
        "        unset recipe",
        "        unset label",
        "        unset story",
        "        set sort disable",
        "    next",
        "end",
    ]


def test_a_condition_that_holds_brings_its_option_into_the_full_form(session):
    session.paste("config paint pot", "edit a", "set sort enable")

    assert "        set depth 3" in session.show(full=True)
    assert "        set depth 3" not in session.show()


def test_a_value_is_shown_even_where_its_condition_does_not_hold(session):
    session.paste("config paint pot", "edit a", "set depth 4")

    assert "        set depth 4" in session.show()


def test_a_read_only_value_is_shown_only_if_it_is_taken_back(session):
    session.configuration.write(("paint", "pot"), "a", {"state": "pending", "changed": "7"})

    assert session.show("paint pot") == ["config paint pot", '    edit "a"', "        set changed 7", "    next", "end"]


def test_the_whole_configuration_leaves_out_what_is_quiet_and_unused(session):
    assert session.show() == ["config paint shelf", "end", "config paint pot", "end"]

    session.paste("config paint batch", "edit 1", "set shop a", "end")

    assert session.show()[4:] == ["config paint batch", "    edit 1", '        set shop "a"', "    next", "end"]

    session.paste("config paint easel", "set height 2", "end")

    assert session.show()[9:] == ["config paint easel", "    set height 2", "end"]


def test_several_lines_of_a_value_stand_at_column_0(session):
    pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"
    session.paste("config paint pot", "edit a")
    session.editor.set("label", (pem + "\n",))

    assert f'        set label "{pem}"' in session.show()


def test_a_certificate_prints_its_fields_in_the_order_of_a_backup(unit):
    unit.paste("config vpn certificate local", "edit web")
    unit.paste("set enroll-protocol scep", "set scep-url http://ca.test/", "set auto-regenerate-days 30")
    unit.paste("set password secret", "set comments mine", "set range global", "set last-updated 7", "end")

    assert unit.show("vpn certificate local") == [
        "config vpn certificate local",
        '    edit "web"',
        "        set password ENC c2VjcmV0",
        '        set comments "mine"',
        '        set scep-url "http://ca.test/"',
        "        set range global",
        "        set last-updated 7",
        "        set auto-regenerate-days 30",
        "        set enroll-protocol scep",
        "    next",
        "end",
    ]


def test_a_certificate_that_is_not_enrolled_hides_what_enrollment_would_use(unit):
    unit.paste("config vpn certificate local", "edit web")

    assert unit.show(full=True) == [
        "config vpn certificate local",
        '    edit "web"',
        "        unset password",
        "        set comments ''",
        "        unset private-key",
        "        unset certificate",
        "        unset csr",
        "        set range vdom",
        "        set source user",
        "        set source-ip 0.0.0.0",
        "        set ike-localid-type asn1dn",
        "        set enroll-protocol none",
        "    next",
        "end",
    ]


@pytest.mark.parametrize(
    ("release", "address"),
    [((7, 0, 17), "208.91.112.53"), ((7, 4, 11), "96.45.45.45")],
)
def test_a_new_unit_has_the_servers_of_its_release(release, address):
    factory = Configuration.factory(catalogue(release))

    assert f"    set primary {address}" in print_statements(show(factory, ("system", "dns")))

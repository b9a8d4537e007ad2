import pytest

from fauxgate.errors import UserError
from fauxgate.model import formats
from fauxgate.model.addresses import ipv4_any, ipv4_netmask, ipv4_range, ipv4_wildcard
from fauxgate.schema.types import PortRange


@pytest.mark.parametrize(
    ("words", "stored"),
    [
        (["80"], "80"),
        (["0080"], "80"),
        (["80-80"], "80"),
        (["1-1023"], "1-1023"),
        (["80:1024-65535"], "80:1024-65535"),
        (["80", "443"], "80 443"),
        (["80 443"], "80 443"),
        ([""], ""),
    ],
)
def test_ports_are_kept_in_their_short_form(words, stored):
    assert formats.ports("tcp-portrange", PortRange(), words) == stored


@pytest.mark.parametrize("word", ["100-10", "65536", "x", "1-", "-1", "1:2:3", "1--2"])
def test_a_wrong_port_range_has_a_code_of_its_own(word):
    with pytest.raises(UserError) as caught:
        formats.ports("tcp-portrange", PortRange(), [word])

    assert caught.value.lines() == (
        f"node_check_object fail! for tcp-portrange {word}",
        f"value parse error before '{word}'",
        "Command fail. Return code -650",
    )


def test_one_range_is_all_that_some_options_take():
    with pytest.raises(UserError, match="before '81'"):
        formats.ports("port", PortRange(many=False), ["80", "81"])


@pytest.mark.parametrize("name", ["example.com", "*.example.com", "a", "_sip._tcp.example.com", "*example.com", ""])
def test_a_domain_name_may_begin_with_a_star(name):
    assert formats.domain_name("fqdn", 255, name) == name


@pytest.mark.parametrize("name", ["not a name", "-a.com", "a..com", "a.*.com", "é.com"])
def test_what_is_no_domain_name_is_told_so(name):
    with pytest.raises(UserError) as caught:
        formats.domain_name("fqdn", 255, name)

    assert caught.value.lines()[0] == "domain name is not valid."
    assert caught.value.lines()[-1] == "Command fail. Return code -651"


def test_a_hardware_address_is_kept_in_small_letters():
    assert formats.mac_address("mac", "00-0C-29-AA-BB-CC") == "00:0c:29:aa:bb:cc"
    with pytest.raises(UserError, match="-33"):
        formats.mac_address("mac", "00:0c")


def test_a_made_uuid_is_marked_as_random():
    made = formats.made_uuid(bytes(range(16)))

    assert made == "00010203-0405-4607-8809-0a0b0c0d0e0f"
    assert formats.uuid(made.upper()) == made
    with pytest.raises(UserError):
        formats.uuid("x")


def test_times_are_written_with_all_their_digits():
    assert formats.time_of_day("7:5") == "07:05"
    assert formats.moment(["7:05", "2025/3/7"]) == "07:05 2025/03/07"
    assert formats.date_time(["2025-3-7 7:05:1"]) == "2025-03-07 07:05:01"


@pytest.mark.parametrize("words", [["x", "2025/03/07"], ["07:05", "2025/13/07"], ["07:60", "2025/03/07"], ["07:05"]])
def test_what_is_no_moment_is_refused(words):
    with pytest.raises(UserError):
        formats.moment(words)


def test_addresses_of_any_class_masks_wildcards_and_ranges():
    assert ipv4_any("224.0.0.1") == "224.0.0.1"
    assert ipv4_netmask("24") == "255.255.255.0"
    assert ipv4_wildcard(["10.0.0.1", "0.255.0.255"]) == "10.0.0.1 0.255.0.255"
    assert ipv4_range("10.0.0.1-10.0.0.9") == "10.0.0.1-10.0.0.9"
    assert ipv4_range("10.0.0.1-10.0.0.1") == "10.0.0.1"
    with pytest.raises(UserError, match="invalid ip address"):
        ipv4_range("10.0.0.9-10.0.0.1")

import contextlib
import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.model.addresses import ipv4_host, ipv4_interface, ipv4_network, ipv6_address, ipv6_prefix
from fauxgate.model.errors import InvalidIp, InvalidNetmask, MissingWord, NotAHost, UnknownWord


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["192.168.1.6/24"], "192.168.1.6 255.255.255.0"),
        (["192.168.1.6", "255.255.255.0"], "192.168.1.6 255.255.255.0"),
        (["192.168.1.6/255.255.255.0"], "192.168.1.6 255.255.255.0"),
        (["192.168.1.6", "24"], "192.168.1.6 255.255.255.0"),
        (["010.0.0.1/32"], "10.0.0.1 255.255.255.255"),
        (["0.0.0.0/0"], "0.0.0.0 0.0.0.0"),
    ],
)
def test_an_address_with_a_mask_is_stored_in_dotted_form(words, expected):
    assert ipv4_interface(words) == expected


@pytest.mark.parametrize("mask", ["33", "255.0.255.0", "0.0.0.255", "x", "", "-1", "255.255.255.256"])
def test_a_mask_with_holes_is_refused(mask):
    with pytest.raises(InvalidNetmask):
        ipv4_interface(["10.0.0.1", mask])


def test_an_address_needs_its_mask_and_nothing_more():
    with pytest.raises(MissingWord):
        ipv4_interface(["10.0.0.1"])
    with pytest.raises(UnknownWord):
        ipv4_interface(["10.0.0.1", "255.0.0.0", "x"])
    with pytest.raises(MissingWord):
        ipv4_network(["10.0.0.1"])
    with pytest.raises(InvalidIp):
        ipv4_network(["10.0.0", "8"])


@pytest.mark.parametrize("word", ["", "1.1", "1.1.1.1.1", "1.1.1.256", "a.b.c.d", "1.1.1.1 ", "1.1.1.\u0661"])
def test_what_is_no_address_is_refused(word):
    with pytest.raises(InvalidIp):
        ipv4_host(word)


@pytest.mark.parametrize("word", ["224.0.0.1", "240.0.0.1", "255.255.255.255"])
def test_a_host_has_class_a_to_c(word):
    with pytest.raises(NotAHost):
        ipv4_host(word)


def test_a_network_may_have_any_class_and_loses_its_host_bits():
    assert ipv4_network(["224.0.0.5/4"]) == "224.0.0.0 240.0.0.0"
    assert ipv4_network(["10.1.2.3", "255.255.0.0"]) == "10.1.0.0 255.255.0.0"


def test_ipv6_is_short_and_small():
    assert ipv6_address("2001:DB8:0:0::1") == "2001:db8::1"
    assert ipv6_prefix("2001:DB8::1/064") == "2001:db8::1/64"


@pytest.mark.parametrize("word", ["", "1.1.1.1", "::g", "fe80::1%port1", "::/0"])
def test_what_is_no_ipv6_address_is_refused(word):
    with pytest.raises(InvalidIp):
        ipv6_address(word)


@pytest.mark.parametrize(("word", "error"), [("::1", MissingWord), ("::1/129", InvalidIp), ("::1/x", InvalidIp)])
def test_an_ipv6_prefix_needs_a_length(word, error):
    with pytest.raises(error):
        ipv6_prefix(word)


@given(st.ip_addresses(v=4), st.integers(0, 32))
def test_networks_are_those_of_the_standard_library(address, length):
    network = ipaddress.ip_network(f"{address}/{length}", strict=False)

    assert ipv4_network([f"{address}/{length}"]) == network.with_netmask.replace("/", " ")


@given(st.sampled_from([ipv4_interface, ipv4_network]), st.lists(st.text(max_size=20), min_size=1, max_size=3))
def test_any_two_words_are_read_or_refused(read, words):
    assert_read_or_refused(read, words)


@given(st.sampled_from([ipv4_host, ipv6_address, ipv6_prefix]), st.text(alphabet="0123456789abcdef:./%", max_size=30))
def test_any_word_is_read_or_refused(read, word):
    assert_read_or_refused(read, word)


def assert_read_or_refused(read, given_words):
    with contextlib.suppress(InvalidIp, InvalidNetmask, MissingWord, UnknownWord):
        assert read(given_words)

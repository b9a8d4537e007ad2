import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.scep import http
from fauxgate.scep.http import HttpRequest, HttpResponse


@given(st.binary(max_size=300))
def test_an_escaped_message_reads_back(der) -> None:
    assert http.decoded_message(http.escaped(http.wrapped_base64(der, 64))) == der


@given(st.binary(max_size=100))
@pytest.mark.rfc8894("4.1", "PKIOperation by GET", "server")
def test_every_way_of_sending_a_message_reads_the_same(der) -> None:
    text = base64.b64encode(der).decode()
    ways = (
        text,
        text.replace("+", " "),
        text.replace("+", "%2B").replace("=", "%3d").replace("/", "%2F"),
        base64.urlsafe_b64encode(der).decode(),
        text.rstrip("="),
        text[:7] + "%0D%0A" + text[7:],
    )

    assert {http.decoded_message(way) for way in ways} == {der}


@pytest.mark.parametrize("text", ["!", "A", "AAAAA", "%zz", "ü", "AAAA*"])
def test_what_is_not_base64_is_refused(text) -> None:
    with pytest.raises(ValueError, match=r".*"):
        http.decoded_message(text)


@given(st.binary(min_size=1, max_size=400))
def test_base64_stands_in_lines_of_64_with_a_newline_after_each(der) -> None:
    *lines, last = http.wrapped_base64(der, 64).split("\n")

    assert last == ""
    assert {len(line) for line in lines[:-1]} <= {64}


def test_only_four_characters_are_escaped() -> None:
    assert http.escaped("a/b+c-d=e\n") == "a/b%2Bc%2Dd%3De%0A"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://ca.test/app/cert/scep/", ("ca.test", 80, "/app/cert/scep/", False, "ca.test")),
        ("https://ca.test:8443", ("ca.test", 8443, "/", True, "ca.test:8443")),
        ("http://[::1]:8080/x", ("[::1]", 8080, "/x", False, "[::1]:8080")),
        ("http://ca.test:/x", ("ca.test", 80, "/x", False, "ca.test")),
        ("HTTP://CA.test:80/x?y=z", ("CA.test", 80, "/x", False, "CA.test")),
    ],
)
def test_a_url_comes_apart(url, expected) -> None:
    found = http.address(url)

    assert (found.host, found.port, found.directory, found.secure, found.host_header) == expected


@given(st.text(max_size=30) | st.text(max_size=30).map("http://{}".format))
def test_any_text_is_a_url_or_a_value_error(text) -> None:
    try:
        found = http.address(text)
    except ValueError:
        return

    assert found.host


def test_the_head_of_a_request_is_its_text_on_the_wire() -> None:
    request = HttpRequest("GET", "http://ca.test/x?operation=GetCACert", (("Host", "ca.test"),), version="1.0")

    assert request.head() == "GET /x?operation=GetCACert HTTP/1.0\nHost: ca.test\n\n"


def test_a_url_with_a_query_is_continued() -> None:
    assert http.operation_url("http://a/?x=1", "GetCACert", "m") == "http://a/?x=1&operation=GetCACert&message=m"


def test_the_first_of_equal_names_in_a_query_counts() -> None:
    assert http.query("/x?operation=a&operation=b&message=c%2B") == {"operation": "a", "message": "c%2B"}


def test_a_response_without_content_type_has_an_empty_one() -> None:
    assert HttpResponse(200, (("Server", "x"),), b"").content_type == ""

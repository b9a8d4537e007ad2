from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.network.routes import Place, Routes, parse_route, place


def test_a_url_without_a_route_stays_as_it_is() -> None:
    assert Routes({}).effective_url("http://10.5.59.172/app/cert/scep/?a=b") == "http://10.5.59.172/app/cert/scep/?a=b"


def test_a_route_replaces_host_and_port_and_keeps_path_and_query() -> None:
    routes = Routes({Place("10.5.59.172", 80): "http://127.0.0.1:8080"})

    effective = routes.effective_url("http://10.5.59.172/app/cert/scep/?operation=GetCACert&message=%2B%0A")

    assert effective == "http://127.0.0.1:8080/app/cert/scep/?operation=GetCACert&message=%2B%0A"


def test_the_path_of_a_route_takes_the_place_of_the_path_asked_for() -> None:
    routes = Routes({Place("10.5.59.172", 80): "https://ca.example.com/scep/site"})

    assert routes.effective_url("http://10.5.59.172/app/?a=b") == "https://ca.example.com/scep/site?a=b"


def test_a_route_may_lead_to_a_place_that_has_one() -> None:
    routes = Routes(
        {Place("10.5.59.172", 80): "http://ca.test/", Place("ca.test", 80): lambda: "http://127.0.0.1:4000"}
    )

    assert routes.effective_url("http://10.5.59.172/app/?a=b") == "http://127.0.0.1:4000/app/?a=b"


def test_routes_in_a_circle_are_followed_once() -> None:
    routes = Routes({Place("a", 80): "http://b/", Place("b", 80): "http://a/"})

    assert routes.effective_url("http://a/x") == "http://a/x"


def test_a_route_to_another_port_does_not_apply() -> None:
    routes = Routes({Place("ca.test", 80): "http://127.0.0.1:8080"})

    assert routes.effective_url("http://ca.test:81/") == "http://ca.test:81/"


def test_host_names_are_compared_without_case() -> None:
    routes = Routes({Place("ca.test", 80): "http://127.0.0.1:8080"})

    assert routes.effective_url("http://CA.Test/x") == "http://127.0.0.1:8080/x"


def test_the_default_port_is_that_of_the_scheme() -> None:
    routes = Routes({Place("ca.test", 443): "http://127.0.0.1:8080"})

    assert routes.effective_url("https://ca.test/x") == "http://127.0.0.1:8080/x"


def test_a_lazy_target_is_asked_only_when_something_goes_there() -> None:
    calls: list[str] = []
    routes = Routes({Place("ca.test", 80): lambda: calls.append("started") or "http://127.0.0.1:4000"})
    routes.effective_url("http://other.test/")
    before = list(calls)

    effective = routes.effective_url("http://ca.test/x")

    assert before == []
    assert (effective, calls) == ("http://127.0.0.1:4000/x", ["started"])


@pytest.mark.parametrize("url", ["", "ca.test", "http://", "http:///x", "http://h:99999/", "http://[::1/", "ftp://h/"])
def test_a_url_that_names_no_place_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Routes({}).effective_url(url)


def test_an_argument_becomes_a_place_and_a_target() -> None:
    assert parse_route("10.5.59.172:80=http://127.0.0.1:8080/scep") == (
        Place("10.5.59.172", 80),
        "http://127.0.0.1:8080/scep",
    )


def test_an_argument_may_name_an_ipv6_address() -> None:
    assert parse_route("[2001:db8::1]:80=http://[::1]:8080")[0] == Place("2001:db8::1", 80)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("ca.test:80", "'ca.test:80' is not of the form HOST:PORT=URL."),
        ("ca.test=http://h", "'ca.test' is not a host and a port, as in ca.example.com:80."),
        ("ca.test:http=http://h", "'ca.test:http' is not a host and a port, as in ca.example.com:80."),
        ("ca.test:0=http://h", "'ca.test:0' is not a host and a port, as in ca.example.com:80."),
        ("a@ca.test:80=http://h", "'a@ca.test:80' is not a host and a port, as in ca.example.com:80."),
        (":80=http://h", "':80' is not a host and a port, as in ca.example.com:80."),
        ("ca.test:80=127.0.0.1:8080", "'127.0.0.1:8080' is not an http or https address to connect to."),
        ("ca.test:80=ftp://h", "'ftp://h' is not an http or https address to connect to."),
        ("ca.test:80=http://h?x=y", "'http://h?x=y' is not an http or https address to connect to."),
        ("ca.test:80=", "'' is not an http or https address to connect to."),
    ],
)
def test_a_wrong_argument_is_told_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=r".+") as caught:
        parse_route(text)

    assert str(caught.value) == sentence


@given(st.text())
def test_any_argument_is_a_route_or_a_value_error(text: str) -> None:
    try:
        named, target = parse_route(text)
    except ValueError:
        return
    assert place(urlsplit(target))
    assert named.host

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.pki import names, requests
from fauxgate.pki.names import InvalidName, NameEncoding, Subject

FULL = Subject(
    common_name="myvpn",
    country="NL",
    state="NH",
    city="Amsterdam",
    organization="Fortinet",
    units=("A", "B"),
    email="a@b.c",
)
ONELINE = "/C=NL/ST=NH/L=Amsterdam/O=Fortinet/OU=A/OU=B/CN=myvpn/emailAddress=a@b.c"


def test_parts_stand_in_the_order_of_the_appliance() -> None:
    assert names.oneline(names.encode(FULL)) == ONELINE


def test_missing_parts_are_left_out() -> None:
    assert names.oneline(names.encode(Subject(common_name="x", units=("", "b")))) == "/OU=b/CN=x"


def test_the_details_form_has_spaces() -> None:
    expected = "C = NL, ST = NH, L = Amsterdam, O = Fortinet, OU = A, OU = B, CN = myvpn, emailAddress = a@b.c"

    assert names.detailed(names.encode(FULL)) == expected


def test_a_parsed_name_is_the_encoded_one() -> None:
    assert names.parse(ONELINE) == names.encode(FULL)


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("/CN=a/b", r"/CN=a\/b"),
        (r"/CN=a\/O=b\+c", r"/CN=a\/O=b\+c"),
        ("/CN=", "/CN="),
        ("/1.2.3.4=x/CN=y", "/1.2.3.4=x/CN=y"),
        ("/DC=org/UID=u", "/DC=org/UID=u"),
        ("/CN=é", r"/CN=\xC3\xA9"),
        ("/2.5.4.3=x", "/CN=x"),
    ],
)
def test_a_slash_begins_a_part_only_before_a_key(text, again) -> None:
    assert names.oneline(names.parse(text)) == again


@pytest.mark.parametrize("text", ["", "CN=x", "/", "/x", "x/CN=y", "/foo=bar", "/9.9.9=x", "/CN=http://x/y=z"])
def test_what_is_no_name_is_refused(text) -> None:
    with pytest.raises(InvalidName):
        names.parse(text)


@pytest.mark.parametrize(
    ("encoding", "value", "tag"),
    [
        (NameEncoding.PRINTABLE, "Acme", 0x13),
        (NameEncoding.PRINTABLE, "Acme_1", 0x0C),
        (NameEncoding.PRINTABLE, "Größe", 0x0C),
        (NameEncoding.UTF8, "Acme", 0x0C),
    ],
)
def test_text_is_printable_where_it_can_and_may(encoding, value, tag) -> None:
    assert names.encode(Subject(common_name=value), encoding)[11] == tag


@pytest.mark.parametrize("encoding", NameEncoding)
def test_a_country_is_always_printable_and_an_address_ia5(encoding) -> None:
    found = names.encode(Subject(common_name="x", country="NL", email="a@b"), encoding)

    assert b"\x13\x02NL" in found
    assert b"\x16\x03a@b" in found


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


@given(texts, texts, st.sampled_from(NameEncoding))
def test_any_text_makes_a_printable_name(common_name, organization, encoding) -> None:
    name = names.encode(Subject(common_name=common_name, organization=organization), encoding)

    assert names.oneline(name).isprintable()
    assert names.detailed(name).isprintable()
    assert names.are_equal(name, name)


@given(st.binary(max_size=60))
def test_any_bytes_print(content) -> None:
    assert names.oneline(content).startswith("/") or names.oneline(content) == ""
    assert names.detailed(content).isprintable()
    assert names.are_equal(content, content)


@given(texts)
def test_any_text_is_a_name_or_invalid(text) -> None:
    try:
        name = names.parse(f"/CN={text}")
    except InvalidName:
        return

    assert names.oneline(name).startswith("/CN=")


@pytest.mark.parametrize(
    "value",
    ["a, b", 'say "x"', "a\\b", " lead", "trail ", "#x", "a+b", "a<b>;c", "Größe", "a=b", "tab\there", "x # y", ""],
)
def test_the_printed_forms_are_openssl_s(openssl, rsa_key, value) -> None:
    subject = names.encode(Subject(common_name="host", organization=value, units=("u",)))
    der = requests.build(rsa_key, subject)

    detailed = openssl(der, "req", "-inform", "DER", "-noout", "-subject", "-nameopt", "oneline")
    oneline = openssl(der, "req", "-inform", "DER", "-noout", "-subject", "-nameopt", "compat")

    assert detailed.removeprefix("subject=").strip("\n") == names.detailed(subject)
    assert oneline.removeprefix("subject=").strip("\n") == names.oneline(subject)


@pytest.mark.parametrize(
    ("first", "second", "equal"),
    [
        ("/CN=A  b", "/CN=a B", True),
        ("/CN=a", "/CN=b", False),
        ("/CN=a/O=b", "/O=b/CN=a", False),
        ("/CN=a", "/O=a", False),
    ],
)
def test_names_are_equal_whatever_case_and_spaces(first, second, equal) -> None:
    assert names.are_equal(names.parse(first), names.parse(second, NameEncoding.UTF8)) is equal


def test_wide_strings_are_printed_as_text() -> None:
    name = bytes.fromhex("300f310d300b06035504031e04") + "ab".encode("utf-16-be")

    assert names.detailed(name) == "CN = ab"
    assert names.are_equal(name, names.parse("/CN=ab"))


def test_a_broken_name_equals_nothing_else() -> None:
    assert not names.are_equal(b"\x30\x01", names.parse("/CN=a"))


def test_a_name_is_written_anew_in_another_encoding() -> None:
    printable = names.parse("/C=NL/O=Amsterdam & Co/L=Amsterdam/emailAddress=a@b.example")
    utf8 = names.parse("/C=NL/O=Amsterdam & Co/L=Amsterdam/emailAddress=a@b.example", NameEncoding.UTF8)

    assert printable != utf8
    assert names.recoded(printable, NameEncoding.UTF8) == utf8
    assert names.recoded(utf8, NameEncoding.PRINTABLE) == printable


@pytest.mark.parametrize(
    "name",
    [
        b"",
        b"no name",
        # Two parts side by side: CN=a + CN=b.
        bytes.fromhex("3016311430080603550403130161300806035504031301620000")[:24],
        # Text that is no UTF-8.
        bytes.fromhex("300c310a300806035504031301ff"),
    ],
)
def test_a_name_that_cannot_be_written_anew_stays_as_it_is(name: bytes) -> None:
    assert names.recoded(name, NameEncoding.UTF8) == name

import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fauxgate.pki import ber, structures

RECORDED = sorted((Path(__file__).parents[2] / "fixtures" / "scep").rglob("*.der"))


@pytest.mark.parametrize(
    ("streamed", "whole"),
    [
        ("3080 020101 0000", "3003020101"),
        ("30820003 020101", "3003020101"),
        ("2480 0402 0102 0401 03 0000", "0403010203"),
        ("2408 0402 0102 2402 0400", "04020102"),
        ("2480 2480 0401 01 0000 0000", "040101"),
        ("3080 a080 3080 0000 0000 0000", "3004a0023000"),
        ("a080 0401 61 0401 62 0000", "a006040161040162"),
        ("bf8148 80 0500 0000", "bf8148020500"),
        ("2c80 0c01 61 0c01 62 0000", "0c026162"),
        ("3080 0000", "3000"),
    ],
)
def test_what_was_streamed_becomes_whole(streamed, whole) -> None:
    assert ber.to_der(bytes.fromhex(streamed)).hex() == whole


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "30",
        "3080",
        "3080 020101",
        "0480 0000",
        "3003 0201",
        "3002 0500 00",
        "2480 0201 01 0000",
        "3089 000000000000000001 00",
        "1f8181818181 00",
        "3003 0402 01",
    ],
)
def test_what_is_no_ber_is_refused(wrong) -> None:
    with pytest.raises(ber.InvalidBer):
        ber.to_der(bytes.fromhex(wrong))


def test_depth_is_bounded() -> None:
    with pytest.raises(ber.InvalidBer):
        ber.to_der(b"\x30\x80" * 1000 + b"\0\0" * 1000)


def test_the_number_of_elements_is_bounded() -> None:
    with pytest.raises(ber.InvalidBer):
        ber.to_der(b"\x30\x80" + b"\x05\x00" * (ber.COUNT_LIMIT + 1) + b"\0\0")


def test_time_grows_with_size_only() -> None:
    def seconds(count: int) -> float:
        content = b"\x30\x80" * 30 + b"\x24\x80" + b"\x04\x01a" * count + b"\0\0" * 31
        start = time.process_time()
        ber.to_der(content)
        return time.process_time() - start

    seconds(1000)
    # Ten times the size may not take a hundred times as long; the slack is for a busy machine.
    assert seconds(50_000) < 40 * seconds(5_000) + 0.2


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: f"{path.parent.name[:28]}-{path.stem}")
@pytest.mark.rfc8894("3.1", "BER read: indefinite lengths, segmented strings", "both")
def test_recorded_messages_become_der_that_openssl_reads_the_same(path) -> None:
    der = ber.to_der(path.read_bytes())

    assert structures.encode(structures.tlv(der)) == der
    shown = [
        subprocess.run(
            ["openssl", "asn1parse", "-inform", "DER"], input=content, capture_output=True, check=True
        ).stdout.count(b"OBJECT")
        for content in (path.read_bytes(), der)
    ]
    assert shown[0] == shown[1]


elements = st.recursive(
    st.binary(max_size=200).map(lambda content: ber.element(b"\x04", content)),
    lambda inner: st.lists(inner, max_size=4).map(lambda parts: ber.element(b"\x30", b"".join(parts))),
    max_leaves=10,
)


@given(elements)
def test_der_stays_as_it_is(der) -> None:
    assert ber.to_der(der) == der


@given(
    st.binary(max_size=60) | st.lists(st.sampled_from([b"\x30\x80", b"\x24\x80", b"\0\0", b"\x04\x01a"])).map(b"".join)
)
@example(b"\x30\x80\x00")
def test_anything_is_converted_or_refused(content) -> None:
    try:
        der = ber.to_der(content)
    except ber.InvalidBer:
        return
    assert ber.to_der(der) == der

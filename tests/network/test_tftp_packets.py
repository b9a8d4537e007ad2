import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.network.tftp_packets import (
    Acknowledgement,
    Data,
    Error,
    ErrorCode,
    InvalidPacket,
    Opcode,
    Request,
    decode,
    encode,
)

PACKETS = [
    (Request(Opcode.READ, "a.cer"), b"\0\1a.cer\0octet\0"),
    (Request(Opcode.WRITE, "a.cer"), b"\0\2a.cer\0octet\0"),
    (Data(1, b"xyz"), b"\0\3\0\1xyz"),
    (Data(65535, b""), b"\0\3\xff\xff"),
    (Acknowledgement(0), b"\0\4\0\0"),
    (Error(ErrorCode.NOT_FOUND, "no"), b"\0\5\0\1no\0"),
]


@pytest.mark.parametrize(("packet", "datagram"), PACKETS)
def test_each_packet_is_written_as_the_rfc_draws_it_and_read_back(packet, datagram: bytes) -> None:
    assert encode(packet) == datagram
    assert decode(datagram) == packet


def test_the_mode_is_read_in_any_case_and_options_are_ignored() -> None:
    assert decode(b"\0\1a\0OCTET\0blksize\x001428\0") == Request(Opcode.READ, "a")


def test_an_error_of_an_unknown_number_is_an_error_all_the_same() -> None:
    assert decode(b"\0\5\0\x63odd\0") == Error(ErrorCode.NOT_DEFINED, "odd")


@pytest.mark.parametrize(
    "datagram", [b"", b"\0", b"\0\1", b"\0\3\0", b"\0\6\0\0", b"\0\1\0octet\0", b"\0\1abc", b"\0\1a\0b"]
)
def test_what_is_no_packet_is_refused(datagram: bytes) -> None:
    with pytest.raises(InvalidPacket):
        decode(datagram)


@given(st.binary(max_size=600))
def test_anything_is_read_or_refused(datagram: bytes) -> None:
    with contextlib.suppress(InvalidPacket):
        decode(datagram)

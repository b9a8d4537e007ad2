"""Other names, other sizes: every number that the trace prints is the length of bytes that a tap saw.

What the bytes hold is read here by hand and decrypted with `cryptography`, so that nothing of ours measures itself.
"""

import base64
import re
from collections.abc import Iterator
from urllib.parse import unquote

from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher, modes
from hypothesis import given
from hypothesis import strategies as st
from rig import URL, Rig, authority, rig

from fauxgate.ca.reviewers import AfterPolls, Automatic
from fauxgate.language.printer import print_word

SEQUENCE, SET, OCTETS, OID = 0x30, 0x31, 0x04, 0x06
ATTRIBUTES = {  # RFC 8894, 3.2.1, in the order in which the trace reads them
    "transId": "6086480186f845010907",
    "messageType": "6086480186f845010902",
    "senderNonce": "6086480186f845010905",
    "recipientNonce": "6086480186f845010906",
    "pkiStatus": "6086480186f845010903",
}
SUCCESS = b"0"
GENERATE = "execute vpn certificate local generate rsa"

letters = st.characters(min_codepoint=0x20, max_codepoint=0x24FF, exclude_categories=("Cs", "Cc"))
texts = st.text(letters, max_size=20)
arguments_of_the_command = st.tuples(
    st.sampled_from(["1024", "1536", "2048"]),
    st.text(st.characters(categories=("L", "Nd"), max_codepoint=0x24FF), min_size=1, max_size=40),  # subject
    st.sampled_from(["", "NL", "Germany"]),
    texts,  # state
    texts,  # city
    texts,  # organization
    st.lists(texts.filter(lambda text: "," not in text), max_size=5).map(",".join),
    st.sampled_from(["", "a@b.example", "jörg@example.org", f"{'x' * 50}@example.org"]),
    st.lists(st.sampled_from(["DNS:a.example", "IP:10.0.0.1", "email:a@b.c", "untyped"])).map(",".join),
    st.sampled_from([URL, "http://ca.test:8080/x?y=z"]),
    st.text(letters, min_size=1, max_size=20),  # challenge
)
authorities = st.sampled_from(["/CN=a", "/C=NL/O=Fortinet/CN=root", f"/O={'x' * 200}/CN=Größe", "/DC=org/DC=a/CN=b"])


def parts(der: bytes) -> list[tuple[int, bytes]]:
    """The values that stand one after the other in `der`, each with its tag."""
    found = []
    while der:
        length, start = der[1], 2
        if length & 0x80:
            start += length & 0x7F
            length = int.from_bytes(der[2:start])
        assert len(der) >= start + length
        found.append((der[0], der[start : start + length]))
        der = der[start + length :]
    return found


def content(der: bytes) -> bytes:
    """What the one value in `der` holds."""
    ((_, inside),) = parts(der)
    return inside


def signed_data(message: bytes) -> list[tuple[int, bytes]]:
    """The fields of the SignedData in a ContentInfo (RFC 5652, 5.1)."""
    _, (_, explicit) = parts(content(message))
    return parts(content(explicit))


def enveloped(message: bytes) -> bytes:
    """The content that was signed, which is the envelope."""
    _, *explicit = parts(signed_data(message)[2][1])
    return content(explicit[0][1]) if explicit else b""


def attributes(message: bytes) -> dict[str, bytes]:
    """The values of the signed attributes by the hexadecimal digits of their type."""
    signer = parts(content(signed_data(message)[-1][1]))
    signed = next(inside for tag, inside in signer if tag == 0xA0)
    pairs = [parts(attribute) for _, attribute in parts(signed)]
    return {kind[1].hex(): content(values[1]) for kind, values in pairs}


def encrypted(envelope: bytes) -> tuple[bytes, bytes, bytes]:
    """The encrypted key, the IV and the encrypted content of a ContentInfo with EnvelopedData (RFC 5652, 6.1)."""
    _, (_, explicit) = parts(content(envelope))
    _version, (_, recipients), (_, inside) = parts(content(explicit))
    _, (_, algorithm), (_, ciphertext) = parts(inside)
    key = parts(content(recipients))[-1][1]
    return key, parts(algorithm)[1][1], ciphertext


def decrypted(envelope: bytes, key: RSAPrivateKey) -> bytes:
    encrypted_key, iv, ciphertext = encrypted(envelope)
    decryptor = Cipher(TripleDES(key.decrypt(encrypted_key, PKCS1v15())), modes.CBC(iv)).decryptor()
    padded = decryptor.update(ciphertext) + decryptor.finalize()
    return padded[: -padded[-1]]


def sent_sizes(text: str, key: RSAPrivateKey) -> list[int]:
    """Payload, envelope and base64 of a message, given what stood in the URL."""
    envelope = enveloped(base64.b64decode(text))
    return [len(decrypted(envelope, key)), len(envelope), len(text)]


def received_sizes(reply: bytes) -> list[int]:
    """The reply, its content, each attribute, and, with a certificate, what was in the envelope."""
    values = attributes(reply)
    inner = [len(encrypted(enveloped(reply))[2])] if values[ATTRIBUTES["pkiStatus"]] == SUCCESS else []
    return [len(reply), len(enveloped(reply)), *(len(values[kind]) for kind in ATTRIBUTES.values()), *inner]


def seen_sizes(bench: Rig) -> Iterator[int]:
    """All the sizes in the order in which the trace must print them."""
    for request, reply in bench.tap.seen[1:]:
        text = unquote(request.url.partition("&message=")[2])
        yield from sent_sizes(text, bench.authority.key)
        yield from received_sizes(reply.body)


def printed_sizes(lines: list[str]) -> list[int]:
    return [int(found[1]) for line in lines if (found := re.search(r"(\d+) bytes", line))]


@given(arguments=arguments_of_the_command, ca_name=authorities, pending=st.integers(0, 2))
def test_every_printed_size_is_the_length_of_what_the_tap_saw(
    arguments: tuple[str, ...], ca_name: str, pending: int
) -> None:
    reviewer = AfterPolls(pending, Automatic(arguments[-1]))
    bench = rig(authority(reviewer, subject=ca_name))
    bench.type("diagnose debug application scep -1", "diagnose debug enable")

    lines = bench.type(f"{GENERATE} x {' '.join(map(print_word, arguments))}")

    assert len(bench.tap.seen) == 2 + pending
    assert printed_sizes(lines) == list(seen_sizes(bench))
    assert lines[-1] == "scep_write_local_cert: certificate written as /tmp/x"


def test_the_sizes_of_the_request_are_those_of_what_is_stored() -> None:
    bench = rig()
    bench.type("diagnose debug application scep -1", "diagnose debug enable")

    lines = bench.type(f'{GENERATE} x 2048 x "" "" "" "" "" "" "" {URL} challenge')

    stored = bench.appliance.configuration.entry(("vpn", "certificate", "local"), "x")
    request = base64.b64decode("".join(str(stored.values["csr"]).splitlines()[1:-1]))
    assert printed_sizes(lines)[0] == len(request)

from dataclasses import replace
from datetime import UTC, datetime
from os import urandom

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.pki import certificates, cms, cms_structures, envelopes, names, structures
from fauxgate.pki.algorithms import AES_128, AES_192, AES_256, DIGESTS, SHA1, SHA256, TRIPLE_DES
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.cms import Signer

NAME = names.parse("/CN=a")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
CIPHERS = [TRIPLE_DES, AES_128, AES_192, AES_256]


def certificate(key) -> Certificate:
    der = certificates.self_signed(subject=NAME, key=key, serial_number=5, not_before=NOW, not_after=NOW, digest=SHA256)
    return Certificate.parse(der)


def attributes(content: bytes, digest=SHA1) -> list[tuple[str, object]]:
    return [
        ("1.2.840.113549.1.9.3", structures.Oid(cms.DATA)),
        (cms.MESSAGE_DIGEST, digest.of(content)),
        ("1.2.3", b"v"),
    ]


def signed(key, content: bytes, digest=SHA1, **changes: object) -> bytes:
    given_attributes = changes.get("attributes", attributes(content, digest))
    return cms.sign_content(content, given_attributes, Signer(key, NAME, 5, digest), [certificate(key).der])


@given(plain=st.binary(max_size=200), cipher=st.sampled_from(CIPHERS))
def test_an_envelope_opens_again(rsa_key, plain, cipher) -> None:
    envelope = envelopes.read(envelopes.envelop(plain, certificate(rsa_key), cipher, urandom))

    assert envelopes.decrypt(envelope, 5, rsa_key) == plain
    assert len(envelope.encrypted) == (len(plain) // cipher.block_size + 1) * cipher.block_size


def test_an_envelope_does_not_open_for_another(rsa_key, other_key) -> None:
    envelope = envelopes.read(envelopes.envelop(b"plain", certificate(rsa_key), TRIPLE_DES, urandom))

    with pytest.raises(envelopes.DecryptionFailed):
        envelopes.decrypt(envelope, 6, rsa_key)
    with pytest.raises(envelopes.DecryptionFailed):
        envelopes.decrypt(envelope, 5, other_key)


@pytest.mark.parametrize("change", [{"iv": b"short"}, {"encrypted": b"odd"}, {"encrypted": b""}, {"recipients": ()}])
def test_a_damaged_envelope_does_not_open(rsa_key, change) -> None:
    envelope = envelopes.read(envelopes.envelop(b"plain", certificate(rsa_key), TRIPLE_DES, urandom))

    with pytest.raises(envelopes.DecryptionFailed):
        envelopes.decrypt(replace(envelope, **change), 5, rsa_key)


def test_a_content_key_of_the_wrong_length_does_not_open(rsa_key) -> None:
    envelope = envelopes.read(envelopes.envelop(b"plain", certificate(rsa_key), TRIPLE_DES, urandom))

    with pytest.raises(envelopes.DecryptionFailed):
        envelopes.decrypt(replace(envelope, cipher=AES_128), 5, rsa_key)


def test_nothing_is_encrypted_for_an_ec_key(ec_key) -> None:
    with pytest.raises(envelopes.UnfitRecipient):
        envelopes.envelop(b"plain", certificate(ec_key), TRIPLE_DES, urandom)


def test_openssl_s_envelopes_open(openssl, rsa_key, tmp_path) -> None:
    path = tmp_path / "c.pem"
    path.write_text(certificates.to_pem(certificate(rsa_key).der))
    out = tmp_path / "e.der"
    openssl(b"plain", "cms", "-encrypt", "-binary", "-aes256", "-outform", "DER", "-out", str(out), str(path))

    assert envelopes.decrypt(envelopes.read(out.read_bytes()), 5, rsa_key) == b"plain"


@pytest.mark.parametrize("digest", DIGESTS.values(), ids=lambda digest: digest.name)
@pytest.mark.parametrize("kind", ["rsa_key", "ec_key"])
def test_a_signature_is_valid_for_its_key_only(request, other_key, digest, kind) -> None:
    key = request.getfixturevalue(kind)
    message = cms.read_signed(signed(key, b"content", digest))
    signature = cms.read_signature(message)

    assert message.content == b"content"
    assert cms.is_valid(message, signature, key.public_key())
    assert not cms.is_valid(message, signature, other_key.public_key())
    assert not cms.is_valid(replace(message, content=b"other"), signature, key.public_key())
    assert structures.octets(signature.attribute("1.2.3")) == b"v"
    assert signature.attribute("1.2.4") is None


def test_the_signature_algorithm_of_rsa_is_written_without_digest(rsa_key) -> None:
    """scep-interop.md 4.1: old peers refuse sha256WithRSAEncryption here."""
    message = cms.read_signed(signed(rsa_key, b"content", SHA256))
    info = structures.decode(cms_structures.SignerInfo, structures.encode(message.signers[0]))
    name, _ = structures.algorithm(info.signature_algorithm)

    assert name == "1.2.840.113549.1.1.1"


def test_attributes_are_verified_in_the_order_in_which_they_came(rsa_key) -> None:
    """scep-interop.md 4.1: some clients do not sort them, and sign what they send."""
    message = cms.read_signed(signed(rsa_key, b"content"))
    signature = cms.read_signature(message)
    turned = tuple(reversed(signature.attributes))
    value = cms.algorithms.sign(rsa_key, SHA1, structures.received_set(list(turned)))

    assert cms.is_valid(message, replace(signature, attributes=turned, value=value), rsa_key.public_key())
    assert not cms.is_valid(message, replace(signature, attributes=turned), rsa_key.public_key())


def test_without_attributes_the_signature_covers_the_content(rsa_key) -> None:
    message = cms.read_signed(signed(rsa_key, b"content"))
    value = cms.algorithms.sign(rsa_key, SHA1, b"content")
    bare = replace(cms.read_signature(message), attributes=(), value=value)

    assert cms.is_valid(message, bare, rsa_key.public_key())


def test_without_message_digest_a_signature_is_not_valid(rsa_key) -> None:
    message = cms.read_signed(signed(rsa_key, b"content", attributes=[("1.2.3", b"v")]))

    assert not cms.is_valid(message, cms.read_signature(message), rsa_key.public_key())


def test_openssl_s_signatures_are_valid(openssl, rsa_key, tmp_path) -> None:
    (tmp_path / "c.pem").write_text(certificates.to_pem(certificate(rsa_key).der))
    (tmp_path / "k.pem").write_text(certificates.keys.encrypted_pem(rsa_key, "x", bytes))
    arguments = ("-signer", str(tmp_path / "c.pem"), "-inkey", str(tmp_path / "k.pem"), "-passin", "pass:x")
    out = tmp_path / "s.der"
    openssl(b"content", "cms", "-sign", "-binary", "-nodetach", "-outform", "DER", "-out", str(out), *arguments)
    message = cms.read_signed(out.read_bytes())

    assert message.content == b"content"
    assert cms.is_valid(message, cms.read_signature(message), rsa_key.public_key())


def test_a_bag_gives_its_certificates_back(rsa_key, other_key) -> None:
    bag = [certificate(rsa_key).der, certificate(other_key).der]

    assert set(cms.read_signed(cms.degenerate(bag)).certificates) == set(bag)
    assert cms.read_signed(cms.degenerate([])).certificates == ()


def test_a_bag_has_no_signer(rsa_key) -> None:
    with pytest.raises(cms.NoSigner):
        cms.read_signature(cms.read_signed(cms.degenerate([certificate(rsa_key).der])))


def test_an_envelope_is_not_signed_and_a_signed_message_no_envelope(rsa_key) -> None:
    with pytest.raises(cms.NotSigned):
        cms.read_signed(envelopes.envelop(b"", certificate(rsa_key), TRIPLE_DES, urandom))
    with pytest.raises(cms.Unreadable):
        envelopes.read(signed(rsa_key, b""))


@given(st.binary(max_size=100))
def test_any_bytes_are_a_message_or_unreadable(content) -> None:
    with pytest.raises(cms.CmsError):
        cms.read_signed(content)
    with pytest.raises(cms.CmsError):
        envelopes.read(content)


@given(st.data())
def test_a_damaged_message_raises_only_cms_errors(rsa_key, data) -> None:
    der = bytearray(signed(rsa_key, b"content"))
    for _ in range(data.draw(st.integers(1, 3))):
        der[data.draw(st.integers(0, len(der) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        message = cms.read_signed(bytes(der))
        assert cms.is_valid(message, cms.read_signature(message), rsa_key.public_key()) in (True, False)
    except cms.CmsError:
        pass


def test_recipients_of_other_kinds_are_passed_over(rsa_key) -> None:
    envelope = structures.decode(
        cms_structures.ContentInfo, envelopes.envelop(b"plain", certificate(rsa_key), TRIPLE_DES, urandom)
    )
    data = structures.decode(cms_structures.EnvelopedData, structures.encode(envelope.content))
    ours = structures.elements(data.recipients)
    stranger = structures.decode(cms_structures.KeyTransRecipientInfo, structures.encode(ours[0]))
    stranger.version = 9
    stranger.recipient = structures.wrapped("a key identifier")
    password = structures.tlv(b"\xa3\x02\x05\x00")
    several = cms_structures.EnvelopedData(
        version=0,
        recipients=structures.set_element([password, stranger, *ours]),
        content=data.content,
        unprotected_attributes=None,
    )
    outer = cms_structures.ContentInfo(content_type=envelope.content_type, content=structures.wrapped(several))

    found = envelopes.read(structures.encode(outer))
    assert len(found.recipients) == 1
    assert envelopes.decrypt(found, 5, rsa_key) == b"plain"


def test_a_signer_that_is_named_by_its_key_alone_is_not_known(rsa_key) -> None:
    message = cms.read_signed(signed(rsa_key, b"content"))

    with pytest.raises(cms.NoSigner):
        cms.read_signature(replace(message, signers=(structures.tlv(b"\x30\x00"),)))

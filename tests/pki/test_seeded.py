from os import urandom

import pytest
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.pki import algorithms, keys, seeded
from fauxgate.pki.algorithms import SHA256
from fauxgate.pki.chance import Library, chance
from fauxgate.pki.keys import PrivateKey
from fauxgate.pki.seeded import Seeded

OAEP = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)


@pytest.fixture(scope="module")
def key() -> rsa.RSAPrivateKey:
    return Seeded(1, "fixture").rsa_key(1024)


def pem(key: PrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def test_the_same_seed_and_name_give_the_same_bytes() -> None:
    one, other = Seeded(1, "a"), Seeded(1, "a")

    assert [one(16), one(4)] == [other(16), other(4)]
    assert one(16) not in (Seeded(1, "a")(16), Seeded(2, "a")(16), Seeded(1, "b")(16))


@pytest.mark.parametrize("bits", [512, 1024, 1536, 2048])
def test_openssl_finds_a_key_sound(bits: int, openssl) -> None:
    made = Seeded(3, "x").rsa_key(bits)

    assert made.key_size == bits
    assert "RSA key ok" in openssl(pem(made), "rsa", "-check", "-noout")
    assert pem(made) == pem(Seeded(3, "x").rsa_key(bits))


@pytest.mark.parametrize("curve", keys.CURVES)
def test_openssl_finds_a_key_on_every_curve_sound(curve: str, openssl) -> None:
    made = Seeded(3, "x").ec_key(curve)

    assert made.curve.name == curve
    assert "valid" in openssl(pem(made), "pkey", "-check", "-noout")
    assert pem(made) == pem(Seeded(3, "x").ec_key(curve))


def test_a_key_does_not_depend_on_what_else_was_drawn() -> None:
    one, other = Seeded(1, "a"), Seeded(1, "a")
    other(16)
    other.ec_key("secp384r1")

    assert pem(one.rsa_key(512)) == pem(other.rsa_key(512))
    assert pem(one.ec_key("secp256r1")) == pem(other.ec_key("secp256r1"))


def test_two_keys_of_one_seed_differ() -> None:
    source = Seeded(1, "a")

    assert pem(source.rsa_key(512)) != pem(source.rsa_key(512))
    assert pem(source.ec_key("secp256r1")) != pem(source.ec_key("secp256r1"))


def test_the_same_prime_twice_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    p, q = Seeded(1, "a").rsa_key(512).private_numbers().p, Seeded(2, "a").rsa_key(512).private_numbers().q
    drawn = iter([p, p, q])
    monkeypatch.setattr(Seeded, "_prime", lambda _self, _bits: next(drawn))

    assert Seeded(1, "b").rsa_key(512).private_numbers().q == q


def test_a_start_without_a_prime_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    too_large, fits = (1 << 256) + 1, Seeded(1, "a").rsa_key(512).private_numbers().p
    found = iter([None, too_large, fits])
    monkeypatch.setattr(seeded, "prime_from", lambda _start: next(found))

    assert Seeded(1, "b")._prime(256) == fits


@pytest.mark.parametrize("scheme", [padding.PKCS1v15(), OAEP], ids=["pkcs1", "oaep"])
@given(plain=st.binary(max_size=32))
def test_the_library_decrypts_what_is_encrypted(key: rsa.RSAPrivateKey, scheme, plain: bytes) -> None:
    made = Seeded(1, "x").encrypted(plain, key.public_key(), scheme)

    assert key.decrypt(made, scheme) == plain
    assert made == Seeded(1, "x").encrypted(plain, key.public_key(), scheme)
    assert made != Seeded(2, "x").encrypted(plain, key.public_key(), scheme)


@pytest.mark.parametrize(("scheme", "size"), [(padding.PKCS1v15(), 118), (OAEP, 63)], ids=["pkcs1", "oaep"])
def test_what_is_too_long_for_the_key_is_refused(key: rsa.RSAPrivateKey, scheme, size: int) -> None:
    with pytest.raises(ValueError, match="too small"):
        Seeded(1, "x").encrypted(bytes(size), key.public_key(), scheme)


def test_a_source_of_mere_bytes_leaves_keys_to_the_library() -> None:
    assert isinstance(chance(urandom), Library)
    assert chance(urandom).rsa_key(1024).key_size == 1024
    assert chance(urandom).ec_key("secp256r1").curve.name == "secp256r1"


def test_a_source_that_makes_keys_is_left_to_it() -> None:
    source = Seeded(1, "x")

    assert chance(source) is source


def test_the_same_key_signs_the_same_text_in_the_same_way(ec_key: ec.EllipticCurvePrivateKey) -> None:
    """RFC 6979: nothing is left to chance."""
    signature = algorithms.sign(ec_key, SHA256, b"text")

    assert signature == algorithms.sign(ec_key, SHA256, b"text")
    assert algorithms.is_signed_by(ec_key.public_key(), SHA256, signature, b"text")


def test_a_library_without_deterministic_signatures_signs_all_the_same(ec_key, monkeypatch) -> None:
    made = ec.ECDSA

    def old(algorithm: hashes.HashAlgorithm, deterministic_signing: bool = False) -> ec.ECDSA:
        if deterministic_signing:
            raise UnsupportedAlgorithm("too old")
        return made(algorithm)

    monkeypatch.setattr(algorithms.ec, "ECDSA", old)
    signature = algorithms.sign(ec_key, SHA256, b"text")

    assert algorithms.is_signed_by(ec_key.public_key(), SHA256, signature, b"text")

"""How a content key reaches its reader: under an RSA key (PKCS #1 v1.5 or OAEP), or under a password (RFC 3211)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from fauxgate.pki.algorithms import AES_256, CIPHERS, DIGESTS, RSA_ENCRYPTION, RSAES_OAEP, SHA1, SHA256, Cipher, Digest
from fauxgate.pki.chance import chance
from fauxgate.pki.cms_structures import PasswordRecipientInfo
from fauxgate.pki.key_structures import Pbkdf2Algorithm, Pbkdf2Parameters
from fauxgate.pki.structures import (
    AlgorithmIdentifier,
    InvalidDer,
    Null,
    Oid,
    Tlv,
    algorithm,
    decode,
    elements,
    encode,
    octets,
    tlv,
)

_MGF1 = "1.2.840.113549.1.1.8"
_PBKDF2 = "1.2.840.113549.1.5.12"
_PWRI_KEK = "1.2.840.113549.1.9.16.3.9"
_PASSWORD_TAG = b"\xa3"
_HMACS = {
    "1.2.840.113549.2.7": "1.3.14.3.2.26",
    "1.2.840.113549.2.8": "2.16.840.1.101.3.4.2.4",
    "1.2.840.113549.2.9": "2.16.840.1.101.3.4.2.1",
    "1.2.840.113549.2.10": "2.16.840.1.101.3.4.2.2",
    "1.2.840.113549.2.11": "2.16.840.1.101.3.4.2.3",
}
_ROUNDS = 10_000
# The other side chooses the rounds, and we do the work.
_ROUNDS_LIMIT = 500_000
_SALT_SIZE = 16


class UnknownTransport(ValueError):
    """The content key is encrypted by an algorithm that we do not know."""


class WrongKey(ValueError):
    """A key or a password does not open this."""


class Transport(Enum):
    """How we encrypt a content key for an RSA key."""

    PKCS1 = "pkcs1"
    OAEP = "oaep"


def transport_algorithm(transport: Transport) -> AlgorithmIdentifier | Tlv:
    """The AlgorithmIdentifier of a transport; OAEP with SHA-256 throughout (RFC 4055, 4.1)."""
    if transport is Transport.PKCS1:
        return AlgorithmIdentifier(algorithm=Oid(RSA_ENCRYPTION), parameters=Null())
    digest = encode(AlgorithmIdentifier(algorithm=Oid(SHA256.oid), parameters=Null()))
    mask = _sequence(encode(Oid(_MGF1)), digest)
    parameters = _sequence(_tagged(0xA0, digest), _tagged(0xA1, mask))
    return tlv(_sequence(encode(Oid(RSAES_OAEP)), parameters))


def encrypt_key(
    content_key: bytes, key: rsa.RSAPublicKey, transport: Transport, random: Callable[[int], bytes]
) -> bytes:
    """Encrypt a content key; raises ValueError when the RSA key makes no sense or is too small."""
    scheme = padding.PKCS1v15() if transport is Transport.PKCS1 else _oaep(SHA256, SHA256)
    return chance(random).encrypted(content_key, key, scheme)


def decrypt_key(encrypted_key: bytes, key: rsa.RSAPrivateKey, transport: Tlv) -> bytes:
    """Decrypt a content key by an AlgorithmIdentifier; raises UnknownTransport and WrongKey."""
    try:
        return key.decrypt(encrypted_key, _padding(*algorithm(transport)))
    except (InvalidDer, UnsupportedAlgorithm) as error:
        raise UnknownTransport(str(error)) from error
    except ValueError as error:
        raise error if isinstance(error, UnknownTransport) else WrongKey(str(error)) from error


def _padding(name: str, parameters: Tlv | None) -> padding.AsymmetricPadding:
    if name == RSA_ENCRYPTION:
        return padding.PKCS1v15()
    if name != RSAES_OAEP:
        raise UnknownTransport(name)
    digest = mask_digest = SHA1
    for part in elements(parameters) if parameters is not None else ():
        inside = tlv(octets(part))
        if part.tag_bytes == b"\xa0":
            digest = _digest(inside)
        elif part.tag_bytes == b"\xa1":
            mask, of = algorithm(inside)
            if mask != _MGF1 or of is None:
                raise UnknownTransport(mask)
            mask_digest = _digest(of)
        else:
            raise UnknownTransport("a label")
    return _oaep(digest, mask_digest)


def _oaep(digest: Digest, mask_digest: Digest) -> padding.OAEP:
    return padding.OAEP(padding.MGF1(mask_digest.algorithm), digest.algorithm, None)


def _digest(element: Tlv) -> Digest:
    name, _ = algorithm(element)
    if name not in DIGESTS:
        raise UnknownTransport(name)
    return DIGESTS[name]


@dataclass(frozen=True, slots=True)
class PasswordRecipient:
    """A PasswordRecipientInfo that was read."""

    salt: bytes
    rounds: int
    prf: hashes.HashAlgorithm
    cipher: Cipher
    iv: bytes
    encrypted_key: bytes

    def content_key(self, password: str) -> bytes:
        """The content key; raises WrongKey."""
        return _unwrapped(self.encrypted_key, self._key(password), self.iv, self.cipher)

    def _key(self, password: str) -> bytes:
        size = self.cipher.key_size
        return PBKDF2HMAC(self.prf, size, self.salt, self.rounds).derive(password.encode())


def password_recipient(content_key: bytes, password: str, random: Callable[[int], bytes]) -> Tlv:
    """A PasswordRecipientInfo by PBKDF2 with hmacWithSHA256 and AES-256 (RFC 5652, 6.2.4)."""
    salt, iv = random(_SALT_SIZE), random(AES_256.block_size)
    key = PBKDF2HMAC(SHA256.algorithm, AES_256.key_size, salt, _ROUNDS).derive(password.encode())
    prf = AlgorithmIdentifier(algorithm=Oid("1.2.840.113549.2.9"), parameters=Null())
    parameters = Pbkdf2Parameters(salt=salt, rounds=_ROUNDS, key_size=None, prf=prf)
    cipher = encode(AlgorithmIdentifier(algorithm=Oid(AES_256.oid), parameters=iv))
    info = PasswordRecipientInfo(
        version=0,
        derivation=Pbkdf2Algorithm(algorithm=Oid(_PBKDF2), parameters=parameters),
        encryption=tlv(_sequence(encode(Oid(_PWRI_KEK)), cipher)),
        encrypted_key=_wrapped(content_key, key, iv, AES_256, random),
    )
    return tlv(_PASSWORD_TAG + encode(info)[1:])


def read_password_recipient(element: Tlv) -> PasswordRecipient | None:
    """A recipient of an envelope, if it is one by a password that we can use."""
    der = encode(element)
    if der[:1] != _PASSWORD_TAG:
        return None
    try:
        info = decode(PasswordRecipientInfo, b"\x30" + der[1:])
        name, parameters = algorithm(info.encryption)
        cipher_name, iv = algorithm(parameters) if parameters is not None else ("", None)
    except InvalidDer:
        return None
    cipher, derivation = CIPHERS.get(cipher_name), info.derivation
    if name != _PWRI_KEK or cipher is None or iv is None or derivation is None or len(octets(iv)) != cipher.block_size:
        return None
    prf = _prf(derivation.parameters)
    rounds = derivation.parameters.rounds
    if prf is None or not 0 < rounds <= _ROUNDS_LIMIT or derivation.algorithm.dotted_string != _PBKDF2:
        return None
    return PasswordRecipient(derivation.parameters.salt, rounds, prf, cipher, octets(iv), info.encrypted_key)


def _prf(parameters: Pbkdf2Parameters) -> hashes.HashAlgorithm | None:
    if parameters.prf is None:
        return SHA1.algorithm
    digest = DIGESTS.get(_HMACS.get(parameters.prf.algorithm.dotted_string, ""))
    return None if digest is None else digest.algorithm


def _wrapped(content_key: bytes, key: bytes, iv: bytes, cipher: Cipher, random: Callable[[int], bytes]) -> bytes:
    """RFC 3211, 2.3.1: length and check bytes in front, random ones behind, encrypted twice in one chain."""
    check = bytes(byte ^ 0xFF for byte in content_key[:3])
    plain = bytes((len(content_key),)) + check + content_key
    blocks = max(2, -(-len(plain) // cipher.block_size))
    plain += random(blocks * cipher.block_size - len(plain))
    once = cipher.encrypt_blocks(key, iv, plain)
    return cipher.encrypt_blocks(key, once[-cipher.block_size :], once)


def _unwrapped(encrypted: bytes, key: bytes, iv: bytes, cipher: Cipher) -> bytes:
    """RFC 3211, 2.3.2."""
    size = cipher.block_size
    if len(encrypted) < 2 * size or len(encrypted) % size:
        raise WrongKey("wrong length")
    # The last block of the inner layer was the initial vector of the outer one.
    last = cipher.decrypt_blocks(key, encrypted[-2 * size : -size], encrypted[-size:])
    once = cipher.decrypt_blocks(key, last, encrypted)
    plain = cipher.decrypt_blocks(key, iv, once)
    content_key = plain[4 : 4 + plain[0]]
    if len(content_key) != plain[0] or any(a ^ b != 0xFF for a, b in zip(plain[1:4], content_key, strict=False)):
        raise WrongKey("check bytes")
    return content_key


def _sequence(*parts: bytes) -> bytes:
    return _tagged(0x30, b"".join(parts))


def _tagged(tag: int, inside: bytes) -> bytes:
    return bytes((tag, len(inside))) + inside

"""The algorithms that messages and certificates name, as tables from object identifier to what does the work."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.ciphers import Cipher as BlockCipher
from cryptography.hazmat.primitives.ciphers import CipherAlgorithm, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

PublicKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey
PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey

RSA_ENCRYPTION = "1.2.840.113549.1.1.1"
RSAES_OAEP = "1.2.840.113549.1.1.7"
EC_PUBLIC_KEY = "1.2.840.10045.2.1"


@dataclass(frozen=True, slots=True)
class Digest:
    """A hash algorithm, and the identifiers of the signatures that use it."""

    name: str
    oid: str
    rsa_signature: str
    ecdsa_signature: str
    algorithm: hashes.HashAlgorithm

    def of(self, content: bytes) -> bytes:
        """The hash of some bytes."""
        digest = hashes.Hash(self.algorithm)
        digest.update(content)
        return digest.finalize()


SHA1 = Digest("SHA-1", "1.3.14.3.2.26", "1.2.840.113549.1.1.5", "1.2.840.10045.4.1", hashes.SHA1())  # noqa: S303
SHA224 = Digest("SHA-224", "2.16.840.1.101.3.4.2.4", "1.2.840.113549.1.1.14", "1.2.840.10045.4.3.1", hashes.SHA224())
SHA256 = Digest("SHA-256", "2.16.840.1.101.3.4.2.1", "1.2.840.113549.1.1.11", "1.2.840.10045.4.3.2", hashes.SHA256())
SHA384 = Digest("SHA-384", "2.16.840.1.101.3.4.2.2", "1.2.840.113549.1.1.12", "1.2.840.10045.4.3.3", hashes.SHA384())
SHA512 = Digest("SHA-512", "2.16.840.1.101.3.4.2.3", "1.2.840.113549.1.1.13", "1.2.840.10045.4.3.4", hashes.SHA512())
# There is no ECDSA with MD5, so nothing is found under its name.
MD5 = Digest("MD5", "1.2.840.113549.2.5", "1.2.840.113549.1.1.4", "no ecdsa with md5", hashes.MD5())  # noqa: S303

DIGESTS = {digest.oid: digest for digest in (SHA1, SHA224, SHA256, SHA384, SHA512)}


@dataclass(frozen=True, slots=True)
class Cipher:
    """A block cipher in CBC mode with PKCS #7 padding, as CMS uses it."""

    name: str
    oid: str
    key_size: int
    block_size: int
    algorithm: Callable[[bytes], CipherAlgorithm]

    def encrypt(self, key: bytes, iv: bytes, plain: bytes) -> bytes:
        """The padded and encrypted text."""
        padder = PKCS7(self.block_size * 8).padder()
        return self.encrypt_blocks(key, iv, padder.update(plain) + padder.finalize())

    def decrypt(self, key: bytes, iv: bytes, encrypted: bytes) -> bytes:
        """The plain text; raises ValueError when a length or the padding is wrong."""
        unpadder = PKCS7(self.block_size * 8).unpadder()
        return unpadder.update(self.decrypt_blocks(key, iv, encrypted)) + unpadder.finalize()

    def encrypt_blocks(self, key: bytes, iv: bytes, plain: bytes) -> bytes:
        """Whole blocks, encrypted as they are."""
        encryptor = BlockCipher(self.algorithm(key), modes.CBC(iv)).encryptor()
        return encryptor.update(plain) + encryptor.finalize()

    def decrypt_blocks(self, key: bytes, iv: bytes, encrypted: bytes) -> bytes:
        """Whole blocks with whatever padding they have; raises ValueError when a length is wrong."""
        decryptor = BlockCipher(self.algorithm(key), modes.CBC(iv)).decryptor()
        return decryptor.update(encrypted) + decryptor.finalize()


def _single_des(key: bytes) -> CipherAlgorithm:
    # Encrypting, decrypting and encrypting with one key is what single DES does.
    return TripleDES(key * 3)


TRIPLE_DES = Cipher("DES-EDE3-CBC", "1.2.840.113549.3.7", 24, 8, TripleDES)
AES_128 = Cipher("AES-128-CBC", "2.16.840.1.101.3.4.1.2", 16, 16, algorithms.AES)
AES_192 = Cipher("AES-192-CBC", "2.16.840.1.101.3.4.1.22", 24, 16, algorithms.AES)
AES_256 = Cipher("AES-256-CBC", "2.16.840.1.101.3.4.1.42", 32, 16, algorithms.AES)
DES = Cipher("DES-CBC", "1.3.14.3.2.7", 8, 8, _single_des)

CIPHERS = {cipher.oid: cipher for cipher in (TRIPLE_DES, AES_128, AES_192, AES_256)}


@dataclass(frozen=True, slots=True)
class Suite:
    """The algorithms that a side accepts in what it reads, by their identifiers."""

    ciphers: Mapping[str, Cipher]
    digests: Mapping[str, Digest]
    # Signature identifiers that name their digest; rsaEncryption leaves it to the digest algorithm beside it.
    signatures: Mapping[str, Digest]


def _suite(ciphers: Iterable[Cipher], digests: Iterable[Digest]) -> Suite:
    known = {digest.oid: digest for digest in digests}
    names = {oid: digest for digest in known.values() for oid in (digest.rsa_signature, digest.ecdsa_signature)}
    return Suite({cipher.oid: cipher for cipher in ciphers}, known, names)


# RFC 8894, 2.9: what must be supported, then what may be besides, then what must not be unless somebody insists.
STANDARD = _suite((AES_128, AES_192, AES_256), (SHA224, SHA256, SHA384, SHA512))
MODERN = _suite(CIPHERS.values(), DIGESTS.values())
# For a client that takes its own certificate, which is no secret, in whatever it comes (scep-interop.md 4.2).
DES_READABLE = _suite((*CIPHERS.values(), DES), DIGESTS.values())
LEGACY = _suite((*CIPHERS.values(), DES), (*DIGESTS.values(), MD5))

SIGNATURES = MODERN.signatures


def signature_oid(key: PrivateKey, digest: Digest) -> str:
    """The identifier of a signature by this key over this digest."""
    return digest.rsa_signature if isinstance(key, rsa.RSAPrivateKey) else digest.ecdsa_signature


def sign(key: PrivateKey, digest: Digest, content: bytes) -> bytes:
    """Sign with RSA PKCS #1 v1.5 or ECDSA, by the kind of key."""
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(content, padding.PKCS1v15(), digest.algorithm)
    return key.sign(content, _ecdsa(digest))


def _ecdsa(digest: Digest) -> ec.ECDSA:
    """ECDSA that needs no chance (RFC 6979), where the library was built with an OpenSSL that has it."""
    try:
        return ec.ECDSA(digest.algorithm, deterministic_signing=True)
    except UnsupportedAlgorithm:
        return ec.ECDSA(digest.algorithm)


def is_signed_by(key: PublicKey, digest: Digest, signature: bytes, content: bytes) -> bool:
    """Whether the signature over the content was made with the private part of this key."""
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, content, padding.PKCS1v15(), digest.algorithm)
        else:
            key.verify(signature, content, ec.ECDSA(digest.algorithm))
    except InvalidSignature:
        return False
    return True

"""Keys derived from passwords, and what is encrypted with them (RFC 8018, RFC 5958), declared."""

from fauxgate.pki.structures import AlgorithmIdentifier, Null, Oid, sequence


@sequence
class Pbkdf2Parameters:
    """PBKDF2; we leave out the key length, which the cipher fixes. Without a `prf` it is hmacWithSHA1."""

    salt: bytes
    rounds: int
    key_size: int | None
    prf: AlgorithmIdentifier | None


@sequence
class Pbkdf2Algorithm:
    """AlgorithmIdentifier of PBKDF2."""

    algorithm: Oid
    parameters: Pbkdf2Parameters


@sequence
class Pbes2Parameters:
    """How a key is derived, and what it encrypts with."""

    derivation: Pbkdf2Algorithm
    encryption: AlgorithmIdentifier


@sequence
class Pbes2Algorithm:
    """AlgorithmIdentifier of PBES2."""

    algorithm: Oid
    parameters: Pbes2Parameters


@sequence
class EncryptedPrivateKeyInfo:
    """An encrypted private key (RFC 5958)."""

    algorithm: Pbes2Algorithm
    encrypted: bytes


def pbes2(salt: bytes, rounds: int, cipher: str, iv: bytes) -> Pbes2Algorithm:
    """PBES2 with PBKDF2 by hmacWithSHA256, and the cipher of this identifier."""
    prf = AlgorithmIdentifier(algorithm=Oid("1.2.840.113549.2.9"), parameters=Null())
    derivation = Pbkdf2Algorithm(
        algorithm=Oid("1.2.840.113549.1.5.12"),
        parameters=Pbkdf2Parameters(salt=salt, rounds=rounds, key_size=None, prf=prf),
    )
    return Pbes2Algorithm(
        algorithm=Oid("1.2.840.113549.1.5.13"),
        parameters=Pbes2Parameters(
            derivation=derivation, encryption=AlgorithmIdentifier(algorithm=Oid(cipher), parameters=iv)
        ),
    )

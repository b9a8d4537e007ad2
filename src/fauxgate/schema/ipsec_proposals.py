"""Encryption, authentication and key exchanges that IKE can offer.

Source: names and releases as public API clients state them. The first of a list is the best, so lists stay as given
(seen in published configurations: `set dhgrp 14 5`, `set proposal aes128-sha256 aes256-sha256 aes128-sha1`).
"""

from collections.abc import Iterator

from fauxgate.schema.types import Choices, Value

DIGESTS = {"md5": "MD5", "sha1": "SHA-1", "sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512"}

OLD_CIPHERS = {"des": "DES", "3des": "triple DES"}

AES_128 = {"aes128": "AES of 128 bits"}

AES_192_AND_256 = {"aes192": "AES of 192 bits", "aes256": "AES of 256 bits"}

OTHER_CIPHERS = {
    "aria128": "ARIA of 128 bits",
    "aria192": "ARIA of 192 bits",
    "aria256": "ARIA of 256 bits",
    "seed": "SEED",
}


def _pairs(ciphers: dict[str, str], digests: dict[str, str]) -> Iterator[Value]:
    for cipher, encryption in ciphers.items():
        for digest, authentication in digests.items():
            yield Value(f"{cipher}-{digest}", f"{encryption[0].upper()}{encryption[1:]}, {authentication}.")


def _authenticated(cipher: str, encryption: str) -> Iterator[Value]:
    for digest, name in DIGESTS.items():
        if digest != "md5":
            yield Value(f"{cipher}-prf{digest}", f"{encryption}, keys by {name}.")


PROPOSALS = Choices(
    (
        *_pairs(OLD_CIPHERS, DIGESTS),
        *_pairs(AES_128, DIGESTS),
        *_authenticated("aes128gcm", "AES-GCM of 128 bits"),
        *_pairs(AES_192_AND_256, DIGESTS),
        *_authenticated("aes256gcm", "AES-GCM of 256 bits"),
        *_authenticated("chacha20poly1305", "ChaCha20"),
        *_pairs(OTHER_CIPHERS, DIGESTS),
    ),
    as_given=True,
)
"""What phase 1 can offer."""

WITH_NULL = {"null": "no authentication", **DIGESTS}

PROPOSALS2 = Choices(
    (
        *_pairs({"null": "no encryption"}, DIGESTS),
        *_pairs(OLD_CIPHERS, WITH_NULL),
        *_pairs(AES_128, WITH_NULL),
        Value("aes128gcm", "AES-GCM of 128 bits."),
        *_pairs(AES_192_AND_256, WITH_NULL),
        Value("aes256gcm", "AES-GCM of 256 bits."),
        Value("chacha20poly1305", "ChaCha20."),
        *_pairs(OTHER_CIPHERS, WITH_NULL),
    ),
    as_given=True,
)
"""What phase 2 can offer."""

# Inferred from the vendor's list for IKEv2; older releases and IKEv1 may begin with others.
OFFERED = (
    "aes128-sha256",
    "aes256-sha256",
    "aes128gcm-prfsha256",
    "aes256gcm-prfsha384",
    "chacha20poly1305-prfsha256",
)

# Inferred: the list that wizards write; a new selector on a device would settle it.
OFFERED2 = (
    "aes128-sha1",
    "aes256-sha1",
    "aes128-sha256",
    "aes256-sha256",
    "aes128gcm",
    "aes256gcm",
    "chacha20poly1305",
)

DHGROUPS = Choices(
    (
        Value("1", "MODP of 768 bits."),
        Value("2", "MODP of 1024 bits."),
        Value("5", "MODP of 1536 bits."),
        Value("14", "MODP of 2048 bits."),
        Value("15", "MODP of 3072 bits."),
        Value("16", "MODP of 4096 bits."),
        Value("17", "MODP of 6144 bits."),
        Value("18", "MODP of 8192 bits."),
        Value("19", "Elliptic curve P-256."),
        Value("20", "Elliptic curve P-384."),
        Value("21", "Elliptic curve P-521."),
        Value("27", "Brainpool curve of 224 bits."),
        Value("28", "Brainpool curve of 256 bits."),
        Value("29", "Brainpool curve of 384 bits."),
        Value("30", "Brainpool curve of 512 bits."),
        Value("31", "Curve25519."),
        Value("32", "Curve448."),
    ),
    as_given=True,
)

# Inferred: fortios-cli.md 9.2 has both lists, without the release between them.
OLD_GROUPS = ("14", "5")

GROUPS = ("20",)

_ML_KEM = {"35": "ML-KEM-512", "36": "ML-KEM-768", "37": "ML-KEM-1024"}

_BY_NUMBER = ("1083", "1084", "1085", "1089", "1090", "1091", "1092", "1093", "1094")

ADDKE = Choices(
    (
        Value("0", "None."),
        *(Value(number, f"{name}.", since=(7, 6, 1)) for number, name in _ML_KEM.items()),
        *(Value(number, f"The exchange of number {number}.") for number in ("1080", "1081", "1082")),
        *(Value(number, f"The exchange of number {number}.", since=(7, 6, 1)) for number in _BY_NUMBER),
    ),
    as_given=True,
)

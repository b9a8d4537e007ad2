"""The facts about a certificate that `details` prints, as text where they are text.

The words are OpenSSL's, which the appliance prints (fortios-certificates.md 2.2).
"""

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import singledispatch

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.utils import CryptographyDeprecationWarning

from fauxgate.pki import names
from fauxgate.pki.certificates import Certificate


@dataclass(frozen=True, slots=True)
class ExtensionText:
    """One extension: its name, and its content in lines."""

    name: str
    is_critical: bool
    content: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """What is told about a certificate; names as `C = NL, O = Fortinet`, bytes as hexadecimal with colons."""

    subject: str
    issuer: str
    valid_from: datetime
    valid_to: datetime
    fingerprint: str
    serial_number: str
    version: int
    is_root: bool
    extensions: tuple[ExtensionText, ...]


def details(certificate: Certificate) -> Details:
    """Everything that can be told; what cannot be decoded is left out, never an error."""
    return Details(
        subject=names.detailed(certificate.subject),
        issuer=names.detailed(certificate.issuer),
        valid_from=certificate.not_before,
        valid_to=certificate.not_after,
        fingerprint=fingerprint(certificate.der),
        serial_number=serial_number(certificate.serial_number),
        version=certificate.version,
        is_root=certificate.is_self_issued,
        extensions=tuple(_extensions(certificate.der)),
    )


def fingerprint(der: bytes) -> str:
    """The MD5 fingerprint with colons: 16 bytes is what the appliance shows."""
    digest = hashes.Hash(hashes.MD5())  # noqa: S303 - it identifies, as on the appliance; it protects nothing
    digest.update(der)
    return _colons(digest.finalize(), upper=True)


def _extensions(der: bytes) -> Iterable[ExtensionText]:
    for extension in _readable(der):
        name = extension_name(extension.oid.dotted_string)
        yield ExtensionText(name, extension.critical, tuple(_content(extension.value)))


def _readable(der: bytes) -> list[x509.Extension[x509.ExtensionType]]:
    """All extensions, or none if one of them cannot be read."""
    with warnings.catch_warnings():
        # A serial number that is not positive is a fault of the certificate, not news for the screen.
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        try:
            return list(x509.load_der_x509_certificate(der).extensions)
        except (ValueError, x509.InvalidVersion, x509.DuplicateExtension, x509.UnsupportedGeneralNameType):
            return []


_NAMES = {
    "2.5.29.14": "X509v3 Subject Key Identifier",
    "2.5.29.15": "X509v3 Key Usage",
    "2.5.29.17": "X509v3 Subject Alternative Name",
    "2.5.29.19": "X509v3 Basic Constraints",
    "2.5.29.31": "X509v3 CRL Distribution Points",
    "2.5.29.35": "X509v3 Authority Key Identifier",
    "2.5.29.37": "X509v3 Extended Key Usage",
    "1.3.6.1.5.5.7.1.1": "Authority Information Access",
}

_USAGES = {
    "digital_signature": "Digital Signature",
    "content_commitment": "Non Repudiation",
    "key_encipherment": "Key Encipherment",
    "data_encipherment": "Data Encipherment",
    "key_agreement": "Key Agreement",
    "key_cert_sign": "Certificate Sign",
    "crl_sign": "CRL Sign",
}

_PURPOSES = {
    "1.3.6.1.5.5.7.3.1": "TLS Web Server Authentication",
    "1.3.6.1.5.5.7.3.2": "TLS Web Client Authentication",
    "1.3.6.1.5.5.7.3.3": "Code Signing",
    "1.3.6.1.5.5.7.3.4": "E-mail Protection",
    "1.3.6.1.5.5.7.3.8": "Time Stamping",
    "1.3.6.1.5.5.7.3.9": "OCSP Signing",
}

_ACCESS_METHODS = {"1.3.6.1.5.5.7.48.1": "OCSP", "1.3.6.1.5.5.7.48.2": "CA Issuers"}


@singledispatch
def _content(value: x509.ExtensionType) -> list[str]:
    """An extension of a kind that we do not know, in hexadecimal."""
    return [_colons(value.public_bytes(), upper=True)]


@_content.register
def _(value: x509.BasicConstraints) -> list[str]:
    length = "" if value.path_length is None else f", pathlen:{value.path_length}"
    return [f"CA:{str(value.ca).upper()}{length}"]


@_content.register
def _(value: x509.KeyUsage) -> list[str]:
    return [", ".join(text for usage, text in _USAGES.items() if getattr(value, usage))]


@_content.register
def _(value: x509.ExtendedKeyUsage) -> list[str]:
    return [", ".join(_PURPOSES.get(usage.dotted_string, usage.dotted_string) for usage in value)]


@_content.register
def _(value: x509.SubjectKeyIdentifier) -> list[str]:
    return [_colons(value.digest, upper=True)]


@_content.register
def _(value: x509.AuthorityKeyIdentifier) -> list[str]:
    return [] if value.key_identifier is None else [f"keyid:{_colons(value.key_identifier, upper=True)}"]


@_content.register
def _(value: x509.SubjectAlternativeName) -> list[str]:
    return [", ".join(_general_name(item) for item in value)]


@_content.register
def _(value: x509.CRLDistributionPoints) -> list[str]:
    return [_general_name(item) for point in value for item in point.full_name or ()]


@_content.register
def _(value: x509.AuthorityInformationAccess) -> list[str]:
    return [f"{_method(item)} - {_general_name(item.access_location)}" for item in value]


def _method(item: x509.AccessDescription) -> str:
    oid = item.access_method.dotted_string
    return _ACCESS_METHODS.get(oid, oid)


def _general_name(item: x509.GeneralName) -> str:
    match item:
        case x509.DirectoryName():
            return f"DirName:{names.detailed(item.value.public_bytes())}"
        case x509.RegisteredID():
            return f"Registered ID:{item.value.dotted_string}"
        case x509.DNSName() | x509.IPAddress() | x509.RFC822Name() | x509.UniformResourceIdentifier():
            return f"{_GENERAL_NAMES[type(item)]}:{item.value}"
        case _:
            return "othername:<unsupported>"


_GENERAL_NAMES: dict[type[x509.GeneralName], str] = {
    x509.DNSName: "DNS",
    x509.IPAddress: "IP Address",
    x509.RFC822Name: "email",
    x509.UniformResourceIdentifier: "URI",
}


def extension_name(oid: str) -> str:
    """OpenSSL's name of an extension; its object identifier where we know none."""
    return _NAMES.get(oid, oid)


def serial_number(number: int) -> str:
    """A serial number as octets in hexadecimal with colons."""
    return _colons(_serial_bytes(number), upper=False)


def _serial_bytes(serial_number: int) -> bytes:
    return abs(serial_number).to_bytes(max(1, (abs(serial_number).bit_length() + 7) // 8))


def _colons(content: bytes, *, upper: bool) -> str:
    text = content.hex(":")
    return text.upper() if upper else text

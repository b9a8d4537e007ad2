"""Distinguished names: from parts or text to DER, and from DER to the two forms that the appliance prints."""

import re
from dataclasses import dataclass
from enum import Enum

from fauxgate.pki import structures
from fauxgate.pki.structures import AttributeTypeAndValue, IA5String, InvalidDer, Oid, PrintableString

_EMAIL = "1.2.840.113549.1.9.1"
_DOMAIN_COMPONENT = "0.9.2342.19200300.100.1.25"

# OpenSSL's short names, which both printed forms use.
_SHORT_NAMES = {
    "2.5.4.6": "C",
    "2.5.4.8": "ST",
    "2.5.4.7": "L",
    "2.5.4.10": "O",
    "2.5.4.11": "OU",
    "2.5.4.3": "CN",
    _EMAIL: "emailAddress",
    "2.5.4.4": "SN",
    "2.5.4.5": "serialNumber",
    "2.5.4.9": "street",
    "2.5.4.12": "title",
    "2.5.4.13": "description",
    "2.5.4.17": "postalCode",
    "2.5.4.42": "GN",
    "2.5.4.43": "initials",
    "2.5.4.46": "dnQualifier",
    _DOMAIN_COMPONENT: "DC",
    "0.9.2342.19200300.100.1.1": "UID",
    "1.2.840.113549.1.9.2": "unstructuredName",
    "1.2.840.113549.1.9.8": "unstructuredAddress",
}
_OIDS = {short: oid for oid, short in _SHORT_NAMES.items()}

_PRINTABLE = re.compile(r"[A-Za-z0-9 '()+,\-./:=?]*")
_PART = re.compile(r"(?<!\\)/([A-Za-z]+|\d+(?:\.\d+)+)=")
_ESCAPED = re.compile(r"\\([/+])")

# String types whose octets are not UTF-8.
_WIDE = {b"\x1e": "utf-16-be", b"\x1c": "utf-32-be", b"\x14": "latin-1"}


class InvalidName(ValueError):
    """A text or a structure is no distinguished name."""


class NameEncoding(Enum):
    """How text is written into a name: `name-encoding` of `config vpn certificate local`."""

    PRINTABLE = "printable"
    UTF8 = "utf8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The parts that a person gives for a certificate; an empty one is left out."""

    common_name: str
    country: str = ""
    state: str = ""
    city: str = ""
    organization: str = ""
    units: tuple[str, ...] = ()
    email: str = ""

    def parts(self) -> list[tuple[str, str]]:
        """Short names and values in the order of the appliance's requests (fortios-certificates.md 1.4)."""
        parts = [
            ("C", self.country),
            ("ST", self.state),
            ("L", self.city),
            ("O", self.organization),
            *(("OU", unit) for unit in self.units),
            ("CN", self.common_name),
            ("emailAddress", self.email),
        ]
        return [(short, value) for short, value in parts if value]


def encode(subject: Subject, encoding: NameEncoding = NameEncoding.PRINTABLE) -> bytes:
    """The DER Name of a subject."""
    return structures.name(_part(_OIDS[short], value, encoding) for short, value in subject.parts())


def parse(text: str, encoding: NameEncoding = NameEncoding.PRINTABLE) -> bytes:
    r"""The DER Name of `/C=NL/O=Fortinet/CN=a/b`; raises InvalidName.

    A slash begins a new part only where a short name or an object identifier and `=` follow, and no backslash precedes.
    """
    pieces = _PART.split(text)
    if len(pieces) < 3 or pieces[0]:
        raise InvalidName(text)
    parts = []
    for key, value in zip(pieces[1::2], pieces[2::2], strict=True):
        try:
            parts.append(_part(_OIDS.get(key, key), _ESCAPED.sub(r"\1", value), encoding))
        except ValueError as error:
            raise InvalidName(f"/{key}={value}") from error
    return structures.name(parts)


def recoded(name: bytes, encoding: NameEncoding) -> bytes:
    """A Name in DER with its text written anew; one that cannot be read, or has parts side by side, stays as it is."""
    try:
        rdns = structures.rdns(name)
        if any(len(rdn) != 1 for rdn in rdns):
            return name
        texts = [(part.type.dotted_string, _utf8(part).decode("utf-8")) for (part,) in rdns]
    except (InvalidDer, UnicodeDecodeError):
        return name
    return structures.name(_part(oid, text, encoding) for oid, text in texts)


def oneline(name: bytes) -> str:
    r"""`/C=NL/O=Fortinet/CN=x`, as OpenSSL's X509_NAME_oneline writes it: bytes outside ASCII as `\xC3`, `\/`, `\+`."""
    try:
        parts = [part for rdn in structures.rdns(name) for part in rdn]
    except InvalidDer:
        return f"/#{name.hex().upper()}"
    return "".join(f"/{_short(part.type)}={_escaped_bytes(structures.octets(part.value))}" for part in parts)


def detailed(name: bytes) -> str:
    """`C = NL, O = Fortinet, CN = x`, as OpenSSL writes a name with the option `oneline`."""
    try:
        rdns = structures.rdns(name)
    except InvalidDer:
        return f"#{name.hex().upper()}"
    return ", ".join(" + ".join(f"{_short(part.type)} = {_quoted(part)}" for part in rdn) for rdn in rdns)


def are_equal(first: bytes, second: bytes) -> bool:
    """Whether two Names in DER mean the same, whatever their string types, letter case and runs of spaces.

    RFC 5280, 7.1; a server may encode the name of a request anew in the certificate.
    """
    if first == second:
        return True
    try:
        return _comparable(first) == _comparable(second)
    except InvalidDer:
        return False


def has_parts(name: bytes, parts: bytes) -> bool:
    """Whether every part of one Name stands in another, compared as by `are_equal`; what cannot be read has none."""
    try:
        there = [part for rdn in _comparable(name) for part in rdn]
        return all(part in there for rdn in _comparable(parts) for part in rdn)
    except InvalidDer:
        return False


def is_printable(text: str) -> bool:
    """Whether a text may stand in a PrintableString (X.680, 41.4)."""
    return _PRINTABLE.fullmatch(text) is not None


def _part(oid: str, value: str, encoding: NameEncoding) -> AttributeTypeAndValue:
    string = _string(oid, value, encoding)
    return AttributeTypeAndValue(type=Oid(oid), value=structures.wrapped(string))


def _string(oid: str, value: str, encoding: NameEncoding) -> object:
    # RFC 5280: e-mail addresses and domain components are IA5String, a country is PrintableString in either encoding.
    if oid in (_EMAIL, _DOMAIN_COMPONENT) and value.isascii():
        return IA5String(value)
    wants_printable = encoding is NameEncoding.PRINTABLE or oid == _OIDS["C"]
    if wants_printable and is_printable(value):
        return PrintableString(value)
    return value


def _short(oid: Oid) -> str:
    return _SHORT_NAMES.get(oid.dotted_string, oid.dotted_string)


def _escaped_bytes(value: bytes) -> str:
    return "".join(_escaped_byte(byte) for byte in value)


def _escaped_byte(byte: int) -> str:
    if byte in b"/+":
        return f"\\{chr(byte)}"
    return chr(byte) if 0x20 <= byte <= 0x7E else f"\\x{byte:02X}"


def _comparable(name: bytes) -> list[list[tuple[str, str]]]:
    return [
        sorted(
            (part.type.dotted_string, " ".join(_utf8(part).decode("utf-8", "replace").casefold().split()))
            for part in rdn
        )
        for rdn in structures.rdns(name)
    ]


def _utf8(part: AttributeTypeAndValue) -> bytes:
    raw = structures.octets(part.value)
    wide = _WIDE.get(part.value.tag_bytes)
    return raw if wide is None else raw.decode(wide, "replace").encode("utf-8", "replace")


def _quoted(part: AttributeTypeAndValue) -> str:
    """RFC 2253 with quotes in place of backslashes, and bytes outside ASCII in hexadecimal."""
    text = "".join(_escaped(byte) for byte in _utf8(part))
    needs_quotes = any(mark in text for mark in ",+<>;") or text[:1] in ("#", " ") or text[-1:] == " "
    return f'"{text}"' if needs_quotes else text


def _escaped(byte: int) -> str:
    if byte in (0x22, 0x5C):
        return f"\\{chr(byte)}"
    return chr(byte) if 0x20 <= byte <= 0x7E else f"\\{byte:02X}"

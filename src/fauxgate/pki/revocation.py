"""Reading anybody's certificate revocation list (RFC 5280, 5); `crls` makes our own."""

import warnings
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm

from fauxgate.pki import pem
from fauxgate.pki.crls import LABEL


class InvalidCrl(ValueError):
    """Bytes or a text are no revocation list."""


@dataclass(frozen=True, slots=True)
class Crl:
    """A revocation list: the issuer's name in DER, and the serial numbers that are revoked."""

    der: bytes
    issuer: bytes
    last_update: datetime
    next_update: datetime | None
    serial_numbers: tuple[int, ...]

    @classmethod
    def parse(cls, der: bytes) -> Self:
        """Read a list in DER; raises InvalidCrl. Its signature is not looked at."""
        with warnings.catch_warnings():
            # An odd name, such as a country of three letters, is a fault of the list, not news for the screen.
            warnings.simplefilter("ignore")
            try:
                found = x509.load_der_x509_crl(der)
                serial_numbers = tuple(each.serial_number for each in found)
                issuer = found.issuer.public_bytes()
                last, following = found.last_update_utc, found.next_update_utc
            except (ValueError, TypeError, UnsupportedAlgorithm, x509.InvalidVersion) as error:
                raise InvalidCrl(str(error)) from error
        return cls(der, issuer, last.astimezone(UTC), following, serial_numbers)


def from_pem(text: str) -> Crl:
    """Read the first list of a PEM text; raises InvalidCrl."""
    try:
        return Crl.parse(pem.content(text, LABEL))
    except pem.InvalidPem as error:
        raise InvalidCrl(str(error)) from error

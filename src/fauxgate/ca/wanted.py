"""What a request asks for, as the register keeps it: without the challenge password, which is never written down."""

import hashlib
from dataclasses import dataclass, field
from typing import Self

from cryptography import x509

from fauxgate.pki import structures
from fauxgate.pki.requests import CertificateRequest
from fauxgate.pki.structures import Extension


@dataclass(frozen=True, slots=True)
class Wanted:
    """Subject and public key in DER, the alternative names as a SEQUENCE OF Extension in DER; empty if there are none.

    `digest` is the SHA-256 of the whole request, by which it is known when it comes again.
    """

    digest: bytes = field(repr=False)
    subject: bytes = field(repr=False)
    spki: bytes = field(repr=False)
    alternative_names: bytes = field(default=b"", repr=False)

    @classmethod
    def of(cls, request: CertificateRequest) -> Self:
        """What this request asks for."""
        named = [item for item in request.extensions if item.oid == x509.SubjectAlternativeName.oid]
        encoded = structures.encode(structures.extension_sequence(named)) if named else b""
        return cls(hashlib.sha256(request.der).digest(), request.subject, request.spki, encoded)

    def extensions(self) -> list[Extension]:
        """The extensions that go into the certificate as they stand in the request."""
        return structures.extensions(self.alternative_names) if self.alternative_names else []

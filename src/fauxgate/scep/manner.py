"""How a responder words its answers: the places where an authority that misbehaves on request does so."""

from collections.abc import Sequence

from fauxgate.pki.algorithms import Cipher, Digest
from fauxgate.pki.certificates import Certificate
from fauxgate.scep.http import HttpResponse
from fauxgate.scep.issuer import Identity
from fauxgate.scep.message import Header


class Manner:
    """The right manner: everything stays as it is. A fault is a subclass that changes one thing.

    The methods are asked in this order when a message is answered, each with what would be taken otherwise.
    """

    def cipher(self, requested: Cipher) -> Cipher:
        """The cipher of the envelope; scep-interop.md 4.1 item 3: the one of the request."""
        return requested

    def digest(self, requested: Digest) -> Digest:
        """The digest of the signature; the one of the request."""
        return requested

    def reader(self, signer: Certificate) -> Certificate:
        """Whom the envelope is for: who signed the request."""
        return signer

    def content(self, inner: bytes) -> bytes:
        """The envelope; empty for PENDING and FAILURE."""
        return inner

    def header(self, header: Header) -> Header:
        """The signed attributes."""
        return header

    def signer(self, identity: Identity) -> Identity:
        """Who signs."""
        return identity

    def certificates(self, certificates: Sequence[bytes]) -> Sequence[bytes]:
        """The certificates in the outer part."""
        return certificates

    def message(self, outer: bytes) -> bytes:
        """The finished message."""
        return outer

    def capabilities(self, names: Sequence[str]) -> Sequence[str]:
        """What GetCACaps tells."""
        return names

    def ca_certificates(self, certificates: Sequence[bytes]) -> Sequence[bytes]:
        """What GetCACert tells."""
        return certificates

    def response(self, operation: str, response: HttpResponse) -> HttpResponse:  # noqa: ARG002  (for faults)
        """The HTTP response to an operation."""
        return response

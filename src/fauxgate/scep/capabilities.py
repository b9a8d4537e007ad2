"""What an authority says it can (RFC 8894, 3.5.2), and what a client makes of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from fauxgate.pki.algorithms import AES_128, SHA1, SHA256, SHA384, SHA512, TRIPLE_DES, Cipher, Digest
from fauxgate.scep.http import HttpFailure, HttpResponse

SCEP_STANDARD = "SCEPStandard"
RENEWAL = "Renewal"
POST = "POSTPKIOperation"
GET_NEXT_CA_CERT = "GetNextCACert"

# scep-interop.md 4.1 item 6, in this order: certmonger takes the first cipher, and Debian's strongSwan believes in AES
# only where the unofficial SHA-384 is told.
OFFERED = (
    SCEP_STANDARD,
    "AES",
    "SHA-256",
    "SHA-512",
    "SHA-1",
    "DES3",
    POST,
    RENEWAL,
    GET_NEXT_CA_CERT,
    "SHA-384",
)
# The rest of what is seen in the field (scep-interop.md 7.3).
_KNOWN = {name.lower(): name for name in (*OFFERED, "SHA-224", "Update", "SHAng", "DES", "MD5")}

# RFC 8894, 3.5.2: whoever says SCEPStandard has these, told or not.
_STANDARD = frozenset({"AES", "SHA-256", POST})

# The strongest first. The keyword AES promises AES-128 and nothing else.
_CIPHERS = (("AES", AES_128), ("DES3", TRIPLE_DES))
_DIGESTS = (("SHA-512", SHA512), ("SHA-384", SHA384), ("SHA-256", SHA256), ("SHA-1", SHA1))

_SIZE_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class Choice:
    """How a client will write to an authority."""

    cipher: Cipher
    digest: Digest
    method: str


def text(names: Iterable[str]) -> bytes:
    r"""The body of a GetCACaps reply: one name a line, each ended by `\n`."""
    return "".join(f"{name}\n" for name in names).encode()


def read(answer: HttpResponse | HttpFailure) -> frozenset[str]:
    """The capabilities in a reply that may be anything; what is no reply, or no capability, counts for nothing.

    scep-interop.md 4.2: empty, 404, 500, a closed connection, HTML, any case, any line end.
    """
    if isinstance(answer, HttpFailure) or answer.status != 200:
        return frozenset()
    told = answer.body[:_SIZE_LIMIT].decode("utf-8", "replace")
    # A page for people may have any word in it.
    words = [] if told.lstrip().startswith("<") else told.split()
    return frozenset(_KNOWN[word.lower()] for word in words if word.lower() in _KNOWN)


def choose(capabilities: frozenset[str]) -> Choice:
    """The strongest that both can, and never less than triple DES, SHA-1 and GET (RFC 8894, 2.9 and 3.5.2)."""
    able = capabilities | _STANDARD if SCEP_STANDARD in capabilities else capabilities
    cipher = next((cipher for name, cipher in _CIPHERS if name in able), TRIPLE_DES)
    digest = next((digest for name, digest in _DIGESTS if name in able), SHA1)
    return Choice(cipher, digest, "POST" if POST in able else "GET")

"""Facts of a request, for an entry that waits for its certificate."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fauxgate.pki.requests import CertificateRequest


def request_fact(text: str, wanted: str) -> str | None:
    """The subject, the key or the alternative names that a request in PEM asks for; None for anything else."""
    from fauxgate.pki import names, requests  # noqa: PLC0415 - it loads cryptography, which no prompt waits for

    try:
        request = requests.from_pem(text)
    except requests.InvalidRequest:
        return None
    match wanted:
        case "subject":
            return names.detailed(request.subject)
        case "key":
            return _key(request)
        case "names":
            return ", ".join(_alternative_names(request))
    return None


def _key(request: "CertificateRequest") -> str:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey  # noqa: PLC0415 - the same

    key = request.public_key()
    return f"RSA {key.key_size}" if isinstance(key, RSAPublicKey) else f"EC {key.curve.name}"


def _alternative_names(request: "CertificateRequest") -> Iterator[str]:
    from cryptography import x509  # noqa: PLC0415 - the same

    try:
        found = x509.load_der_x509_csr(request.der).extensions.get_extension_for_class(x509.SubjectAlternativeName)
    except (ValueError, x509.ExtensionNotFound):
        return
    for name in found.value:
        kind = "DNS" if isinstance(name, x509.DNSName) else "IP" if isinstance(name, x509.IPAddress) else "other"
        yield f"{kind}:{name.value}"

"""Facts of certificates, as checks find them; what stands in the certificate itself is computed from its bytes."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from fauxgate.device.events import CertificateUpdated, ScepStep
from fauxgate.lab.request_facts import request_fact
from fauxgate.lab.view import View
from fauxgate.model.entry import Entry
from fauxgate.model.storage import ROOT

if TYPE_CHECKING:
    from fauxgate.pki.certificates import Certificate

REQUEST = "request_"
TABLES = ("vpn", "certificate")
ABSENT, PENDING, VALID, EXPIRED = "absent", "pending", "valid", "expired"


def fact(view: View, fields: Mapping[str, Any]) -> str | None:
    """One fact of an entry's certificate; None if it has none."""
    wanted = str(fields.get("fact", "status"))
    if wanted == "status":
        return _status(view, fields)
    if wanted == "renewals":
        return str(_renewals(view, fields))
    if wanted.startswith(REQUEST):
        return _of_request(view, fields, wanted.removeprefix(REQUEST))
    certificate = _certificate(view, fields)
    return None if certificate is None else _of_certificate(view, fields, certificate, wanted)


def _of_certificate(view: View, fields: Mapping[str, Any], certificate: "Certificate", wanted: str) -> str | None:
    if wanted == "matches_key":
        return _matches_key(view, fields, certificate)
    if wanted == "days_left":
        return str((certificate.not_after - view.console.appliance.clock.now()) // timedelta(days=1))
    return _FACTS[wanted](certificate) if wanted in _FACTS else None


def _entry(view: View, fields: Mapping[str, Any]) -> Entry | None:
    seen = view.console.appliance.configuration.seen_from(str(fields.get("vdom", ROOT)))
    return seen.entry((*TABLES, str(fields.get("table", "local"))), str(fields.get("name", "")))


def _certificate(view: View, fields: Mapping[str, Any]) -> "Certificate | None":
    from fauxgate.pki import certificates  # noqa: PLC0415 - it loads cryptography, which no prompt waits for

    entry = _entry(view, fields)
    table = str(fields.get("table", "local"))
    text = entry.values.get("certificate" if table == "local" else table, "") if entry else ""
    try:
        return certificates.from_pem(str(text)) if text else None
    except certificates.InvalidCertificate:
        return None


def _of_request(view: View, fields: Mapping[str, Any], wanted: str) -> str | None:
    entry = _entry(view, fields)
    text = str(entry.values.get("csr", "")) if entry else ""
    return request_fact(text, wanted) if text else None


def _status(view: View, fields: Mapping[str, Any]) -> str:
    if _entry(view, fields) is None:
        return ABSENT
    certificate = _certificate(view, fields)
    if certificate is None:
        return PENDING
    return EXPIRED if view.console.appliance.clock.now() > certificate.not_after else VALID


def _renewals(view: View, fields: Mapping[str, Any]) -> int:
    """How often a certificate was replaced since the lab began, by SCEP or by hand."""
    from fauxgate.scep.events import Granted  # noqa: PLC0415 - the same

    name, table = str(fields.get("name", "")), str(fields.get("table", "local"))
    domain = str(fields.get("vdom", ROOT))
    by_hand = granted = 0
    for _, event in view.console.appliance.journal.entries:
        if event.domain != domain:
            continue
        if isinstance(event, CertificateUpdated) and (event.table, event.name) == (table, name):
            by_hand += 1
        elif isinstance(event, ScepStep) and event.certificate == name and isinstance(event.step, Granted):
            granted += table == "local"
    return by_hand + max(0, granted - 1)


def _matches_key(view: View, fields: Mapping[str, Any], certificate: "Certificate") -> str:
    from fauxgate.pki import certificates  # noqa: PLC0415 - the same

    entry = _entry(view, fields)
    realm = view.console.appliance.realm(str(fields.get("vdom", ROOT)))
    key = realm.certificate_files.private_key(entry) if entry else None
    return "yes" if key is not None and certificates.matches(certificate, key) else "no"


def _named(which: str) -> "Callable[[Certificate], str]":
    def text(certificate: "Certificate") -> str:
        from fauxgate.pki.details import details  # noqa: PLC0415 - the same

        return str(getattr(details(certificate), which))

    return text


def _key(certificate: "Certificate") -> str:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey  # noqa: PLC0415 - the same

    key = certificate.public_key()
    return f"RSA {key.key_size}" if isinstance(key, RSAPublicKey) else f"EC {key.curve.name}"


def _names(certificate: "Certificate") -> str:
    return ", ".join(_alternative(certificate))


def _alternative(certificate: "Certificate") -> Iterator[str]:
    from fauxgate.pki.details import details  # noqa: PLC0415 - the same

    for extension in details(certificate).extensions:
        if extension.name == "X509v3 Subject Alternative Name":
            yield from (line.replace("IP Address:", "IP:") for line in extension.content)


_FACTS: "Mapping[str, Callable[[Certificate], str]]" = {
    "subject": _named("subject"),
    "issuer": _named("issuer"),
    "serial": _named("serial_number"),
    "key": _key,
    "names": _names,
    "days_left": str,
    "matches_key": str,
}

"""What `diagnose debug application scep` prints for each event.

Most lines are sscep's messages with the appliance's function name in front; a template may use the event as `e`.
`CONFIRMED` and the functions beside it reproduce captures (scep-enrollment-article.txt, fortios-certificates.md 4.2).
`INFERRED` holds every line of which no capture is known.
"""

from collections.abc import Callable, Mapping
from typing import Any

from fauxgate.scep import events, steps
from fauxgate.scep.attributes import Attribute, FailInfo, MessageType
from fauxgate.scep.events import Event
from fauxgate.scep.http import FailureReason

Release = tuple[int, int, int]

# Seen with 7.4.6, absent from the article; fortios-certificates.md 4.2. Inferred: 7.4 is where they began.
_HEAD_SINCE = (7, 4, 0)
_HEAD = frozenset({steps.CaFetchStarted, steps.CaRequested, steps.Exchanged})

SILENT: frozenset[type[Event]] = frozenset(
    {
        # No line of the published trace belongs to these.
        events.Pending,
        events.CaCertificatesReceived,
        events.NextCaCertificatesReceived,
        events.CertificateRetrieved,
        events.CrlRetrieved,
        steps.WeakCipherAccepted,
        # The responder's own; the appliance is never one.
        events.RequestRead,
        events.RequestAnswered,
        events.RequestRejected,
    }
)

CONFIRMED: Mapping[type[Event], tuple[str, ...]] = {
    steps.CaFetchStarted: (
        "__scep_get_ca_cert: starting sscep, version 20030417",
        "__scep_get_ca_cert: hostname: {e.address.host}",
        "__scep_get_ca_cert: directory: {e.address.directory}",
        "__scep_get_ca_cert: port: {e.address.port}({e.address.scheme})",
    ),
    steps.Exchanged: ("__send_recv: dest ip {e.peer}, port {e.port}, use_ssl {e.secure:d}, source_ip {e.source_ip}",),
    steps.HttpStatusRead: ("scep_parse_header: server returned status code {e.status}",),
    steps.ContentTypeRead: ("scep_parse_header: MIME header: {e.content_type}",),
    steps.CaReplyRead: ("__process_ca_cert_reply: Reply type {e.reply_type}",),
    steps.CaCertificateLoaded: ("__process_ca_cert_reply: loaded cacert",),
    steps.AuthorityAccepted: ("__read_ca_cert_cb: loaded signing cert", "__read_ca_cert_cb: loaded CA"),
    steps.TransactionStarted: ("new_scep_transaction: transaction id: {e.transaction_id}",),
    steps.PayloadReady: ("pkcs7_wrap: data payload size: {e.size} bytes",),
    steps.PayloadEncrypted: (
        "pkcs7_wrap: successfully encrypted payload",
        "pkcs7_wrap: envelope size: {e.size} bytes",
    ),
    steps.OuterStarted: ("pkcs7_wrap: creating outer PKCS#7",),
    steps.SignerAdded: ("pkcs7_wrap: signature added successfully", "pkcs7_wrap: adding signed attributes"),
    steps.MessageWritten: ("pkcs7_wrap: PKCS#7 data written successfully",),
    steps.MessageEncoded: (
        "pkcs7_wrap: applying base64 encoding",
        "pkcs7_wrap: base64 encoded payload size: {e.size} bytes",
    ),
    steps.MessageReceived: (
        "pkcs7_unwrap: reading outer PKCS#7",
        "pkcs7_unwrap: PKCS#7 payload size: {e.size} bytes",
    ),
    steps.ContentFound: ("pkcs7_unwrap: PKCS#7 contains {e.size} bytes of enveloped data",),
    steps.SignatureFound: ("pkcs7_unwrap: verifying signature",),
    steps.SignatureVerified: ("pkcs7_unwrap: signature ok", "pkcs7_unwrap: finding signed attributes"),
    steps.AttributeSought: ("__get_attribute: finding attribute {e.attribute.label}",),
    steps.MessageTypeAccepted: ("pkcs7_unwrap: reply message type is good",),
    steps.PkiStatusRead: ("pkcs7_unwrap: pkistatus: {e.status.name}",),
    steps.InnerFound: ("pkcs7_unwrap: reading inner PKCS#7",),
    steps.InnerRead: ("pkcs7_unwrap: decrypting inner PKCS#7",),
    steps.InnerDecrypted: ("pkcs7_unwrap: PKCS#7 payload size: {e.size} bytes",),
    steps.CertificateFound: (
        "scep_write_local_cert: found certificate with",
        "subject: {e.subject}",
        "issuer: {e.issuer}",
    ),
    events.Granted: (
        "scep_write_local_cert: writing cert",
        "scep_write_local_cert: certificate written as /tmp/{e.name}",
    ),
}

# Inferred: sscep's words (fortios-certificates.md 4.3) behind the function where the step belongs; a trace of the
# failure from an appliance would settle each. Of CaCertificateUnusable, RecipientUnusable,
# CertificateKeyMismatch and PollingGivenUp, and of all that the appliance's own habits never lead to (capabilities,
# renewal by RenewalReq, GetCRL, GetNextCACert), the words too are ours, since none of sscep are known.
INFERRED: Mapping[type[Event], tuple[str, ...]] = {
    events.IllegalUrl: ("__scep_get_ca_cert: illegal URL {e.url}",),
    events.HttpError: ("scep_parse_header: cannot find data from http reply",),
    events.EmptyReply: ("scep_parse_header: cannot find data from http reply",),
    events.EmptyCaReply: ("__process_ca_cert_reply: no data, perhaps you should define CA identifier (-i)",),
    events.CaCertificateUnusable: ("__process_ca_cert_reply: error reading CA certificate",),
    events.RecipientUnusable: ("pkcs7_wrap: error encrypting payload",),
    events.MessageUnreadable: ("pkcs7_unwrap: error reading PKCS#7 data",),
    events.MessageNotSigned: ("pkcs7_unwrap: PKCS#7 is not signed!",),
    events.SignerMissing: ("pkcs7_unwrap: cannot get signer info!",),
    events.SignatureInvalid: ("pkcs7_unwrap: error verifying signature",),
    events.AttributesMissing: ("pkcs7_unwrap: no attributes found",),
    events.AttributeMissing: ("pkcs7_unwrap: cannot find {e.attribute.label}",),
    steps.SenderNonceMissing: ("pkcs7_unwrap: cannot find senderNonce",),
    events.TransactionIdMismatch: ("pkcs7_unwrap: transaction id mismatch",),
    events.WrongMessageType: ("pkcs7_unwrap: wrong message type in reply",),
    events.NonceMismatch: ("pkcs7_unwrap: corrupted nonce received",),
    events.WrongPkiStatus: ("pkcs7_unwrap: wrong pkistatus in reply",),
    events.WrongFailInfo: ("pkcs7_unwrap: wrong failInfo in reply",),
    # fortios-certificates.md 4.2 confirms these words; only the function is inferred.
    events.InnerUnreadable: ("pkcs7_unwrap: Couldn't read inner PKCS#7",),
    events.DecryptionFailed: ("pkcs7_unwrap: error decrypting inner PKCS#7",),
    events.CertificateMissing: ("scep_write_local_cert: cannot find requested certificate",),
    events.CertificateKeyMismatch: ("scep_write_local_cert: certificate does not match the private key",),
    events.RecipientMissing: ("__read_ca_cert_cb: no certificate to encrypt for",),
    events.StandardNotOffered: ("__process_ca_caps_reply: SCEPStandard is not supported",),
    events.IssuerUnknown: ("scep_write_local_cert: cannot verify the certificate",),
    # The article has the rule (as of 7.0.4), not what is told of it.
    events.RootMissing: (
        "scep_write_local_cert: certificate is signed by intermediate CA {e.intermediate}",
        "scep_write_local_cert: cannot find issuer of intermediate CA: {e.root}",
    ),
    events.CrlMissing: ("scep_write_crl: cannot find CRL",),
    steps.CapabilitiesRequested: ("__get_ca_caps_req: SCEP_OPERATION_GETCAPS",),
    steps.AlgorithmsChosen: ("__process_ca_caps_reply: using {e.cipher}, {e.digest}, {e.method}",),
    steps.NextCaRequested: ("__get_next_ca_req: SCEP_OPERATION_GETNEXTCA",),
    events.PollingGivenUp: ("pkcs7_unwrap: no certificate after {e.polls} polls",),
}

# Inferred: as above.
_REASONS = {
    FailInfo.BAD_ALG: "Unrecognized or unsupported algorithm ident",
    FailInfo.BAD_MESSAGE_CHECK: "Integrity check failed",
    FailInfo.BAD_REQUEST: "Transaction not permitted or supported",
    FailInfo.BAD_TIME: "Message time field was not sufficiently close to the system time",
    FailInfo.BAD_CERT_ID: "No certificate could be identified matching",
}

# Inferred: as above; a broken connection is told like a reply without data.
_TRANSPORT = {
    FailureReason.UNKNOWN_HOST: "__send_recv: unknown host '{}'",
    FailureReason.CANNOT_CONNECT: "__send_recv: cannot connect",
    FailureReason.TIMED_OUT: "__send_recv: connection timed out",
    FailureReason.BROKEN: "__send_recv: cannot find data from http reply",
}

# The numbers are lines of the appliance's C source, confirmed for the article's release alone.
_INNER = {
    MessageType.PKCS_REQ: "pkcs7_wrap:1120 creating inner PKCS#7",
    # Inferred: a renewal is told as a request, for which the appliance has no line number of its own that is known.
    MessageType.RENEWAL_REQ: "pkcs7_wrap:1120 creating inner PKCS#7",
    MessageType.GET_CERT: "pkcs7_wrap: creating inner PKCS#7",
    MessageType.GET_CRL: "pkcs7_wrap: creating inner PKCS#7",
    MessageType.CERT_POLL: "pkcs7_wrap:1138 creating issuer_and_subject PKCS#7",
}

_READ: dict[Attribute, Callable[[bytes], str]] = {
    Attribute.TRANSACTION_ID: lambda value: f"pkcs7_unwrap: reply transaction id: {_visible(value)}",
    Attribute.SENDER_NONCE: lambda value: f"pkcs7_unwrap: senderNonce in reply: {value.hex().upper()}",
    Attribute.RECIPIENT_NONCE: lambda value: f"pkcs7_unwrap: recipientNonce in reply: {value.hex().upper()}",
}

# Inferred: the appliance's limit for a raw reply is not known.
_RAW_LIMIT = 1024


def lines(event: Event, release: Release) -> tuple[str, ...]:
    """The lines that a release prints for an event, without time stamps; none for a silent one."""
    kind = type(event)
    if kind in SILENT or (kind in _HEAD and release < _HEAD_SINCE):
        return ()
    special = _SPECIAL.get(kind)
    if special is not None:
        return special(event)
    templates = CONFIRMED.get(kind) or INFERRED[kind]
    return tuple(_harmless(template.format(e=event)) for template in templates)


def is_told(kind: type[Event]) -> bool:
    """Whether this module knows what to do with a kind of event: lines for it, or silence."""
    return kind in SILENT or kind in CONFIRMED or kind in INFERRED or kind in _SPECIAL


def _ca_requested(event: steps.CaRequested) -> tuple[str, ...]:
    first, *rest = event.head.removesuffix("\n").split("\n")
    return (
        "__get_ca_cert_req: SCEP_OPERATION_GETCA",
        f"__get_ca_cert_req: requesting CA certificate, msg: {_harmless(first)}",
        *map(_harmless, rest),
    )


def _inner_started(event: steps.InnerStarted) -> tuple[str, ...]:
    line = _INNER.get(event.message_type)
    return () if line is None else (line,)


def _attribute_added(event: steps.AttributeAdded) -> tuple[str, ...]:
    kind = "octet" if event.attribute.is_octets else "string"
    return (f"__add_attribute_{kind}: adding {kind} attribute {event.attribute.label}",)


def _attribute_read(event: steps.AttributeRead) -> tuple[str, ...]:
    allocated = f"__get_signed_attribute: allocating {len(event.value)} bytes for attribute"
    told = _READ.get(event.attribute)
    return (allocated,) if told is None else (allocated, told(event.value))


def _refused(event: events.Refused) -> tuple[str, ...]:
    reason = f"pkcs7_unwrap: reason: {_REASONS[event.fail_info]}"
    # Inferred: sscep has no words for failInfoText, which came with RFC 8894.
    return (reason, _harmless(f"pkcs7_unwrap: failInfoText: {event.text}")) if event.text else (reason,)


def _capabilities_read(event: steps.CapabilitiesRead) -> tuple[str, ...]:
    return (_harmless(f"__process_ca_caps_reply: capabilities: {' '.join(event.names) or 'none'}"),)


def _transport_failed(event: events.TransportFailed | events.PollUnanswered) -> tuple[str, ...]:
    return (_harmless(_TRANSPORT[event.reason].format(event.host)),)


def _wrong_content_type(event: events.WrongContentType) -> tuple[str, ...]:
    # C prints the raw reply up to the first NUL.
    raw = event.body.partition(b"\0")[0][:_RAW_LIMIT]
    first, *rest = (_visible(line) for line in raw.split(b"\n"))
    return (
        "scep_parse_header: wrong (or missing) MIME content type",
        f"scep_parse_header: mime_err: {first}",
        *rest,
    )


def _visible(content: bytes) -> str:
    return _harmless(content.decode("utf-8", "replace").replace("\r", ""))


def _harmless(line: str) -> str:
    """Text that a peer or a person chose, such that it can do nothing to a screen."""
    return line if line.isprintable() else "".join(mark if mark.isprintable() else "." for mark in line)


# Each function takes the one kind of event under which it stands, which a table cannot tell the type checker.
_SPECIAL: Mapping[type[Event], Callable[[Any], tuple[str, ...]]] = {
    steps.CaRequested: _ca_requested,
    steps.InnerStarted: _inner_started,
    steps.AttributeAdded: _attribute_added,
    steps.AttributeRead: _attribute_read,
    steps.CapabilitiesRead: _capabilities_read,
    events.Refused: _refused,
    events.TransportFailed: _transport_failed,
    events.PollUnanswered: _transport_failed,
    events.WrongContentType: _wrong_content_type,
}

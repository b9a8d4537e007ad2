"""Signatures and forward error correction of a gateway.

Source: see `ipsec_phase1`.
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import Choice, Choices, Integer, Option, String, Value, When

AUTHMETHOD_SIGNATURE = When("authmethod", ("signature",))

DIGITAL_SIGNATURE_AUTH = When("digital-signature-auth", ("enable",))

FEC_EGRESS = When("fec-egress", ("enable",))

CORRECTION = (
    Option("digital-signature-auth", SWITCH, "disable", "Sign as in RFC 7427.", when=AUTHMETHOD_SIGNATURE),
    Option(
        "signature-hash-alg",
        Choices(
            (
                Value("sha1", "SHA-1."),
                Value("sha2-256", "SHA-256."),
                Value("sha2-384", "SHA-384."),
                Value("sha2-512", "SHA-512."),
            )
        ),
        ("sha2-512",),
        "Hash of the signatures.",
        when=DIGITAL_SIGNATURE_AUTH,
    ),
    Option(
        "rsa-signature-format",
        Choice((Value("pkcs1", "PKCS#1 v1.5."), Value("pss", "PSS."))),
        "pkcs1",
        "Format of RSA signatures.",
        when=DIGITAL_SIGNATURE_AUTH,
    ),
    Option(
        "rsa-signature-hash-override",
        SWITCH,
        "disable",
        "Use the hash of the certificate's signature.",
        since=(7, 2, 1),
        when=AUTHMETHOD_SIGNATURE,
    ),
    Option(
        "cert-id-validation", SWITCH, "enable", "Compare the identity with the certificate.", when=AUTHMETHOD_SIGNATURE
    ),
    Option("fec-send-timeout", Integer(1, 1000), "5", "Milliseconds until a group is sent.", when=FEC_EGRESS),
    Option("fec-base", Integer(1, 20), "10", "Packets in a group.", when=FEC_EGRESS),
    Option(
        "fec-codec",
        Choice((Value("rs", "Reed-Solomon."), Value("xor", "Exclusive or."))),
        "rs",
        "Code of the correction.",
        since=(7, 0, 2),
        when=FEC_EGRESS,
    ),
    Option("fec-redundant", Integer(1, 5), "1", "Packets added to a group.", when=FEC_EGRESS),
    Option(
        "fec-receive-timeout",
        Integer(1, 1000),
        "50",
        "Milliseconds that a group is waited for.",
        when=When("fec-ingress", ("enable",)),
    ),
    Option("fec-health-check", String(35), help="Health check that tells the loss.", since=(7, 0, 2), when=FEC_EGRESS),
    Option("fec-mapping-profile", String(35), help="Correction by loss.", since=(7, 0, 2), when=FEC_EGRESS),
)

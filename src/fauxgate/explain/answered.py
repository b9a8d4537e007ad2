"""Explanations of what fails with an answer and with the certificate in it; `refused` has the authority's decision.

Sources: fortios-certificates.md (1.3, 4, 5.4, 6), scep-interop.md; what is likeliest is our judgement.
"""

from collections.abc import Mapping

from fauxgate.explain.causes import Cause, Row, always, is_about_key
from fauxgate.scep import events
from fauxgate.scep.events import Event

ANSWERED: Mapping[type[Event], tuple[Row, ...]] = {
    events.RecipientUnusable: (
        (
            always,
            Cause(
                "ra-usage",
                "Nothing can be encrypted with the authority's key.",
                "Look at its certificates: an RSA key of sound size with keyEncipherment is needed.",
            ),
        ),
    ),
    events.MessageUnreadable: (
        (
            always,
            Cause(
                "damaged",
                "The answer is no PKCS#7: cut off on the way, or damaged.",
                "Compare the size that the trace tells with what the authority sent; look for a proxy or inspection "
                "between them.",
                fault="shortened",
            ),
        ),
    ),
    events.MessageNotSigned: (
        (
            always,
            Cause(
                "not-signed",
                "The answer is PKCS#7, but not signed; SCEP answers always are.",
                "The URL leads to something else than SCEP's PKIOperation, or the authority is faulty.",
                fault="not-signed-data",
            ),
        ),
    ),
    events.SignerMissing: (
        (
            always,
            Cause(
                "signer-missing",
                "The answer does not tell who signed it, or it was somebody whose certificate GetCACert did not bring.",
                "Has the authority a new certificate since? Compare the issuer and serial number in the answer with "
                "what GetCACert gives.",
                fault="unsigned",
            ),
        ),
    ),
    events.SignatureInvalid: (
        (
            always,
            Cause(
                "bad-signature",
                "The answer was signed with another key than that of the certificate the authority showed: a second "
                "server behind one address, a new CA certificate, or a change on the way.",
                "Enroll with one server directly. After a CA rollover fetch its certificate again "
                "(`execute vpn certificate ca import auto`).",
                fault="bad-signature",
            ),
        ),
    ),
    events.AttributesMissing: (
        (
            always,
            Cause(
                "no-attributes",
                "The answer is signed without the attributes that SCEP needs.",
                "The server is none for SCEP, or a faulty one.",
            ),
        ),
    ),
    events.AttributeMissing: (
        (
            always,
            Cause(
                "missing-attribute",
                "The answer lacks an attribute that SCEP requires.",
                "The authority's software is faulty; look for an update.",
                fault="no-status",
            ),
        ),
    ),
    events.TransactionIdMismatch: (
        (
            always,
            Cause(
                "wrong-transaction-id",
                "The answer belongs to another transaction: a cache or a load balancer on the way mixed them up.",
                "Switch off caching for the SCEP path, and let one server answer a client from the start to the end.",
                fault="wrong-transaction-id",
            ),
        ),
    ),
    events.WrongMessageType: (
        (
            always,
            Cause(
                "wrong-message-type",
                "The answer is no CertRep.",
                "The authority, or what stands before it, sent our own message back, or is faulty.",
                fault="wrong-message-type",
            ),
        ),
    ),
    events.NonceMismatch: (
        (
            always,
            Cause(
                "wrong-nonce",
                "The answer is to an earlier message of ours: an old one from a cache, or a replay.",
                "Switch off caching for the SCEP path.",
                fault="wrong-nonce",
            ),
        ),
    ),
    events.WrongPkiStatus: (
        (
            always,
            Cause(
                "wrong-status",
                "The status in the answer is none that SCEP knows.",
                "The authority's software is faulty; look for an update.",
            ),
        ),
    ),
    events.WrongFailInfo: (
        (
            always,
            Cause(
                "wrong-fail-info",
                "The authority refused, with a reason that SCEP does not know.",
                "Read the authority's log.",
            ),
        ),
    ),
    events.InnerUnreadable: (
        (
            is_about_key,
            Cause(
                "ec-key",
                "SCEP encrypts the certificate for the requester's key, and an elliptic curve key cannot open it. The "
                "exchange succeeds; its result is lost.",
                "Use an RSA key for SCEP (`generate rsa`), or sign the request by hand.",
                otherwise="generate ec at http://ca.test/app/cert/scep/ ends the same way",
            ),
        ),
        (
            always,
            Cause(
                "ec-key",
                "The certificate came in an envelope that this key cannot open. That is so with every elliptic curve "
                "key; with an RSA key it was encrypted for somebody else, or holds no certificates.",
                "Use an RSA key for SCEP (`generate rsa`). If it was one, read the authority's log.",
                fault="empty-success",
                otherwise="or generate ec at http://ca.test/app/cert/scep/",
            ),
        ),
    ),
    events.DecryptionFailed: (
        (
            always,
            Cause(
                "wrong-recipient",
                "The certificate was encrypted for another key, or with a cipher that this side does not know.",
                "Delete the entry and enroll anew. Set the authority to 3DES or AES.",
                fault="wrong-recipient",
            ),
        ),
    ),
    events.CertificateMissing: (
        (
            always,
            Cause(
                "other-subject",
                "The authority issued a certificate for another subject than was asked for, so none of those in the "
                "answer is taken for ours.",
                "Let the authority copy the subject of the request: no profile that sets or drops parts of it.",
                fault="wrong-subject",
            ),
        ),
    ),
    events.CertificateKeyMismatch: (
        (
            always,
            Cause(
                "other-key",
                "The certificate has our subject but another key: an earlier one of the same name.",
                "Have the authority issue anew (FortiAuthenticator: reset the enrollment request), then enroll again.",
                fault="wrong-key",
            ),
        ),
    ),
    events.IssuerUnknown: (
        (
            always,
            Cause(
                "issuer-unknown",
                "The certificate was signed by an authority that is not known here: the certificates between are "
                "missing.",
                "Import the root and the intermediate certificates (`execute vpn certificate ca import`).",
            ),
        ),
    ),
    events.RootMissing: (
        (
            always,
            Cause(
                "root-missing",
                "An intermediate authority signed the certificate, and the root above it is not among the CA "
                "certificates; from 7.0.4 on it must be.",
                "Import the root (`execute vpn certificate ca import`), then enroll again.",
            ),
        ),
    ),
    events.CrlMissing: (
        (
            always,
            Cause(
                "no-crl",
                "The authority answered without a revocation list.",
                "Check that it publishes one by SCEP; many do so by HTTP only (`set http-url`).",
            ),
        ),
    ),
}

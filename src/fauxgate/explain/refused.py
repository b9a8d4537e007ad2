"""Explanations of an authority that does not grant: what it refuses, and what it never decides.

Sources: fortios-certificates.md (4, 5.4), scep-interop.md; what is likeliest is our judgement.
"""

from collections.abc import Mapping

from fauxgate.explain.causes import Cause, Row, always, is_refusal, was_polling
from fauxgate.scep import events
from fauxgate.scep.attributes import FailInfo
from fauxgate.scep.events import Event

REFUSED: Mapping[type[Event], tuple[Row, ...]] = {
    events.Refused: (
        (
            is_refusal(FailInfo.BAD_ALG),
            Cause(
                "bad-alg",
                "The authority does not accept an algorithm: SHA-1, 3DES, or the kind or size of the key.",
                "Allow them for SCEP on the authority, or use another key (RSA 2048).",
                fault="bad-alg",
            ),
        ),
        (
            is_refusal(FailInfo.BAD_MESSAGE_CHECK),
            Cause(
                "bad-message-check",
                "The authority could not verify or open the request, often because it was encrypted for a former "
                "certificate of it.",
                "Fetch the CA certificate again, and check which certificate its RA uses.",
                fault="bad-message-check",
            ),
        ),
        (
            is_refusal(FailInfo.BAD_TIME),
            Cause(
                "bad-time",
                "The clocks of the FortiGate and of the authority differ.",
                "Set both by NTP (`config system ntp`), then enroll again.",
                fault="bad-time",
            ),
        ),
        (
            is_refusal(FailInfo.BAD_CERT_ID),
            Cause(
                "bad-cert-id",
                "The authority has no request, or no certificate, as the message names: it forgot the transaction, or "
                "the CA identifier is another's.",
                "Enroll anew (delete the entry first); check the CA identifier.",
                fault="bad-cert-id",
            ),
        ),
        (
            was_polling,
            Cause(
                "rejected",
                "The request waited for a person, who rejected it.",
                "Ask the authority's administrator for the reason.",
                otherwise="--ca-approval manual, then :ca reject 1",
            ),
        ),
        (
            always,
            Cause(
                "challenge",
                "The challenge password is wrong, expired or used up, or no enrollment request of the authority fits "
                "the subject.",
                "Get a new challenge password; compare the subject with the enrollment request on the authority "
                "(FortiAuthenticator: SCEP > Enrollment Requests).",
                fault="bad-request",
                otherwise="or enroll with another challenge password than the authority's",
            ),
        ),
    ),
    events.PollingGivenUp: (
        (
            always,
            Cause(
                "pending-for-ever",
                "Nobody has approved the request for as long as the appliance asked.",
                "Approve it at the authority, or set automatic approval there; then enroll again.",
                fault="pending-for-ever",
            ),
        ),
    ),
}

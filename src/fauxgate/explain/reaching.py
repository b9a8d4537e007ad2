"""Explanations of what fails before a message is answered: URL, network, HTTP, and the authority's certificate.

Sources: fortios-certificates.md (1.3, 4, 5.4), scep-interop.md; what is likeliest is our judgement.
"""

from collections.abc import Mapping

from fauxgate.explain.causes import (
    Cause,
    Row,
    always,
    host_is_odd,
    is_transport,
    mentions,
    status_begins,
    url_is_no_url,
)
from fauxgate.scep import events
from fauxgate.scep.events import Event
from fauxgate.scep.http import FailureReason

_SHIFTED = Cause(
    "argument-order",
    "The arguments of `generate` are shifted: another one, such as the e-mail address, stands where the URL belongs.",
    'Count the arguments, and write "" for each that you leave out: name, key size, subject, country, state, city, '
    "organization, units, e-mail, alternative names, URL, challenge password.",
    otherwise="type the same command here; `?` after each argument tells the next",
)
_NO_URL_PATH = Cause(
    "http-404",
    "The path in the URL is not the one at which this authority answers SCEP.",
    "Use the authority's own path: FortiAuthenticator /app/cert/scep/ (before 6.5 /cert/scep/), "
    "Microsoft NDES /certsrv/mscep/mscep.dll. Check that SCEP is enabled there.",
    fault="http-404",
)

REACHING: Mapping[type[Event], tuple[Row, ...]] = {
    events.IllegalUrl: (
        (url_is_no_url, _SHIFTED),
        (
            always,
            Cause(
                "illegal-url",
                "The URL is none: it has no http:// or https:// before it, no host, or a port that is no number.",
                "Give the whole URL, as http://192.0.2.1/app/cert/scep/.",
                otherwise="enroll with the same URL here",
            ),
        ),
    ),
    events.TransportFailed: (
        (host_is_odd, _SHIFTED),
        (
            is_transport(FailureReason.UNKNOWN_HOST),
            Cause(
                "unknown-host",
                "The name of the authority cannot be resolved.",
                "Check the spelling, and `get system dns`; try `execute ping` with the name, or use the address.",
                otherwise="enroll at http://nowhere.invalid/",
            ),
        ),
        (
            is_transport(FailureReason.CANNOT_CONNECT),
            Cause(
                "cannot-connect",
                "Nothing listens at that address and port, or a firewall on the way refuses the connection.",
                "Check port and route, that SCEP is enabled on the authority's interface, and the source address "
                "(13th argument, `set source-ip`). With https, the authority's certificate must be trusted.",
                otherwise="enroll at http://127.0.0.1:9/",
            ),
        ),
        (
            is_transport(FailureReason.TIMED_OUT),
            Cause(
                "timed-out",
                "The authority did not answer in time: a packet filter on the way, a wrong source address, or a busy "
                "authority.",
                "Sniff on both sides (`diagnose sniffer packet any 'host ADDRESS' 4`), check the way back to the "
                "source address.",
                fault="silent",
            ),
        ),
        (
            always,
            Cause(
                "broken-connection",
                "The connection ended before the answer was complete.",
                "Look for a proxy or an inspecting firewall on the way, and into the authority's log for a crash.",
                fault="reset",
            ),
        ),
    ),
    events.HttpError: (
        (
            status_begins("401", "403"),
            Cause(
                "http-403",
                "The authority's web server refuses this client: an address that is not allowed, a login it asks for, "
                "or (NDES) a challenge password that is wrong or used up.",
                "Allow the FortiGate's source address, allow SCEP without login, get a new challenge password.",
                fault="http-403",
            ),
        ),
        (status_begins("404", "405"), _NO_URL_PATH),
        (
            status_begins("429"),
            Cause(
                "http-429",
                "The authority limits requests, and this client or its address has made too many.",
                "Wait, then enroll fewer units at once; raise the limit of the authority or of the proxy before it.",
                fault="http-429",
            ),
        ),
        (
            status_begins("500"),
            Cause(
                "http-500",
                "The authority failed while it handled the message. Some do so for what they do not support, such as "
                "SHA-1, 3DES, or an elliptic curve key.",
                "Read the authority's log for that second. Check the algorithms it takes, and the challenge password.",
                fault="http-500",
            ),
        ),
        (
            status_begins("5"),
            Cause(
                "http-503",
                "The authority, or the proxy before it, is not in service.",
                "Check that the authority's service runs, then enroll again.",
                fault="http-503",
            ),
        ),
        (
            status_begins("3"),
            Cause(
                "http-redirect",
                "The server sends the client elsewhere, often to https; redirects are not followed.",
                "Put the final address into the URL.",
                fault="http-302",
            ),
        ),
        (
            status_begins("200"),
            Cause(
                "empty-200",
                "The answer is a success without content: the authority has nothing to say to this request.",
                "Check the CA identifier and the path, and the authority's log.",
                fault="empty-200",
            ),
        ),
        (always, Cause("http-error", "The answer is an HTTP error.", "Read the log of the web server.")),
    ),
    events.WrongContentType: (
        (
            mentions("<html", "<!doctype", "text/html"),
            Cause(
                "html",
                "A web page came instead of a SCEP answer: a login or error page, a captive portal, a wrong path.",
                "Open the URL with ?operation=GetCACert in a browser: it must offer a file. Correct the path, or let "
                "the request pass the portal.",
                fault="html",
            ),
        ),
        (
            always,
            Cause(
                "wrong-content-type",
                "The answer has another content type than SCEP asks for.",
                "Check that the URL leads to SCEP and not to another service; a proxy may have changed the header.",
                fault="wrong-content-type",
            ),
        ),
    ),
    events.EmptyCaReply: (
        (
            always,
            Cause(
                "ca-identifier",
                "The authority knows no CA by this identifier, and sent nothing.",
                "Give the name of the CA as its server calls it (14th argument, `set ca-identifier`).",
                fault="ca-empty",
            ),
        ),
    ),
    events.CaCertificateUnusable: (
        (
            always,
            Cause(
                "ca-unreadable",
                "What came as the CA certificate is damaged, or has no RSA key.",
                "Fetch it by hand (`?operation=GetCACert`) and look at it with openssl x509 -inform DER -text. The CA, "
                "or its RA, needs an RSA key for SCEP.",
                fault="ca-garbage",
            ),
        ),
    ),
    events.RecipientMissing: (
        (
            always,
            Cause(
                "ra-usage",
                "None of the certificates that the authority sends may be encrypted for: their key usage forbids it.",
                "Give the RA a certificate with keyEncipherment.",
            ),
        ),
    ),
    events.StandardNotOffered: (
        (
            always,
            Cause(
                "no-standard",
                "The authority does not say that it knows RFC 8894.",
                "Update it, or use the profile that does not insist.",
            ),
        ),
    ),
}

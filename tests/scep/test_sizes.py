"""Other names, other sizes: what the events say is what a tap between client and responder saw."""

from urllib.parse import unquote

from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given
from hypothesis import strategies as st
from tests.scep.conftest import Issuer, exchange, order, rsa_key

from fauxgate.pki import cms, envelopes, names
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.names import Subject
from fauxgate.scep import steps
from fauxgate.scep.events import Granted
from fauxgate.scep.http import decoded_message, query

texts = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24FF, exclude_categories=("Cs", "Cc")), max_size=20)
subjects = st.builds(
    Subject,
    common_name=st.text(st.characters(categories=("L", "Nd", "Pd"), max_codepoint=0x24FF), min_size=1, max_size=40),
    country=st.sampled_from(["", "NL", "Österreich"]),
    state=texts,
    city=texts,
    organization=texts,
    units=st.lists(texts, max_size=5).map(tuple),
    email=st.sampled_from(["", "a@b.c", "jörg@example.org", "x" * 50 + "@example.org"]),
)
alternatives = st.lists(
    st.sampled_from(["DNS:a.example", "IP:10.0.0.1", "IP:2001:db8::1", "email:a@b.c", "URI:http://x/", "none", "IP:x"])
).map(",".join)
authorities = st.sampled_from(
    ["/CN=a", "/C=NL/O=Fortinet/CN=root", "/O=" + "x" * 200 + "/CN=Größe", "/DC=org/DC=a/CN=b"]
)

_SIZED = (
    steps.PayloadReady,
    steps.PayloadEncrypted,
    steps.MessageWritten,
    steps.MessageEncoded,
    steps.MessageReceived,
    steps.ContentFound,
    steps.InnerDecrypted,
)


@given(
    bits=st.sampled_from([1024, 1536, 2048]),
    ca_bits=st.sampled_from([1024, 2048]),
    subject=subjects,
    san=alternatives,
    challenge=texts,
    ca_name=authorities,
    pending=st.integers(0, 2),
)
def test_printed_sizes_are_the_lengths_of_the_real_bytes(
    bits, ca_bits, subject, san, challenge, ca_name, pending
) -> None:
    issuer = Issuer(name=names.parse(ca_name), pending=pending, key=rsa_key(ca_bits, "authority"))
    to_enroll = order(rsa_key(bits), subject, challenge, san)

    run = exchange(issuer, to_enroll)

    told = {kind: [event.size for event in run.events if isinstance(event, kind)] for kind in _SIZED}
    sent = run.messages()
    replies = [answer.body for answer in run.answers[1:]]
    sealed = [cms.read_signed(message).content for message in sent]
    content = [cms.read_signed(reply).content for reply in replies]
    ca = Certificate.parse(issuer.certificate.public_bytes(Encoding.DER))
    plain = [envelopes.decrypt(envelopes.read(envelope), ca.serial_number, issuer.key) for envelope in sealed]
    raw = [unquote(query(request.url)["message"]) for request in run.requests[1:]]

    assert isinstance(run.events[-1], Granted)
    assert plain[0] == to_enroll.request
    assert told[steps.PayloadReady] == [len(payload) for payload in plain]
    assert told[steps.PayloadEncrypted] == [len(envelope) for envelope in sealed]
    assert told[steps.MessageWritten] == [len(message) for message in sent]
    assert told[steps.MessageEncoded] == [len(text) for text in raw]
    assert told[steps.MessageReceived] == [len(reply) for reply in replies]
    assert told[steps.ContentFound] == [len(inner) for inner in content]
    assert told[steps.InnerDecrypted] == [len(envelopes.read(content[-1]).encrypted)]
    assert [decoded_message(text) for text in raw] == sent

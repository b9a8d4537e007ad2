"""From a request that was read to the CertRep that answers it (RFC 8894, 3.3.2)."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding

from fauxgate.pki import certificates, cms, structures
from fauxgate.pki.algorithms import SHA256, Cipher
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.cms_structures import IssuerAndSerialNumber, IssuerAndSubject
from fauxgate.pki.requests import CertificateRequest, InvalidRequest
from fauxgate.pki.structures import InvalidDer
from fauxgate.scep import events, message, opening
from fauxgate.scep.attributes import FailInfo, MessageType, PkiStatus
from fauxgate.scep.errors import RemoteError
from fauxgate.scep.events import DecryptionFailed, Event, Failure, SignatureInvalid, WrongMessageType
from fauxgate.scep.incoming import Incoming, verify_request
from fauxgate.scep.issuer import (
    Decision,
    Defer,
    EnrollmentRequest,
    Grant,
    GrantUnreadable,
    Identity,
    Issuer,
    PollRequest,
    Refuse,
    Unenvelopable,
)
from fauxgate.scep.manner import Manner
from fauxgate.scep.message import Header
from fauxgate.scep.opening import Opener
from fauxgate.scep.profiles import ServerProfile

_RENEWALS = (MessageType.RENEWAL_REQ.value, MessageType.UPDATE_REQ.value)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was asked for, in a bag: the answer to GetCert and GetCRL."""

    bag: bytes


@dataclass(frozen=True, slots=True)
class Answering:
    """One request being answered."""

    issuer: Issuer
    random: Callable[[int], bytes]
    profile: ServerProfile
    manner: Manner
    incoming: Incoming
    now: datetime

    def reply(self) -> Generator[Event, None, bytes]:
        """The CertRep; whatever is wrong with the request is told in it."""
        decision: Decision | _Found
        try:
            yield from verify_request(self.incoming)
            decision, inner = yield from self._decided()
        except RemoteError as error:
            yield error.failure
            decision, inner = Refuse(_fail_info(error.failure)), b""
        return (yield from self._signed(decision, self.manner.content(inner)))

    def _decided(self) -> Generator[Event, None, tuple[Decision | _Found, bytes]]:
        refusal = self._refusal_unread()
        if refusal is not None:
            return refusal, b""
        payload = yield from opening.open_inner(self.incoming.signed.content, self._openers(), self.profile.suite)
        decision = self._decision(payload.plain)
        return decision, (yield from self._inner(decision, payload.cipher))

    def _refusal_unread(self) -> Refuse | None:
        """What can be refused before the inner part is opened."""
        moment, limit = self.incoming.signing_time, self.profile.clock_tolerance
        if moment is not None and limit is not None and abs(moment - self.now) > limit:
            return Refuse(FailInfo.BAD_TIME)
        if not self._can_envelop() and self.issuer.unenvelopable is Unenvelopable.REFUSE:
            # scep-interop.md section 8: a client that could not read the reply must learn it before anything is issued.
            return Refuse(FailInfo.BAD_ALG)
        return None

    def _decision(self, plain: bytes) -> Decision | _Found:
        kind = self.incoming.message_type
        if kind == MessageType.PKCS_REQ.value or kind in _RENEWALS:
            return self._review(plain)
        if kind == MessageType.CERT_POLL.value:
            return self._poll(plain)
        if kind in (MessageType.GET_CERT.value, MessageType.GET_CRL.value):
            return self._look_up(kind, plain)
        raise RemoteError(WrongMessageType(kind))

    def _review(self, plain: bytes) -> Decision:
        try:
            csr = CertificateRequest.parse(plain)
        except InvalidRequest:
            return Refuse(FailInfo.BAD_REQUEST)
        if not csr.is_signature_valid:
            return Refuse(FailInfo.BAD_MESSAGE_CHECK)
        signer = self.incoming.signer
        renewal_of = signer.der if self._is_ours(signer) else None
        if renewal_of is None and self.incoming.message_type in _RENEWALS:
            # Inferred: RFC 8894, 3.2.1.4 has no better word for a renewal of a certificate that is not ours.
            return Refuse(FailInfo.BAD_CERT_ID)
        challenge = self.incoming.challenge if csr.challenge is None else csr.challenge
        if challenge is None and self.issuer.unenvelopable is Unenvelopable.PASSWORD and not self._can_envelop():
            return Refuse(FailInfo.BAD_ALG)
        request = EnrollmentRequest(self.incoming.transaction_id, csr, challenge, signer.der, renewal_of)
        return self._with_password(self.issuer.review(request), challenge)

    def _poll(self, plain: bytes) -> Decision:
        try:
            structures.read(IssuerAndSubject, plain)
        except InvalidDer:
            return Refuse(FailInfo.BAD_REQUEST)
        return self.issuer.poll(PollRequest(self.incoming.transaction_id, plain, self.incoming.signer.der))

    def _look_up(self, kind: str, plain: bytes) -> Decision | _Found:
        try:
            wanted = structures.read(IssuerAndSerialNumber, plain)
        except InvalidDer:
            return Refuse(FailInfo.BAD_REQUEST)
        issuer, number = structures.encode(wanted.issuer), wanted.serial_number
        if kind == MessageType.GET_CERT.value:
            found = self.issuer.get_certificate(issuer, number)
            return Refuse(FailInfo.BAD_CERT_ID) if found is None else _Found(cms.degenerate((found,)))
        crl = self.issuer.crl(issuer, number)
        return Refuse(FailInfo.BAD_CERT_ID) if crl is None else _Found(cms.degenerate((), (crl,)))

    def _with_password(self, decision: Decision, challenge: str | None) -> Decision:
        if isinstance(decision, Grant) and decision.password is None:
            return Grant(decision.certificate, challenge)
        return decision

    def _inner(self, decision: Decision | _Found, cipher: Cipher) -> Generator[Event, None, bytes]:
        """The envelope of a CertRep; empty where there is nothing to send.

        So it is too for a signer with an EC key, whatever key the request is for, where there is no password.
        """
        match decision:
            case Grant(certificate=certificate, password=password):
                bag = cms.degenerate((certificate, *self._chain()))
            case _Found(bag=bag):
                password = None
            case _:
                return b""
        chosen = self.manner.cipher(cipher)
        if self._can_envelop():
            reader = self.manner.reader(self.incoming.signer)
            return (yield from message.envelop(MessageType.CERT_REP, bag, reader, chosen, self.random))
        if password is not None and self.issuer.unenvelopable is Unenvelopable.PASSWORD:
            return (yield from message.envelop_by_password(MessageType.CERT_REP, bag, password, chosen, self.random))
        if isinstance(decision, _Found):
            raise RemoteError(DecryptionFailed(is_algorithm_unknown=True))
        return b""

    def _signed(self, decision: Decision | _Found, inner: bytes) -> Generator[Event, None, bytes]:
        status, fail_info, text = _outcome(decision)
        incoming = self.incoming
        header = Header(
            transaction_id=incoming.transaction_id,
            message_type=MessageType.CERT_REP,
            sender_nonce=self.random(message.NONCE_SIZE),
            recipient_nonce=incoming.sender_nonce,
            pki_status=status,
            fail_info=fail_info,
            fail_info_text=text,
        )
        identity = self.manner.signer(signer(self.issuer))
        # scep-interop.md 4.1: the reply mirrors the algorithms of the request.
        digest = self.manner.digest(incoming.digest or SHA256)
        by = cms.Signer(identity.key, *named(identity), digest)
        along = self.manner.certificates(self._certificates(identity, decision))
        reply = yield from message.sign(self.manner.header(header), inner, by, along, self.now)
        yield events.RequestAnswered(incoming.transaction_id, status, fail_info)
        return self.manner.message(reply)

    def _certificates(self, identity: Identity, decision: Decision | _Found) -> Sequence[bytes]:
        """What stands in the outer part."""
        if self.profile.signs_with_certificate:
            return (identity.certificate,)
        # fortios-certificates.md 7.2: with SUCCESS the outer part carries both certificates, with PENDING none.
        own = authority(self.issuer).der
        return (own, decision.certificate) if isinstance(decision, Grant) else ()

    def _chain(self) -> Sequence[bytes]:
        """The authority's certificates that go with an issued one; whether the root does is the issuer's choice."""
        return (authority(self.issuer).der, *self.issuer.ca_chain()) if self.profile.sends_ca else ()

    def _is_ours(self, certificate: Certificate) -> bool:
        """Whether this authority issued it, or the one before or after it."""
        others = [Certificate.parse(identity.certificate) for identity in self.issuer.other_recipients()]
        return any(certificates.is_issued_by(certificate, each) for each in (authority(self.issuer), *others))

    def _can_envelop(self) -> bool:
        return isinstance(self.incoming.signer.public_key(), RSAPublicKey)

    def _openers(self) -> Sequence[Opener]:
        identities = [recipient(self.issuer), signer(self.issuer), _own(self.issuer), *self.issuer.other_recipients()]
        return [Opener(each.key, Certificate.parse(each.certificate).serial_number) for each in identities]


def authority(issuer: Issuer) -> Certificate:
    """The issuing authority's certificate."""
    return Certificate.parse(issuer.certificate.public_bytes(Encoding.DER))


def signer(issuer: Issuer) -> Identity:
    """Who signs replies."""
    return issuer.ra_signer() or _own(issuer)


def recipient(issuer: Issuer) -> Identity:
    """Whom requests are encrypted for."""
    return issuer.ra_recipient() or signer(issuer)


def registration_authorities(issuer: Issuer) -> Sequence[Identity]:
    """The registration authorities, the one to encrypt for first."""
    return [found for found in (issuer.ra_recipient(), issuer.ra_signer()) if found is not None]


def named(identity: Identity) -> tuple[bytes, int]:
    """Issuer and serial number of an identity's certificate, by which CMS calls it."""
    certificate = Certificate.parse(identity.certificate)
    return certificate.issuer, certificate.serial_number


def _own(issuer: Issuer) -> Identity:
    return Identity(issuer.certificate.public_bytes(Encoding.DER), issuer.key)


def _outcome(decision: Decision | _Found) -> tuple[PkiStatus, FailInfo | None, str]:
    match decision:
        case Defer():
            return PkiStatus.PENDING, None, ""
        case Refuse(fail_info=fail_info, text=text):
            return PkiStatus.FAILURE, fail_info, text
        case Grant() | GrantUnreadable() | _Found():
            return PkiStatus.SUCCESS, None, ""


def _fail_info(failure: Failure) -> FailInfo:
    """RFC 8894, 3.2.1.4: what to call a request that cannot be read."""
    match failure:
        case SignatureInvalid(is_algorithm_unknown=True) | DecryptionFailed(is_algorithm_unknown=True):
            return FailInfo.BAD_ALG
        case WrongMessageType():
            return FailInfo.BAD_REQUEST
        case _:
            return FailInfo.BAD_MESSAGE_CHECK

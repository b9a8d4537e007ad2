"""What the authority says of certificates that count no longer: its revocation lists."""

from datetime import datetime, timedelta

from cryptography import x509

from fauxgate.ca.issuing import Authoritative, CertificateProfile
from fauxgate.ca.register import Crl, Register, State
from fauxgate.pki import crls
from fauxgate.pki.algorithms import SHA256
from fauxgate.pki.crls import Reason, Revoked


def current_crl(
    register: Register, generation: int, issuer: Authoritative, now: datetime, profile: CertificateProfile
) -> Crl:
    """The list of a generation: the last one while nothing has changed and half of its time is left, or a new one."""
    with register.transaction():
        kept = register.crl(generation)
        if kept is not None and now - kept.made < timedelta(days=profile.crl_days) / 2:
            return kept
        number = register.next_crl_number()
        identifier = issuer.certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
        der = crls.build(
            _revoked(register, generation),
            issuer=issuer.name,
            authority_key_identifier=x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(
                identifier
            ).public_bytes(),
            number=number,
            this_update=now,
            next_update=now + timedelta(days=profile.crl_days),
            key=issuer.key,
            digest=SHA256,
        )
        made = Crl(number, now, der)
        register.keep_crl(generation, made)
        return made


def _revoked(register: Register, generation: int) -> list[Revoked]:
    return [
        Revoked(record.serial_number, record.revoked, Reason(record.reason))
        for record in register
        if record.state is State.REVOKED
        and record.generation == generation
        and record.serial_number is not None
        and record.revoked is not None
    ]

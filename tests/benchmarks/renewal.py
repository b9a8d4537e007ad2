"""A hundred certificates through a virtual year, per renewal, as a ratio to its private-key operations alone.

Run it: `python tests/benchmarks/renewal.py`. Appliance and authority are joined in one process, every key is RSA-2048.
The clock is put forward by a year; on its way each certificate is warned of and renewed. The floor of a renewal are its
six private-key operations: the client signs the request and the message and opens the reply, the authority opens the
message and signs the certificate and the reply. A new key comes on top; making it takes as long as chance will have it,
so it is measured where it is made. Aims: 0.3 of the floor with the key that is kept, 0.8 with a new one.
"""

import os
import statistics
import time
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

from cryptography.hazmat.primitives.asymmetric import padding, rsa

from fauxgate.ca.authority import Authority
from fauxgate.ca.issuing import CertificateProfile
from fauxgate.ca.memory import MemoryRegister
from fauxgate.ca.reviewers import Automatic
from fauxgate.device.appliance import Appliance, Outside
from fauxgate.device.certificate_tables import LOCAL
from fauxgate.device.certificates import EnrollmentWords, SubjectWords
from fauxgate.device.clock import ManualClock
from fauxgate.network.loopback import Loopback
from fauxgate.pki import certificates, keys
from fauxgate.pki.algorithms import SHA256
from fauxgate.scep.server import Responder
from fauxgate.schema.releases import release
from fauxgate.schema.tables import catalogue

CERTIFICATES, ROUNDS = 100, 5
NOW = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)
YEAR = timedelta(days=365)
AIMS = {"enable": 0.3, "disable": 0.8}
KEPT = {"enable": "kept key", "disable": "new key"}

_generate_rsa = keys.generate_rsa


class Keys:
    """Makes keys, and knows how long that took; with `given` all of them are one."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.given: rsa.RSAPrivateKey | None = None

    def generate_rsa(self, bits: int) -> rsa.RSAPrivateKey:
        if self.given is not None:
            return self.given
        begin = time.perf_counter()
        key = _generate_rsa(bits)
        self.seconds += time.perf_counter() - begin
        return key


def enrolled(retain: str, made: Keys) -> Appliance:
    """An appliance with all certificates, each to be renewed a month before its end."""
    clock = ManualClock(NOW)
    authority = Authority(
        "/CN=ca",
        reviewer=Automatic("challenge"),
        register=MemoryRegister(),
        now=clock.now,
        random=os.urandom,
        profile=CertificateProfile(),
    )
    _ = authority.key
    wire = Loopback(Responder(authority, os.urandom), clock.now)
    appliance = Appliance(catalogue(release("7.4")), Outside(clock, os.urandom, wire))
    # The first keys are not what is measured.
    made.given = _generate_rsa(2048)
    settings = {"auto-regenerate-days": "30", "auto-regenerate-days-warning": "45", "private-key-retain": retain}
    for number in range(CERTIFICATES):
        words = EnrollmentWords(url="http://ca.test/", challenge="challenge")
        appliance.realm().certificates.generate_rsa(
            f"c{number}", "2048", SubjectWords(subject=f"device {number}"), words
        )
        appliance.configuration.write(LOCAL, f"c{number}", settings)
        appliance.jobs.run_due()
    made.given = None
    return appliance


def year(retain: str) -> tuple[float, float]:
    """Seconds per renewal, and how many of them went into new keys."""
    made = Keys()
    with patch.object(keys, "generate_rsa", made.generate_rsa):
        appliance = enrolled(retain, made)
        made.seconds = 0.0
        begin = time.perf_counter()
        appliance.jobs.go_to(NOW + YEAR)
        appliance.jobs.run_due()
        spent = time.perf_counter() - begin
    renewed = [
        certificates.from_pem(str(it.values["certificate"])) for it in appliance.configuration.table(LOCAL).values()
    ]
    assert all(each.not_before == NOW + YEAR - timedelta(days=30) for each in renewed)
    return spent / CERTIFICATES, made.seconds / CERTIFICATES


def operations() -> float:
    """Seconds for the private-key operations of one renewal."""
    key = _generate_rsa(2048)
    sealed = key.public_key().encrypt(bytes(16), padding.PKCS1v15())
    begin = time.perf_counter()
    for _ in range(CERTIFICATES):
        for _ in range(4):
            key.sign(b"content", padding.PKCS1v15(), SHA256.algorithm)
        for _ in range(2):
            key.decrypt(sealed, padding.PKCS1v15())
    return (time.perf_counter() - begin) / CERTIFICATES


def main() -> None:
    for retain, name in KEPT.items():
        ratios, spent = [], []
        for _ in range(ROUNDS):
            least = operations()
            whole, in_keys = year(retain)
            ratios.append((least + in_keys) / whole)
            spent.append(whole)
        seconds, ratio = statistics.median(spent), statistics.median(ratios)
        print(
            f"{name}: {1000 * seconds:.1f} ms a renewal, {CERTIFICATES * seconds:.2f} s the year of {CERTIFICATES},"
            f" {ratio:.2f} of the floor (aim: {AIMS[retain]})"
        )


if __name__ == "__main__":
    main()

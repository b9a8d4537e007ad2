"""Commands that do something at once."""

from dataclasses import dataclass

from fauxgate.language.statements.base import Statement


@dataclass(frozen=True, slots=True)
class GenerateRsa(Statement):
    """`execute vpn certificate local generate rsa NAME SIZE SUBJECT ...`: a key and a request (certificates, 1.1)."""

    name: str
    key_size: str
    subject: str
    country: str = ""
    state: str = ""
    city: str = ""
    organization: str = ""
    units: str = ""
    email: str = ""
    subject_alt_name: str = ""
    url: str = ""
    challenge: str = ""
    source_ip: str = ""
    ca_identifier: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True)
class GenerateEc(Statement):
    """`execute vpn certificate local generate ec NAME CURVE SUBJECT ...`: as rsa, on a curve (certificates, 1.3)."""

    name: str
    curve: str
    subject: str
    country: str = ""
    state: str = ""
    city: str = ""
    organization: str = ""
    units: str = ""
    email: str = ""
    subject_alt_name: str = ""
    url: str = ""
    challenge: str = ""
    source_ip: str = ""
    ca_identifier: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True)
class ImportCaAuto(Statement):
    """`execute vpn certificate ca import auto URL ...`: fetches CA certificates by SCEP (certificates, 2.1)."""

    url: str
    ca_identifier: str = ""
    source_ip: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Alias(Statement):
    """`alias rt`: the commands that have been given that name."""

    name: str


@dataclass(frozen=True, slots=True)
class ExecuteDate(Statement):
    """`execute date [YYYY-MM-DD]`: shows or sets the date."""

    date: str = ""


@dataclass(frozen=True, slots=True)
class ExecuteTime(Statement):
    """`execute time [HH:MM:SS]`: shows or sets the time."""

    time: str = ""

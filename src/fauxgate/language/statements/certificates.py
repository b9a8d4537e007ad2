"""Certificates that come and go as files, by way of a TFTP server (certificates, 2.1)."""

from dataclasses import dataclass

from fauxgate.language.statements.base import Statement


@dataclass(frozen=True, slots=True)
class ExportCaTftp(Statement):
    """`execute vpn certificate ca export tftp NAME FILE SERVER`: leaves a CA certificate on a server."""

    name: str
    file_name: str
    server: str


@dataclass(frozen=True, slots=True)
class ExportLocalTftp(Statement):
    """`execute vpn certificate local export tftp NAME cer|csr|p12 FILE SERVER [PASSWORD]`: leaves one of ours."""

    name: str
    kind: str
    file_name: str
    server: str
    password: str = ""


@dataclass(frozen=True, slots=True)
class ExportRemoteTftp(Statement):
    """`execute vpn certificate remote export tftp NAME FILE SERVER`: leaves another party's certificate."""

    name: str
    file_name: str
    server: str


@dataclass(frozen=True, slots=True)
class ImportCaBundle(Statement):
    """`execute vpn certificate ca import bundle FILE SERVER`: fetches the CA certificates in one file."""

    file_name: str
    server: str


@dataclass(frozen=True, slots=True)
class ImportCaTftp(Statement):
    """`execute vpn certificate ca import tftp FILE SERVER`: fetches a CA certificate."""

    file_name: str
    server: str


@dataclass(frozen=True, slots=True)
class ImportCrlAuto(Statement):
    """`execute vpn certificate crl import auto NAME`: fetches a revocation list again."""

    name: str


@dataclass(frozen=True, slots=True)
class ImportCrlTftp(Statement):
    """`execute vpn certificate crl import tftp FILE SERVER`: fetches a revocation list from a file."""

    file_name: str
    server: str


@dataclass(frozen=True, slots=True)
class ImportLocalTftp(Statement):
    """`execute vpn certificate local import tftp FILE SERVER [cer|p12 [PASSWORD]]`: fetches one of ours."""

    file_name: str
    server: str
    kind: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True)
class ImportRemoteTftp(Statement):
    """`execute vpn certificate remote import tftp FILE SERVER`: fetches another party's certificate."""

    file_name: str
    server: str


@dataclass(frozen=True, slots=True)
class VerifyLocal(Statement):
    """`execute vpn certificate local verify NAME`: whether a certificate is good."""

    name: str

"""`execute vpn certificate ... import|export|verify`: certificates as files, by way of a TFTP server.

Inferred: `Done.`, which a relative of the appliance prints (fortios-certificates.md 1.5).
"""

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.device.certificate_tables import LOCAL
from fauxgate.language import statements

PKCS12, REQUEST = "p12", "csr"
DONE = "Done."
CA = ("vpn", "certificate", "ca")
REMOTE = ("vpn", "certificate", "remote")


@handles(statements.ExportCaTftp)
def export_ca_tftp(console: Console, statement: statements.ExportCaTftp) -> Answer:
    """Leave a CA certificate on a server."""
    console.realm.certificate_files.export(CA, statement.name, "ca", statement.file_name, statement.server)
    yield DONE


@handles(statements.ExportLocalTftp)
def export_local_tftp(console: Console, statement: statements.ExportLocalTftp) -> Answer:
    """Leave one of our certificates on a server: alone, with its key, or only the request."""
    files = console.realm.certificate_files
    if statement.kind == PKCS12:
        files.export_pkcs12(statement.name, statement.file_name, statement.server, statement.password)
    else:
        option = "csr" if statement.kind == REQUEST else "certificate"
        files.export(LOCAL, statement.name, option, statement.file_name, statement.server)
    yield DONE


@handles(statements.ExportRemoteTftp)
def export_remote_tftp(console: Console, statement: statements.ExportRemoteTftp) -> Answer:
    """Leave another party's certificate on a server."""
    console.realm.certificate_files.export(REMOTE, statement.name, "remote", statement.file_name, statement.server)
    yield DONE


@handles(statements.ImportCaBundle)
def import_ca_bundle(console: Console, statement: statements.ImportCaBundle) -> Answer:
    """Fetch the CA certificates in a file and store each as the next free `CA_Cert_N`."""
    console.realm.certificate_files.import_ca_bundle(statement.file_name, statement.server)
    yield DONE


@handles(statements.ImportCaTftp)
def import_ca_tftp(console: Console, statement: statements.ImportCaTftp) -> Answer:
    """Fetch a CA certificate and store it as the next free `CA_Cert_N`."""
    console.realm.certificate_files.import_ca(statement.file_name, statement.server)
    yield DONE


@handles(statements.ImportCrlAuto)
def import_crl_auto(console: Console, statement: statements.ImportCrlAuto) -> Answer:
    """Fetch a revocation list by SCEP. Inferred: nothing is printed when it goes well, as for `ca import auto`."""
    console.realm.crl_import.run(statement.name)
    yield from ()


@handles(statements.ImportCrlTftp)
def import_crl_tftp(console: Console, statement: statements.ImportCrlTftp) -> Answer:
    """Fetch a revocation list and store it as the next free `CRL_N`."""
    console.realm.certificate_files.import_crl(statement.file_name, statement.server)
    yield DONE


@handles(statements.ImportLocalTftp)
def import_local_tftp(console: Console, statement: statements.ImportLocalTftp) -> Answer:
    """Fetch the certificate for a request, or one with its key."""
    files = console.realm.certificate_files
    if statement.kind == PKCS12:
        files.import_pkcs12(statement.file_name, statement.server, statement.password)
    else:
        files.import_local(statement.file_name, statement.server)
    yield DONE


@handles(statements.ImportRemoteTftp)
def import_remote_tftp(console: Console, statement: statements.ImportRemoteTftp) -> Answer:
    """Fetch another party's certificate and store it as the next free `REMOTE_Cert_N`."""
    console.realm.certificate_files.import_remote(statement.file_name, statement.server)
    yield DONE


@handles(statements.VerifyLocal)
def verify_local(console: Console, statement: statements.VerifyLocal) -> Answer:
    """Verify a certificate. Inferred: what is printed."""
    from fauxgate.device.verification import verify  # noqa: PLC0415 - see device/appliance.py

    found = verify(console.realm, statement.name, console.appliance.clock.now())
    yield from (f"Issuer found: {name}" for name in found.chain)
    yield f"The certificate is valid to {found.valid_to:%Y-%m-%d %H:%M:%S}  GMT."

"""`fauxgate ca`: each command takes the parsed arguments and gives the exit code; `ca_serve` has the longest one."""

import argparse
import base64
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from fauxgate.app import ca_serve
from fauxgate.ca import settings, state_directory
from fauxgate.ca.administration import Administration, handed_over
from fauxgate.ca.challenges import hashed
from fauxgate.ca.entries import Kind
from fauxgate.ca.errors import RequestUnreadable, StateDirectoryUnusable
from fauxgate.ca.faults import ALL
from fauxgate.ca.register import Record
from fauxgate.device.clock import WallClock
from fauxgate.errors import UserError
from fauxgate.pki import certificates, crls, names
from fauxgate.pki.crls import Reason
from fauxgate.pki.requests import CertificateRequest

DONE, REFUSED = 0, 1
_NOW = WallClock().now
_PASSWORD_SIZE = 12

Command = Callable[[argparse.Namespace], int]


def told(command: Command) -> Command:
    """The command, such that a person's mistake is told in one line and makes the exit code 1."""

    def run(options: argparse.Namespace) -> int:
        try:
            return command(options)
        except UserError as error:
            print("fauxgate:", *error.message(), file=sys.stderr)
            return REFUSED

    return run


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[Administration]:
    """The counter of the authority in the state directory."""
    passphrase_file = Path(options.passphrase_file) if options.passphrase_file else None
    with closing(state_directory.find(Path(options.state), passphrase_file, os.urandom)) as register:
        kept = settings.load(register)
        if kept is None:
            raise StateDirectoryUnusable(options.state, "no authority was ever served from here")
        yield Administration(settings.authority(kept, register, now=_NOW, random=os.urandom))


def list_(options: argparse.Namespace) -> int:
    """The requests that came, or those that are expected."""
    with opened(options) as counter:
        lines = _expected(counter) if options.enrollment_requests else _came(counter)
        print(*lines, sep="\n")
    return DONE


def approve(options: argparse.Namespace) -> int:
    """Issue for a pending request."""
    with opened(options) as counter:
        return _said(counter.approve(options.id))


def reject(options: argparse.Namespace) -> int:
    """Refuse a pending request."""
    with opened(options) as counter:
        return _said(counter.reject(options.id, " ".join(options.reason)))


def reset(options: argparse.Namespace) -> int:
    """Forget how a request was decided."""
    with opened(options) as counter:
        print(f"Request {counter.reset(options.id).id} is forgotten; the client may ask anew.")
    return DONE


def issue(options: argparse.Namespace) -> int:
    """Issue for a request in a file; the certificate goes to standard output."""
    request = _request(options.file)
    with opened(options) as counter:
        record = counter.issue(request)
    if record.certificate is None:
        print(f"fauxgate: not issued: {record.reason}", file=sys.stderr)
        return REFUSED
    print(certificates.to_pem(record.certificate))
    return DONE


def enrollment_request(options: argparse.Namespace) -> int:
    """Say beforehand who may enroll; a password that is made is shown once."""
    made = "" if options.default_password or options.password else _new_password()
    password = options.password or made
    try:
        with opened(options) as counter:
            entry = counter.expect(
                Kind(options.kind),
                options.subject,
                challenge=hashed(password, os.urandom) if password else None,
                one_time=options.one_time,
                expires=None if options.hours is None else _NOW() + timedelta(hours=options.hours),
                renewable_days=options.renewable_days,
            )
    except names.InvalidName:
        print(f"fauxgate: '{options.subject}' is no name like /O=Example/OU=Sales", file=sys.stderr)
        return REFUSED
    print(f"Enrollment request {entry.id} is made.")
    if made:
        print(f"Challenge password, shown only now: {made}")
    return DONE


def revoke(options: argparse.Namespace) -> int:
    """Revoke a certificate."""
    with opened(options) as counter:
        return _said(counter.revoke(options.serial_number, Reason(options.reason)))


def crl(options: argparse.Namespace) -> int:
    """Print the revocation list."""
    with opened(options) as counter:
        print(crls.to_pem(counter.revocation_list().der))
    return DONE


def log(options: argparse.Namespace) -> int:
    """Print what happened."""
    with opened(options) as counter:
        for line in counter.log():
            request = "" if line.request is None else f"request {line.request}"
            print(f"{line.moment:%Y-%m-%d %H:%M:%S}  {request:<12}{line.what:<12}{line.detail}".rstrip())
    return DONE


def rollover(options: argparse.Namespace) -> int:
    """Make the next authority, or let it issue."""
    with opened(options) as counter:
        if options.begin:
            counter.begin_next()
            print("The next authority issues from now on.")
        else:
            counter.prepare_next()
            print("The next authority is made; GetNextCACert tells its certificate.")
    return DONE


def faults(_options: argparse.Namespace) -> int:
    """List the ways to misbehave."""
    width = max(map(len, ALL)) + 2
    for name, fault in ALL.items():
        print(f"{name:<{width}}{fault.summary}")
    return DONE


def _came(counter: Administration) -> Iterator[str]:
    yield f"{'ID':<6}{'State':<11}{'Polls':<7}{'Received':<21}{'Serial number':<18}Subject"
    for record in counter.requests():
        number = "-" if record.serial_number is None else f"{record.serial_number:016x}"
        reason = f"  ({record.reason})" if record.reason else ""
        row = (
            f"{record.id:<6}{record.state.value:<11}{record.polls:<7}{record.received:%Y-%m-%d %H:%M:%S}  {number:<18}"
        )
        yield f"{row}{record.subject}{reason}"


def _expected(counter: Administration) -> Iterator[str]:
    yield f"{'ID':<6}{'Type':<10}{'Password':<10}{'One-time':<10}{'Uses':<6}{'Expires':<18}Subject"
    for entry in counter.expected():
        expires = "never" if entry.expires is None else f"{entry.expires:%Y-%m-%d %H:%M}"
        password = "default" if entry.challenge is None else "own"
        one_time = "yes" if entry.one_time else "no"
        row = f"{entry.id:<6}{entry.kind.value:<10}{password:<10}{one_time:<10}{entry.uses:<6}{expires:<18}"
        yield f"{row}{entry.subject}"


def _said(record: Record) -> int:
    because = f": {record.reason}" if record.reason else ""
    number = "" if record.serial_number is None else f" (serial number {record.serial_number:016x})"
    print(f"Request {record.id} is {record.state.value}{number}{because}.")
    return DONE


def _request(name: str) -> CertificateRequest:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise RequestUnreadable(name, error.strerror or str(error)) from error
    return handed_over(name, content)


def _new_password() -> str:
    return base64.b32encode(os.urandom(_PASSWORD_SIZE)).decode("ascii").rstrip("=").lower()


COMMANDS: Mapping[str, Command] = {
    "serve": told(ca_serve.serve),
    "list": told(list_),
    "approve": told(approve),
    "reject": told(reject),
    "reset": told(reset),
    "issue": told(issue),
    "enrollment-request": told(enrollment_request),
    "revoke": told(revoke),
    "crl": told(crl),
    "log": told(log),
    "rollover": told(rollover),
    "faults": told(faults),
}

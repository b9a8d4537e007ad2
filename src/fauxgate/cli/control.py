"""The control words, typed with a leading `:`: the authority, which is not the appliance's own, and what there is."""

import re
from pathlib import PurePosixPath

from fauxgate.cli.clock import shown
from fauxgate.cli.console import Answer, Console
from fauxgate.cli.controls import AuthorityRequest, FileRefused
from fauxgate.cli.coverage import coverage_for
from fauxgate.cli.handlers import handles
from fauxgate.device import arguments
from fauxgate.device.transfer import TransferFailure
from fauxgate.errors import UserError
from fauxgate.language import statements
from fauxgate.language.grammar import control_words

AUTHORITY = "ca.test"
"""Whose file server is meant: whatever server is named, it is the one there is."""

AUTHORITIES_FILE = "ca.cer"


class RequestNotThere(UserError):
    """A request that is not on the file server."""

    def __init__(self, name: str, reason: TransferFailure) -> None:
        super().__init__()
        self.name = name
        self.reason = reason

    def message(self) -> tuple[str, ...]:
        """One line, with the way out."""
        if self.reason is TransferFailure.UNREACHABLE:
            return (f"{self.name}: no TFTP server answers; start with --files DIR to have one.",)
        leave = f"execute vpn certificate local export tftp NAME csr {self.name} SERVER"
        return (f"{self.name}: {self.reason.value}; leave it there with `{leave}`.",)


class NumberExpected(UserError):
    """A word where the number of a request belongs."""

    def __init__(self, word: str) -> None:
        self.word = word

    def message(self) -> tuple[str, ...]:
        """One line, with the way out."""
        return (f"'{self.word}' is not the number of a request; `:ca list` shows them.",)


@handles(statements.ControlCaList)
def control_ca_list(console: Console, _statement: statements.ControlCaList) -> Answer:
    """Print the authority's register, a line for each request."""
    requests = console.controls.requests()
    if not requests:
        yield "The authority has no requests."
        return
    yield f"{'ID':<4}{'State':<10}{'Polls':<7}{'Serial number':<19}Subject"
    for request in requests:
        row = f"{request.number:<4}{request.state:<10}{request.polls:<7}{request.serial_number or '-':<19}"
        yield f"{row}{request.subject}"


@handles(statements.ControlCaApprove)
def control_ca_approve(console: Console, statement: statements.ControlCaApprove) -> Answer:
    """Issue the certificate of a pending request; the appliance gets it at its next poll."""
    request = console.controls.approve(_number(statement.id))
    yield f"Request {request.number} is {request.state}{_because(request)}; {_AT_NEXT_POLL}{_next_due(console)}."


@handles(statements.ControlCaIssue)
def control_ca_issue(console: Console, statement: statements.ControlCaIssue) -> Answer:
    """Issue for a request on the TFTP server, and leave the certificate and the authority's own there."""
    servers = console.appliance.outside.file_servers
    request = arguments.file_name(statement.file)
    content = servers.read(AUTHORITY, request)
    if isinstance(content, TransferFailure):
        raise RequestNotThere(request, content)
    issued = console.controls.issue(request, content)
    if not issued.certificate:
        yield f"Request {issued.request.number} is {issued.request.state}{_because(issued.request)}."
        return
    name = str(PurePosixPath(request).with_suffix(".cer"))
    for file, text in ((name, issued.certificate), (AUTHORITIES_FILE, issued.authorities)):
        failure = servers.write(AUTHORITY, file, text.encode())
        if failure is not None:
            raise FileRefused(file, failure.value)
    yield f"Request {issued.request.number} is issued, for {issued.request.subject}."
    yield f"On the TFTP server: {name} is the certificate, {AUTHORITIES_FILE} the authority's own."


@handles(statements.ControlCaReject)
def control_ca_reject(console: Console, statement: statements.ControlCaReject) -> Answer:
    """Refuse a pending request; the appliance learns it at its next poll."""
    request = console.controls.reject(_number(statement.id), " ".join(statement.reason))
    yield f"Request {request.number} is {request.state}{_because(request)}; {_AT_NEXT_POLL}{_next_due(console)}."


@handles(statements.ControlCaFault)
def control_ca_fault(console: Console, statement: statements.ControlCaFault) -> Answer:
    """Let the authority misbehave."""
    number = _number(statement.id) if statement.id else None
    yield f"{console.controls.fault(statement.name, number)}."


@handles(statements.ControlCoverage)
def control_coverage(console: Console, statement: statements.ControlCoverage) -> Answer:
    """List what is modelled, kept, stubbed and unknown, and count it."""
    yield from coverage_for(console).about(statement.topic).lines()


@handles(statements.ControlHelp)
def control_help(_console: Console, _statement: statements.ControlHelp) -> Answer:
    """List the control words."""
    words = control_words()
    width = max(len(form) for form, _ in words) + 4
    yield from (f"{form:<{width}}{sentence}" for form, sentence in words)


_AT_NEXT_POLL = "the appliance learns it at its next poll"


def _because(request: AuthorityRequest) -> str:
    return f" ({request.reason})" if request.reason else ""


def _number(word: str) -> int:
    # No register has more requests than nine digits count, and Python refuses to read thousands of them.
    if not re.fullmatch(r"[0-9]{1,9}", word):
        raise NumberExpected(word)
    return int(word)


def _next_due(console: Console) -> str:
    due = console.appliance.jobs.next_due()
    return "" if due is None else f", due {shown(due)}"

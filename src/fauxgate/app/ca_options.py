"""The arguments of `fauxgate ca`. What runs them is imported when one of them was chosen."""

import argparse
import re
from collections.abc import Callable

# The names of ca.settings.Approval, ca.hierarchy.Ra, scep.issuer.Unenvelopable and pki.crls.Reason, which the prompt
# does not wait for; tests keep them the same.
APPROVALS = ("automatic", "manual", "listed", "listed-or-manual")
REGISTRATION_AUTHORITIES = ("none", "one", "split")
EC_REQUESTERS = ("refuse", "password", "decide")
REASONS = ("unspecified", "keyCompromise", "affiliationChanged", "superseded", "cessationOfOperation")
KINDS = ("regular", "wildcard")
_SERVE = """Answers SCEP requests on every path, as /app/cert/scep/, until it is interrupted. Everything is kept in DIR:
a new authority is made there the first time, and the options of how it decides stay as they were given last."""


def add(ca: argparse.ArgumentParser) -> None:
    """Add the commands of the authority."""
    commands = ca.add_subparsers(metavar="COMMAND", required=True)
    _add_serve(commands.add_parser("serve", help="answer SCEP requests", description=_SERVE))
    listing = _command(commands, "list", "list the requests that came")
    listing.add_argument("--enrollment-requests", action="store_true", help="list who may enroll instead")
    approve = _command(commands, "approve", "issue for a pending request")
    approve.add_argument("id", type=_number, metavar="ID", help="its number in the list")
    reject = _command(commands, "reject", "refuse a pending request")
    reject.add_argument("id", type=_number, metavar="ID", help="its number in the list")
    reject.add_argument("reason", metavar="REASON", nargs="*", help="why, for the list")
    reset = _command(commands, "reset", "forget how a request was decided, for a client that lost its key")
    reset.add_argument("id", type=_number, metavar="ID", help="its number in the list")
    issue = _command(commands, "issue", "issue for a PKCS#10 request and print the certificate")
    issue.add_argument("file", metavar="FILE", help="the request, PEM or DER; - for standard input")
    _add_enrollment_request(_command(commands, "enrollment-request", "say beforehand who may enroll"))
    revoke = _command(commands, "revoke", "revoke a certificate")
    revoke.add_argument("serial_number", type=_serial_number, metavar="SERIAL", help="its number, in hexadecimal")
    revoke.add_argument("--reason", choices=REASONS, default=REASONS[0], help="why")
    _command(commands, "crl", "print the revocation list")
    _command(commands, "log", "print what happened")
    rollover = _command(commands, "rollover", "make the next authority, which GetNextCACert tells")
    rollover.add_argument("--begin", action="store_true", help="let it issue from now on")
    faults = commands.add_parser("faults", help="list the ways to misbehave on request")
    faults.set_defaults(run=_lazily("faults"))


def add_fault_options(group: "argparse._ArgumentGroup | argparse.ArgumentParser", prefix: str) -> None:
    """`--fault` and `--seed`, or `--ca-fault` and `--ca-seed`."""
    group.add_argument(
        f"--{prefix}fault",
        type=_fault,
        default="",
        metavar="NAME",
        help="misbehave so; `fauxgate ca faults` lists the names",
    )
    group.add_argument(
        f"--{prefix}seed", type=_number, default=0, metavar="N", help="what a fault's random bytes are made from"
    )


def _add_serve(serve: argparse.ArgumentParser) -> None:
    _add_state(serve)
    serve.set_defaults(run=_lazily("serve"))
    serve.add_argument("--listen", type=_address, default=("127.0.0.1", 8080), metavar="HOST:PORT", help="where")
    made = serve.add_argument_group("a new authority; of an old one they cannot be changed")
    made.add_argument("--subject", metavar="DN", help="its name, as /C=NL/O=Example/CN=Example CA")
    made.add_argument(
        "--intermediate", action="store_true", default=None, help="issue with a certificate below the root"
    )
    made.add_argument(
        "--ra",
        choices=REGISTRATION_AUTHORITIES,
        help="registration authorities: one, or one to sign and one to encrypt for",
    )
    decides = serve.add_argument_group("how it decides; kept until the next time")
    decides.add_argument(
        "--approval",
        choices=APPROVALS,
        help="by the default challenge password; by a person; by enrollment requests; by those, and others by a person",
    )
    decides.add_argument(
        "--challenge", metavar="PASSWORD", help="the default challenge password; made and shown once if there is none"
    )
    decides.add_argument("--pending", type=_number, metavar="N", help="answer PENDING N times first")
    decides.add_argument("--days", type=_number, metavar="N", help="how long certificates are valid (365)")
    decides.add_argument("--ca-days", type=_number, metavar="N", help="and the authority's own (3650)")
    decides.add_argument("--crl-days", type=_number, metavar="N", help="and revocation lists (7)")
    decides.add_argument("--crl-url", metavar="URL", help="where certificates say that the list is")
    decides.add_argument(
        "--renewal-days", type=_number, metavar="N", help="renew without a password only N days before the end"
    )
    decides.add_argument(
        "--revoke-on-renewal",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="revoke the old certificate then",
    )
    decides.add_argument(
        "--ec",
        choices=EC_REQUESTERS,
        help="requesters with an EC key: refuse, encrypt with the password (RFC 8894, 3.1), or SUCCESS with no content",
    )
    now = serve.add_argument_group("this time only")
    now.add_argument("--legacy", action="store_true", help="read DES and MD5 as well")
    add_fault_options(now, "")


def _add_enrollment_request(command: argparse.ArgumentParser) -> None:
    command.add_argument("kind", choices=KINDS, help="for one subject, or for every one with these fields")
    command.add_argument("subject", metavar="DN", help="the subject or the fields, as /O=Example/OU=Sales")
    password = command.add_mutually_exclusive_group()
    password.add_argument(
        "--password", metavar="PASSWORD", help="its challenge password; made and shown once if not given"
    )
    password.add_argument("--default-password", action="store_true", help="the default challenge password is enough")
    command.add_argument("--one-time", action="store_true", help="good for one certificate")
    command.add_argument("--hours", type=_number, metavar="N", help="good for N hours")
    command.add_argument("--renewable-days", type=_number, metavar="N", help="renewable N days before the end")


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, sentence: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=sentence, description=f"{sentence[0].upper()}{sentence[1:]}.")
    _add_state(command)
    command.set_defaults(run=_lazily(name))
    return command


def _add_state(command: argparse.ArgumentParser) -> None:
    command.add_argument("--state", required=True, metavar="DIR", help="the directory that the authority lives in")
    command.add_argument(
        "--passphrase-file", metavar="FILE", help="the passphrase of its keys (default: DIR/passphrase, made with them)"
    )


def _lazily(name: str) -> Callable[[argparse.Namespace], int]:
    def run(options: argparse.Namespace) -> int:
        from fauxgate.app.ca_commands import COMMANDS  # noqa: PLC0415 - see the head of this module

        return COMMANDS[name](options)

    return run


def _fault(text: str) -> str:
    if not text:
        return text
    # The faults need most of cryptography, which nobody waits for who chooses none.
    from fauxgate.ca.faults import ALL  # noqa: PLC0415

    if text not in ALL:
        raise argparse.ArgumentTypeError(f"there is no fault '{text}'; `fauxgate ca faults` lists them")
    return text


def _number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise argparse.ArgumentTypeError(f"'{text}' is no number up to 999999")
    return int(text)


def _serial_number(text: str) -> int:
    if not re.fullmatch(r"[0-9A-Fa-f:]{1,64}", text):
        raise argparse.ArgumentTypeError(f"'{text}' is no hexadecimal number")
    return int(text.replace(":", ""), 16)


def _address(text: str) -> tuple[str, int]:
    host, colon, port = text.rpartition(":")
    if not colon or not host or not re.fullmatch(r"[0-9]{1,5}", port) or int(port) > 65535:
        raise argparse.ArgumentTypeError(f"'{text}' is no address like 127.0.0.1:8080")
    return host.strip("[]"), int(port)

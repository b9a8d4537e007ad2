"""`fauxgate ca serve`: the authority behind a listener, until it is interrupted or told to terminate."""

import argparse
import base64
import os
import signal
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from fauxgate.ca import settings, state_directory
from fauxgate.ca.authority import Authority
from fauxgate.ca.challenges import hashed
from fauxgate.ca.errors import SettingRefused
from fauxgate.ca.faults import FaultBook
from fauxgate.ca.faults.misbehaving import MisbehavingResponder
from fauxgate.ca.register_sqlite import SqliteRegister
from fauxgate.ca.settings import Settings
from fauxgate.device.clock import WallClock
from fauxgate.network.listener import Listener
from fauxgate.pki import certificates, names
from fauxgate.pki.algorithms import LEGACY
from fauxgate.scep import events
from fauxgate.scep.events import Event
from fauxgate.scep.profiles import RFC8894_SERVER

DONE = 0
DEFAULT_SUBJECT = "/C=NL/O=Fauxgate/CN=Fauxgate CA"
CERTIFICATES = "ca.pem"
_FIXED = ("subject", "intermediate", "ra")
_KEPT = (
    "approval",
    "pending",
    "days",
    "ca_days",
    "crl_days",
    "crl_url",
    "renewal_days",
    "revoke_on_renewal",
    "ec",
)
_PASSWORD_SIZE = 12
_NOW = WallClock().now


def serve(options: argparse.Namespace) -> int:
    """Answer until it is interrupted."""
    passphrase_file = Path(options.passphrase_file) if options.passphrase_file else None
    with closing(state_directory.create(Path(options.state), passphrase_file, os.urandom)) as register:
        made = settings.authority(_settled(options, register), register, now=_NOW, random=os.urandom)
        _write_certificates(Path(options.state), made)
        _listen(options, made)
    return DONE


def _listen(options: argparse.Namespace, authority: Authority) -> None:
    book = FaultBook(authority, seed=options.seed, now=_NOW)
    if options.fault:
        book.choose(options.fault)
    profile = replace(RFC8894_SERVER, suite=LEGACY) if options.legacy else RFC8894_SERVER
    responder = MisbehavingResponder(authority, os.urandom, book, profile)
    host, port = options.listen
    try:
        listener = Listener(responder, _NOW, host, port, _tell)
    except OSError as error:
        raise SettingRefused(f"cannot listen at {host}:{port}: {error.strerror}") from error
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: ended.set())
    with listener:
        print(f"Listening at {listener.url}/app/cert/scep/", flush=True)
        ended.wait()


def _tell(event: Event) -> None:
    moment = f"{_NOW():%Y-%m-%d %H:%M:%S}"
    match event:
        case events.RequestAnswered(transaction_id=transaction, status=status, fail_info=fail_info):
            because = "" if fail_info is None else f" ({fail_info.name})"
            shown = transaction if transaction.isprintable() else repr(transaction)
            print(f"{moment}  {status.name}{because}  {shown}", flush=True)
        case events.RequestRejected(status=status, reason=reason):
            print(f"{moment}  HTTP {status}  {reason}", flush=True)


def _settled(options: argparse.Namespace, register: SqliteRegister) -> Settings:
    """What was written down, with what the arguments change in it, written down again."""
    with register.transaction():
        kept = settings.load(register)
        for name in _FIXED if kept is not None else ():
            wanted = getattr(options, name)
            if wanted is not None and wanted != getattr(kept, name):
                raise SettingRefused(f"the authority in {options.state} has another {name}: {getattr(kept, name)}")
        given = {name: value for name in (*_FIXED, *_KEPT) if (value := getattr(options, name)) is not None}
        settled = replace(kept, **given) if kept is not None else Settings(**{"subject": DEFAULT_SUBJECT, **given})
        try:
            names.parse(settled.subject)
        except names.InvalidName as error:
            raise SettingRefused(f"'{settled.subject}' is no name like {DEFAULT_SUBJECT}") from error
        settled = replace(settled, challenge=_challenge(options.challenge, settled.challenge))
        settings.save(register, settled)
        return settled


def _challenge(given: str | None, kept: str) -> str:
    if given is None and kept:
        return kept
    made = base64.b32encode(os.urandom(_PASSWORD_SIZE)).decode("ascii").rstrip("=").lower()
    if given is None:
        print(f"Default challenge password, shown only now: {made}", flush=True)
    return hashed(given or made, os.urandom)


def _write_certificates(directory: Path, authority: Authority) -> None:
    """The authority's certificates, for those who must trust them."""
    text = "\n".join(map(certificates.to_pem, authority.generations.current().certificates))
    (directory / CERTIFICATES).write_text(f"{text}\n", "ascii")

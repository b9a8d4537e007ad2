"""The built-in authority as one process has it: made when it is first needed, and reached over real HTTP."""

import argparse
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from fauxgate.cli.controls import AuthorityRequest, IssuedFiles

if TYPE_CHECKING:
    from fauxgate.app.session_authority import KeptAuthority
    from fauxgate.ca.administration import Administration
    from fauxgate.ca.authority import Authority
    from fauxgate.ca.faults import FaultBook
    from fauxgate.ca.register import Record, Register
    from fauxgate.ca.reviewers import Reviewer
    from fauxgate.network.listener import Listener
    from fauxgate.pki.keys import PrivateKey

HOST, PORT = "ca.test", 80

DIRECTORY = "authority"
"""Its part of the state directory."""


class BuiltInAuthority:
    """An authority behind a listener on a free port of this machine; also the `Controls` of the command line.

    Its key and its socket exist only once somebody enrolls, so the prompt waits for neither.
    """

    def __init__(
        self,
        make: Callable[[], "Authority"],
        random: Callable[[int], bytes],
        now: Callable[[], datetime],
        *,
        fault: str = "",
        seed: int = 0,
        identifier: str = "",
    ) -> None:
        self._make = make
        self._random = random
        self._now = now
        self._fault = fault
        self._seed = seed
        self._identifier = identifier
        self._lock = threading.Lock()
        self._listener: Listener | None = None

    @cached_property
    def authority(self) -> "Authority":
        """The authority itself."""
        return self._make()

    @cached_property
    def administration(self) -> "Administration":
        """The counter at which it is run."""
        from fauxgate.ca.administration import Administration  # noqa: PLC0415 - see the class

        return Administration(self.authority)

    @cached_property
    def book(self) -> "FaultBook":
        """How it misbehaves."""
        from fauxgate.ca.faults import FaultBook  # noqa: PLC0415 - see the class

        book = FaultBook(self.authority, seed=self._seed, now=self._now)
        if self._fault:
            book.choose(self._fault)
        return book

    def url(self) -> str:
        """Where it listens; starts it on the first call."""
        from fauxgate.ca.faults.misbehaving import MisbehavingResponder  # noqa: PLC0415 - see the class
        from fauxgate.network.listener import Listener  # noqa: PLC0415 - the same
        from fauxgate.scep.profiles import FORTIAUTHENTICATOR  # noqa: PLC0415 - the same

        with self._lock:
            if self._listener is None:
                profile = replace(FORTIAUTHENTICATOR, ca_identifier=self._identifier)
                responder = MisbehavingResponder(self.authority, self._random, self.book, profile)
                self._listener = Listener(responder, self._now)
                # Its key is made now: no client's patience is to be spent on that.
                _ = self.authority.certificate
                self._listener.start()
            return self._listener.url

    def close(self) -> None:
        """Stop listening."""
        if self._listener is not None:
            self._listener.close()
        if "authority" in self.__dict__:
            self.authority.register.close()

    def requests(self) -> Sequence[AuthorityRequest]:
        """Every request so far, oldest first."""
        return [_shown(record) for record in self.administration.requests()]

    def approve(self, number: int) -> AuthorityRequest:
        """Issue for a pending request."""
        return _shown(self.administration.approve(number))

    def reject(self, number: int, reason: str) -> AuthorityRequest:
        """Refuse a pending request."""
        return _shown(self.administration.reject(number, reason))

    def issue(self, name: str, content: bytes) -> IssuedFiles:
        """Issue for the request in a file."""
        from fauxgate.ca.administration import handed_over  # noqa: PLC0415 - see the class
        from fauxgate.pki import certificates  # noqa: PLC0415 - the same

        record = self.administration.issue(handed_over(name, content))
        own = [certificates.to_pem(der) for der in self.authority.generations.current().authorities]
        issued = "" if record.certificate is None else f"{certificates.to_pem(record.certificate)}\n"
        return IssuedFiles(_shown(record), issued, "".join(f"{text}\n" for text in own))

    def fault(self, name: str, number: int | None) -> str:
        """Misbehave, in one transaction or in all."""
        from fauxgate.ca.errors import UnknownRequest  # noqa: PLC0415 - see the class

        record = None if number is None else self.authority.register.find(number)
        if number is not None and record is None:
            raise UnknownRequest(number)
        self.book.choose(name, "" if record is None else record.transaction_id)
        about = "all requests" if record is None else f"request {record.id}"
        return f"From now on the authority will {self.book.summary(name)}, for {about}"

    def keys(self) -> "Sequence[PrivateKey]":
        """What opens requests; nothing is made for it."""
        if "authority" not in self.__dict__:
            return ()
        recipient = self.authority.ra_recipient()
        return (self.authority.key, *([recipient.key] if recipient else []))

    def faults(self) -> Sequence[tuple[str, str]]:
        """Every name, and what it means."""
        from fauxgate.ca.faults import ALL  # noqa: PLC0415 - see the class
        from fauxgate.ca.faults.base import Fault, NoFault  # noqa: PLC0415 - the same

        kinds: list[type[Fault]] = [NoFault, *ALL.values()]
        return [(fault.name, fault.summary) for fault in kinds]


def built_in_authority(
    options: argparse.Namespace,
    random: Callable[[int], bytes],
    now: Callable[[], datetime],
    kept: "KeptAuthority | None" = None,
) -> BuiltInAuthority:
    """The authority that the arguments describe; `kept` is where a session file has it."""

    def make() -> "Authority":
        from fauxgate.ca.authority import Authority, Rules  # noqa: PLC0415 - see BuiltInAuthority
        from fauxgate.ca.hierarchy import Ra, Shape  # noqa: PLC0415 - the same
        from fauxgate.ca.issuing import CertificateProfile  # noqa: PLC0415 - the same

        return Authority(
            options.ca_subject,
            reviewer=_reviewer(options),
            register=kept.register(random) if kept else _register(options, random),
            now=now,
            random=random,
            profile=CertificateProfile(),
            rules=Rules(Shape(options.ca_intermediate, Ra(options.ca_ra))),
        )

    return BuiltInAuthority(
        make, random, now, fault=options.ca_fault, seed=options.ca_seed, identifier=options.ca_identifier
    )


def _register(options: argparse.Namespace, random: Callable[[int], bytes]) -> "Register":
    """In the state directory, if there is one, with the keys under a passphrase; otherwise in memory."""
    if options.state and options.keeps_state:
        from fauxgate.ca import state_directory  # noqa: PLC0415 - see BuiltInAuthority

        return state_directory.create(Path(options.state) / DIRECTORY, None, random)
    from fauxgate.ca.memory import MemoryRegister  # noqa: PLC0415 - the same

    return MemoryRegister()


def _reviewer(options: argparse.Namespace) -> "Reviewer":
    from fauxgate.ca.reviewers import AfterPolls, Automatic, Manual  # noqa: PLC0415 - see BuiltInAuthority

    if options.ca_approval == "manual":
        return Manual()
    deciding = Automatic(options.ca_challenge)
    return AfterPolls(options.ca_pending, deciding) if options.ca_pending else deciding


def _shown(record: "Record") -> AuthorityRequest:
    serial_number = "" if record.serial_number is None else f"{record.serial_number:016x}"
    return AuthorityRequest(record.id, record.state.value, record.polls, record.subject, serial_number, record.reason)

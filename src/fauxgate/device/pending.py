"""The enrollments that are under way, in a file, so that another process can continue them.

Their keys and requests are in the configuration; of a renewal, what is to replace them stands here, the key encrypted
as it is there.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from fauxgate.device import records
from fauxgate.device.appliance import Appliance
from fauxgate.device.certificate_tables import LOCAL
from fauxgate.device.realm import Realm
from fauxgate.device.state_files import StateFiles
from fauxgate.model.entry import Entry

if TYPE_CHECKING:
    from fauxgate.device.enrollment import Interrupted
    from fauxgate.scep.client import EnrollmentOrder, Renewed, Waiting

FILE = "pending.json"

# What json gives: every value is looked at as it is used, and what is wrong with it raises one of these.
Kept = Mapping[str, Any]
DAMAGED = (ValueError, KeyError, TypeError, AttributeError)


class KeptEnrollments:
    """Keeps the file in step with the enrollments of an appliance."""

    def __init__(self, appliance: Appliance, files: StateFiles, tell: Callable[[str], None]) -> None:
        self._appliance = appliance
        self._files = files
        self._tell = tell
        self._written = records.encoded("[]\n")

    def read(self) -> None:
        """Continue what was under way."""
        content = self._files.read(FILE)
        if content is None:
            return
        self._written = content
        try:
            kept = json.loads(content)
            for one in kept:
                self._continue(one)
        except DAMAGED:
            self._tell(f"{FILE} is damaged; an enrollment that is missing can be started again")

    def save(self) -> None:
        """Write down what is under way, if that has changed. Raises OSError."""
        # Without a first enrollment there is nothing to load for them.
        realms = [realm for realm in self._appliance.realms if realm.has_enrollments]
        running = [_kept(realm.domain, one) for realm in realms for one in realm.enrollments.interrupted]
        content = records.encoded(json.dumps(running, indent=1) + "\n")
        if content != self._written:
            self._files.replace(FILE, content)
            self._written = content

    def _continue(self, kept: Kept) -> None:
        name = kept["name"]
        realm = next((each for each in self._appliance.realms if each.domain == kept["domain"]), None)
        entry = None if realm is None else realm.configuration.entry(LOCAL, name)
        order = None if realm is None or entry is None else _order(realm, kept, entry)
        if realm is None or order is None:
            self._tell(f"the enrollment of {name} cannot be continued: its key or its request is not there")
            return
        from fauxgate.device.enrollment import Interrupted  # noqa: PLC0415 - see appliance.py

        due = datetime.fromisoformat(kept["due"]) if kept["due"] else None
        waiting = _waiting(kept["waiting"]) if kept["waiting"] else None
        realm.enrollments.go_on(Interrupted(name, order, kept["values"], due, waiting))


def _order(realm: Realm, kept: Kept, entry: Entry) -> "EnrollmentOrder | None":
    """The order; None where the key or the request that it needs cannot be had."""
    from fauxgate.pki import requests  # noqa: PLC0415 - see appliance.py
    from fauxgate.scep.client import EnrollmentOrder  # noqa: PLC0415 - the same

    following = Entry({**entry.values, **kept["values"]})
    key = realm.certificate_files.private_key(following)
    renewed = _renewed(realm, entry) if kept["is_renewal"] else None
    if key is None or (kept["is_renewal"] and renewed is None):
        return None
    try:
        request = requests.from_pem(str(following.values.get("csr", "")))
    except requests.InvalidRequest:
        return None
    return EnrollmentOrder(
        name=kept["name"],
        url=kept["url"],
        key=key,
        request=request.der,
        ca_identifier=kept["ca_identifier"],
        source_ip=kept["source_ip"],
        renewal_of=renewed,
    )


def _renewed(realm: Realm, entry: Entry) -> "Renewed | None":
    from fauxgate.pki import certificates  # noqa: PLC0415 - see appliance.py
    from fauxgate.scep.client import Renewed  # noqa: PLC0415 - the same

    key = realm.certificate_files.private_key(entry)
    try:
        old = certificates.from_pem(str(entry.values.get("certificate", "")))
    except certificates.InvalidCertificate:
        return None
    return None if key is None else Renewed(old.der, key)


def _kept(domain: str, one: "Interrupted") -> Kept:
    waiting = one.waiting
    return {
        "domain": domain,
        "name": one.name,
        "url": one.order.url,
        "ca_identifier": one.order.ca_identifier,
        "source_ip": one.order.source_ip,
        "is_renewal": one.order.renewal_of is not None,
        "values": dict(one.values),
        "due": one.due.isoformat() if one.due and waiting else None,
        "waiting": None
        if waiting is None
        else {
            "transaction_id": waiting.transaction_id,
            "signer": b64encode(waiting.signer).decode(),
            "authorities": [b64encode(each).decode() for each in waiting.authorities],
            "capabilities": sorted(waiting.capabilities),
            "polls": waiting.polls,
        },
    }


def _waiting(kept: Kept) -> "Waiting":
    from fauxgate.scep.client import Waiting  # noqa: PLC0415 - see appliance.py

    return Waiting(
        transaction_id=kept["transaction_id"],
        signer=b64decode(kept["signer"]),
        authorities=tuple(map(b64decode, kept["authorities"])),
        capabilities=frozenset(kept["capabilities"]),
        polls=kept["polls"],
    )

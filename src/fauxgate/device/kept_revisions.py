"""The revisions, in files: `revisions.json` is the list, and `revision-N.conf` the configuration of one of them."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from fauxgate.device import records
from fauxgate.device.appliance import Appliance
from fauxgate.device.revisions import Revision, Revisions
from fauxgate.device.state_files import StateFiles

LIST = "revisions.json"

# What json gives: every value is looked at as it is used, and what is wrong with it raises one of these.
Kept = Mapping[str, Any]
DAMAGED = (ValueError, KeyError, TypeError, AttributeError)


class KeptRevisions:
    """Keeps the files in step with the revisions of an appliance."""

    def __init__(self, appliance: Appliance, files: StateFiles, tell: Callable[[str], None]) -> None:
        self._appliance = appliance
        self._files = files
        self._tell = tell
        self._written: tuple[Revision, ...] = ()
        self._made = 0

    def read(self) -> None:
        """Give the appliance its revisions."""
        content = self._files.read(LIST)
        if content is None:
            return
        try:
            kept = json.loads(content)
            self._written, self._made = tuple(self._revisions(kept["revisions"])), int(kept["made"])
        except DAMAGED:
            self._tell(f"{LIST} is damaged; the revisions are in the files beside it")
        self._appliance.revisions = Revisions(self._written, self._made)

    def save(self) -> None:
        """Write down what has changed: first the configurations, then the list that names them. Raises OSError."""
        revisions = self._appliance.revisions
        if revisions.all == self._written and revisions.made == self._made:
            return
        for revision in revisions.all:
            if revision not in self._written:
                self._files.replace(_name(revision), records.encoded(revision.text))
        content = json.dumps({"made": revisions.made, "revisions": list(map(_kept, revisions.all))}, indent=1)
        self._files.replace(LIST, records.encoded(content + "\n"))
        for revision in self._written:
            if revision not in revisions.all:
                self._files.remove(_name(revision))
        self._written, self._made = revisions.all, revisions.made

    def _revisions(self, kept: list[Kept]) -> Iterator[Revision]:
        for one in kept:
            major, minor, patch = one["release"]
            number = int(one["number"])
            text = self._files.read(f"revision-{number}.conf")
            if text is None:
                self._tell(f"revision {number} has no file and was left out")
                continue
            moment = datetime.fromisoformat(one["moment"])
            release = (int(major), int(minor), int(patch))
            yield Revision(number, moment, one["admin"], release, one["comment"], records.decoded(text))


def _name(revision: Revision) -> str:
    return f"revision-{revision.number}.conf"


def _kept(revision: Revision) -> Kept:
    return {
        "number": revision.number,
        "moment": revision.moment.isoformat(),
        "admin": revision.admin,
        "release": revision.release,
        "comment": revision.comment,
    }

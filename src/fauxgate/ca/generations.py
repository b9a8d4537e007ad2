"""The authority's certificates and keys over time: those that issue, those of before, and those that will follow.

They are kept in the register, made when they are first needed, and read again when another process has changed them.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from fauxgate.ca import hierarchy
from fauxgate.ca.hierarchy import Hierarchy, Shape
from fauxgate.ca.issuing import CertificateProfile
from fauxgate.ca.register import Register


class Generations:
    """The hierarchies in a register; `subject` and `shape` are for those that are made."""

    def __init__(
        self,
        subject: str,
        shape: Shape,
        *,
        register: Register,
        serial_number: Callable[[], int],
        random: Callable[[int], bytes],
        now: Callable[[], datetime],
        profile: CertificateProfile,
    ) -> None:
        self._subject = subject
        self._shape = shape
        self._register = register
        self._serial_number = serial_number
        self._random = random
        self._now = now
        self._profile = profile
        self._known: dict[int, Hierarchy] = {}

    def number(self) -> int:
        """The number of the one that issues."""
        return self._register.generation()

    def current(self) -> Hierarchy:
        """The one that issues; it is made if there is none yet."""
        number = self.number()
        return self._known.get(number) or self.find(number) or self._make(number)

    def following(self) -> Hierarchy | None:
        """The next one, once it is prepared."""
        return self.find(self.number() + 1)

    def others(self) -> Sequence[Hierarchy]:
        """The next one, and those of before."""
        number = self.number()
        found = [self.find(each) for each in (number + 1, *range(number - 1, 0, -1))]
        return [each for each in found if each is not None]

    def prepare(self) -> Hierarchy:
        """Make the next one, if it is not there yet; GetNextCACert tells it from now on."""
        return self.following() or self._make(self.number() + 1)

    def begin_next(self) -> None:
        """Let the next one issue."""
        with self._register.transaction():
            self.prepare()
            self._register.begin_generation(self.number() + 1)
            self._register.outdate_crls()

    def find(self, number: int) -> Hierarchy | None:
        """The one with this number, if it was made."""
        known = self._known.get(number)
        if known is None:
            members = self._register.members(number)
            if not members:
                return None
            known = self._known[number] = Hierarchy.of(members)
        return known

    def _make(self, number: int) -> Hierarchy:
        with self._register.transaction():
            # Another process may have made it since we looked.
            found = self.find(number)
            if found is None:
                members = hierarchy.make(
                    self._subject,
                    self._shape,
                    serial_number=self._serial_number,
                    random=self._random,
                    now=self._now(),
                    profile=self._profile,
                )
                self._register.keep_members(number, members)
                found = self._known[number] = Hierarchy.of(members)
            return found

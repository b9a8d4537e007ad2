"""A lab as it is written (`docs/labs.md`), with the variables of one student filled in."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from fauxgate.lab import pages, solution, variables
from fauxgate.lab.checks import KINDS
from fauxgate.lab.conditions import Condition, condition
from fauxgate.lab.errors import LabInvalid
from fauxgate.lab.pages import Page
from fauxgate.lab.solution import Line

T = TypeVar("T")

DESCRIPTION, SOLUTION, START, FILES = "lab.toml", "solution.conf", "start.conf", "files"
DEFAULT_FIRMWARE, DEFAULT_NOW = "7.4", "2027-03-01T09:00:00"
AUTHORITY = ("approval", "challenge", "identifier", "pending", "intermediate", "ra", "subject", "fault")
"""The settings of the authority: the options of the shell that begin with `--ca-`."""


@dataclass(frozen=True, slots=True)
class Check:
    """One predicate on state or history.

    `fields` say what is looked at; `told` and `missed` are the texts for true and false, the second with `{found}` for
    what was found instead. A `bonus` need not be true for the step to be done.
    """

    id: str
    kind: str
    fields: Mapping[str, Any]
    condition: Condition
    told: str
    missed: str
    weight: int = 1
    bonus: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its page, and what is checked."""

    page: Page
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Lab:
    """One lab for one student.

    `authority` has the settings of the built-in authority; `fault` is the one that the seed has chosen, or empty.
    `files` is the directory that stands for the file servers, if there is one.
    """

    name: str
    title: str
    summary: str
    minutes: int
    firmware: str
    now: str
    seed: int
    fault: str
    faults: tuple[str, ...]
    authority: Mapping[str, str | int | bool]
    values: Mapping[str, str]
    steps: tuple[Step, ...]
    start: tuple[str, ...]
    solution: tuple[Line, ...]
    files: Path | None = field(default=None)

    @property
    def checks(self) -> tuple[Check, ...]:
        """Every check of every step."""
        return tuple(check for step in self.steps for check in step.checks)

    @property
    def points(self) -> int:
        """What all required checks weigh together."""
        return sum(check.weight for check in self.checks if not check.bonus)


def load(folder: Path, seed: int, fault: str | None = None) -> Lab:
    """The lab in a folder, with the variables that a seed draws; `fault` overrules the choice of the seed.

    Raises LabInvalid.
    """
    return _Reading(folder, seed).lab(fault)


class _Reading:
    """Reads one folder; whatever is wrong becomes a LabInvalid that says where."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._seed = seed
        self._values: dict[str, str] = {}

    def lab(self, fault: str | None) -> Lab:
        described = self._toml()
        faults = tuple(str(each.get("name", "")) for each in self._tables(described, "fault"))
        chosen = self._fault(faults, fault)
        own: dict[str, Any] = next((it for it in self._tables(described, "fault") if it["name"] == chosen), {})
        self._draw(described, own, chosen)
        steps = tuple(self._step(each, chosen) for each in self._tables(described, "step"))
        if not steps:
            raise self._wrong(DESCRIPTION, "it has no [[step]]")
        ids = [check.id for step in steps for check in step.checks]
        if len(set(ids)) < len(ids):
            raise self._wrong(DESCRIPTION, "two checks have the same id")
        return Lab(
            name=self._folder.name,
            title=self._text(described, "title"),
            summary=self._text(described, "summary"),
            minutes=int(described.get("minutes", 15)),
            firmware=str(described.get("firmware", DEFAULT_FIRMWARE)),
            now=str(described.get("now", DEFAULT_NOW)),
            seed=self._seed,
            fault=chosen,
            faults=faults,
            authority=self._authority(described, own),
            values=self._values,
            steps=steps,
            start=solution.typed(self._file(START, is_optional=True)),
            solution=self._guarded(SOLUTION, lambda: solution.parse(self._file(SOLUTION), (chosen,))),
            files=self._folder / FILES if (self._folder / FILES).is_dir() else None,
        )

    def _toml(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self._read(DESCRIPTION))
        except tomllib.TOMLDecodeError as error:
            raise self._wrong(DESCRIPTION, str(error)) from error

    def _fault(self, faults: Sequence[str], wanted: str | None) -> str:
        if wanted is not None and wanted not in faults:
            raise self._wrong(DESCRIPTION, f"there is no fault {wanted!r}")
        if wanted is not None or not faults:
            return wanted or ""
        return faults[variables.chosen("fault", len(faults), self._seed)]

    def _draw(self, described: Mapping[str, Any], own: Mapping[str, Any], chosen: str) -> None:
        specifications = {"fault": chosen, **described.get("variables", {}), **own.get("variables", {})}
        self._values = self._guarded(DESCRIPTION, lambda: variables.drawn(specifications, self._seed))

    def _authority(self, described: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, str | int | bool]:
        given = {**described.get("authority", {}), **own.get("authority", {})}
        for name in given:
            if name not in AUTHORITY:
                raise self._wrong(DESCRIPTION, f"the authority has no setting {name!r}")
        return {name: self._fill(DESCRIPTION, it) if isinstance(it, str) else it for name, it in given.items()}

    def _step(self, described: Mapping[str, Any], fault: str) -> Step:
        name = self._text(described, "page")
        page = self._guarded(name, lambda: pages.read(self._file(name)))
        found = [it for it in self._tables(described, "check") if fault in it.get("only", [fault])]
        checks = tuple(self._check(each) for each in found)
        if all(check.bonus for check in checks):
            raise self._wrong(name, "the step has no required check")
        return Step(page, checks)

    def _check(self, described: dict[str, Any]) -> Check:
        own: dict[str, Any] = self._all_filled(described)
        identifier, kind = str(own.pop("id", "")), str(own.pop("kind", ""))
        if not identifier or kind not in KINDS:
            raise self._wrong(DESCRIPTION, f"a check needs an id and a kind: {', '.join(KINDS)}")
        own.pop("only", None)
        place = f"check {identifier}"
        told, missed = self._text(own, "pass", place), self._text(own, "fail", place)
        weight, bonus = int(own.pop("weight", 1)), bool(own.pop("bonus", False))
        del own["pass"], own["fail"]
        stated = self._guarded(place, lambda: condition(own, KINDS[kind].default))
        strange = set(own) - set(KINDS[kind].fields)
        if strange:
            raise self._wrong(place, f"a check of kind {kind} has no field {min(strange)!r}")
        return Check(identifier, kind, own, stated, told, missed, weight, bonus)

    def _all_filled(self, value: Any) -> Any:  # Any: whatever TOML can say
        match value:
            case str():
                return self._fill(DESCRIPTION, value)
            case list():
                return [self._all_filled(each) for each in value]
            case dict():
                return {name: self._all_filled(each) for name, each in value.items()}
        return value

    def _tables(self, described: Mapping[str, Any], name: str) -> Sequence[dict[str, Any]]:
        found = described.get(name, [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise self._wrong(DESCRIPTION, f"{name} is written [[{name}]]")
        return found

    def _text(self, described: Mapping[str, Any], name: str, place: str = DESCRIPTION) -> str:
        found = described.get(name)
        if not isinstance(found, str) or not found:
            raise self._wrong(place, f"{name} is missing")
        return self._fill(place, found)

    def _fill(self, place: str, text: str) -> str:
        return self._guarded(place, lambda: variables.filled(text, self._values))

    def _file(self, name: str, *, is_optional: bool = False) -> str:
        if is_optional and not (self._folder / name).exists():
            return ""
        return self._fill(name, self._read(name))

    def _read(self, name: str) -> str:
        try:
            return (self._folder / name).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise self._wrong(name, getattr(error, "strerror", None) or "it is not UTF-8 text") from error

    def _guarded(self, place: str, make: Callable[[], T]) -> T:
        try:
            return make()
        except ValueError as error:
            raise self._wrong(place, str(error)) from error

    def _wrong(self, place: str, reason: str) -> LabInvalid:
        return LabInvalid(self._folder.name, place, reason)

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
HIGHEST = 1_000_000
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
        named = {self._text(each, "name"): each for each in self._tables(described, "fault")}
        faults = tuple(named)
        chosen = self._fault(faults, fault)
        own = named.get(chosen, {})
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
            minutes=self._number(described, "minutes", 15),
            firmware=self._text({"firmware": DEFAULT_FIRMWARE, **described}, "firmware"),
            now=self._text({"now": DEFAULT_NOW, **described}, "now"),
            seed=self._seed,
            fault=chosen,
            faults=faults,
            authority=self._authority(described, own),
            values=self._values,
            steps=steps,
            start=self._guarded(START, lambda: solution.typed(self._file(START, is_optional=True))),
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
        specifications = {"fault": chosen, **self._table(described, "variables"), **self._table(own, "variables")}
        self._values = self._guarded(DESCRIPTION, lambda: variables.drawn(specifications, self._seed))

    def _authority(self, described: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, str | int | bool]:
        given = {**self._table(described, "authority"), **self._table(own, "authority")}
        for name, value in given.items():
            if name not in AUTHORITY or not isinstance(value, str | int | bool):
                raise self._wrong(DESCRIPTION, f"the authority has no setting {name} = {value!r}")
        return {name: self._fill(DESCRIPTION, it) if isinstance(it, str) else it for name, it in given.items()}

    def _step(self, described: Mapping[str, Any], fault: str) -> Step:
        name = self._text(described, "page")
        page = self._guarded(name, lambda: pages.read(self._file(name)))
        found = [it for it in self._tables(described, "check") if fault in self._field(it, "only", list, [fault])]
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
        weight, bonus = self._number(own, "weight", 1, place), self._field(own, "bonus", bool, default=False)
        rest = {name: value for name, value in own.items() if name not in ("pass", "fail", "weight", "bonus")}
        stated = self._guarded(place, lambda: condition(rest, KINDS[kind].default))
        known = KINDS[kind].fields
        for name, value in rest.items():
            if name not in known or not isinstance(value, known[name]):
                raise self._wrong(place, f"a check of kind {kind} has no field {name} = {value!r}")
        return Check(identifier, kind, rest, stated, told, missed, weight, bonus)

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

    def _table(self, described: Mapping[str, Any], name: str) -> dict[str, Any]:
        return self._field(described, name, dict, {})

    def _number(self, described: Mapping[str, Any], name: str, default: int, place: str = DESCRIPTION) -> int:
        found = self._field(described, name, int, default, place)
        if not 0 < found < HIGHEST:
            raise self._wrong(place, f"{name} cannot be {found}")
        return found

    def _field(self, described: Mapping[str, Any], name: str, kind: type[T], default: T, place: str = DESCRIPTION) -> T:
        found = described.get(name, default)
        if not isinstance(found, kind):
            raise self._wrong(place, f"{name} cannot be {found!r}")
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
        if Path(name).name != name:
            # A lab shows nothing but what is in its folder.
            raise self._wrong(name, "it is no name of a file in the lab's folder")
        try:
            return (self._folder / name).read_text("utf-8")
        except (OSError, ValueError) as error:
            raise self._wrong(name, getattr(error, "strerror", None) or "it is not UTF-8 text") from error

    def _guarded(self, place: str, make: Callable[[], T]) -> T:
        try:
            return make()
        except ValueError as error:
            raise self._wrong(place, str(error)) from error

    def _wrong(self, place: str, reason: str) -> LabInvalid:
        return LabInvalid(self._folder.name, place, reason)

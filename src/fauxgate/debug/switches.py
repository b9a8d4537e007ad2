"""The switches of `diagnose debug`: what is on, for how long, and what the commands answer."""

import math
from dataclasses import dataclass, field
from datetime import datetime, timedelta

# fortios-certificates.md 4.1: `Debug messages will be on for 30 minutes.`
_DEFAULT_MINUTES = 30
_CLI_LEVEL = 3


@dataclass(slots=True)
class _Settings:
    levels: dict[str, int] = field(default_factory=dict)
    is_enabled: bool = False
    has_timestamps: bool = False
    minutes: int = _DEFAULT_MINUTES
    until: datetime | None = None


class Switches:
    """The debug switches of one session; every method that depends on the time takes it as `now`."""

    def __init__(self) -> None:
        self._settings = _Settings()

    def set_level(self, application: str, level: int, now: datetime) -> tuple[str, ...]:
        """Choose what an application tells: 0 is nothing, -1 everything. Returns what the command prints."""
        if level == 0:
            self._settings.levels.pop(application, None)
            return ()
        settings = self._settings
        settings.levels[application] = level
        if settings.minutes == 0:
            return ("Debug messages will be on for unlimited time.",)
        if settings.until is None or now >= settings.until:
            settings.until = now + timedelta(minutes=settings.minutes)
        left = math.ceil((settings.until - now) / timedelta(minutes=1))
        return (f"Debug messages will be on for {left} minutes.",)

    def level(self, application: str) -> tuple[str, ...]:
        """What the command prints without a level. Inferred: the form of `diagnose debug info`."""
        return (_level_line(application, self._settings.levels.get(application, 0)),)

    def chosen(self, application: str) -> int:
        """What was chosen for an application, whether messages are let out or not; 0 is nothing."""
        return self._settings.levels.get(application, 0)

    def set_duration(self, minutes: int, now: datetime) -> tuple[str, ...]:
        """How long messages are on from now; 0 is without end. Returns what the command prints.

        Inferred: the sentence for a number other than 0.
        """
        self._settings.minutes = minutes
        if minutes == 0:
            self._settings.until = None
            return ("Current duration is set to unlimited.",)
        self._settings.until = now + timedelta(minutes=minutes)
        return (f"Current duration is set to {minutes} minutes.",)

    def enable(self) -> None:
        """Let messages out."""
        self._settings.is_enabled = True

    def disable(self) -> None:
        """Hold messages back; the levels stay."""
        self._settings.is_enabled = False

    def set_timestamps(self, *, are_on: bool) -> None:
        """Whether each line begins with date and time."""
        self._settings.has_timestamps = are_on

    def reset(self) -> None:
        """Everything as at the start of a session."""
        self._settings = _Settings()

    def is_on(self, application: str, now: datetime) -> bool:
        """Whether messages of an application appear now."""
        return self._settings.levels.get(application, 0) != 0 and self._is_printing(now)

    def stamped(self, line: str, now: datetime) -> str:
        """A debug line as it appears; `now` in the appliance's own time zone."""
        return f"{now:%Y-%m-%d %H:%M:%S} {line}" if self._settings.has_timestamps else line

    def info(self, now: datetime) -> tuple[str, ...]:
        """What `diagnose debug info` prints. Inferred: the form, which only other Fortinet products show."""
        return (
            f"debug output: {_state(is_on=self._is_printing(now))}",
            f"console timestamp: {_state(is_on=self._settings.has_timestamps)}",
            f"console no user log message: {_state(is_on=False)}",
            f"CLI debug level: {_CLI_LEVEL}",
            *(_level_line(application, level) for application, level in sorted(self._settings.levels.items())),
        )

    def _is_printing(self, now: datetime) -> bool:
        return self._settings.is_enabled and (self._settings.until is None or now < self._settings.until)


def _state(*, is_on: bool) -> str:
    return "enable" if is_on else "disable"


def _level_line(application: str, level: int) -> str:
    return f"{application} debug level: {level} (0x{level & 0xFFFFFFFF:x})"

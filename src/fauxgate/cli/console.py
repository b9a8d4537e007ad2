"""What a command may use: the appliance, this person's place in it, and what lies outside the appliance."""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fauxgate.cli.collecting import Batch, LogFilter
from fauxgate.cli.controls import Controls, Files, LabControls, NoFiles
from fauxgate.cli.steps import Steps
from fauxgate.inspector.exchanges import Exchanges

if TYPE_CHECKING:
    # These take long to load, and whoever makes a console has them.
    from fauxgate.debug.switches import Switches
    from fauxgate.device.appliance import Appliance
    from fauxgate.device.realm import Realm
    from fauxgate.language.errors import ParseError, UnknownAction
    from fauxgate.model.editor import Editor


@dataclass(slots=True)
class Console:
    """One person at the appliance. `is_open` turns False when they have logged out.

    `unknown` are the words, up to the one that fitted nowhere, of the lines that were refused for it. `aliases` are
    those being carried out, each from the one before it. In a rehearsal only what configures is carried out; the other
    lines are read, and put into `rehearsed`.
    """

    appliance: "Appliance"
    editor: "Editor"
    switches: "Switches"
    controls: Controls
    is_open: bool = True
    aliases: list[str] = field(default_factory=list)
    files: Files = field(default_factory=NoFiles)
    batch: Batch = field(default_factory=Batch)
    log_filter: LogFilter = field(default_factory=LogFilter)
    unknown: dict[str, None] = field(default_factory=dict)
    exchanges: Exchanges = field(default_factory=Exchanges)
    steps: Steps = field(default_factory=Steps)
    lab: LabControls | None = None
    rehearsed: list[str] | None = None

    @property
    def realm(self) -> "Realm":
        """The certificates of where this person is. Inferred: above the virtual domains, those of `root`."""
        return self.appliance.realm(self.editor.configuration.domain)

    def note_unknown(self, line: str, error: "ParseError | UnknownAction") -> None:
        """Note the words of a line that was refused, up to the one that fitted nowhere."""
        section = self.editor.section
        place = f"{' '.join(section.path)}: " if section else ""
        self.unknown[place + line[: error.position + len(error.token)].strip()] = None

    def begin_anew(self) -> None:
        """As after a login: at the top, with nothing switched on."""
        self.editor = self.appliance.editor()
        self.switches.reset()
        self.batch = Batch()
        self.log_filter = LogFilter()


@dataclass(frozen=True, slots=True)
class Question:
    """A question answered by one key; the handler that yields it is sent True for `y`."""

    text: str


SURE = Question("Do you want to continue? (y/n)")

# What a handler gives: lines, with a Question between them where it needs an answer.
Answer = Generator[str | Question, bool, None]

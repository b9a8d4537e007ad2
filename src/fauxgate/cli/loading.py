"""Loads a saved configuration: what is wrong in it does not stop it, and can be looked up (fortios-cli.md 7.4)."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace

from fauxgate.cli.collector import undisturbed
from fauxgate.cli.console import Console
from fauxgate.cli.lines import Lines
from fauxgate.cli.refused import refused, words_of
from fauxgate.cli.tally import Tally, is_remark, lines_of, physical_lines
from fauxgate.device.config_errors import ConfigError
from fauxgate.device.file_header import file_header, has_domains
from fauxgate.errors import UserError
from fauxgate.language import statements
from fauxgate.language.bulk import Reader, unix_lines
from fauxgate.language.errors import ParseError
from fauxgate.language.reader import Line, read
from fauxgate.model.dangling import Dangling
from fauxgate.model.errors import DatasourceMissing
from fauxgate.model.inside import Inside
from fauxgate.model.loading import Loader
from fauxgate.model.open_table import OpenTable
from fauxgate.model.origin import begin, finish
from fauxgate.model.spelled import note
from fauxgate.schema.catalogue import DOMAINS

# What a saved configuration consists of. Inferred: any other command in it is no command there.
ALLOWED = (
    statements.Config,
    statements.Edit,
    statements.Set,
    statements.Unset,
    statements.Append,
    statements.Next,
    statements.End,
    statements.Delete,
    statements.Purge,
    statements.Rename,
    statements.Move,
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a text: what was refused, how its lines were counted, and the place where it stopped, if any."""

    errors: tuple[ConfigError, ...]
    tally: Tally
    left_open: tuple[str, ...]


def loaded(console: Console, text: str, *, is_strict: bool = False) -> Loaded:
    """Load `text` at a console, up to the first line that is refused if it is strict, and note what was refused."""
    loading = Loading(console)
    errors: list[ConfigError] = []
    with closing(loading.errors(text)) as found:
        for error in found:
            errors.append(error)
            if is_strict:
                break
    console.appliance.config_errors = tuple(errors)
    return Loaded(tuple(errors), loading.tally, loading.left_open)


class Loading:
    """Carries out the lines of a configuration at a console, from the top, and counts them.

    Where a `config` line is refused, all up to its `end` is passed over.
    """

    def __init__(self, console: Console) -> None:
        self.tally = Tally()
        self.left_open: tuple[str, ...] = ()
        """The place in which the text ended, if it did not end at the top."""
        self._console = console
        self._lines = Lines(console)
        self._places: list[tuple[str, ...]] = []

    def errors(self, text: str, lines: Callable[[str], Iterator[Line]] = read) -> Generator[ConfigError, None, None]:
        """Load `text`, which is read as `lines`; gives what was refused. Names may stand before what they name.

        Last come the names that name nothing, which are taken out. Whoever stops before keeps what was loaded by then.
        """
        editor = self._console.editor
        if has_domains(text):
            editor.configuration.enable_domains()
        # Some editors end every line with both characters; what the program has written itself is read exactly.
        reader = Reader(unix_lines(text) if lines is read else text)
        written_by = file_header(text).release
        begin(editor, reader.text, written_by)
        editor.is_restoring = True
        try:
            with undisturbed(len(text)):
                yield from self._refused(reader)
                yield from self._closed(physical_lines(reader.text))
        finally:
            editor.reset()
            editor.is_restoring = False
            dangling = tuple(editor.configuration.drop_dangling())
            finish(editor, reader.text, written_by)
        yield from map(_named_in_vain, dangling)

    def _refused(self, reader: Reader) -> Iterator[ConfigError]:
        """What is plain and all well is loaded at once; the rest is carried out line by line."""
        loader = Loader(self._console.editor)
        while not reader.is_at_end:
            before = reader.line - 1
            if self._loads(reader, loader):
                end = physical_lines(reader.text) if reader.is_at_end else reader.line - 1
                self.tally.accept(end - before, reader.remarks)
                self._pass_row(end)
                continue
            line = next(reader.lines())
            self._reach(line)
            error = self._tried(line)
            if error is not None:
                passed = self._passed_over(reader) if error.words[:1] == ("config",) else 0
                self.tally.refused += error.lines + passed
                yield replace(error, lines=error.lines + passed)

    def _pass_row(self, last: int) -> None:
        """Note how far an entry went that was loaded at once; what stands at the top notes so itself."""
        editor = self._console.editor
        if editor.recorder is not None and not (editor.place is None or isinstance(editor.place, Inside)):
            editor.recorder.passed(last)

    def _reach(self, line: Line) -> None:
        """Note where a line stands in the layout of the file."""
        place, recorder, text = self._console.editor.place, self._console.editor.recorder, line.text.strip()
        if recorder is None or not text:
            return
        if place is None or isinstance(place, Inside) or (isinstance(place, OpenTable) and place.path == DOMAINS):
            recorder.reach(line.number)
            if text.startswith("#"):
                recorder.comment(text, line.number)
        recorder.passed(line.number + line.text.count("\n"))

    def _tried(self, line: Line) -> ConfigError | None:
        """What is wrong with a line, once it was carried out; it is counted unless it is refused."""
        place = self._place()
        try:
            is_remark = not self._carry_out(line.text)
        except UserError as error:
            return refused(line, place, error)
        if is_remark:
            self.tally.remarks += lines_of(line)
        else:
            self.tally.accepted += lines_of(line)
        return None

    def _passed_over(self, reader: Reader) -> int:
        """Pass over a block up to its `end`; gives how many lines there are that say something."""
        depth, passed = 1, 0
        for line in reader.lines():
            if is_remark(line.text):
                self.tally.remarks += lines_of(line)
                continue
            passed += lines_of(line)
            verb = line.text.split(maxsplit=1)[:1]
            depth += (verb == ["config"]) - (verb == ["end"])
            if not depth:
                break
        if self._console.editor.recorder:
            self._console.editor.recorder.passed(reader.line - 1)
        return passed

    def _closed(self, last: int) -> Iterator[ConfigError]:
        """Leave the places that the text has left open, as `end` would.

        Inferred: what an appliance does with a file that is cut; here all that stands before the cut is kept.
        """
        editor = self._console.editor
        if editor.place is not None:
            self.left_open = self._place()
        for _ in range(editor.mark().depth):
            if editor.place is None:
                return
            place = self._place()
            self._leave(statements.End())
            try:
                editor.end()
            except UserError as error:
                yield replace(refused(Line(last, "end"), place, error), lines=0)

    def _loads(self, reader: Reader, loader: Loader) -> bool:
        """Whether the next block, or the next entry of the table where the editor stands, is loaded at once."""
        place = self._console.editor.place
        if place is None or isinstance(place, Inside):
            return loader.load(reader.read_piece)
        return isinstance(place, OpenTable) and loader.load(reader.read_row)

    def _carry_out(self, line: str) -> bool:
        """Do what a line says; whether it says anything."""
        statement = self._lines.parse(line)
        if statement is None:
            return False
        if not isinstance(statement, ALLOWED):
            raise ParseError(words_of(line)[0], 0)
        if isinstance(statement, statements.Next | statements.End):
            # They leave the place even when what is in it may not be saved (fortios-cli.md 1.5).
            self._leave(statement)
        before = self._console.editor.place
        for _ in self._lines.carry_out(statement):
            pass
        note(before, self._console.editor.place, statement, line)
        if isinstance(statement, statements.Config):
            self._places.append(("config", *statement.path))
        elif isinstance(statement, statements.Edit):
            self._places.append(("edit", statement.key))
        return True

    def _leave(self, statement: statements.Next | statements.End) -> None:
        while self._places:
            verb, *_ = self._places.pop()
            if verb == "config" or isinstance(statement, statements.Next):
                return

    def _place(self) -> tuple[str, ...]:
        """`global` or the virtual domain, then the words of paths and keys."""
        match self._places:
            case [("config", "vdom"), ("edit", domain), *inner]:
                return (domain, *_flat(inner))
            case [("config", "global"), *inner]:
                return ("global", *_flat(inner))
            case [("config", *path), *_]:
                section = self._console.appliance.catalogue.find(tuple(path))
                is_global = section is not None and section.is_global
                return ("global" if is_global else "root", *_flat(self._places))
        return ("root",)


def _flat(places: list[tuple[str, ...]]) -> Iterator[str]:
    for _, *words in places:
        yield from words


def _named_in_vain(dangling: Dangling) -> ConfigError:
    """Inferred: it is told as if the name had been set alone, with the code of a name that names nothing."""
    user = dangling.user
    place = (user.domain or "global", *user.path, *filter(None, (user.key,)), *dangling.way)
    error = DatasourceMissing(dangling.name)
    return ConfigError(("set", dangling.option, dangling.name), place, error.code, reason=error.message(), lines=0)

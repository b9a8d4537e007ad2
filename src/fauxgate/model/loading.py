"""Takes a saved configuration as the bulk reader gives it, block by block, straight into the model.

The law is what happens line by line (`Editor`, while it restores). Here the same is done with less: what a line means
is looked up (`meanings`), a plain entry is made from its lines at once, and who names whom is counted when somebody
asks. Anything that is not plain goes through the editor itself. As soon as anything in a block is refused, all that
the block has done is undone; whoever called then has it carried out line by line, which tells exactly what is wrong.
"""

from collections.abc import Callable, Sequence

from fauxgate.errors import UserError
from fauxgate.language.printer import print_word
from fauxgate.language.statements import Config, Edit, Set, Statement, Unset
from fauxgate.language.words import Bare
from fauxgate.model.bulk_table import BulkTable, Known
from fauxgate.model.draft import Draft
from fauxgate.model.editor import Editor
from fauxgate.model.errors import WrongPlace
from fauxgate.model.inside import Inside
from fauxgate.model.journal import Deferred
from fauxgate.model.meanings import MOST, Line
from fauxgate.model.places import Place, rows_of
from fauxgate.model.saving import ignore
from fauxgate.model.spelled import note, spelled
from fauxgate.schema.catalogue import DOMAINS, WHOLE_UNIT
from fauxgate.schema.types import Section


class Loader:
    """Fills the configuration at the place where an editor stands; the sink of the bulk reader."""

    def __init__(self, editor: Editor) -> None:
        """The editor must be restoring, and stand where `config` or `edit` can be carried out."""
        self._editor = editor
        self._saving = Deferred(editor.saving.checks, ignore, editor.saving.random)
        self._known: dict[int, tuple[Section, Known]] = {}
        self._nameless: Known | None = None
        self._table: BulkTable | None = None

    def load(self, read: Callable[["Loader"], bool]) -> bool:
        """Whether a block, which `read` gives to this sink, is all well; if not, nothing has happened."""
        editor, own = self._editor, self._editor.saving
        mark = editor.mark()
        editor.saving = self._saving
        try:
            is_well = read(self) and editor.mark().depth == mark.depth
        except UserError:
            is_well = False
        finally:
            editor.saving = own
            self._table = None
        if is_well:
            self._saving.settle(own)
        else:
            self._saving.undo()
            editor.back_to(mark)
        return is_well

    # What the bulk reader calls.

    def config(self, words: Sequence[str], line: int) -> None:
        """Enter a table or an object."""
        if self._is_at_top:
            if tuple(words) in (DOMAINS, WHOLE_UNIT):
                raise WrongPlace("config")
            if self._editor.recorder:
                self._editor.recorder.reach(line)
        self._table = None
        before = self._editor.place
        self._editor.config(words)
        self._note(before, Config(tuple(words)))

    def edit(self, key: str, _line: int) -> None:
        """Enter an entry."""
        self._table = None
        if self._editor.section is not None and self._editor.section.path == DOMAINS:
            raise WrongPlace("edit")
        before = self._editor.place
        self._editor.edit(key)
        self._note(before, Edit(key), f"edit {key if isinstance(key, Bare) else print_word(key)}")

    def sets(self, lines: Sequence[Line], _line: int) -> None:
        """Give options their values."""
        place = self._editor.place
        if not isinstance(place, Draft):
            raise WrongPlace("set")
        self._set(place, lines)

    def unset(self, names: Sequence[str], _line: int) -> None:
        """Give options their defaults."""
        for name in names:
            self._editor.unset(Bare(name))
            self._note(self._editor.place, Unset(Bare(name)))

    def next(self, _line: int) -> None:
        """Save the entry."""
        self._table = None
        self._editor.next()

    def end(self, line: int) -> None:
        """Save, and leave what the last `config` entered."""
        self._table = None
        self._editor.end()
        if self._editor.recorder:
            self._editor.recorder.passed(line)

    def comment(self, text: str, line: int) -> None:
        """Note a comment that stands at the top, and pass over any other."""
        if self._editor.recorder and self._is_at_top:
            self._editor.recorder.comment(text, line)

    def entry(self, key: str, lines: Sequence[Line], line: int) -> None:
        """Make an entry of which all is known: the lines between its `edit` and its `next`."""
        table = self._table
        if table is None:
            table = self._table = self._opened()
        if table.add(key, lines):
            return
        self.edit(key, line)
        if lines:
            self.sets(lines, line)
        self.next(line)

    # The steps they are made of.

    @property
    def _is_at_top(self) -> bool:
        place = self._editor.place
        return place is None or isinstance(place, Inside)

    def _set(self, draft: Draft, lines: Sequence[Line]) -> None:
        meanings = self._known_of(draft.section).meanings
        if len(meanings) > MOST:
            meanings.forget()
        noted = spelled(draft)
        for line in lines:
            name, meant = meanings[line]
            if isinstance(meant, Set):
                draft.kept[name] = meant
            else:
                draft.changes[name] = meant
            noted.note(name, meanings.odd.get(line))

    def _note(self, before: Place | None, statement: Statement, line: str = "") -> None:
        note(before, self._editor.place, statement, line)

    def _opened(self) -> BulkTable:
        """The table where the editor stands; raises `WrongPlace`."""
        place = rows_of(self._editor.place)
        if place is None or place.path == DOMAINS:
            raise WrongPlace("edit")
        return BulkTable(self._editor.configuration, place, self._known_of(place.table), self._saving)

    def _known_of(self, section: Section) -> Known:
        """What is known of the lines of a section; sections that nobody has described are all alike."""
        if section.is_kept and not section.options:
            if self._nameless is None:
                self._nameless = Known(section, self._editor.secrets)
            return self._nameless
        found = self._known.get(id(section))
        if found is None:
            # The section is kept with it, so that no other one gets its identity.
            found = self._known[id(section)] = section, Known(section, self._editor.secrets)
        return found[1]

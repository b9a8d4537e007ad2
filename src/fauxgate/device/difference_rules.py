"""The rules by which a backup differs from the file that was loaded, and one line that does."""

from collections.abc import Mapping
from dataclasses import dataclass

RULES: Mapping[str, str] = {
    "line-ends": "lines end as the appliance ends them",
    "indentation": "lines are indented as the appliance indents them",
    "spacing": "one blank stands between words, and none behind them",
    "comment-dropped": "comments inside a section, and empty lines, say nothing",
    "header": "a backup begins with a header, and what that says a line may say too",
    "file-version": "the number of a changed configuration is another one",
    "firmware": "the file is of another firmware than the one that it was loaded with",
    "refused": "the line was refused",
    "default-dropped": "what an option means anyway is not printed",
    "unset-dropped": "an option that has its default is not printed",
    "set-again": "the last line of an option counts",
    "list-folded": "what is added to a list stands in its `set` line",
    "list-reordered": "the words of a list have an order of their own",
    "quoting": "quotes and escapes are those that the appliance prints",
    "secret-sealed": "a secret is printed sealed",
    "value-normalised": "a value is printed in the form that the appliance gives it",
    "dangling-dropped": "a name that names nothing is taken out",
    "repeated-block-merged": "what stands there twice is printed once",
    "block-closed": "sections, entries and domains are closed as the appliance closes them",
    "empty-dropped": "a section with nothing in it is not printed",
    "section-added": "the appliance prints a section although nothing in it is set",
    "section-reordered": "sections have an order of their own",
    "option-reordered": "the lines of an entry have an order of their own",
    "key-in-path": "the key of an entry stands in the path where the appliance writes it so",
    "entry-reordered": "entries stand in the order that the lines gave them",
    "entry-removed": "an entry was deleted or renamed further down in the file, or may not be saved",
    "carried-out": "what deletes, renames or moves is carried out, and not printed",
    "unexplained": "no rule explains this",
}
"""The rules by their names, with what they say."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A line of the file (or, with `before` empty, of the backup alone) and what it has become, empty if it is gone.

    `line` is the physical line in the file, from 1; of a line of the backup alone it is that before which it stands.
    """

    rule: str
    line: int
    before: str
    after: str

"""The verbs of configuration: each moves the editor, or changes what it holds, and is silent when all goes well."""

from fauxgate.cli.console import SURE, Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.language import statements


@handles(statements.Config)
def config(console: Console, statement: statements.Config) -> Answer:
    """Enter a table or an object."""
    console.editor.config(statement.path)
    yield from ()


@handles(statements.Edit)
def edit(console: Console, statement: statements.Edit) -> Answer:
    """Enter an entry; a new one is announced."""
    if console.editor.edit(statement.key):
        yield f"new entry '{console.editor.prompt}' added"


@handles(statements.Next)
def next_(console: Console, _statement: statements.Next) -> Answer:
    """Save the entry and go back to its table."""
    console.editor.next()
    yield from ()


@handles(statements.End)
def end(console: Console, _statement: statements.End) -> Answer:
    """Save and leave what the last `config` entered."""
    console.editor.end()
    yield from ()


@handles(statements.Abort)
def abort(console: Console, _statement: statements.Abort) -> Answer:
    """Leave what the last `config` entered, without saving."""
    console.editor.abort()
    yield from ()


@handles(statements.Set)
def set_(console: Console, statement: statements.Set) -> Answer:
    """Give an option its value."""
    console.editor.set(statement.option, statement.values)
    yield from ()


@handles(statements.Unset)
def unset(console: Console, statement: statements.Unset) -> Answer:
    """Give an option its default."""
    console.editor.unset(statement.option)
    yield from ()


@handles(statements.Append)
def append(console: Console, statement: statements.Append) -> Answer:
    """Add to a list."""
    console.editor.append(statement.option, statement.values)
    yield from ()


@handles(statements.Select)
def select(console: Console, statement: statements.Select) -> Answer:
    """Keep only these in a list."""
    console.editor.select(statement.option, statement.values)
    yield from ()


@handles(statements.Unselect)
def unselect(console: Console, statement: statements.Unselect) -> Answer:
    """Take from a list."""
    console.editor.unselect(statement.option, statement.values)
    yield from ()


@handles(statements.Clear)
def clear(console: Console, statement: statements.Clear) -> Answer:
    """Empty a list."""
    console.editor.clear(statement.option)
    yield from ()


@handles(statements.Delete)
def delete(console: Console, statement: statements.Delete) -> Answer:
    """Remove an entry."""
    console.editor.delete(statement.key)
    yield from ()


@handles(statements.Purge)
def purge(console: Console, _statement: statements.Purge) -> Answer:
    """Remove all entries, once the person has said yes (fortios-cli.md 2.2)."""
    yield "This operation will clear all table!"
    if (yield SURE):
        console.editor.purge()


@handles(statements.Rename)
def rename(console: Console, statement: statements.Rename) -> Answer:
    """Give an entry another key."""
    console.editor.rename(statement.old, statement.new)
    yield from ()


@handles(statements.Clone)
def clone(console: Console, statement: statements.Clone) -> Answer:
    """Copy an entry."""
    console.editor.clone(statement.old, statement.new)
    yield from ()


@handles(statements.Move)
def move(console: Console, statement: statements.Move) -> Answer:
    """Put an entry before or after another one."""
    console.editor.move(statement.key, statement.place, statement.other)
    yield from ()


@handles(statements.Exit)
def exit_(console: Console, _statement: statements.Exit) -> Answer:
    """Log out."""
    console.is_open = False
    yield from ()

"""The verbs of configuration: each moves the editor, or changes what it holds, and is silent when all goes well."""

from dataclasses import replace

from fauxgate.cli.console import SURE, Answer, Console, Question
from fauxgate.cli.handlers import handles
from fauxgate.language import statements
from fauxgate.language.printer import print_word
from fauxgate.model.errors import UnknownWord, WrongPlace
from fauxgate.model.inside import SHARED
from fauxgate.model.open_table import OpenTable
from fauxgate.schema.catalogue import DOMAINS

NEW_DOMAIN = Question("Please press 'y' to continue, or press 'n' to cancel. (y/n)")
SYSTEM_GLOBAL = ("system", "global")


@handles(statements.Config)
def config(console: Console, statement: statements.Config) -> Answer:
    """Enter a table or an object."""
    console.editor.config(statement.path)
    yield from ()


@handles(statements.Edit)
def edit(console: Console, statement: statements.Edit) -> Answer:
    """Enter an entry; a new one is announced."""
    editor = console.editor
    if isinstance(editor.place, OpenTable) and editor.place.path == DOMAINS:
        yield from _edit_domain(console, statement.key)
    elif editor.edit(statement.key):
        yield f"new entry '{editor.prompt}' added"


@handles(statements.Next)
def next_(console: Console, _statement: statements.Next) -> Answer:
    """Save the entry and go back to its table."""
    console.editor.next()
    yield from ()


@handles(statements.End)
def end(console: Console, _statement: statements.End) -> Answer:
    """Save and leave what the last `config` entered.

    Turning virtual domains on or off ends the session, once the person has said yes (fortios-cli.md 1.6). Inferred: who
    says no has changed nothing, and a local session begins again at once, at the top.
    """
    if not console.editor.is_asked_to_log_out:
        console.editor.end()
        return
    yield "You will be logged out for the operation to take effect"
    if not (yield SURE):
        console.editor.abort()
        return
    console.editor.end()
    console.editor.reset()


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


@handles(statements.Sudo)
def sudo(console: Console, statement: statements.Sudo) -> Answer:
    """Carry out one command in another virtual domain, or in what all of them share."""
    # The interpreter imports the handlers.
    from fauxgate.cli.interpreter import Interpreter  # noqa: PLC0415 - see above

    configuration = console.editor.configuration
    if not configuration.has_domains:
        raise WrongPlace("sudo")
    if statement.domain != "global" and statement.domain not in configuration.domains:
        raise UnknownWord(statement.domain)
    elsewhere = console.editor.visiting(SHARED if statement.domain == "global" else statement.domain)
    there = Interpreter(replace(console, editor=elsewhere))
    reply = there.reply(" ".join(map(print_word, statement.command)))
    if reply is not None:
        yield from reply.answer


@handles(statements.Exit)
def exit_(console: Console, _statement: statements.Exit) -> Answer:
    """Log out."""
    console.is_open = False
    yield from ()


def _edit_domain(console: Console, name: str) -> Answer:
    """Enter a virtual domain. A new one is asked about where that is set; nobody announces it (fortios-cli.md 1.6)."""
    editor = console.editor
    if editor.is_new(name) and _asks_about_domains(console):
        yield "The input VDOM name doesn't exist."
        yield "Do you want to create a new VDOM?"
        if not (yield NEW_DOMAIN):
            return
    editor.edit(name)
    number = editor.configuration.domains.index(editor.configuration.domain)
    yield f"current vf={editor.configuration.domain}:{number}"


def _asks_about_domains(console: Console) -> bool:
    configuration = console.editor.configuration
    if console.editor.is_restoring or configuration.section(SYSTEM_GLOBAL).option("edit-vdom-prompt") is None:
        return False
    return configuration.value(SYSTEM_GLOBAL, "", "edit-vdom-prompt") == "enable"

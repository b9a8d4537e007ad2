"""Random sessions: whatever is typed, the session stands where its prompt says and shows what can be typed again."""

import base64
import contextlib
import copy
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from fauxgate.errors import UserError
from fauxgate.language.context import Context
from fauxgate.language.printer import print_statements
from fauxgate.language.reader import read
from fauxgate.language.statements import Append, Config, Edit, End, Next, Set, Unset
from fauxgate.language.words import split
from fauxgate.model.configuration import Configuration
from fauxgate.model.editor import Editor
from fauxgate.model.rendering import show_place
from fauxgate.schema.tables import catalogue
from fauxgate.schema.types import Choice, Choices, Option, Section

RELEASE = catalogue((7, 4, 11))


class Base64Secrets:
    def seal(self, text):
        return base64.b64encode(text.encode()).decode()


def names_in(section):
    for member in section.options:
        yield member.name
        if isinstance(member, Section):
            yield from names_in(member)


def values_in(section):
    for member in section.options:
        if isinstance(member, Section):
            yield from values_in(member)
        elif isinstance(member.type, Choice | Choices):
            yield from (value.name for value in member.type.values)


PATHS = [section.path for section in RELEASE.sections()]

NAMES = sorted({name for section in RELEASE.sections() for name in names_in(section)})

WORDS = sorted({word for section in RELEASE.sections() for word in values_in(section)})

key = st.sampled_from(["0", "1", "2", "a", "b c", "", "<a>", "99999999999"]) | st.text(max_size=4)

name = st.sampled_from(NAMES) | st.text(max_size=8)

word = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        ["", "10.0.0.1/24", "10.0.0.1", "255.255.0.0", "::1/64", "::1", "7", "ENC", "AAAA", "root", "it's"]
    ),
    st.text(max_size=12),
)

path = st.sampled_from(PATHS) | st.sampled_from([("ipv6",), ("ntpserver",), ("secondaryip",), ("crl-verification",)])

operation = st.one_of(
    st.tuples(st.just("config"), path),
    st.tuples(st.just("config"), st.lists(word, max_size=3).map(tuple)),
    st.tuples(st.just("edit"), key),
    st.tuples(st.sampled_from(["set", "append", "select", "unselect"]), name, st.lists(word, max_size=3)),
    st.tuples(st.sampled_from(["unset", "clear"]), name),
    st.tuples(st.sampled_from(["next", "next", "end", "abort", "reset", "purge"])),
    st.tuples(st.just("delete"), key),
    st.tuples(st.sampled_from(["rename", "clone"]), key, key),
    st.tuples(st.just("move"), key, st.sampled_from(["before", "after"]), key),
)

# A seed and what is typed between steps that fit where they stand: random lines alone hardly ever save anything.
session = st.tuples(st.integers(0, 2**32), st.lists(operation, min_size=1, max_size=15))


def steps_of(drawn, editor):
    """The operations of a drawn session, each made when the editor stands where it will be run."""
    seed, lines = drawn
    random = Random(seed)  # noqa: S311 - it draws what is typed, no secret.
    for line in lines:
        for _ in range(random.randrange(12)):
            yield fitting(editor, random)
        yield line


def fitting(editor, random):
    """An operation that fits the place where the editor stands."""
    if editor.context is Context.ROOT:
        return ("config", random.choice(PATHS))
    if editor.context is Context.TABLE:
        others = [("delete", "1"), ("rename", "1", "4"), ("clone", "2", "5"), ("abort",), ("end",), ("purge",)]
        return random.choice([("edit", random.choice("0123"))] * 12 + others)
    saving = [("next",)] * 2 if editor.context is Context.ENTRY else [("end",)] * 2
    nested = [("config", it.path) for it in editor.section.options if isinstance(it, Section)]
    options = [it for it in editor.section.options if isinstance(it, Option)]
    changes = [change(random.choice(options), random) for _ in range(8 * bool(options))] + [
        change(it, random) for it in options if it.required
    ] * 3
    return random.choice([*changes, *saving, *nested, ("end",), ("abort",)])


def change(option, random):
    if isinstance(option.type, Choice | Choices):
        return ("set", option.name, [random.choice(option.type.values).name])
    if option.required or random.random() < 0.8:
        return ("set", option.name, [random.choice(["7", "1.2.3.4", "1.2.3.4/24", "::1/64", 'it\'s "so"', "x\ny", ""])])
    return ("unset", option.name)


def attempt(command, words):
    """Runs a command; only what a person can cause is raised, and nothing of it is passed on."""
    with contextlib.suppress(UserError):
        command(*words)


def run(editor, drawn):
    """Runs a session; the place and what is known of it fit together after each step."""
    for verb, *words in steps_of(drawn, editor):
        attempt(getattr(editor, verb), words)
        assert (editor.prompt is None) == (editor.context is Context.ROOT)
        assert (editor.entry is None) == (editor.context in (Context.ROOT, Context.TABLE))


def replay(statements):
    """A fresh configuration that was made from the statements; every one of them must be accepted."""
    configuration = Configuration(RELEASE)
    editor = Editor(configuration, Base64Secrets())
    editor.is_restoring = True
    for statement in statements:
        match statement:
            case Config(path=words):
                editor.config(words)
            case Edit(key=row):
                editor.edit(row)
            case Set(option=option, values=values):
                editor.set(option, values)
            case Unset(option=option):
                editor.unset(option)
            case Append(option=option, values=values):
                editor.append(option, values)
            case Next():
                editor.next()
            case End():
                editor.end()
    assert editor.context is Context.ROOT
    return configuration


def replay_text(text):
    """The same from text, by way of the words of each line."""
    configuration = Configuration(RELEASE)
    editor = Editor(configuration, Base64Secrets())
    editor.is_restoring = True
    for line in read(text):
        verb, *words = [word.value for word in split(line.text)]
        match verb:
            case "config":
                editor.config(words)
            case "set" | "append":
                getattr(editor, verb)(words[0], words[1:])
            case _:
                getattr(editor, verb)(*words)
    return configuration


def shown(configuration, *, full=False):
    return list(show_place(Editor(configuration, Base64Secrets()), full=full))


@settings(max_examples=150, deadline=None)
@given(session)
def test_whatever_is_typed_what_is_shown_makes_the_same_again(drawn):
    configuration = Configuration(RELEASE)
    run(Editor(configuration, Base64Secrets()), drawn)

    again = replay(shown(configuration))

    assert shown(again) == shown(configuration)
    assert shown(replay(shown(configuration, full=True))) == shown(configuration)


@settings(max_examples=100, deadline=None)
@given(session)
def test_the_text_of_what_is_shown_makes_the_same_text_again(drawn):
    configuration = Configuration(RELEASE)
    run(Editor(configuration, Base64Secrets()), drawn)
    text = "\n".join(print_statements(shown(configuration, full=True)))

    again = shown(replay_text(text), full=True)

    assert "\n".join(print_statements(again)) == text


@settings(max_examples=100, deadline=None)
@given(session, session)
def test_what_is_aborted_leaves_no_trace(before, draft):
    configuration = Configuration(RELEASE)
    editor = Editor(configuration, Base64Secrets())
    run(editor, before)
    editor.reset()
    expected = copy.deepcopy(shown(configuration))

    editor.config(("system", "interface"))
    editor.edit("port1")
    for verb, *words in steps_of(draft, editor):
        if verb != "reset" and (len(editor._places) > 2 or verb not in ("next", "end", "abort")):
            attempt(getattr(editor, verb), words)
    editor.reset()

    assert shown(configuration) == expected


@settings(max_examples=100, deadline=None)
@given(session)
def test_what_is_told_of_the_commits_is_what_is_saved(drawn):
    configuration = Configuration(RELEASE)
    told = {}

    def watch(commit):
        told.pop((commit.path, commit.renamed_from), None)
        told[commit.path, commit.key] = commit.after

    run(Editor(configuration, Base64Secrets(), watch=watch), drawn)

    saved = {place: entry for place, entry in told.items() if entry is not None}
    assert saved == {place: configuration.entry(*place) for place in saved}
    assert all(configuration.entry(*place) is None for place, entry in told.items() if entry is None)

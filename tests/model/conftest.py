"""A session that is typed into, over tables that have one of everything or over those of a release."""

import base64
from functools import partial

import pytest

from fauxgate.errors import UserError
from fauxgate.language.printer import print_statements
from fauxgate.language.words import split
from fauxgate.model.configuration import Configuration
from fauxgate.model.editor import Editor
from fauxgate.model.rendering import show_place
from fauxgate.schema.catalogue import Catalogue
from fauxgate.schema.shared import NO_ADDRESS
from fauxgate.schema.tables import catalogue
from fauxgate.schema.types import (
    Choice,
    Choices,
    Hostname,
    Integer,
    Ipv4Address,
    Ipv4Interface,
    Ipv4Network,
    Ipv6Address,
    Ipv6Prefix,
    Name,
    Names,
    Object,
    Option,
    Password,
    Pem,
    String,
    Table,
    Text,
    Value,
    When,
)

COLORS = tuple(Value(name, "") for name in ("red", "rose", "blue", "green"))

SWITCH = Choice((Value("enable", ""), Value("disable", "")))

DROP = Table(
    path=("drop",),
    help="",
    key=Option("id", Integer(1, 4294967295)),
    options=(Option("size", Integer(1, 9), "1"), Option("color", Choice(COLORS), "red")),
)

LID = Object(
    path=("lid",),
    help="",
    options=(Option("color", Choice(COLORS), "red"), Option("maker", String(10), "acme"), DROP),
)

PAINT = Table(
    path=("paint", "pot"),
    help="",
    key=Option("name", Name(35)),
    options=(
        Option("maker", String(10), "acme"),
        Option("color", Choice(COLORS), "red"),
        Option("colors", Choices(COLORS), ()),
        Option("mix", Choices(COLORS), ("red", "blue")),
        Option("shops", Names(8), ()),
        Option("weight", Integer(1, 100), "5"),
        Option("host", Hostname(8)),
        Option("owner", Ipv4Address(), NO_ADDRESS),
        Option("place", Ipv4Interface(), "0.0.0.0 0.0.0.0"),
        Option("area", Ipv4Network(), "0.0.0.0 0.0.0.0"),
        Option("owner6", Ipv6Address(), "::"),
        Option("area6", Ipv6Prefix(), "::/0"),
        DROP,
        LID,
        Option("recipe", Password(16), secret=True),
        Option("label", Pem(("CERTIFICATE",))),
        Option("story", Text()),
        Option("sort", SWITCH, "disable"),
        Option("state", Text(), read_only=True),
        Option("changed", Integer(), "0", read_only=True, restored=True),
        Option("depth", Integer(0, 9), "3", when=When("sort", ("enable",))),
    ),
    static=When("color", ("green",)),
)

BATCH = Table(
    path=("paint", "batch"),
    help="",
    key=Option("id", Integer(0, 1000)),
    options=(
        Option("shop", String(8), required=True),
        Option("clerk", String(8), required=True, when=When("shop", ("big",))),
    ),
    ordered=True,
    quiet=True,
)

SHELF = Object(
    path=("paint", "shelf"),
    help="",
    options=(Option("color", Choice(COLORS), "red"), Option("height", Integer(0, 9), "1", factory="2"), DROP, LID),
)

EASEL = Object(path=("paint", "easel"), help="", options=(Option("height", Integer(0, 9), "1"),), quiet=True)

PAINTS = Catalogue((SHELF, PAINT, BATCH, EASEL), {("paint",): "Paint."}, (7, 4, 11))


class Base64Secrets:
    """Seals by writing in base64, so that a test can read it."""

    def seal(self, text):
        return base64.b64encode(text.encode()).decode()


class Session:
    """An editor that is typed into; knows only lines whose words need no abbreviation."""

    def __init__(self, configuration, checks=None):
        self.commits = []
        self.configuration = configuration
        self.editor = Editor(configuration, Base64Secrets(), checks, self.commits.append)

    def type(self, line):
        """What the appliance answers to one line: nothing, or the lines of an error."""
        verb, *words = (word.value for word in split(line))
        try:
            self._verb(verb, words)
        except UserError as error:
            return error.lines()
        return ()

    def paste(self, *lines):
        """The answers to several lines together."""
        return tuple(answer for line in lines for answer in self.type(line))

    def show(self, line="", *, full=False):
        """The lines that `show` prints."""
        return list(print_statements(show_place(self.editor, tuple(word.value for word in split(line)), full=full)))

    @property
    def prompt(self):
        return self.editor.prompt

    def _verb(self, verb, words):
        method = partial(show_place, self.editor) if verb == "show" else getattr(self.editor, verb)
        match verb:
            case "config" | "show":
                method(words)
            case "set" | "append" | "select" | "unselect":
                method(words[0], words[1:])
            case "rename" | "clone":
                method(words[0], words[2])
            case _:
                method(*words)


@pytest.fixture
def session():
    """Over tables that have one of everything."""
    return Session(Configuration(PAINTS))


@pytest.fixture
def unit():
    """Over the tables of 7.4."""
    return Session(Configuration(catalogue((7, 4, 11))))


@pytest.fixture
def make_session():
    """Makes a session over a fresh configuration of the same tables, with checks if need be."""
    return lambda checks=None: Session(Configuration(PAINTS), checks)


@pytest.fixture
def make_session_of():
    """Makes a session over any configuration."""
    return Session


@pytest.fixture(scope="session")
def paints():
    """The catalogue of the tables that have one of everything."""
    return PAINTS

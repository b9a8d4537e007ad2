"""Random sessions, step by step: after each of them the appliance is where its prompt says and nothing dangles.

What a session typed comes from the schema, so that most lines are good ones; names come from a small set, so that
entries meet each other. `tests/test_nonsense.py` types nonsense.
"""

from datetime import UTC, datetime
from os import urandom
from typing import TYPE_CHECKING, Any, cast

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from fauxgate.cli.command_line import CommandLine
from fauxgate.cli.console import Console
from fauxgate.cli.loading import Loading
from fauxgate.debug.switches import Switches
from fauxgate.device.appliance import Appliance, Outside
from fauxgate.device.clock import ManualClock
from fauxgate.language.context import Context
from fauxgate.language.printer import print_word
from fauxgate.model.draft import Draft
from fauxgate.model.inside import Inside
from fauxgate.schema.tables import catalogue
from fauxgate.schema.types import Choice, Choices, Integer, Option, Section

if TYPE_CHECKING:
    from fauxgate.cli.controls import Controls
    from fauxgate.scep.transport import Transport

NOW = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)
RELEASES = ((6, 4, 14), (7, 4, 11), (7, 6, 6))
PATHS = (
    "firewall address",
    "firewall addrgrp",
    "firewall service custom",
    "firewall service group",
    "firewall policy",
    "firewall vip",
    "router static",
    "system dns",
    "system global",
    "system interface",
    "system ntp",
    "system zone",
    "user peer",
    "user peergrp",
    "wireless-controller vap",
    "system replacemsg mail",
)
KEYS = ("1", "2", "a", "b c", "port1", "all", "")
TEXTS = ("1", "7", "a", "b c", "port1", "all", "any", "10.0.0.1/24", "10.0.0.1", "it's", "x\ny", "443", "ENC AAAA", "")

keys = st.sampled_from(KEYS)
texts = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=2)


class Bench:
    """An appliance and one person at it."""

    def __init__(self, release: tuple[int, int, int]) -> None:
        # Nothing here enrolls, so nothing is sent and nobody asks for the authority.
        outside = Outside(ManualClock(NOW), urandom, cast("Transport", None))
        self.appliance = Appliance(catalogue(release), outside)
        self.printed: list[str] = []
        self.console = Console(self.appliance, self.appliance.editor(), Switches(), cast("Controls", None))
        self.command_line = CommandLine(lambda: self.console, self.printed.append)

    def type(self, line: str) -> list[str]:
        """What is printed for one line; every question is answered with yes."""
        start = len(self.printed)
        self.command_line.run(line)
        while self.command_line.question is not None:
            self.command_line.answer("y")
        return self.printed[start:]

    def shown(self, words: str = "") -> list[str]:
        """What `show` prints at the top, but for the header."""
        elsewhere = Console(self.appliance, self.appliance.editor(), Switches(), cast("Controls", None))
        lines: list[str] = []
        CommandLine(lambda: elsewhere, lines.append).run(f"show {words}")
        return [line for line in lines if not line.startswith("#")]

    def header(self) -> str:
        """The first line of the header of a whole configuration."""
        return f"#config-version=x:opmode=0:vdom={int(self.appliance.configuration.has_domains)}:user=admin"


class Sessions(RuleBasedStateMachine):
    """One session; `before` is what was shown when the outermost `config` was entered."""

    @initialize(release=st.sampled_from(RELEASES), domains=st.booleans())
    def begin(self, release: tuple[int, int, int], domains: bool) -> None:
        self.bench = Bench(release)
        self.release = release
        if domains:
            self.bench.appliance.configuration.enable_domains()
            self.bench.type("config vdom")
            self.bench.type("edit blue")
            self.bench.type("end")

    # What is typed.

    @precondition(lambda self: self.editor.context is Context.ROOT)
    @rule(domain=st.sampled_from(["root", "blue", "global"]))
    def enter_domain(self, domain: str) -> None:
        if self.bench.appliance.configuration.has_domains:
            for line in ("config global",) if domain == "global" else ("config vdom", f"edit {domain}"):
                self.bench.type(line)

    @precondition(lambda self: self.editor.context in (Context.ROOT, Context.GLOBAL, Context.VDOM))
    @rule(path=st.sampled_from(PATHS))
    def enter(self, path: str) -> None:
        self.bench.type(f"config {path}")

    @precondition(lambda self: self.editor.context in (Context.TABLE, Context.KEPT))
    @rule(key=keys, verb=st.sampled_from(["edit", "edit", "edit", "edit", "delete"]))
    def edit(self, key: str, verb: str) -> None:
        self.bench.type(f"{verb} {print_word(key)}")

    @precondition(lambda self: self.editor.context in (Context.TABLE, Context.KEPT))
    @rule(old=keys, new=keys, verb=st.sampled_from(["rename", "clone"]))
    def copy(self, old: str, new: str, verb: str) -> None:
        self.bench.type(f"{verb} {print_word(old)} to {print_word(new)}")

    @precondition(lambda self: self.editor.context is Context.TABLE)
    @rule(key=keys, other=keys, place=st.sampled_from(["before", "after"]))
    def move(self, key: str, other: str, place: str) -> None:
        self.bench.type(f"move {print_word(key)} {place} {print_word(other)}")

    @precondition(lambda self: isinstance(self.editor.place, Draft))
    @rule(data=st.data(), verb=st.sampled_from(["set", "set", "set", "append", "unset", "unselect"]))
    def change(self, data: st.DataObject, verb: str) -> None:
        section = self.editor.section
        assert section is not None
        options = [it for it in section.options if isinstance(it, Option)]
        name = data.draw(st.sampled_from([it.name for it in options] or ["color"]))
        option = section.option(name)
        words = data.draw(_values(option) if option else texts)
        self.bench.type(f"{verb} {name}" + ("" if verb == "unset" else "".join(f" {print_word(it)}" for it in words)))

    @precondition(lambda self: isinstance(self.editor.place, Draft))
    @rule(data=st.data())
    def set_what_is_required(self, data: st.DataObject) -> None:
        section = self.editor.section
        assert section is not None
        for option in section.required:
            self.bench.type(f"set {option.name} {print_word(data.draw(_values(option))[0])}")

    @precondition(lambda self: isinstance(self.editor.place, Draft))
    @rule(data=st.data())
    def enter_nested(self, data: st.DataObject) -> None:
        section = self.editor.section
        assert section is not None
        nested = [it.name for it in section.options if isinstance(it, Section)]
        if nested or not section.is_complete:
            self.bench.type(f"config {data.draw(st.sampled_from(nested or ['inside', 'redistribute static']))}")

    @rule(verb=st.sampled_from(["next", "next", "end", "end", "abort", "show", "get", "tree"]))
    def verb(self, verb: str) -> None:
        at_top = self.editor.context in (Context.ROOT, Context.GLOBAL, Context.VDOM)
        if verb not in ("get", "tree", "abort") or not at_top:
            self.bench.type(verb)

    @precondition(lambda self: not isinstance(self.editor.place, Inside | None))
    @rule()
    def interrupt(self) -> None:
        self.bench.command_line.interrupt()

    @precondition(lambda self: self.editor.context is Context.ROOT)
    @rule(path=st.sampled_from(PATHS), key=keys, data=st.data())
    def change_and_abort(self, path: str, key: str, data: st.DataObject) -> None:
        """An aborted edit leaves no trace."""
        before = self.bench.shown("full-configuration")
        self.bench.type(f"config {path}")
        if self.editor.context is Context.TABLE:
            self.bench.type(f"edit {print_word(key)}")
        if isinstance(self.editor.place, Draft):
            self.change(data, "set")
            self.bench.type("abort")
        self.bench.command_line.interrupt() if self.editor.context is not Context.ROOT else None
        kept = [line for line in self.bench.shown("full-configuration") if line not in (f"config {path}", "end")]
        assert kept == [line for line in before if line not in (f"config {path}", "end")]

    # What is always so.

    @property
    def editor(self) -> Any:
        return self.bench.console.editor

    @invariant()
    def the_prompt_tells_where_one_is(self) -> None:
        if not hasattr(self, "bench"):
            return
        places = self.editor._places
        prompt = self.bench.command_line.prompt
        assert prompt.endswith(f"({self.editor.prompt}) # ") if places else prompt.endswith("# ")
        assert ("(" in prompt) == bool(places)

    @invariant()
    def references_never_dangle(self) -> None:
        if hasattr(self, "bench"):
            assert list(self.bench.appliance.configuration.drop_dangling()) == []

    def teardown(self) -> None:
        """What is shown, loaded into a new appliance and shown again, is the same."""
        if not hasattr(self, "bench"):
            return
        for words in ("", "full-configuration"):
            shown = self.bench.shown(words)
            again = Bench(self.release)
            again.appliance.configuration.clear()
            refused = list(Loading(again.console).errors("\n".join([self.bench.header(), *shown])))
            assert refused == []
            assert again.shown() == self.bench.shown()


def _values(option: Option) -> st.SearchStrategy[list[str]]:
    """Words for an option, most of them good ones."""
    kind = option.type
    if isinstance(kind, Choice | Choices):
        return st.lists(st.sampled_from([it.name for it in kind.values]), min_size=1, max_size=1)
    if isinstance(kind, Integer):
        return st.sampled_from([[str(kind.minimum)], [str(kind.maximum)], ["7"]])
    return texts


# Each example is a whole session, loaded twice at its end.
Sessions.TestCase.settings = settings(max_examples=settings().max_examples // 5, stateful_step_count=40, deadline=None)
TestSessions = Sessions.TestCase


def test_a_line_that_is_refused_leaves_the_session_where_it_was() -> None:
    bench = Bench((7, 4, 11))
    bench.type("config firewall address")
    bench.type("edit a")

    assert bench.type("set subnet nonsense")[-1] == "Command fail. Return code -8"
    assert bench.command_line.prompt.endswith("(a) # ")

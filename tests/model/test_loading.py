"""The bulk loader against the law: loaded in bulk or line by line, everything is the same afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from ipaddress import IPv4Interface, IPv4Network
from itertools import count
from pathlib import Path
from random import Random

import pytest
from generator import FLAT, PLAIN, REALISTIC, generate
from hypothesis import given
from hypothesis import strategies as st
from made_configurations import damaged, made_configuration
from rig import rig

from fauxgate.cli.backup import empty
from fauxgate.cli.loading import Loading
from fauxgate.device.backup import backup
from fauxgate.device.config_errors import ConfigError
from fauxgate.errors import UserError
from fauxgate.language.bulk import Reader, unix_lines
from fauxgate.language.words import split
from fauxgate.model import bulk_table
from fauxgate.model.configuration import Configuration
from fauxgate.model.editor import Editor
from fauxgate.model.entry import Entry
from fauxgate.model.errors import UnknownWord
from fauxgate.model.loading import Loader
from fauxgate.model.meanings import Meanings, plain_words, words
from fauxgate.model.networks import Networks
from fauxgate.model.snapshot import take
from fauxgate.model.storage import Commit
from fauxgate.model.values import Secrets, read
from fauxgate.schema.catalogue import Catalogue
from fauxgate.schema.types import AsTyped, Integer, Name, Object, Option, Table

RIG = rig()
FIXTURES = Path(__file__).parent.parent.parent / "fixtures"


class Reversed:
    """Secrets that are sealed the same way every time, so that two loads can be compared."""

    def seal(self, text: str) -> str:
        return text.encode("utf-8", "surrogatepass").hex().ljust(-(-len(text) // 2) * 4, "0")


SECRETS = Reversed()


@dataclass
class Loaded:
    """What there is once a text has been loaded."""

    configuration: Configuration
    errors: list[ConfigError]
    commits: list[Commit]
    in_bulk: int


def load(text: str, *, by_line: bool = False, secrets: Secrets = SECRETS) -> Loaded:
    console = RIG.command_line._console
    configuration = empty(console.appliance.catalogue, text)
    commits: list[Commit] = []
    editor = Editor(configuration, secrets, {}, commits.append)
    blocks = 0

    def counted(self: Loader, read: Callable[[Loader], bool]) -> bool:
        nonlocal blocks
        is_well = not by_line and original(self, read)
        blocks += is_well
        return is_well

    original = Loader.load
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Loader, "load", counted)
        errors = list(Loading(replace(console, editor=editor)).errors(text))
    return Loaded(configuration, errors, commits, blocks)


def form(thing: object) -> object:
    """A thing with the types of all that is in it, since a word in quotes equals one without."""
    if is_dataclass(thing) and not isinstance(thing, type):
        return type(thing).__name__, {it.name: form(getattr(thing, it.name)) for it in fields(thing) if it.repr}
    if isinstance(thing, Mapping):
        return [(form(key), form(it)) for key, it in thing.items()]
    if isinstance(thing, tuple):
        return tuple(map(form, thing))
    return type(thing).__name__, thing


def uses(configuration: Configuration) -> object:
    stores = {None: configuration.storage.shared, **configuration.storage.domains}
    return {
        (name, *target): {(it.domain, it.path, it.key) for it in store.references.users(*target)}
        for name, store in stores.items()
        for target in store.references.targets()
    }


def laid_out(configuration: Configuration) -> object:
    """What is remembered of the file; how many steps it took to load it is another matter."""
    origin = configuration.storage.origin
    return origin and form(replace(origin, changes=0))


def assert_same(text: str) -> Loaded:
    fast, law = load(text), load(text, by_line=True)

    assert law.in_bulk == 0
    assert fast.errors == law.errors
    assert form(take(fast.configuration)) == form(take(law.configuration))
    assert laid_out(fast.configuration) == laid_out(law.configuration)
    assert form(tuple(fast.commits)) == form(tuple(law.commits))
    assert backup(fast.configuration) == backup(law.configuration)
    assert uses(fast.configuration) == uses(law.configuration)
    return fast


def in_table(path: str, *lines: str) -> str:
    return f"config {path}\n" + "".join(f"{line}\n" for line in lines) + "end\n"


ADDRESS = "firewall address"

# Each loads in a way of its own; none of them has anything that is refused.
PECULIAR = {
    "the same entry twice": in_table(
        ADDRESS, "edit a", "set color 3", "set comment x", "next", "edit a", "set color 4", "next"
    ),
    "an option twice": in_table(ADDRESS, "edit a", "set color 3", "set color 4", "next"),
    "back to the default": in_table(ADDRESS, "edit a", "set color 3", "set color 0", "next"),
    "away from the default": in_table(ADDRESS, "edit a", "set color 0", "set color 3", "next"),
    "an empty text": in_table("system global", "set av-affinity ''"),
    "an unset option": in_table(ADDRESS, "edit a", "set color 3", "unset color", "next"),
    "nothing in it": in_table(ADDRESS, 'edit "a"', "next"),
    "an entry closed by end": in_table(ADDRESS, 'edit "a"', "set color 3"),
    "a number given later": in_table(
        "router static", "edit 0", "set device x", "next", "edit 0", "set device y", "next"
    ),
    "a number with noughts": in_table(
        "router static", "edit 007", "set device x", "next", 'edit "8"', "set device y", "next"
    ),
    "an option of nobody": in_table("webfilter profile", 'edit "a"', 'set x "1" 2', "set x 3", "next"),
    "a block of nobody": in_table(
        "webfilter profile",
        'edit "a"',
        "config b c",
        "edit 1",
        "set x y",
        "next",
        "edit 2",
        "config d",
        "set e f",
        "end",
        "next",
        "end",
        "next",
    ),
    "an entry by its path": in_table('system replacemsg http "a b"', 'set buffer "x\nend\nnext"'),
    "nested in an entry": in_table(
        "system interface",
        "edit p",
        "set vdom root",
        "config ipv6",
        "set ip6-address 2001:db8::1/64",
        "end",
        "set type physical",
        "next",
    ),
    "nested rows": in_table(
        "system dhcp server",
        "edit 1",
        "set interface p",
        "set netmask 255.0.0.0",
        "config ip-range",
        "edit 1",
        "set start-ip 10.0.0.1",
        "set end-ip 10.0.0.2",
        "next",
        "end",
        "next",
    ),
    "other ways to write": in_table(
        ADDRESS,
        "edit a",
        "set comment bare",
        "set subnet 10.0.0.1/8",
        'set color "3"',
        "next",
        'edit "b"',
        "set type fqdn",
        "set comment \"x\"y'z'",
        "set fqdn a.b",
        "next",
    ),
    "out of order": in_table(
        ADDRESS, 'edit "a"', "set color 3", 'set comment "x"', "set subnet 10.0.0.0 255.0.0.0", "next"
    ),
    "two secrets alike": in_table(
        "user local", *(f'edit "{it}"\nset passwd abc\nset type password\nnext' for it in "ab")
    ),
    "a secret of another unit": in_table(
        "user local", 'edit "a"', "set type password", f"set passwd ENC {'A' * 24}", "next"
    ),
    "names before and behind": in_table("firewall addrgrp", 'edit "g"', 'set member "a"', "next")
    + in_table(ADDRESS, 'edit "a"', "next")
    + in_table("firewall addrgrp", 'edit "h"', 'set member "a" "g"', "next"),
    "in two domains": "#config-version=FGVM64-7.4.11-FW-build2878-260126:opmode=0:vdom=1:user=admin\nconfig vdom\n"
    "edit root\nnext\nedit v2\nnext\nend\nconfig global\n"
    + in_table("system global", "set hostname H")
    + "end\nconfig vdom\nedit v2\n"
    + in_table(ADDRESS, 'edit "a"', "next")
    + "end\n",
    "an object": in_table("system global", 'set hostname "H"', "set admintimeout 5", "unset alias"),
    "comments and blank lines": in_table(
        ADDRESS, "# one", "", 'edit "a"', "#two", "", "set color 3", "next", "", "#three"
    ),
}
# And each of these has one line that is refused.
WRONG = {
    "a value": in_table(
        ADDRESS,
        'edit "a"',
        "set color 3",
        "next",
        'edit "b"',
        "set color x",
        "set comment y",
        "next",
        'edit "c"',
        "next",
    ),
    "an option": in_table("system dns", "set nosuch 1", "set primary 10.0.0.1"),
    "a required option that is empty": in_table("system interface", "edit a", 'set vdom ""', "next"),
    "a required option": in_table("system interface", "edit a", "next", "edit b", "set vdom root", "next"),
    "an overlap": in_table(
        "system interface",
        *(f"edit p{it}\nset vdom root\nset ip 10.0.{it}.1 255.255.0.0\nset type loopback\nnext" for it in (1, 2)),
    ),
    "a range": in_table(ADDRESS, "edit a", "set type iprange", "set start-ip 1.1.1.2", "set end-ip 1.1.1.1", "next"),
    "a name of another kind": in_table(ADDRESS, 'edit "a"', "next") + in_table("firewall addrgrp", 'edit "a"', "next"),
    "a key": in_table(ADDRESS, 'edit "<"', "next", 'edit "b"', "next"),
    "a path": in_table("no such thing", "edit 1", "set a b", "next") + in_table(ADDRESS, 'edit "b"', "next"),
    "a nested value": in_table(
        "system dhcp server",
        "edit 1",
        "set interface p",
        "set netmask 255.0.0.0",
        "config ip-range",
        "edit 1",
        "set start-ip x",
        "next",
        "edit 2",
        "set end-ip 10.0.0.2",
        "next",
        "end",
        "next",
    ),
    "a quote": in_table(ADDRESS, 'edit "a"', 'set comment "x', "next"),
}


def test_a_plain_table_is_loaded_at_once() -> None:
    loaded = assert_same(in_table(ADDRESS, 'edit "a"', "set subnet 10.0.0.0 255.0.0.0", "next", 'edit "b"', "next"))

    assert loaded.in_bulk == 1
    assert list(loaded.configuration.table(("firewall", "address"))) == ["a", "b"]


@pytest.mark.parametrize("text", PECULIAR.values(), ids=PECULIAR)
def test_what_is_written_in_an_unusual_way_is_loaded_as_by_the_law(text: str) -> None:
    assert assert_same(text).in_bulk > 0


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_what_is_refused_is_told_as_by_the_law(text: str) -> None:
    assert assert_same(text).errors


def test_only_the_entry_that_is_wrong_is_carried_out_line_by_line() -> None:
    good = [line for number in range(20) for line in (f'edit "a{number}"', "set color 3", "next")]

    loaded = assert_same(in_table(ADDRESS, *good, 'edit "b"', "set color x", "next", *good))

    assert loaded.in_bulk == 40
    assert len(loaded.configuration.table(("firewall", "address"))) == 21


def test_a_block_that_does_not_fit_into_its_table_leaves_no_trace() -> None:
    shop = Table(path=("shop",), help="", key=Option("name", Name(9)), options=(), limit=3)
    editor = Editor(Configuration(Catalogue((shop,), {}, (7, 4, 11))), SECRETS)
    editor.is_restoring = True
    text = in_table("shop", *(f'edit "{number}"\nnext' for number in range(4)))

    assert not Loader(editor).load(Reader(text).read_piece)
    assert not editor.configuration.table(("shop",))
    assert editor.place is None


def test_a_secret_is_sealed_anew_each_time() -> None:
    seals = count()

    class Counting:
        def seal(self, text: str) -> str:
            return f"{text}{next(seals):020}"

    loaded = load(PECULIAR["two secrets alike"], secrets=Counting())

    rows = loaded.configuration.table(("user", "local"))
    assert rows["a"].values["passwd"] != rows["b"].values["passwd"]


def test_lines_are_forgotten_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_table, "MOST", 3)
    lines = (f'edit "a{number}"\nset comment "{number}"\nset color {number % 3}\nnext' for number in range(30))

    assert assert_same(in_table(ADDRESS, *lines)).in_bulk == 1


def test_in_which_order_tables_were_first_looked_at_makes_no_difference() -> None:
    policy = 'edit 1\nset srcintf "port1"\nset dstintf "port2"\nset dstaddr "b" "c d"\nset schedule "always"'
    text = (
        "#config-version=FGVM64-7.4.11-FW-build2878-260126:opmode=0:vdom=1:user=admin\n"
        f"config vdom\nedit root\nconfig firewall policy\n{policy}\nend\n"
        'config firewall schedule recurring\nedit "a"\nend\nconfig firewall address\nedit "a"\n'
    )

    assert_same(text)


@given(st.randoms(use_true_random=False))
def test_whatever_stands_in_a_file_is_loaded_as_by_the_law(random: Random) -> None:
    assert_same(damaged(made_configuration(random), random, random.choice((0, 0, 1, 3))))


@given(st.randoms(use_true_random=False))
def test_a_damaged_backup_is_loaded_as_by_the_law(random: Random) -> None:
    text = generate(random.choice((120, 250)), random.randrange(50), random.choice((REALISTIC, PLAIN, FLAT)))

    assert_same(damaged(text, random, random.choice((0, 1, 1, 3))))


@pytest.mark.parametrize("file", sorted(FIXTURES.glob("*/*.conf")), ids=lambda file: file.stem)
def test_our_files_are_loaded_as_by_the_law(file: Path) -> None:
    assert_same(unix_lines(file.read_text("utf-8", "surrogateescape")))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5), st.sampled_from((8, 15, 16, 24, 32)))))
def test_an_overlap_is_never_overlooked(made: list[tuple[int, int, int]]) -> None:
    section = RIG.appliance.catalogue.find(("system", "interface"))
    assert section is not None
    followed, networks = Networks(section), list[IPv4Network]()

    for high, low, length in made:
        network = IPv4Interface(f"10.{high}.{low}.1/{length}")
        written = f"{network.ip} {network.netmask}"

        may_overlap = followed.may_overlap("root", written)

        assert may_overlap == any(network.network.overlaps(it) for it in networks)
        followed.note(None, Entry({"ip": written, "vdom": "root"}))
        networks.append(network.network)


def test_who_names_whom_is_right_although_it_is_counted_late() -> None:
    configuration = load(PECULIAR["names before and behind"]).configuration
    group, target = ("firewall", "addrgrp"), ("firewall", "address")

    configuration.write(group, "h", {"member": ("g",)})
    configuration.delete(group, "g")
    configuration.write(group, "i", {"member": ("a",)})

    assert [user.key for user in configuration.users(target, "a")] == ["i"]
    assert [user.key for user in configuration.users(group, "g")] == ["h"]


@pytest.mark.parametrize("text", ['a "b c"', '"a"', "a", "a\\ b 'c'"])
def test_words_of_an_unknown_form_keep_their_quotes(text: str) -> None:
    option = Option("form", AsTyped())
    section = Object(path=("o",), help="", options=(option,))

    assert Meanings(section, SECRETS)["form", text] == ("form", read(option, words(text), SECRETS))


@pytest.mark.parametrize("option", ["shown", "nosuch"])
def test_an_option_that_nobody_may_set_has_no_meaning(option: str) -> None:
    section = Object(path=("o",), help="", options=(Option("shown", Integer(), read_only=True),))

    with pytest.raises(UnknownWord):
        Meanings(section, SECRETS)[option, "1"]


@given(st.text(st.sampled_from("ab\"'\\ #\n\t\xa0\x0bé"), min_size=1))
def test_the_words_of_a_value_are_those_of_its_line(text: str) -> None:
    def split_after_set() -> list[object]:
        return [form(word.value) for word in split(f"set x {text}")[2:]]

    assert result(lambda: [form(word) for word in words(text)]) == result(split_after_set)
    assert result(lambda: list(plain_words(text))) == result(lambda: [it.text for it in split(f"set x {text}")[2:]])


def result(work: Callable[[], object]) -> object:
    try:
        return work()
    except UserError as error:
        return type(error)

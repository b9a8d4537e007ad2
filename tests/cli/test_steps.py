from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import settings
from rig import URL, Rig, rig
from typist import Typist

from fauxgate.cli.steps import Moment
from fauxgate.device.backup import backup
from fauxgate.language.reader import read
from fauxgate.model.snapshot import changes, take

# The quick profile of hypothesis makes 60 examples, the nightly one 5000.
COMMANDS = 1000 if settings().max_examples < 1000 else 20_000
# What is not about the configuration, or would keep what follows from being carried out.
LEFT_OUT = (":undo", ":redo", "exit", "quit", "execute batch", "execute shutdown", "execute ping", "execute vpn")


# What a policy must have.
REQUIRED = tuple(f"set {it}" for it in ("srcintf any", "dstintf any", "srcaddr all", "dstaddr all", "schedule always"))


def enter(bench: Rig, line: str) -> bool:
    """Type a line and answer what it asks with yes; says whether it was a step."""
    before = len(bench.command_line._console.steps.done)
    bench.command_line.run(line)
    bench.command_line.answer("y")
    return len(bench.command_line._console.steps.done) > before


def random_line(person: Typist) -> str:
    while True:
        line = person.grammatical()
        if not line.startswith(LEFT_OUT) and len(line) < 1000:
            return line


def moment(bench: Rig, before: Moment | None = None) -> Moment:
    """What is saved, entry by entry, and where the person stands with what: the same snapshot if nothing differs."""
    snapshot = take(bench.appliance.configuration, before.snapshot if before else None)
    return Moment(snapshot, bench.command_line._console.editor.standing)


def shown(bench: Rig) -> str:
    return backup(bench.appliance.configuration)


def saved(bench: Rig) -> list[object]:
    """What is saved, table by table; the order counts where `move` can change it."""
    (store,) = [it for name, it in moment(bench).snapshot.stores.items() if name == "root"]
    policies = list(store.sections[("firewall", "policy")]) if ("firewall", "policy") in store.sections else []
    return [{path: dict(rows) for path, rows in store.sections.items() if rows}, policies, shown(bench).count("\n")]


def kept(found: Moment) -> dict[str | None, object]:
    return {name: list(store.kept.items()) for name, store in found.snapshot.stores.items() if store.kept}


def assert_is(bench: Rig, wanted: Moment, line: str) -> None:
    found = moment(bench, wanted)
    assert changes(bench.appliance.configuration.storage, found.snapshot, wanted.snapshot) == [], line
    assert kept(found) == kept(wanted), line
    assert found.standing == wanted.standing, line


def test_undo_after_each_of_many_random_commands_gives_exactly_the_state_before() -> None:
    bench = rig()
    person = Typist(bench, Random(1))  # noqa: S311 - it chooses what is typed
    text, undone = shown(bench), 0
    before = moment(bench)
    while undone < COMMANDS:
        line = random_line(person)
        is_step = enter(bench, line)
        after = moment(bench, before)
        if is_step:
            undone += 1
            bench.command_line.run(":undo")
            assert_is(bench, before, line)
            bench.command_line.run(":redo")
        assert_is(bench, after, line)
        before = after
    while bench.command_line.run(":undo") is None:
        pass

    assert shown(bench) == text


def change(chance: Random) -> Iterator[str]:
    """Some change that is saved; names come from a small set, so that entries meet each other."""
    one, other = chance.sample("abcd", 2)
    changes = (
        ("config firewall address", f"edit {one}", f"set subnet 10.{chance.randint(0, 9)}.0.0/16", "next", "end"),
        ("config firewall address", f"edit {one}", f'set comment "it\'s\n{other}"', "next", "end"),
        (
            "config firewall address",
            f"edit {one}",
            "unset comment",
            "set type fqdn",
            f"set fqdn {other}.example",
            "end",
        ),
        ("config firewall address", f"rename {one} to {other}", "end"),
        ("config firewall address", f"delete {one}", f"clone {other} to {one}", "end"),
        ("config firewall addrgrp", f"edit g{one}", f"set member {one} {other}", "next", "end"),
        ("config firewall addrgrp", f"edit g{one}", f"append member {other}", "next", "end"),
        ("config firewall addrgrp", f"delete g{one}", "end"),
        ("config firewall policy", "edit 0", *REQUIRED, f"set comments {other}", "next", "end"),
        ("config firewall policy", f"move {chance.randint(1, 6)} after {chance.randint(1, 6)}", "end"),
        ("config firewall policy", f"delete {chance.randint(1, 6)}", "end"),
        ("config system global", f"set hostname {one}", f"set admintimeout {chance.randint(1, 99)}", "end"),
        ("config system global", "unset hostname", "end"),
        (
            "config user group",
            f"edit u{one}",
            "config match",
            "edit 0",
            "set server-name ldap",
            f"set group-name {other}",
            "end",
            "end",
        ),
        ("config user group", f"edit u{one}", "config match", f"delete {chance.randint(1, 3)}", "end", "end"),
    )
    yield from chance.choice(changes)


@pytest.mark.parametrize("seed", range(20))
def test_what_diff_prints_leads_from_one_to_the_other(seed: int) -> None:
    bench, chance = rig(), Random(seed)  # noqa: S311 - the same
    for line in ("config user ldap", "edit ldap", "set server a.example", "set dn c", "end"):
        bench.command_line.run(line)
    for _ in range(40):
        [enter(bench, line) for line in change(chance)]
    bench.command_line.run(":checkpoint before")
    for _ in range(40):
        [enter(bench, line) for line in change(chance)]
    wanted, start = saved(bench), len(bench.printed)
    bench.command_line.run(":diff before")
    lines = bench.printed[start:]
    bench.command_line.run(":goto before")
    refused = [error for line in read("\n".join(lines)) if (error := bench.command_line.run(line.text))]

    assert refused == []
    assert saved(bench) == wanted


def test_a_move_can_be_undone() -> None:
    bench = rig()
    add = ("edit 0", *REQUIRED, "next")
    for line in ("config firewall policy", *add, *add, "move 2 before 1", ":undo"):
        bench.command_line.run(line)

    assert list(bench.appliance.configuration.table(("firewall", "policy"))) == ["1", "2"]


def test_an_enrollment_ends_when_the_entry_it_is_for_is_undone() -> None:
    bench = rig()
    empty = "'' " * 7
    bench.command_line.run(f"execute vpn certificate local generate rsa a 2048 a {empty}{URL} challenge")
    assert bench.appliance.realm().enrollments.names == ("a",)

    bench.command_line.run(":undo")
    assert bench.appliance.realm().enrollments.names == ()


def test_checkpoints_are_completed() -> None:
    bench = rig()
    bench.command_line.run(":checkpoint north")

    assert bench.command_line.complete(":goto ").words == ("north",)

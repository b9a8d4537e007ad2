"""Virtual domains: what each place in a unit with several of them sees, holds and shows."""

import pytest

from fauxgate.language.context import Context
from fauxgate.model.configuration import Configuration
from fauxgate.schema.tables import catalogue

REFUSED = "Command fail. Return code -61"


@pytest.fixture
def domains(make_session_of):
    """A session in a unit of 7.4 with the domains root and blue."""
    session = make_session_of(Configuration(catalogue((7, 4, 11))))
    session.configuration.enable_domains()
    session.paste("config vdom", "edit blue", "end")
    return session


def test_without_domains_nothing_leads_to_them(unit):
    assert unit.type("config vdom") == ("", "command parse error before 'vdom'", REFUSED)
    assert unit.type("config global") == ("", "command parse error before 'global'", REFUSED)
    assert not unit.configuration.has_domains
    assert unit.configuration.domains == ("root",)


@pytest.mark.parametrize(
    ("lines", "context", "prompt"),
    [
        ([], Context.ROOT, None),
        (["config global"], Context.GLOBAL, "global"),
        (["config global", "config system console"], Context.OBJECT, "console"),
        (["config global", "end"], Context.ROOT, None),
        (["config vdom"], Context.TABLE, "vdom"),
        (["config vdom", "edit blue"], Context.VDOM, "blue"),
        (["config vdom", "edit blue", "config system zone", "edit z"], Context.ENTRY, "z"),
        (["config vdom", "edit blue", "config system zone", "edit z", "end"], Context.VDOM, "blue"),
        (["config vdom", "edit blue", "next"], Context.TABLE, "vdom"),
        (["config vdom", "edit blue", "end"], Context.ROOT, None),
    ],
)
def test_each_place_has_its_prompt(domains, lines, context, prompt):
    assert domains.paste(*lines) == ()
    assert (domains.editor.context, domains.prompt) == (context, prompt)


def test_a_global_command_outside_config_global_is_refused_by_its_last_word(domains):
    refused = ("", "command parse error before 'console'", REFUSED)

    assert domains.type("config system console") == refused
    domains.paste("config vdom", "edit root")
    assert domains.type("config system console") == refused
    domains.paste("end", "config global")
    assert domains.type("config system zone") == ("", "command parse error before 'zone'", REFUSED)


def test_what_is_in_one_domain_is_not_in_another(domains):
    domains.paste("config vdom", "edit blue", "config system zone", "edit z", "end", "end")

    configuration = domains.configuration
    assert list(configuration.seen_from("blue").table(("system", "zone"))) == ["z"]
    assert list(configuration.table(("system", "zone"))) == []
    assert domains.commits[-1].domain == "blue"


def test_what_is_shared_is_the_same_from_everywhere(domains):
    domains.paste("config global", "config system dns", "set timeout 7", "end", "end")

    assert domains.configuration.seen_from("blue").value(("system", "dns"), "", "timeout") == "7"


def test_the_whole_unit_is_shown_domain_after_domain(domains):
    domains.paste("config vdom", "edit blue", "config system zone", "edit z", "end", "end")

    shown = domains.show()

    assert shown[:8] == [
        "config vdom",
        "edit root",
        "next",
        "edit blue",
        "next",
        "end",
        "config global",
        "config system global",
    ]
    inside = shown.index("edit blue", 6)
    assert shown[inside - 1] == "config vdom"
    zone = shown.index("config system zone", inside)
    assert shown[zone : zone + 4] == ["config system zone", '    edit "z"', "    next", "end"]
    assert shown[-1] == "end"


def test_what_is_shown_makes_the_same_again(domains, make_session_of):
    domains.paste("config vdom", "edit blue", "config system zone", "edit z", "end", "config router bgp", "end", "end")
    domains.paste("config global", "config system dns", "set timeout 7", "end", "config dpdk global", "end", "end")
    again = make_session_of(Configuration(catalogue((7, 4, 11))))
    again.configuration.enable_domains()

    assert again.paste(*domains.show()) == ()

    assert again.show() == domains.show()


def test_root_stays_and_so_does_a_domain_in_use(domains):
    domains.paste("config global", "config system interface", "edit v", "set vdom blue", "end", "end", "config vdom")

    assert domains.type("delete root") == ("Can not delete a static table entry", REFUSED)
    assert domains.type("delete blue")[0] == "The entry is used by other 1 entries"
    domains.paste("end", "config global", "config system interface", "delete v", "end", "end", "config vdom")
    assert domains.type("delete blue") == ()
    assert domains.configuration.domains == ("root",)


@pytest.mark.parametrize("name", ["a b", "ä", "x" * 32, ""])
def test_a_domain_has_letters_digits_dash_and_underscore_only(domains, name):
    domains.type("config vdom")

    assert domains.type(f"edit '{name}'")[-1].startswith("Command fail.")
    assert domains.prompt == "vdom"


def test_there_are_ten_domains_at_most(domains):
    domains.paste("config vdom", *(line for n in range(8) for line in (f"edit d{n}", "next")))

    assert domains.type("edit d9") == (
        "object set operator error, -4 discard the setting",
        "Command fail. Return code -4",
    )
    assert domains.prompt == "vdom"


def test_turning_domains_on_is_to_be_asked_about(unit):
    unit.paste("config system global", "set hostname a")
    assert not unit.editor.is_asked_to_log_out
    unit.type("set vdom-mode multi-vdom")
    assert unit.editor.is_asked_to_log_out
    unit.editor.is_restoring = True
    assert not unit.editor.is_asked_to_log_out


def test_a_visit_to_another_domain_leaves_the_session_where_it_is(domains):
    visit = domains.editor.visiting("blue")

    assert (visit.prompt, domains.prompt) == ("blue", None)
    visit.config(["system", "zone"])
    assert visit.edit("z")

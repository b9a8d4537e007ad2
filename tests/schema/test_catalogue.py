import subprocess
import sys
from dataclasses import replace

import pytest

from fauxgate.schema.catalogue import Catalogue, Kind, KnownPath, PathWord, Row, Scope
from fauxgate.schema.tables import catalogue
from fauxgate.schema.types import Choice, Name, Object, Option, String, Table, Value

COLOR = Choice((Value("red", "Red."), Value("blue", "Blue.", since=(7, 4, 0))))

PAINT = Table(
    path=("paint", "pot"),
    help="Pots.",
    key=Option("name", Name(35)),
    options=(
        Option("color", COLOR, "red", "Color."),
        Option("lead", String(10), help="Lead.", until=(7, 0, 99)),
        Object(
            path=("lid",),
            help="Lid.",
            options=(Option("tint", COLOR, "red", "Tint."),),
            since=(7, 2, 0),
        ),
    ),
)

BRUSH = Object(path=("paint", "pot", "brush"), help="Brush.", options=(), since=(7, 2, 0))


def made(release):
    return Catalogue((PAINT, BRUSH), {("paint",): "Paint."}, release)


def test_an_option_exists_from_since_to_until():
    old, new = made((7, 0, 5)).find(PAINT.path), made((7, 2, 0)).find(PAINT.path)

    assert [it.name for it in old.options] == ["color", "lead"]
    assert [it.name for it in new.options] == ["color", "lid"]


def test_a_value_exists_from_since_on_in_nested_sections_too():
    old, new = made((7, 2, 0)).find(PAINT.path), made((7, 4, 0)).find(PAINT.path)

    assert [it.name for it in old.option("color").type.values] == ["red"]
    assert [it.name for it in old.section("lid").option("tint").type.values] == ["red"]
    assert [it.name for it in new.section("lid").option("tint").type.values] == ["red", "blue"]


def test_a_section_that_the_release_lacks_is_not_found():
    assert made((7, 0, 0)).find(BRUSH.path) is None
    assert made((7, 2, 0)).find(BRUSH.path) == BRUSH


def test_the_same_section_is_filtered_once():
    catalogue = made((7, 0, 0))

    assert catalogue.find(PAINT.path) is catalogue.find(PAINT.path)


def test_next_words_tell_what_completes_a_path_and_what_leads_on():
    catalogue = made((7, 2, 0))

    assert catalogue.next_words(()) == (PathWord("paint", "Paint.", complete=False, leads_on=True),)
    assert catalogue.next_words(("paint",)) == (PathWord("pot", "Pots.", complete=True, leads_on=True),)
    assert catalogue.next_words(("paint", "pot")) == (PathWord("brush", "Brush.", complete=True, leads_on=False),)
    assert catalogue.next_words(("paint", "pot", "brush")) == ()
    assert catalogue.next_words(("water",)) == ()


def test_the_longest_path_wins_and_the_rest_is_returned():
    catalogue = made((7, 2, 0))

    assert catalogue.resolve(("paint", "pot", "a")) == (catalogue.find(PAINT.path), ("a",))
    assert catalogue.resolve(("paint", "pot", "brush")) == (BRUSH, ())
    assert catalogue.resolve(("paint",)) is None
    assert catalogue.resolve(()) is None


def names(release, *path):
    return [it.name for it in catalogue(release).find(path).options]


def test_fields_of_a_local_certificate_in_6_4_stand_in_the_order_of_show():
    assert names((6, 4, 14), "vpn", "certificate", "local") == [
        "password",
        "comments",
        "private-key",
        "certificate",
        "csr",
        "state",
        "scep-url",
        "range",
        "source",
        "last-updated",
        "auto-regenerate-days",
        "auto-regenerate-days-warning",
        "scep-password",
        "ca-identifier",
        "name-encoding",
        "source-ip",
        "ike-localid",
        "ike-localid-type",
        "enroll-protocol",
        "cmp-server",
        "cmp-path",
        "cmp-server-cert",
        "cmp-regeneration-method",
    ]


@pytest.mark.parametrize(
    ("path", "option", "last_without", "first_with"),
    [
        ("vpn certificate local", "acme-domain", (6, 4, 14), (7, 0, 0)),
        ("vpn certificate local", "private-key-retain", (7, 2, 0), (7, 2, 1)),
        ("vpn certificate local", "est-server", (7, 4, 0), (7, 4, 1)),
        ("vpn certificate local", "acme-eab-key-id", (7, 6, 2), (7, 6, 3)),
        ("vpn certificate local", "est-regeneration-method", (7, 6, 2), (7, 6, 3)),
        ("certificate local", "est-server", (7, 4, 0), (7, 4, 1)),
        ("vpn certificate ca", "ca-identifier", (7, 0, 1), (7, 0, 2)),
        ("vpn certificate ca", "obsolete", (7, 2, 0), (7, 2, 1)),
        ("vpn certificate ca", "est-url", (7, 4, 0), (7, 4, 1)),
        ("vpn certificate ca", "fabric-ca", (7, 4, 3), (7, 4, 4)),
        ("vpn certificate setting", "subject-set", (7, 0, 0), (7, 0, 1)),
        ("vpn certificate setting", "crl-verification", (7, 0, 0), (7, 0, 1)),
        ("vpn certificate setting", "cert-expire-warning", (7, 2, 0), (7, 2, 1)),
        ("vpn certificate setting", "proxy", (7, 2, 3), (7, 2, 4)),
        ("vpn certificate setting", "source-ip", (7, 2, 13), (7, 4, 0)),
        ("vpn certificate setting", "vrf-select", (7, 6, 0), (7, 6, 1)),
    ],
)
def test_an_option_came_with_its_release(path, option, last_without, first_with):
    assert option not in names(last_without, *path.split())
    assert option in names(first_with, *path.split())


@pytest.mark.parametrize(
    ("path", "option", "last_with", "first_without"),
    [
        ("vpn certificate setting", "strict-crl-check", (7, 0, 0), (7, 0, 1)),
        ("vpn certificate setting", "ssl-ocsp-source-ip", (7, 2, 4), (7, 2, 5)),
    ],
)
def test_an_option_went_with_its_release(path, option, last_with, first_without):
    assert option in names(last_with, *path.split())
    assert option not in names(first_without, *path.split())


@pytest.mark.parametrize(
    ("release", "expected"),
    [
        ((6, 4, 14), ["none", "scep", "cmpv2"]),
        ((7, 0, 0), ["none", "scep", "cmpv2", "acme2"]),
        ((7, 4, 1), ["none", "scep", "cmpv2", "acme2", "est"]),
    ],
)
def test_enrollment_protocols_came_one_by_one(release, expected):
    option = catalogue(release).find(("vpn", "certificate", "local")).option("enroll-protocol")

    assert [it.name for it in option.type.values] == expected


def test_est_passwords_were_plain_strings_in_7_4_1():
    first = catalogue((7, 4, 1)).find(("vpn", "certificate", "local")).option("est-http-password")
    later = catalogue((7, 4, 2)).find(("vpn", "certificate", "local")).option("est-http-password")

    assert type(first.type).__name__ == "String"
    assert type(later.type).__name__ == "Password"


def test_hsm_certificates_came_with_7_6_3():
    assert catalogue((7, 6, 2)).find(("vpn", "certificate", "hsm-local")) is None
    assert catalogue((7, 6, 3)).find(("vpn", "certificate", "hsm-local")) is not None
    assert catalogue((7, 6, 3)).find(("certificate", "hsm-local")) is not None


def test_the_print_order_of_administrators_changed_with_7_6():
    old, new = names((7, 2, 13), "system", "admin"), names((7, 6, 6), "system", "admin")

    assert old.index("accprofile") < old.index("vdom")
    assert new[:2] == ["vdom", "old-password"]
    assert new[-1] == "password"


def test_sections_stand_in_the_order_of_a_backup_without_those_the_release_lacks():
    assert [it.path for it in made((7, 2, 0)).sections()] == [PAINT.path, BRUSH.path]
    assert [it.path for it in made((7, 0, 0)).sections()] == [PAINT.path]


def test_a_section_is_loaded_when_it_is_first_used():
    row = Row(("system", "console"), "no_such_module", "CONSOLE")
    catalogue = Catalogue((PAINT, row), {}, (7, 2, 0))

    assert catalogue.find(PAINT.path) is not None
    with pytest.raises(ModuleNotFoundError):
        catalogue.find(row.path)


def test_the_prompt_needs_one_section_only():
    asked = (
        "import sys; from fauxgate.schema.tables import catalogue; catalogue((7, 4, 11)).find(('system', 'global')); "
        "print(*(name for name in sys.modules if name.startswith('fauxgate.schema.system')))"
    )

    printed = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout

    loaded = "fauxgate.schema.system_global"
    assert {name[: len(loaded)] for name in printed.split()} == {loaded}


KNOWN = {path: KnownPath(path) for path in (("paint", "ink"), ("paint", "pot"), ("water",))}


def test_known_paths_lead_on_and_are_found_without_options():
    catalogue = Catalogue((PAINT,), {}, (7, 2, 0), known=lambda _release: KNOWN)

    assert [it.word for it in catalogue.next_words(())] == ["paint", "water"]
    assert [it.word for it in catalogue.next_words(("paint",))] == ["pot", "ink"]
    assert catalogue.kind(("paint", "pot")) is Kind.MODELLED
    assert catalogue.kind(("water",)) is Kind.KEPT
    assert catalogue.find(("water",)).options == ()
    assert [it.path for it in catalogue.sections()] == [PAINT.path]


def test_strictly_sections_are_complete_and_no_other_paths_are_known():
    partial = replace(PAINT, is_complete=False)
    catalogue = Catalogue((partial,), {}, (7, 2, 0), known=lambda _release: KNOWN, strict=True)

    assert catalogue.find(PAINT.path).is_complete
    assert catalogue.kind(("water",)) is Kind.UNKNOWN


def test_each_scope_sees_its_part():
    shared = Object(path=("system", "dns"), help="", options=(), is_global=True)
    own = Object(path=("system", "settings"), help="", options=())
    above = Table(path=("vdom",), help="", key=Option("name", Name(9)), options=(), is_global=True)
    whole = Catalogue((above, shared, own), {}, (7, 2, 0))

    seen = {
        scope: [path for path in (above.path, shared.path, own.path) if whole.scoped(scope).find(path)]
        for scope in Scope
    }

    assert seen == {
        Scope.EVERY: [above.path, shared.path, own.path],
        Scope.SINGLE: [shared.path, own.path],
        Scope.TOP: [above.path],
        Scope.SHARED: [shared.path],
        Scope.DOMAIN: [own.path],
    }
    assert [it.word for it in whole.scoped(Scope.TOP).next_words(())] == ["vdom", "system"]

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.schema import ansible_schema, module_notes
from fauxgate.schema.imported import section
from fauxgate.schema.nodes import Node
from fauxgate.schema.types import AsTyped, Choice, Integer, Names, Password, String, Table, Value

MODULE = (ROOT / "fixtures/schema/collection/plugins/modules/fortios_orchard_garden_bed.py").read_text()
BED = ("orchard", "garden", "bed")


def bed(release=(7, 4, 11)):
    path, schema = ansible_schema.section(MODULE)
    return section(path, Node(schema), release)


def test_the_path_is_the_one_that_the_module_sends_its_data_to():
    made = bed()

    assert made.path == BED
    assert isinstance(made, Table)
    assert (made.help, made.key.name, made.key.type) == ("Beds of the garden.", "number", Integer())


def test_options_bear_the_names_of_the_appliance():
    assert [it.name for it in bed().options] == [
        "description",
        "soil",
        "rows",
        "2nd-crop",
        "gardener",
        "water-password",
        "names",
        "worms",
    ]


def test_help_is_the_description_without_its_sources():
    made = bed()

    assert made.option("description").help == "What people call it."
    assert made.option("gardener").help == "Who digs."
    assert made.option("names").help == "Plants in it."


def test_a_source_in_the_description_is_a_reference():
    made = bed()

    assert made.option("gardener").refers_to == (("system", "admin"), ("orchard", "tree"))
    assert made.option("names").refers_to == (("orchard", "tree"),)


def test_a_range_in_the_description_is_the_range():
    made = bed()

    assert (made.option("rows").type, made.option("rows").default) == (Integer(2, 40), "6")
    assert made.option("2nd-crop").type == Integer(0, 9)


def test_options_and_values_exist_in_their_releases():
    old, new = bed((7, 2, 13)), bed((7, 6, 6))

    assert old.option("rows") is None
    assert old.option("soil").type == Choice((Value("clay", ""),))
    assert new.option("soil").type == Choice((Value("clay", ""), Value("loam", "")))


def test_a_type_that_is_not_stated_keeps_what_is_typed_and_secrets_are_sealed():
    made = bed()

    assert made.option("description").type == AsTyped()
    assert isinstance(made.option("gardener").type, String)
    assert isinstance(made.option("water-password").type, Password)


def test_a_table_that_has_only_keys_is_a_list_of_names_and_others_are_entered():
    made = bed()

    assert isinstance(made.option("names").type, Names)
    assert made.section("worms").key.name == "id"


@pytest.mark.parametrize(
    "source",
    [
        "",
        "this is no Python",
        "versioned_schema = {}",
        "versioned_schema = open('x')",
        "versioned_schema = {'type': 'dict', 'children': {}}",
        "fos.set('a', 'b')",
        "\0",
        "(" * 500,
    ],
)
def test_a_text_that_is_no_module_about_a_table_is_none(source):
    assert ansible_schema.section(source) is None


def test_a_module_is_never_run():
    assert ansible_schema.section(f"raise SystemExit\n{MODULE}") == ansible_schema.section(MODULE)


def test_what_the_unit_has_once_is_global():
    _, schema = ansible_schema.section(MODULE.replace('"orchard.garden", "bed"', '"system", "csf"'))
    _, other = ansible_schema.section(MODULE.replace('"orchard.garden", "bed"', '"system", "settings"'))

    assert schema["object_range"] == "global"
    assert "object_range" not in other


@given(st.text(alphabet="abc:-' \n{}#", max_size=200))
def test_documentation_of_any_form_is_read(text):
    assert all(isinstance(sentence, str) for sentence in module_notes.notes(text).values())

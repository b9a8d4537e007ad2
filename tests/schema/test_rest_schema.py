import json

from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.schema import rest_schema
from fauxgate.schema.imported import merged, section
from fauxgate.schema.nodes import Node
from fauxgate.schema.tables import catalogue
from fauxgate.schema.types import (
    AsTyped,
    Choice,
    Choices,
    Integer,
    Ipv4Network,
    Names,
    Object,
    Option,
    Password,
    String,
    Table,
    Value,
)

REST = ROOT / "fixtures" / "schema" / "rest"
RELEASE = (7, 4, 11)
TREE = ("orchard", "tree")

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)
# Answers that look right and are wrong somewhere inside.
facts = st.sampled_from(
    ["category", "children", "name", "type", "size", "mkey", "options", "default", "datasource", "help", "member_table"]
)
words = st.sampled_from(["table", "complex", "unitary", "option", "integer", "string", "x", "a b", ""])
schemas = st.recursive(
    words | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(facts | words, inner, max_size=6),
    max_leaves=25,
)


def answer(name):
    return json.loads((REST / name).read_text())


def tree():
    ((path, node),) = rest_schema.sections(answer("tree.json"))
    return section(path, node, RELEASE)


def test_an_answer_about_one_table_is_that_table():
    made = tree()

    assert made.path == TREE
    assert isinstance(made, Table)
    assert made.key == Option("name", String(15), help="Name.")
    assert (made.help, made.limit, made.is_global, made.is_imported) == ("Trees of the orchard.", 3, False, True)


def test_an_answer_about_all_is_each_table_and_object_under_the_words_of_its_path():
    found = dict(rest_schema.sections(answer("orchard.json")))

    assert list(found) == [("orchard", "garden", "gate"), ("system", "console")]
    assert isinstance(section(("orchard", "garden", "gate"), found["orchard", "garden", "gate"], RELEASE), Object)


def test_answers_collected_by_path_are_read_too():
    one = answer("tree.json")

    assert [path for path, _ in rest_schema.sections({"orchard/tree": one})] == [TREE]
    assert [path for path, _ in rest_schema.sections({"orchard/tree": one["results"]})] == [TREE]


def test_the_version_is_the_answers():
    assert rest_schema.version(answer("tree.json")) == "v7.4.2"


def test_types_limits_and_defaults_are_those_of_the_answer():
    made = {it.name: it for it in tree().options}

    assert made["kind"].type == Choice((Value("apple", "Apples."), Value("pear", "Pears.")))
    assert made["kind"].default == "apple"
    assert isinstance(made["pests"].type, Choices)
    assert made["pests"].default == ("aphid",)
    assert (made["height"].type, made["height"].default) == (Integer(1, 40), "4")
    assert (made["plot"].type, made["plot"].default) == (Ipv4Network(), "0.0.0.0 0.0.0.0")
    assert made["secret"].type == Password(64)
    assert made["note"].type == AsTyped()


def test_a_source_of_names_is_a_reference():
    made = tree()

    assert made.option("keeper").refers_to == (("system", "admin"),)


def test_a_table_that_has_only_keys_is_a_list_of_names():
    neighbours = tree().option("neighbours")

    assert neighbours.type == Names(15)
    assert neighbours.refers_to == (TREE,)


def test_tables_and_objects_inside_are_entered():
    made = tree()

    assert isinstance(made.section("branch"), Table)
    assert made.section("branch").key.type == Integer(0, 99)
    assert isinstance(made.section("root"), Object)


def test_what_only_get_prints_is_no_option():
    assert tree().option("status") is None


def test_our_own_options_win_and_further_ones_follow_them():
    ours = catalogue(RELEASE).find(("system", "console"))
    theirs = section(ours.path, dict(rest_schema.sections(answer("orchard.json")))[ours.path], RELEASE)
    both = merged(ours, theirs)

    assert both.option("output") == ours.option("output")
    assert [it.name for it in both.options] == [*(it.name for it in ours.options), "shade"]
    assert (both.help, both.is_imported) == (ours.help, False)


@given(json_values)
def test_any_json_is_an_answer_or_is_none(decoded):
    for path, node in rest_schema.sections(decoded):
        assert section(path, node, RELEASE) is not None


@given(schemas, schemas)
def test_an_answer_that_is_wrong_inside_is_read_as_far_as_it_is_right(children, rest):
    node = Node({"category": "table", "mkey": "name", "children": children, "rest": rest})
    made = section(("orchard", "wild"), node, RELEASE)

    assert all(it.name.isprintable() and " " not in it.name for it in made.options)

from fauxgate.model.entry import Entry, Rows, applies, fields
from fauxgate.schema.types import Choice, Object, Option, String, Value, When

SECTION = Object(
    path=("a",),
    help="",
    options=(
        Option("kind", Choice((Value("x", ""), Value("y", ""))), "x"),
        Option("always", String(9), "1"),
        Option("only-y", String(9), "2", when=When("kind", ("y",))),
        Option("never", String(9), "3", when=When("gone", ("y",))),
    ),
)


def test_an_option_applies_while_its_condition_holds():
    x, y = Entry(), Entry({"kind": "y"})

    assert [it.name for it in SECTION.options if applies(it, SECTION, x)] == ["kind", "always"]
    assert [it.name for it in SECTION.options if applies(it, SECTION, y)] == ["kind", "always", "only-y"]


def test_fields_are_what_applies_or_is_set_with_what_it_means():
    assert [(it.name, value) for it, value in fields(SECTION, Entry({"never": "set"}))] == [
        ("kind", "x"),
        ("always", "1"),
        ("never", "set"),
    ]


def test_an_entry_is_empty_while_nothing_in_it_is_set():
    assert Entry({}, {"b": Entry({}, {}, {"c": Rows()})}).is_empty
    assert not Entry({"a": "1"}).is_empty
    assert not Entry({}, {"b": Entry({"a": "1"})}).is_empty
    assert not Entry({}, {}, {"c": Rows({"a": Entry()})}).is_empty


def test_rows_that_are_copied_part_ways():
    rows = Rows({"a": Entry()})
    other = rows.copy()
    other["b"] = Entry()

    assert isinstance(other, Rows)
    assert list(rows) == ["a"]


def test_keys_that_begin_alike_stand_in_the_order_of_the_entries():
    rows = Rows({key: Entry() for key in ("b2", "a1", "b1", "b0")})

    assert rows.beginning("b") == ["b2", "b1", "b0"]
    rows["b3"] = Entry()
    rows["a0"] = Entry()
    del rows["b1"]
    assert rows.remove("x") is None
    assert rows.beginning("b") == ["b2", "b0", "b3"]
    rows.move("b3", "before", "b2")
    rows.rename("b0", "c")
    assert rows.beginning("b") == ["b3", "b2"]
    assert rows.beginning("") == list(rows) == ["b3", "b2", "a1", "c", "a0"]

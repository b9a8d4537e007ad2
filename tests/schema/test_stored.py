import pytest

from fauxgate.schema import stored
from fauxgate.schema.tables import catalogue

GATE = {
    "category": "complex",
    "help": "Ein Tor, 門.",
    "spans": "7.2.0-7.4.1",
    "children": {"width": {"category": "unitary", "type": "integer", "max-value": 9, "min-value": 0}},
}


@pytest.fixture
def text():
    return "\n".join(stored.write("by hand", [(("orchard", "gate"), GATE)])) + "\n"


def test_what_was_written_is_read_back(text):
    schema = stored.read(text)

    assert schema.source == "by hand"
    assert schema.section(("orchard", "gate"), (7, 2, 13)).help == "Ein Tor, 門."
    assert schema.section(("orchard", "fence"), (7, 2, 13)) is None


def test_a_catalogue_has_our_sections_and_those_of_the_release_that_were_imported(text):
    schema = stored.read(text)
    old, new = catalogue((7, 2, 13), imported=schema), catalogue((7, 6, 6), imported=schema)

    assert old.find(("orchard", "gate")).option("width") is not None
    assert old.find(("system", "global")) is not None
    assert new.find(("orchard", "gate")) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: "",
        lambda _: "{}",
        lambda _: "[" * 100_000,
        lambda text: text.replace("width", "wide!"),
        lambda text: text.replace("orchard", "orchid"),
        lambda text: text[: len(text) // 2],
        lambda text: text + "{}\n",
        lambda text: text.replace('"format": 1', '"format": 2'),
    ],
)
def test_a_damaged_file_is_refused(text, damage):
    with pytest.raises(stored.DamagedSchema):
        stored.read(damage(text))

import pytest

from fauxgate.model.configuration import Configuration
from fauxgate.model.entry import Entry
from fauxgate.model.storage import Commit

POT = ("paint", "pot")

SHELF = ("paint", "shelf")


@pytest.fixture
def configuration(paints):
    return Configuration(paints)


def test_everything_is_at_its_default_at_first(configuration):
    assert configuration.value(POT, "a", "color") == "red"
    assert configuration.value(SHELF, "", "height") == "1"
    assert configuration.entry(POT, "a") is None
    assert configuration.entry(SHELF) == Entry()


def test_a_new_unit_has_its_factory_values(paints):
    assert Configuration.factory(paints).value(SHELF, "", "height") == "2"


def test_write_makes_an_entry_and_changes_it(configuration):
    first = configuration.write(POT, "a", {"color": "blue", "state": "pending"})
    second = configuration.write(POT, "a", {"color": None, "state": "done", "weight": "5"})

    assert first == Commit(POT, "a", None, Entry({"color": "blue", "state": "pending"}))
    assert second == Commit(POT, "a", first.after, Entry({"state": "done"}))


def test_write_changes_an_object(configuration):
    configuration.write(SHELF, "", {"height": "7"})

    assert configuration.value(SHELF, "", "height") == "7"


def test_write_keeps_nested_entries(configuration):
    nested = Entry({}, {"lid": Entry({"color": "blue"})})
    configuration.table(POT)["a"] = nested

    configuration.write(POT, "a", {"color": "blue"})

    assert configuration.entry(POT, "a") == Entry({"color": "blue"}, nested.objects)


def test_write_drops_the_line_end_of_a_pem(configuration):
    configuration.write(POT, "a", {"label": "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n"})

    assert configuration.value(POT, "a", "label") == "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----"


def test_delete_tells_what_was_there(configuration):
    configuration.write(POT, "a", {})

    assert configuration.delete(POT, "a") == Commit(POT, "a", Entry(), None)
    assert configuration.entry(POT, "a") is None


def test_a_path_that_does_not_exist_is_our_mistake(configuration):
    with pytest.raises(KeyError):
        configuration.value(("water",), "", "color")

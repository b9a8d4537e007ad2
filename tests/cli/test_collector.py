import gc
from collections.abc import Iterator

import pytest

from fauxgate.cli.collector import LARGE, undisturbed


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_while_a_configuration_is_loaded() -> None:
    with undisturbed(10):
        assert not gc.isenabled()

    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()

    with undisturbed(10):
        pass

    assert not gc.isenabled()


def test_what_was_made_of_a_large_text_is_left_alone() -> None:
    with undisturbed(LARGE):
        pass

    assert gc.get_freeze_count() > 0

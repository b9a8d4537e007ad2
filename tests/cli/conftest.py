from collections.abc import Iterator

import pytest
from cached_keys import cached_keys


@pytest.fixture(scope="module", autouse=True)
def _keys_made_before() -> Iterator[None]:
    with cached_keys():
        yield

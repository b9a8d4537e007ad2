"""The peers as fixtures, each in a directory of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cached_keys import cached_keys
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from interop.peers import Tool, tool

from fauxgate.pki import keys


@pytest.fixture(autouse=True, scope="module")
def _keys_made_once() -> Iterator[None]:
    with cached_keys():
        yield


@pytest.fixture(scope="module")
def client_keys(_keys_made_once: None) -> tuple[RSAPrivateKey, RSAPrivateKey]:
    """An old key and a new one."""
    return keys.generate_rsa(2048), keys.generate_rsa(2048)


@pytest.fixture
def openssl(tmp_path: Path) -> Tool:
    return tool("openssl", "openssl", tmp_path)


@pytest.fixture
def scepclient(tmp_path: Path) -> Tool:
    return tool("scepclient", "scep", tmp_path)


@pytest.fixture
def pki(tmp_path: Path) -> Tool:
    return tool("pki", "strongswan-pki", tmp_path)


@pytest.fixture
def scep_submit(tmp_path: Path) -> Tool:
    return tool("scep-submit", "certmonger", tmp_path)

"""Keys made once per run, and openssl as a second opinion."""

import subprocess
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from fauxgate.pki import keys


@pytest.fixture(scope="session")
def rsa_key() -> rsa.RSAPrivateKey:
    return keys.generate_rsa(1024)


@pytest.fixture(scope="session")
def other_key() -> rsa.RSAPrivateKey:
    return keys.generate_rsa(1024)


@pytest.fixture(scope="session")
def ec_key() -> ec.EllipticCurvePrivateKey:
    return keys.generate_ec("secp256r1")


@pytest.fixture(scope="session")
def openssl() -> Callable[..., str]:
    """Run openssl with some input; gives what it prints."""

    def run(content: bytes, *arguments: str) -> str:
        done = subprocess.run(["openssl", *arguments], input=content, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")

    return run

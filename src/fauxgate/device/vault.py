"""Secrets of the configuration: sealed when typed, opened when the device itself needs them."""

from collections.abc import Callable

from fauxgate.model.errors import ValueRefused

MARK = "ENC "
# A private key gets a random password of this many bytes, in hexadecimal, where none is given.
RANDOM_PASSWORD_BYTES = 16


class Vault:
    """Seals and opens what prints as `ENC ...`; `random` gives that many random bytes."""

    def __init__(self, random: Callable[[int], bytes]) -> None:
        self._random = random

    def seal(self, text: str) -> str:
        """The base64 text that stands behind `ENC`; raises ValueRefused for a text that cannot be sealed."""
        from fauxgate.pki import secrets  # noqa: PLC0415 - see device/appliance.py

        try:
            return secrets.seal(text, self._random)
        except ValueError as error:
            raise ValueRefused(text) from error

    def sealed(self, text: str) -> str:
        """The stored value of a secret, mark included."""
        return MARK + self.seal(text)

    def open(self, value: str) -> str | None:
        """The clear text of a stored secret; None for one that another unit has sealed."""
        from fauxgate.pki import secrets  # noqa: PLC0415 - the same

        sealed = value.removeprefix(MARK)
        try:
            return secrets.open_sealed(sealed)
        except secrets.SealedElsewhere:
            return None

    def random_password(self) -> str:
        """A new password for a private key."""
        return self._random(RANDOM_PASSWORD_BYTES).hex()

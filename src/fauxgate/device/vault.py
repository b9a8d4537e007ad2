"""Secrets of the configuration: sealed when typed, opened when the device itself needs them."""

from collections.abc import Callable

from fauxgate.pki import secrets

MARK = "ENC "


class Vault:
    """Seals and opens what prints as `ENC ...`; `random` gives that many random bytes."""

    def __init__(self, random: Callable[[int], bytes]) -> None:
        self._random = random

    def seal(self, text: str) -> str:
        """The base64 text that stands behind `ENC`."""
        return secrets.seal(text, self._random)

    def sealed(self, text: str) -> str:
        """The stored value of a secret, mark included."""
        return MARK + self.seal(text)

    def open(self, value: str) -> str | None:
        """The clear text of a stored secret; None for one that another unit has sealed."""
        sealed = value.removeprefix(MARK)
        try:
            return secrets.open_sealed(sealed)
        except secrets.SealedElsewhere:
            return None

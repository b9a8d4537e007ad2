"""Mistakes in the arguments of certificate commands.

The reference has no transcript of these (fortios-certificates.md section 8, 1), so each sentence is Inferred: from how
the appliance refuses the same value in a `set` line, with the return code that its code table gives the case.
A session on a device that generates with a bad key size and an existing name would settle it.
"""

from fauxgate.errors import UserError


class ArgumentRefused(UserError):
    """A word that is not among the values this argument takes."""

    code = -1

    def __init__(self, word: str) -> None:
        self.word = word

    def message(self) -> tuple[str, ...]:
        return ("", f"value parse error before '{self.word}'")


class ArgumentTooLong(UserError):
    """A text longer than its field."""

    code = -1

    def __init__(self, word: str, limit: int) -> None:
        self.word = word
        self.limit = limit

    def message(self) -> tuple[str, ...]:
        return (
            f"string value is too long. the size is {len(self.word)}, the limit is {self.limit}",
            f"value parse error before '{self.word}'",
        )


class AddressRefused(UserError):
    """A source address that is not one."""

    code = -8

    def __init__(self, word: str) -> None:
        self.word = word

    def message(self) -> tuple[str, ...]:
        return ("invalid ip address", "", f"value parse error before '{self.word}'")


class NameTaken(UserError):
    """A certificate of that name exists already."""

    code = -5

    def __init__(self, name: str) -> None:
        self.name = name

    def message(self) -> tuple[str, ...]:
        return (f"Certificate name '{self.name}' already exists.",)


class KeyRefused(UserError):
    """A private key that cannot be read with the entry's password. Confirmed: fortios-cli.md 3.3."""

    code = -145

    def message(self) -> tuple[str, ...]:
        return (
            "Invalid private key, password may be required",
            "The field private-key is empty!",
            "node_check_object fail! for private-key ",
            "Attribute 'private-key' MUST be set.",
        )


class CertificateRefused(UserError):
    """A certificate that cannot be read, or does not belong to the entry's private key."""

    code = -145

    def __init__(self, reason: str, field: str = "certificate") -> None:
        self.reason = reason
        self.field = field

    def message(self) -> tuple[str, ...]:
        return (
            self.reason,
            f"node_check_object fail! for {self.field} ",
            f"Attribute '{self.field}' MUST be set.",
        )


class CaFetchFailed(UserError):
    """The authority's certificate could not be fetched; the debug trace says why. -303: SCEP enrollment failed."""

    code = -303

    def message(self) -> tuple[str, ...]:
        """One line."""
        return ("Failed to get the CA certificate.",)


class FingerprintMismatch(UserError):
    """No fetched certificate has the fingerprint that was given. -146: imported CA certificate invalid."""

    code = -146

    def message(self) -> tuple[str, ...]:
        """One line."""
        return ("The fingerprint does not match.",)

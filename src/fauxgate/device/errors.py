"""Mistakes with certificates that the model cannot know.

The reference has no transcript of these (fortios-certificates.md section 8, 1 and 2), so each sentence is Inferred; the
return codes are those that its code table gives the case (fortios-cli.md 3.5). A session on a device would settle them.
"""

from fauxgate.errors import UserError


class CertificateRefused(UserError):
    """A certificate that cannot be read, or is not for the entry's private key.

    -145: imported local certificate invalid; -146: imported CA certificate invalid; -302: error importing a remote one.
    """

    code = -145

    def __init__(self, option: str, reason: str) -> None:
        super().__init__()
        self.option = option
        self.reason = reason
        self.code = {"ca": -146, "remote": -302}.get(option, -145)

    def message(self) -> tuple[str, ...]:
        """The reason, then the check that found it, in the form of section 3.3."""
        return (
            self.reason,
            f"node_check_object fail! for {self.option} ",
            f"Attribute '{self.option}' checking fail {self.code}",
        )


class ImportRefused(CertificateRefused):
    """A file that is no certificate, or not one for a request of ours."""

    def message(self) -> tuple[str, ...]:
        """The reason alone: no field was set."""
        return (self.reason,)


class RequestRefused(CertificateRefused):
    """A certificate request that cannot be read, or is not for the entry's private key."""

    def __init__(self, reason: str) -> None:
        super().__init__("csr", reason)


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


class Pkcs12Refused(UserError):
    """A PKCS #12 that cannot be opened (-167: import failed) or made (-168: export failed)."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code

    def message(self) -> tuple[str, ...]:
        """One line."""
        return ("Invalid PKCS12 file or password." if self.code == -167 else "Failed to make the PKCS12 file.",)


class CrlRefused(UserError):
    """A revocation list that cannot be read. -542: CRL invalid."""

    code = -542

    def message(self) -> tuple[str, ...]:
        """One line."""
        return ("Invalid CRL.",)


class CrlFetchFailed(UserError):
    """A revocation list could not be fetched; the debug trace says why. -542: CRL invalid."""

    code = -542

    def message(self) -> tuple[str, ...]:
        """One line."""
        return ("Failed to update the CRL.",)

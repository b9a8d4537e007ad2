"""What a person can do wrong with the configuration, in the words of the appliance (fortios-cli.md 3).

A value that is refused closes with `value parse error before 'x'`. An empty line stands before that sentence except
where the samples of section 3.2 show none.
"""

from fauxgate.errors import UserError
from fauxgate.language.errors import Incomplete, ParseError, UnknownAction


class UnknownWord(ParseError):
    """A word that names nothing here; the column is not known to the model."""

    def __init__(self, token: str) -> None:
        super().__init__(token, 0)


class MissingWord(Incomplete):
    """A value that needs another word; the column is not known to the model."""

    def __init__(self) -> None:
        super().__init__(0)


class WrongPlace(UnknownAction):
    """A verb that exists, but not at this level."""

    def __init__(self, token: str) -> None:
        super().__init__(token, 0)


class ValueRefused(UserError):
    """A value that the option does not take, for example a word that is not in its list."""

    code = -1

    def __init__(self, token: str) -> None:
        super().__init__()
        self.token = token

    def reason(self) -> tuple[str, ...]:
        """The lines before the sentence that all refused values share; here only the empty one.

        Inferred: the sample of section 3.2 shows the sentence alone, but its sibling `command parse error` always
        has an empty line before it.
        """
        return ("",)

    def message(self) -> tuple[str, ...]:
        """The reason, then the value."""
        return (*self.reason(), f"value parse error before '{self.token}'")


class TooLong(ValueRefused):
    """A text with more bytes than the option holds."""

    def __init__(self, token: str, size: int, limit: int) -> None:
        super().__init__(token)
        self.size = size
        self.limit = limit

    def reason(self) -> tuple[str, ...]:
        """Both lengths, without an empty line."""
        return (f"string value is too long. the size is {self.size}, the limit is {self.limit}",)


class InvalidIp(ValueRefused):
    """A text that is no address."""

    code = -8

    def reason(self) -> tuple[str, ...]:
        """One sentence for IPv4; Inferred: IPv6 has the same."""
        return ("invalid ip address", "")


class NotAHost(ValueRefused):
    """An address of class D or E where a host is meant."""

    code = -8

    def reason(self) -> tuple[str, ...]:
        """Which classes would do."""
        return ("ip address must be a class A, B, or C ip", "")


class NotAnInteger(ValueRefused):
    """A text that is no number."""

    code = -651

    def reason(self) -> tuple[str, ...]:
        """The text once more."""
        return (f"invalid unsigned integer value: {self.token}", "")


class NodeCheckFailed(ValueRefused):
    """A value outside what the option `name` allows, for example a number that is too large."""

    code = -651

    def __init__(self, name: str, token: str) -> None:
        super().__init__(token)
        self.name = name

    def reason(self) -> tuple[str, ...]:
        """Option and value."""
        return (f"node_check_object fail! for {self.name} {self.token}", "")


class InvalidHostname(NodeCheckFailed):
    """A host name with other characters than letters, digits, `-` and `_`.

    Inferred: only the code is known; the sentence is that of other refused values.
    """

    code = -257


class InvalidPortRange(NodeCheckFailed):
    """A port that is too large, or a range whose end lies before its beginning."""

    code = -650

    def reason(self) -> tuple[str, ...]:
        """Option and value, without an empty line."""
        return (f"node_check_object fail! for {self.name} {self.token}",)


class InvalidDomainName(NodeCheckFailed):
    """A text that is no domain name."""

    def reason(self) -> tuple[str, ...]:
        """What it should be, then option and value. Inferred: the empty line, which the siblings have."""
        return ("domain name is not valid.", *NodeCheckFailed.reason(self))


class InvalidMac(NodeCheckFailed):
    """A text that is no MAC address. Inferred: only the code is known."""

    code = -33


class NameRefused(NodeCheckFailed):
    """A name that an entry of another table has (`unlike`).

    `kind` and `other_kind` are what the two tables hold, as the sentence calls them.
    """

    code = -163

    def __init__(self, name: str, token: str, kind: str, other_kind: str) -> None:
        super().__init__(name, token)
        self.kind = kind
        self.other_kind = other_kind

    def reason(self) -> tuple[str, ...]:
        """Which kinds may not share the name, then option and value."""
        conflict = f"'{self.kind}' and '{self.other_kind}' cannot be the same name."
        return (f"Name '{self.token}' conflict: {conflict}", *NodeCheckFailed.reason(self))


class SettingConflict(NodeCheckFailed):
    """A value that other settings do not allow."""

    code = -7


class DatasourceMissing(ValueRefused):
    """The name of an entry that does not exist in any table that the option refers to."""

    code = -3

    def reason(self) -> tuple[str, ...]:
        """One sentence, which does not name the table."""
        return ("entry not found in datasource", "")


class KeyRefused(NodeCheckFailed):
    """A key that names no entry: an empty one (Inferred: no sample of that case)."""

    def reason(self) -> tuple[str, ...]:
        """Option and value, without an empty line."""
        return (f"node_check_object fail! for {self.name} {self.token}",)


class XssCharacters(ValueRefused):
    """A name with one of the characters `"`, `'`, `<` and `>`."""

    code = -173

    def reason(self) -> tuple[str, ...]:
        """One sentence, without an empty line."""
        return ("The string contains XSS vulnerability characters",)


class InvalidNetmask(UserError):
    """A mask whose ones do not stand together."""

    code = -9

    def __init__(self, mask: str) -> None:
        super().__init__()
        self.mask = mask

    def message(self) -> tuple[str, ...]:
        """The reason and the check that found it."""
        return ("invalid netmask.", "object check operator error, -9, discard the setting")


class RequiredMissing(UserError):
    """An entry without a value that it must have."""

    code = -56

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def message(self) -> tuple[str, ...]:
        """The option twice; the first line ends with the empty value."""
        return (f"node_check_object fail! for {self.name} ", f"Attribute '{self.name}' MUST be set.")


class PrivateKeyRefused(UserError):
    """A private key that cannot be read with the password, or that is not the one of the certificate.

    A registered `Check` raises it. Inferred: a key that does not match is refused in the same words.
    """

    code = -145

    def message(self) -> tuple[str, ...]:
        """The four lines of FortiOS 7.2.11."""
        return (
            "Invalid private key, password may be required",
            "The field private-key is empty!",
            "node_check_object fail! for private-key ",
            "Attribute 'private-key' MUST be set.",
        )


class EntryNotFound(UserError):
    """A key without an entry. Inferred: sentence and code are known, that they belong together is not."""

    code = -3

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key

    def message(self) -> tuple[str, ...]:
        """One sentence, which does not name the key."""
        return ("entry is not found in table",)


class EntryExists(UserError):
    """A new key that another entry has. Inferred: only the code and its meaning are known."""

    code = -5

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key

    def message(self) -> tuple[str, ...]:
        """The meaning of the code, as a sentence."""
        return ("duplicate entry exists",)


class StaticEntry(UserError):
    """A built-in entry that shall be deleted."""

    code = -61

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key

    def message(self) -> tuple[str, ...]:
        """One sentence, which does not name the key."""
        return ("Can not delete a static table entry",)


class EntryUsed(UserError):
    """An entry that shall be deleted while other entries name it."""

    code = -23

    def __init__(self, key: str, count: int) -> None:
        super().__init__()
        self.key = key
        self.count = count

    def message(self) -> tuple[str, ...]:
        """How many entries name it; the plural is the appliance's."""
        return (f"The entry is used by other {self.count} entries",)


class TableFull(UserError):
    """A new entry in a table that holds as many as it can."""

    code = -4

    def message(self) -> tuple[str, ...]:
        """The check that found it (there is no comma after the number)."""
        return ("object set operator error, -4 discard the setting",)


class TooManyItems(UserError):
    """A list with more items than an option holds; `kind` is what it lists."""

    code = -4

    def __init__(self, kind: str, limit: int) -> None:
        super().__init__()
        self.kind = kind
        self.limit = limit

    def message(self) -> tuple[str, ...]:
        """The limit and the check that found it."""
        return (
            f"Too many {self.kind} entries. Maximum number of entries: {self.limit}",
            "attribute set operator error, -4, discard the setting",
        )


class ObjectRefused(UserError):
    """Values that may not be saved together.

    `step` is `check` or `set`: of the two forms only the first has a comma after the number.
    """

    code = 1

    def __init__(self, reason: str, inner_code: int, step: str = "check") -> None:
        super().__init__()
        self.reason = reason
        self.inner_code = inner_code
        self.step = step

    def message(self) -> tuple[str, ...]:
        """The reason, then the code of the check; the return code is 1 all the same."""
        comma = "," if self.step == "check" else ""
        return (self.reason, f"object {self.step} operator error, {self.inner_code}{comma} discard the setting")


class AttributeRefused(UserError):
    """One value that may not be saved: the row of section 3.3 with `Attribute ... checking fail`."""

    def __init__(self, reason: str, name: str, value: str, code: int) -> None:
        super().__init__()
        self.reason = reason
        self.name = name
        self.value = value
        self.code = code

    def message(self) -> tuple[str, ...]:
        """The reason, the option with its value, and the check that found it."""
        return (
            self.reason,
            f"node_check_object fail! for {self.name} {self.value}",
            f"Attribute '{self.name}' value '{self.value}' checking fail {self.code}",
        )


class DomainRefused(UserError):
    """A virtual domain that may not be made or deleted. Inferred: the sentences; the codes are known."""

    def __init__(self, reason: str, code: int) -> None:
        super().__init__()
        self.reason = reason
        self.code = code

    def message(self) -> tuple[str, ...]:
        """The reason."""
        return (self.reason,)


class UnsetRefused(UserError):
    """An option that must be set and shall be unset. Inferred: only the words of the line are known."""

    code = -56

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def message(self) -> tuple[str, ...]:
        """One line with the code of the check."""
        return (f"unset oper error ret={self.code}",)

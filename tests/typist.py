"""A person who types anything: lines that follow the grammar, with any words where it lets people choose, and none."""

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from rig import NOW, URL, Rig

from fauxgate.errors import UserError
from fauxgate.language.context import Context
from fauxgate.language.parser import Options
from fauxgate.language.printer import print_word
from fauxgate.language.reader import read
from fauxgate.language.statements import Abort, Config, Edit, End, Next, Statement
from fauxgate.language.words import Bare, Word

if TYPE_CHECKING:
    from collections.abc import Callable

_KEY = ec.derive_private_key(4711, ec.SECP256R1())
_NAME = x509.Name.from_rfc4514_string("CN=a,O=b")
_CERTIFICATE = (
    x509.CertificateBuilder(_NAME, _NAME, _KEY.public_key(), 4711, NOW, NOW).sign(_KEY, hashes.SHA256())
)  # fmt: skip
_REQUEST = x509.CertificateSigningRequestBuilder(_NAME).sign(_KEY, hashes.SHA256())
PEMS = tuple(
    pem.decode().strip()
    for pem in (
        _KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        _CERTIFICATE.public_bytes(Encoding.PEM),
        _REQUEST.public_bytes(Encoding.PEM),
    )
)
ADDRESSES = ("10.0.0.1", "10.0.0.1/24", "255.255.255.0", "0.0.0.0", "224.0.0.1", "2001:db8::1", "2001:db8::1/64", "::")  # noqa: S104
NUMBERS = ("0", "1", "-1", "30", "65536", "007", "9" * 10_000, f"-{'9' * 10_000}", "\u0661\u0662", "1e9")
URLS = (URL, URL, URL, "http://[", "http://ca.test:0/", "ftp://x", "http://ca.test/\ud800", "https://ca.test/?a#b")
NAMES = ("a", "b", "c d", "challenge", "NL", "Netherlands", "a,b,,c", "DNS:a.example,IP:10.0.0.1", "ENC AAAA")
ODD = (
    "",
    "\0",
    "a\0b",
    "\ud800",
    "\udcff",
    "\u202eabc",
    "a\nb",
    "\x1b[2J",
    "'",
    '"',
    "\\",
    "\\\n",
    "#",
    "?",
    "<script>",
    "x" * 20_000,
    "(" * 5000,
    "a," * 3000,
    "DNS:\ud800,IP:1,URI:\0,email:@",
    "2026-02-30",
    "9999-12-31",
    "0001-01-01",
    "2037-12-31",
    "23:59:60",
    "23:59:59",
    "ab:" * 15 + "ab",
    PEMS[0].replace("M", "N"),
    PEMS[1][:90] + "\n-----END CERTIFICATE-----",
    "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
)
# Each place has words that a person types there most of the time; without them most lines would lead nowhere.
_USUAL = {
    Context.ROOT: ("config", "config", "config", "show", "get"),
    Context.TABLE: ("edit", "edit", "edit", "edit", "rename"),
    Context.ENTRY: ("set", "set", "set", "set", "next"),
    Context.OBJECT: ("set", "set", "set", "end"),
    Context.GLOBAL: ("config", "config", "show", "end"),
    Context.VDOM: ("config", "config", "show", "end"),
    Context.KEPT: ("set", "set", "edit", "edit", "next", "end"),
}
_SOURCES = (NAMES, NAMES, NAMES, ADDRESSES, NUMBERS, URLS, PEMS, ODD)
# These end the session, keep lines for later, begin the appliance anew, touch files of this machine, or go back to a
# place where the person was earlier.
_AVOIDED = frozenset(
    {"exit", "quit", ":backup", ":restore", "backup", "restore", "batch", ":undo", ":redo", ":goto"}
    | {"reboot", "shutdown", "factoryreset", "factoryreset2"}
)
_LONGEST = 25


@dataclass
class Typist:
    """Types at a rig what `random` chooses, and keeps all of it in `typed`.

    Hypothesis chooses the seed only: left to choose each word, it would seldom get beyond the first lines.
    """

    rig: Rig
    random: Random
    typed: list[str] = field(default_factory=list)
    places: list[tuple[type[Statement], str]] = field(default_factory=list)
    """Where all that was typed should have led: each `config` and `edit` that was not left, with its last word."""

    def line(self) -> str:
        """A line: mostly one that follows the grammar, at least in the beginning."""
        at_top = self.rig.command_line._console.editor.context is Context.ROOT
        kinds = [self.grammatical] * 8 + [self.raw] + [self.generate] * at_top
        return self.random.choice(kinds)()

    def raw(self) -> str:
        """Any text, or any words."""
        return self.random.choice((self._text(), " ".join(self._words(0, 6))))

    def generate(self) -> str:
        """A command that makes a key, with any arguments and often with the authority's URL."""
        kind = self.random.choice(("rsa a 1024", "rsa b 2048", "ec c secp256r1", "ec d secp521r1"))
        words = [self.random.choice((word, "")) for word in self._words(8, 8)]
        enrollment = [self.random.choice(URLS), *self._words(0, 4)]
        arguments = self.random.choice((words, [*words, *enrollment], ["a", *[""] * 7, URL, "challenge"]))
        return f"execute vpn certificate local generate {kind} {' '.join(map(print_word, arguments))}"

    def grammatical(self) -> str:
        """A line that the grammar accepts word by word, with any word where people choose one."""
        console = self.rig.command_line._console
        interpreter = self.rig.command_line._interpreter
        walk = interpreter._parser.walk(console.editor.context, interpreter._vocabulary)
        line: list[str] = []
        while len(line) < _LONGEST and (word := self._next(walk.options(), line)) is not None:
            line.append(print_word(word))
            try:
                walk.feed(Word(str(word), 0, 0, quoted=not isinstance(word, Bare)))
            except UserError:
                break
        return " ".join(line)

    def enter(self, text: str) -> list[UserError]:
        """Type a text as a door would, ask for help at its end, and answer every question; gives what was refused."""
        command_line = self.rig.command_line
        refused = []
        for logical in read(text):
            self.typed.append(logical.text)
            for unfinished in (logical.text, f"{logical.text} "):
                command_line.help(unfinished)
                command_line.complete(unfinished)
            # What is collected for a batch leads nowhere yet.
            places = self.places if command_line._console.batch.is_collecting else self.after(logical.text)
            error = command_line.run(logical.text)
            if error is None or len(places) < len(self.places):
                self.places = places
            refused.append(error)
            while command_line.question is not None:
                refused.append(command_line.answer(self.random.choice("yYn\0")))
        return [error for error in refused if error is not None]

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        self.rig.command_line.interrupt()
        self.places = []

    def after(self, line: str) -> list[tuple[type[Statement], str]]:
        """The places after a line: whether it is refused or not if it leads out, only if it is not if it leads in."""
        console, interpreter = self.rig.command_line._console, self.rig.command_line._interpreter
        try:
            statement = interpreter._parser.parse(line, console.editor.context, interpreter._vocabulary)
        except UserError:
            return self.places
        match statement:
            case Config(path):
                return [*self.places, (Config, path[-1])]
            case Edit(key):
                return [*self.places, (Edit, key)]
            case Next():
                return self.places[:-1]
            case End() | Abort():
                return self.places[: max(index for index, (kind, _) in enumerate(self.places) if kind is Config)]
        return self.places

    def _next(self, options: Options, line: list[str]) -> str | None:
        """The next word; None at the end of the line."""
        keywords = [Bare(word) for word in options.keywords if word not in _AVOIDED]
        if not line:
            usual = _USUAL[self.rig.command_line._console.editor.context]
            return self.random.choice([*keywords, *map(Bare, usual)])
        known = [candidate.value for candidate in options.choices.candidates if not candidate.placeholder]
        sources: list[Callable[[], str | None]] = []
        if keywords or known:
            sources += [lambda: self.random.choice([*keywords, *known])] * 2
        if options.terminal and not options.choices.closed:
            sources.append(self._word)
        if options.may_end:
            sources += [lambda: None] * len(line)
        return self.random.choice(sources)() if sources else None

    def _word(self) -> str:
        return self.random.choice(self.random.choice(_SOURCES)) if self.random.random() < 0.9 else self._text()

    def _words(self, least: int, most: int) -> list[str]:
        return [self._word() for _ in range(self.random.randint(least, most))]

    def _text(self) -> str:
        ranges = self.random.choice(((0x20, 0x7F), (0, 0x20), (0x80, 0x2FF), (0xD7F0, 0xE010), (0, 0x10FFFF)))
        return "".join(chr(self.random.randint(*ranges)) for _ in range(self.random.randint(1, 20)))

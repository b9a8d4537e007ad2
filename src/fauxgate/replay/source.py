"""Files as people have them: the bytes become text, and what is odd about them is told.

Text that is no UTF-8 keeps its bytes as surrogates (PEP 383), so that they can be written back as they came.
"""

import codecs
import re
from dataclasses import dataclass

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# The first two characters of a file in UTF-16 without a mark: `#c`, `co` and the like.
_LITTLE, _BIG = re.compile(rb"[ -~\r\n]\0[ -~\r\n]\0"), re.compile(rb"\0[ -~\r\n]\0[ -~\r\n]")
_FOREIGN = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, and a sentence for each thing that a reader may not expect in it."""

    text: str
    notes: tuple[str, ...] = ()


def source(content: bytes) -> Source:
    """The text of a file; whatever its bytes are, there is one."""
    encoding = next((name for mark, name in _UTF16.items() if content.startswith(mark)), None)
    encoding = encoding or ("utf-16-le" if _LITTLE.match(content) else "utf-16-be" if _BIG.match(content) else None)
    if encoding is not None:
        return Source(content.decode(encoding, "replace"), ("The file is in UTF-16.",))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("utf-8-sig", "surrogateescape")
    return Source(text, tuple(_oddities(text)))


def sealed(content: bytes) -> str:
    """What keeps a file from being read as text, and what to do about it; empty if nothing does."""
    if content.startswith((b"\x1f\x8b", b"PK\x03\x04")):
        return "it is compressed; unpack it, and take what was in it"
    # Inferred: how the appliance marks a backup that was made with a password.
    return "it is encrypted with a password; take a backup without one" if content.startswith(b"#FGBK|") else ""


def shown(text: str) -> str:
    r"""A text as it may be put on a terminal: what is no printable character is written as `\x1b` is."""
    if text.isprintable():
        return text
    return "".join(it if it.isprintable() else it.encode("unicode_escape", "surrogatepass").decode() for it in text)


def _oddities(text: str) -> list[str]:
    notes = []
    if not text.isascii() and (foreign := len(_FOREIGN.findall(text))):
        notes.append(f"{foreign} bytes are no UTF-8; they are kept as they are.")
    if nuls := text.count("\0"):
        notes.append(f"There are {nuls} NUL bytes in it.")
    return notes

"""PEM: DER in base64 lines between two labels."""

import base64
import re

_BLOCK = re.compile(r"-----BEGIN ([A-Z0-9 ]+)-----\s*(.*?)\s*-----END \1-----", re.DOTALL)
_COLUMNS = 64


class InvalidPem(ValueError):
    """A text holds no PEM block of the expected kind."""


def armoured(label: str, der: bytes) -> str:
    """DER as a PEM block with lines of 64 columns, without a newline at the end, as the appliance stores it."""
    text = base64.b64encode(der).decode("ascii")
    lines = [text[start : start + _COLUMNS] for start in range(0, len(text), _COLUMNS)]
    return "\n".join([f"-----BEGIN {label}-----", *lines, f"-----END {label}-----"])


def content(pem: str, *labels: str) -> bytes:
    """The DER of the first block with one of these labels; raises InvalidPem."""
    return contents(pem, *labels)[0]


def contents(pem: str, *labels: str) -> tuple[bytes, ...]:
    """The DER of every block with one of these labels; raises InvalidPem if there is none or one is damaged."""
    try:
        found = tuple(
            base64.b64decode("".join(block[2].split()), validate=True)
            for block in _BLOCK.finditer(pem)
            if block[1] in labels
        )
    except ValueError as error:
        raise InvalidPem(str(error)) from error
    if not found:
        raise InvalidPem(" or ".join(labels))
    return found
